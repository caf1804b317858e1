package actors

import (
	"fmt"
	"strings"

	"demarche/data"
)

// spelling makes the ways of writing one word in Latin letters alike: "Sergei" and "Sergey", "Zelenskiy" and
// "Zelensky".
type spelling struct {
	usual       map[uint64]uint64 // hash of a variant to the hash of the usual form
	endings     []ending          // longest first
	small       [26]bool          // the first letters of variants of two or three, such as "el", which may be small
	last        [26]bool          // the last letters of the endings
	patronymics []string
}

type ending struct{ written, as string }

// The sorts of rows of gazetteer/spellings.tsv.
const (
	sortWord       = "word"
	sortEnding     = "ending"
	sortPatronymic = "patronymic"
)

// readSpelling reads the table of spellings.
func readSpelling() (*spelling, error) {
	const file = "gazetteer/spellings.tsv"
	rows, err := data.Table(file, "sort", "as", "written", "origin")
	if err != nil {
		return nil, err
	}
	sp := &spelling{usual: make(map[uint64]uint64, 512)}
	for _, r := range rows {
		as, written := r.Fields[1], list(r.Fields[2])
		switch r.Fields[0] {
		case sortWord:
			for _, w := range written {
				sp.usual[hashOf(w)] = hashOf(as)
				if len(w) <= 3 {
					sp.small[w[0]-'a'] = true
				}
			}
		case sortEnding:
			for _, w := range written {
				sp.endings = append(sp.endings, ending{w, as})
				sp.last[w[len(w)-1]-'a'] = true
			}
		case sortPatronymic:
			sp.patronymics = append(sp.patronymics, written...)
		default:
			return nil, fmt.Errorf("%s:%d: sort %q is none of word, ending, patronymic", file, r.Line, r.Fields[0])
		}
	}
	return sp, nil
}

// hashOf hashes a word of small letters without accents.
func hashOf(word string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint64(word[i])) * hashPrime
	}
	return h
}

// wordsIn splits text into words, each with the hash of its usual spelling; buf is reused.
func (sp *spelling) words(text string, buf []word) []word {
	ws := wordsIn(text, buf)
	for i := range ws {
		ws[i].hash = sp.hash(text, ws[i])
	}
	return ws
}

// key returns a number that all spellings of a name have in common.
func (sp *spelling) key(name string) uint64 {
	node := uint64(0)
	for _, w := range sp.words(name, nil) {
		node = step(node, w.hash)
	}
	return node
}

// hash returns the hash of a word under its usual spelling. Only words with a capital have several, and particles.
func (sp *spelling) hash(text string, w word) uint64 {
	n := w.end - w.start
	if n < 2 || w.shape < title && !sp.mayBeParticle(text, w) {
		return w.hash
	}
	if h, ok := sp.usual[w.hash]; ok {
		return h
	}
	if n < 5 || !isLetter(text[w.end-1]) || !sp.last[(text[w.end-1]|0x20)-'a'] {
		return w.hash
	}
	return sp.hashOfEnding(text[w.start:w.end], w.hash)
}

// mayBeParticle tells cheaply whether a small word can be a particle of a name that is written in several ways.
func (sp *spelling) mayBeParticle(text string, w word) bool {
	return w.end-w.start <= 3 && isLetter(text[w.start]) && sp.small[(text[w.start]|0x20)-'a']
}

// hashOfEnding is the hash of a word with its ending in the usual spelling; the given hash if it has no such ending.
func (sp *spelling) hashOfEnding(s string, hash uint64) uint64 {
	for _, e := range sp.endings {
		n := len(s) - len(e.written)
		if n < 2 || !strings.EqualFold(s[n:], e.written) {
			continue
		}
		h := hashOf(Fold(s[:n]) + e.as)
		if usual, ok := sp.usual[h]; ok {
			return usual
		}
		return h
	}
	return hash
}

// patronymic tells whether a word is a father's name as it stands between given name and surname: "Viktorovich".
func (sp *spelling) patronymic(text string, w word) bool {
	if w.shape < title || w.end-w.start < 6 {
		return false
	}
	s := text[w.start:w.end]
	for _, e := range sp.patronymics {
		if strings.EqualFold(s[len(s)-len(e):], e) {
			return true
		}
	}
	return false
}
