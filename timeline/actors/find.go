package actors

import (
	"strings"

	"demarche/data"
)

// Mention is a stretch of text that names somebody, an office or a form of address.
type Mention struct {
	Start, End int // bytes, end exclusive
	Kind       MentionKind
	Candidates []Candidate // never empty; best first without regard to a date. Shared: do not change
}

// Find returns the names in text in one pass, in order and disjoint; of names that start together the longest wins.
// Words that are also ordinary words ("may", "price", "turkey") count only where they are written as names are.
// The time is linear in the text.
func (g *Gazetteer) Find(text string) []Mention { return g.finder.find(text) }

// finder finds names in running text, where some of them are also ordinary words.
type finder struct {
	names     *names
	ambiguous map[uint64]string // hash of a word that is also an ordinary word, and how
}

// find is [Gazetteer.Find].
func (f *finder) find(text string) []Mention {
	ws := f.names.spelling.words(text, make([]word, 0, len(text)/6+8))
	var out []Mention
	named := 0 // words before it belong to names found
	for i := 0; i < len(ws); {
		c, end := f.names.longest(text, ws, i)
		if end == 0 || end == i+1 && f.ordinary(text, ws, i, c) {
			i++
			continue
		}
		from := i
		if c[0].Kind == BySurname {
			c, from = f.narrow(text, ws, named, i, c)
		}
		if len(c) > 0 && c[0].Kind != byPlace {
			out = append(out, Mention{int(ws[from].start), int(ws[end-1].end), c[0].Kind, c})
		}
		i, named = end, end
	}
	return out
}

// readAmbiguous reads the names that are also ordinary words.
func (f *finder) readAmbiguous() error {
	rows, err := data.Table("gazetteer/ambiguous.tsv", "word", "sort")
	if err != nil {
		return err
	}
	for _, r := range rows {
		for _, w := range f.names.spelling.words(r.Fields[0], nil) {
			f.ambiguous[w.hash] = r.Fields[1]
		}
	}
	return nil
}

// narrow leaves those whom a surname may mean after the office or the initial before it: "Secretary of State
// Clinton", "H. Clinton". from is the first word of the name, the initial included. An office that none of them held
// narrows nothing; an initial that none of them has is somebody else's. Words before named are other names already:
// the "U.S." of "U.S. Kim".
func (f *finder) narrow(text string, ws []word, named, i int, c []Candidate) (left []Candidate, from int) {
	if i > named && ws[i].joined && isInitials(text, ws[i-1]) {
		letter := text[ws[i-1].start]
		left = some(c, func(e *Entry) bool { return e.initial() == letter })
		if len(left) > 0 || isInitial(text, ws[i-1]) { // "H.E." are no initials
			return left, i - 1
		}
	}
	if class := f.officeBefore(text, ws, i); class != "" && len(c) > 1 {
		if held := some(c, func(e *Entry) bool { return e.held(class) }); len(held) > 0 {
			return held, i
		}
	}
	return c, i
}

// some returns the candidates whose entry is as wanted.
func some(c []Candidate, want func(*Entry) bool) []Candidate {
	var out []Candidate
	for _, x := range c {
		if x.Entry != nil && want(x.Entry) {
			out = append(out, x)
		}
	}
	return out
}

// officeBefore returns the class of the office whose name ends right before word i: "President Bush"; "" for none.
func (f *finder) officeBefore(text string, ws []word, i int) string {
	if i == 0 || !ws[i].joined || ws[i].hyphen {
		return ""
	}
	for j := max(0, i-4); j < i; j++ {
		if c, end := f.names.longest(text, ws[:i], j); end == i && c[0].Kind == ByOffice {
			return c[0].Office
		}
	}
	return ""
}

// How the words of gazetteer/ambiguous.tsv are something else than a name.
const (
	ambiguousWord    = "word"
	ambiguousAcronym = "acronym"
	ambiguousGiven   = "given"
)

