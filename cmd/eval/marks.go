package main

import "demarche/cmd/gold"

// markedText is a text of the gold as the scorer of quotes sees it, by code point, with what stands in quotation marks.
type markedText struct {
	runes  []rune
	quoted []bool // in quotation marks, the marks excluded
}

// form is direct, indirect or mixed by the letters in marks.
func (t *markedText) form(spans [][2]int) string {
	n, in := 0, 0
	for _, s := range spans {
		for i := s[0]; i < min(s[1], len(t.runes)); i++ {
			if gold.IsLetter(t.runes[i]) {
				n++
				if t.quoted[i] {
					in++
				}
			}
		}
	}
	switch r := float64(in) / float64(max(1, n)); {
	case n == 0:
		return "unknown"
	case r >= 0.98:
		return "direct"
	case r <= 0.02:
		return "indirect"
	}
	return "mixed"
}

// newMarkedText finds the letters in marks: the state is reset at each line; curly marks and “TeX” ones are directed, a
// straight one toggles; single curly marks count outside of double ones when they close within the line.
func newMarkedText(s string) *markedText {
	t := &markedText{runes: []rune(s)}
	t.quoted = make([]bool, len(t.runes))
	for start := 0; start < len(t.runes); {
		end := start
		for end < len(t.runes) && t.runes[end] != '\n' {
			end++
		}
		t.line(start, end)
		start = end + 1
	}
	return t
}

func (t *markedText) line(start, end int) {
	in := false
	for i := start; i < end; i++ {
		c, two := t.runes[i], ""
		if i+1 < end {
			two = string(t.runes[i : i+2])
		}
		switch {
		case two == "``" || two == "''":
			in = two == "``"
			i++
		case c == '“' || c == '„' || c == '«':
			in = true
		case c == '”' || c == '»':
			in = false
		case c == '"':
			in = !in
		case c == '‘' && !in && (i == start || !gold.IsLetter(t.runes[i-1])):
			if j := t.singleEnd(i, end); j > 0 {
				for k := i + 1; k < j; k++ {
					t.quoted[k] = true
				}
				i = j
			}
		case in:
			t.quoted[i] = true
		}
	}
}

// singleEnd returns the place of the ’ that closes the ‘ at i, 0 for none.
func (t *markedText) singleEnd(i, end int) int {
	for j := i + 1; j < end; j++ {
		if t.runes[j] == '’' && (j+1 >= end || !gold.IsLetter(t.runes[j+1])) {
			if j-i > 2 {
				return j
			}
			return 0
		}
	}
	return 0
}
