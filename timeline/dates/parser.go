package dates

import "demarche/data"

// parser reads tokens by a grammar. Its rules take the index of their first token and return the index after their last
// one, or 0 where they do not match.
type parser struct {
	text     string
	t        []token
	holidays map[string][]holidayWords
	beyond   token // stands before the first one and after the last
	order    order // of day and month in figures
}

// at returns a token, or an empty one beyond the ends.
func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.t) {
		return &p.beyond
	}
	return &p.t[i]
}

// is tells whether the token at i is one of the words.
func (p *parser) is(i int, words ...string) bool {
	low := p.at(i).low
	for _, w := range words {
		if low == w && low != "" {
			return true
		}
	}
	return false
}

// in tells whether the token at i is of the class, or one of the marks.
func (p *parser) in(i int, class data.Set, marks ...string) bool {
	return class[p.at(i).low] || p.is(i, marks...)
}

// gluedMark tells whether one of the marks stands at i without a space before it.
func (p *parser) gluedMark(i int, marks ...string) bool { return p.at(i).glued && p.is(i, marks...) }

// isWord tells whether a word of letters stands at i.
func (p *parser) isWord(i int) bool { return isLetter(p.at(i).low) }

// small tells whether the word at i is not written as a name.
func (p *parser) small(i int) bool { t := p.at(i); return !t.capital || t.first }

// name tells whether the word at i is part of a name: a capital that no sentence's beginning asks for.
// Nor one that a dash, a colon or a quotation mark asks for.
func (p *parser) name(i int) bool {
	t := p.at(i)
	return t.capital && !t.first && !p.is(i-1, "—", ":", "\"", "“") && (!p.is(i-1, "-") || t.glued)
}

// skip returns the index after the words, or i itself if they do not stand there.
func (p *parser) skip(i int, words ...string) int {
	if p.is(i, words...) {
		return i + 1
	}
	return i
}

// skipIn returns the index after a word of the class or one of the marks, or i itself if none stands there.
func (p *parser) skipIn(i int, class data.Set, marks ...string) int {
	if p.in(i, class, marks...) {
		return i + 1
	}
	return i
}

// seq tells whether the words stand one after the other from i.
func (p *parser) seq(i int, words ...string) bool {
	for k, w := range words {
		if p.at(i+k).low != w {
			return false
		}
	}
	return true
}