// ordinary tells whether a name of one word is an ordinary word here, or a part of a name that we do not know.
func (f *finder) ordinary(text string, ws []word, i int, c []Candidate) bool {
	w := &ws[i]
	if c[0].Kind == ByOffice || c[0].Kind == ByTitle {
		return false
	}
	if c[0].Kind == BySurname && f.partOfName(text, ws, i) {
		return true
	}
	sort, listed := f.ambiguous[w.hash]
	if !listed {
		return false
	}
	switch sort {
	case ambiguousWord: // "May", "Price" as surnames: only a full name or an office tells
		return c[0].Kind == BySurname && f.officeBefore(text, ws, i) == ""
	case ambiguousAcronym: // "US" in a line of capitals may be "us"
		return i > 0 && w.joined && allCaps(ws[i-1]) && (i+1 == len(ws) || ws[i+1].joined && allCaps(ws[i+1]))
	case ambiguousGiven:
		return f.givenName(text, ws, i)
	}
	return false
}

// givenName tells whether the name of a state at word i is that of a person: "Jordan", "Chad", "Georgia" before a
// surname or after an unknown word in capitals.
func (f *finder) givenName(text string, ws []word, i int) bool {
	if capitalAfter(text, ws, i) && !ws[i].hyphen && !f.complements(text, ws, i) {
		_, listed := f.ambiguous[ws[i+1].hash] // "France Announcing" in a title
		if c, end := f.names.longest(text, ws, i+1); end == 0 && !listed || end > 0 && c[0].Kind == BySurname {
			return true
		}
	}
	if i > 1 && spaced(ws, i) && ws[i-1].shape == title && ws[i-1].joined {
		_, end := f.names.longest(text, ws, i-1)
		return end == 0
	}
	return false
}

// complements tells whether word i completes an office before a full name: "Ambassador to | Chad | Jane Doe".
func (f *finder) complements(text string, ws []word, i int) bool {
	if i < 2 || !capitalAfter(text, ws, i+1) || f.officeBefore(text, ws, i-1) == "" {
		return false
	}
	link := text[ws[i-1].start:ws[i-1].end]
	return link == "to" || words.OfficePreposition[link]
}

// partOfName tells whether the surname at word i has a capitalised word at its side that we do not know: it is somebody
// else's name. The word before counts only where it does not begin a sentence.
func (f *finder) partOfName(text string, ws []word, i int) bool {
	if f.unknownAfter(text, ws, i) {
		return true
	}
	if !spaced(ws, i) || ws[i-1].shape != title {
		return false
	}
	if f.ambiguous[ws[i-1].hash] == ambiguousGiven {
		return true // "Chad Johnson"
	}
	if i < 2 || !ws[i-1].joined || digits(text, ws[i-1]) || isInitials(text, ws[i-1]) ||
		words.DayAdverb[strings.ToLower(text[ws[i-1].start:ws[i-1].end])] { // "on Friday Lavrov"
		return false
	}
	for j := i - 1; j >= max(0, i-4); j-- { // "Foreign Minister Lavrov": an office ends right before
		if c, end := f.names.longest(text, ws, j); end >= i && c[0].Kind != BySurname {
			return false
		}
	}
	return true
}

// unknownAfter tells whether a capitalised word follows word i that neither is an ordinary word nor begins a name.
func (f *finder) unknownAfter(text string, ws []word, i int) bool {
	if !capitalAfter(text, ws, i) || digits(text, ws[i+1]) {
		return false
	}
	if _, known := f.ambiguous[ws[i+1].hash]; known {
		return false
	}
	_, end := f.names.longest(text, ws, i+1)
	return end == 0
}

// spaced tells whether word i stands right after another, not with a hyphen.
func spaced(ws []word, i int) bool { return i > 0 && i < len(ws) && ws[i].joined && !ws[i].hyphen }

// capitalAfter tells whether a capitalised word follows word i after a space.
func capitalAfter(text string, ws []word, i int) bool {
	return spaced(ws, i+1) && ws[i+1].shape >= title && text[ws[i].end] == ' '
}

func digits(text string, w word) bool { return text[w.start] >= '0' && text[w.start] <= '9' }

func allCaps(w word) bool { return w.shape == upper && w.end-w.start > 1 }

// isInitials tells whether a word is one or more capitals with dots: "D.", "G.W.".
func isInitials(text string, w word) bool {
	return isInitial(text, w) || w.shape == upper && w.end-w.start >= 4 && w.end-w.start <= 6 && text[w.start+1] == '.'
}
