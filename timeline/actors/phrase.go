package actors

import (
	"slices"
	"strings"
)

// phrase holds the words of a description, and which of them are taken: those of an office, of a state or small ones.
type phrase struct {
	text string
	ws   []word
	used []bool
}

func newPhrase(text string, sp *spelling) *phrase {
	ws := sp.words(text, nil)
	return &phrase{text, ws, make([]bool, len(ws))}
}

// mark takes words.
func (p *phrase) mark(from, to int) {
	for i := from; i < to; i++ {
		p.used[i] = true
	}
}

// word is the word at i in lower case.
func (p *phrase) word(i int) string {
	return strings.ToLower(p.text[p.ws[i].start:p.ws[i].end])
}

// written is a stretch of the phrase as it stands.
func (p *phrase) written(s stretch) string {
	return p.text[p.ws[s.from].start:p.ws[s.to-1].end]
}

// linkBefore is the word before a place of the phrase, "the" left out; "" at its beginning.
func (p *phrase) linkBefore(i int) string {
	for i--; i >= 0; i-- {
		if w := p.word(i); w != "the" {
			return w
		}
	}
	return ""
}

// inTitle reports whether a word can stand in the name of a body: with a capital, or small as "of" and "and" are.
func (p *phrase) inTitle(i int) bool { return p.ws[i].shape >= title || isLink(p.word(i)) }

// trimSmall returns the end of a run of words without the small ones at its end; it is least at the lowest.
func (p *phrase) trimSmall(least, to int) int {
	for to > least && p.ws[to-1].shape < title {
		to--
	}
	return to
}

// without returns the phrase without the articles and forms of address that it begins with.
func (p *phrase) without(address []stretch) string {
	i := 0
	for i < len(p.ws)-1 {
		w := p.word(i)
		j := slices.IndexFunc(address, func(s stretch) bool { return s.from == i })
		if j >= 0 && address[j].to < len(p.ws) {
			i = address[j].to
		} else if words.Article[w] {
			i++
		} else {
			break
		}
	}
	return p.text[p.ws[i].start:p.ws[len(p.ws)-1].end]
}

// isLink reports whether a small word may stand in the name of a body: "of", "and".
func isLink(w string) bool { return words.OrganInner[w] }

// isSmall reports whether a word is no part of a name.
func isSmall(w string) bool { return words.SmallWord[w] }
