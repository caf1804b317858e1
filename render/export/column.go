package export

import (
	"math"
	"strconv"
	"strings"
)

// Type is the type of a variable in a table.
type Type string

// The types. A Day is text of the form YYYY-MM-DD; a Place in a text is an Integer.
const (
	Text    Type = "text"
	Integer Type = "integer"
	Real    Type = "real"
	Day     Type = "day"
)

// column is a variable of a table with rows of type R. The value is a string, an int64 or a float64 by the type, nil
// where it is missing.
type column[R any] struct {
	name  string
	typ   Type
	value func(R) any
}

// words is a column of strings in which "" is missing.
func words[R any](name string, value func(R) string) column[R] {
	return column[R]{name, Text, func(r R) any { return known(value(r)) }}
}

// day is a column of days in which "" is missing.
func day[R any](name string, value func(R) string) column[R] {
	return column[R]{name, Day, func(r R) any { return known(value(r)) }}
}

// integer is a column of counts that are never missing.
func integer[R any](name string, value func(R) int) column[R] {
	return column[R]{name, Integer, func(r R) any { return int64(value(r)) }}
}

func known(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// cell writes a value as text: a number in its shortest form, "" where it is missing.
func cell(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return ""
}

// rounded keeps three decimals, as many as a probability is told with.
func rounded(p float64) float64 { return math.Round(p*1000) / 1000 }

// listed joins what a cell holds several of.
func listed(values []string) string { return strings.Join(values, "|") }

// names are the names of the columns, in order.
func names[R any](columns []column[R]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}
