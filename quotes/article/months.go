package article

import (
	"strconv"
	"strings"
)

// month is a month and how its name begins in the languages of the outlets, as regular expressions and in order.
type month struct {
	number int
	starts []string
}

// monthTable reads data/lexicon/months.tsv.
func monthTable() []month {
	var out []month
	for _, f := range fieldsOf("lexicon/months.tsv", "month", "starts") {
		n, err := strconv.Atoi(f[0])
		if err != nil {
			panic("lexicon/months.tsv: " + err.Error())
		}
		out = append(out, month{n, strings.Split(f[1], ", ")})
	}
	return out
}

// monthNames is the pattern of the beginnings of the names of months.
func monthNames() string {
	var starts []string
	for _, m := range lexicon().months {
		starts = append(starts, m.starts...)
	}
	return strings.Join(starts, "|")
}

// monthOf returns the number of a month by the start of its name, 0 for none.
func monthOf(name string) int {
	name = strings.ToLower(name)
	for _, m := range lexicon().months {
		for _, start := range m.starts {
			if strings.HasPrefix(name, start) {
				return m.number
			}
		}
	}
	return 0
}
