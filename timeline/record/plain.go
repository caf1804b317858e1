package record

import (
	"strconv"
	"strings"

	"demarche/quotes/text"
)

// readPlain reads decisions in the very form in which MarshalJSON writes them, a tenth of the time that it takes to
// read any JSON: a page reads thousands. It is false for every other form.
func readPlain(s string) (Decisions, bool) {
	var d Decisions
	r := plainReader{s, true}
	fields := d.Fields()
	r.take("{")
	for first := true; r.ok && !r.took("}"); first = false {
		if !first {
			r.take(",")
		}
		name := r.word()
		r.take(":")
		read := r.decision()
		for _, f := range fields {
			if f.Name == name {
				*f.Decision, name = read, ""
			}
		}
		r.ok = r.ok && name == ""
	}
	return d, r.ok && r.rest == ""
}

// plainReader is what is not read yet, and whether all before it had the form.
type plainReader struct {
	rest string
	ok   bool
}

// took reads a mark if it stands here.
func (r *plainReader) took(mark string) (ok bool) {
	r.rest, ok = strings.CutPrefix(r.rest, mark)
	return ok
}

// take reads a mark that must stand here.
func (r *plainReader) take(mark string) { r.ok = r.took(mark) && r.ok }

// word reads a string in which nothing is escaped.
func (r *plainReader) word() string {
	r.take(`"`)
	word, rest, ok := strings.Cut(r.rest, `"`)
	for i := range len(word) {
		ok = ok && word[i] >= ' ' && word[i] < 0x7f && word[i] != '\\'
	}
	r.rest, r.ok = rest, r.ok && ok
	return word
}

// number reads digits with a point among them or none, without needless zeros before them.
func (r *plainReader) number() string {
	n := 0
	for n < len(r.rest) && (r.rest[n] == '.' || r.rest[n] >= '0' && r.rest[n] <= '9') {
		n++
	}
	number := r.rest[:n]
	r.rest = r.rest[n:]
	whole, part, cut := strings.Cut(number, ".")
	r.ok = r.ok && (whole == "0" || whole != "" && whole[0] != '0') && (!cut || part != "")
	return number
}

func (r *plainReader) whole() int {
	n, err := strconv.Atoi(r.number())
	r.ok = r.ok && err == nil
	return n
}

// decision reads the rule, the probability if there is one, and the span of the evidence if there is any.
func (r *plainReader) decision() (d Decision) {
	r.take(`{"by":`)
	d.By = r.word()
	if r.took(`,"p":`) {
		p, err := strconv.ParseFloat(r.number(), 64)
		d.P, r.ok = p, r.ok && err == nil
	}
	if r.took(`,"at":[`) {
		start := r.whole()
		r.take(",")
		d.Evidence = text.Span{Start: start, End: r.whole()}
		r.take("]")
		r.ok = r.ok && d.Evidence.Start <= d.Evidence.End
	}
	r.take("}")
	return d
}
