package learned

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/data"
	"demarche/quotes/marks"
	"demarche/quotes/text"
)

// flag is a property of a token that features ask for.
type flag uint32

const (
	isVerb flag = 1 << iota
	isNoun      // common or proper noun, pronoun
	isProper
	isPronoun
	isAux
	isAdverb
	isPunct
	isComma
	isMark  // a quotation mark
	isSub   // subordinator or relative pronoun
	isDet   // begins a noun phrase
	isConj  // and, or, but
	isPrep  // preposition
	isDash  // dash, semicolon, colon
	isModal // modal or infinitive "to"
	isFinite
	isSaying // a common verb of saying
)

// word is what the models see of a token.
type word struct {
	low   uint32 // hash of the word in lower case, apostrophes straight
	stem  uint32 // hash of the root of a verb form, else of the word without plural
	tag   uint32
	suf   uint32
	shape uint8
	flags flag
	unit  int32 // index of the outermost stretch in marks, -1 for none
	sent  int32
}

// view is a document as the models see it.
type view struct {
	d     *text.Doc
	w     []word
	marks []marks.Mark // outermost only
	para  []int32      // paragraph of each sentence
	says  []uint8      // verbs of saying of each sentence outside of marks, up to 3
}

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

func newView(d *text.Doc, ms []marks.Mark) *view {
	v := &view{
		d:    d,
		w:    make([]word, len(d.Tokens)),
		para: make([]int32, len(d.Sentences)),
		says: make([]uint8, len(d.Sentences)),
	}
	for pi, p := range d.Paragraphs {
		for s := p.First; s < p.Last; s++ {
			v.para[s] = int32(pi)
			capitals := inCapitals(d, d.Sentences[s])
			for i := d.Sentences[s].First; i < d.Sentences[s].Last; i++ {
				v.w[i] = look(d.Word(i), d.Tokens[i].Tag)
				v.w[i].sent = int32(s)
				if capitals && v.w[i].shape == shapeCapitals {
					v.w[i].shape = shapeSmall
					if strings.HasPrefix(d.Tokens[i].Tag, "NNP") {
						v.w[i].shape = shapeName
					}
				}
			}
		}
	}
	end, goesOn := 0, false
	for _, m := range ms {
		if m.First < end || m.Single && m.Last-m.First < 5 {
			continue
		}
		if goesOn && m.First == end {
			// reopened in this paragraph: the same words go on
			last := &v.marks[len(v.marks)-1]
			last.Last, last.Closed, goesOn, end = m.Last, m.Closed, m.Continued, m.Last
			for i := m.First; i < m.Last; i++ {
				v.w[i].unit = int32(len(v.marks) - 1)
			}
			continue
		}
		goesOn = m.Continued
		for i := m.First; i < m.Last; i++ {
			v.w[i].unit = int32(len(v.marks))
		}
		v.marks = append(v.marks, m)
		end = m.Last
	}
	for i := range v.w {
		if w := &v.w[i]; w.flags&isSaying != 0 && w.unit < 0 && v.says[w.sent] < 3 {
			v.says[w.sent]++
		}
	}
	return v
}

// inCapitals reports whether a sentence is written in capitals throughout, as cables are: they tell no name apart then.
func inCapitals(d *text.Doc, s text.Sentence) bool {
	if s.First >= s.Last {
		return false
	}
	return strings.IndexFunc(d.Text[d.Tokens[s.First].Start:d.Tokens[s.Last-1].End], unicode.IsLower) < 0
}

// look makes a word of a token.
func look(s, tag string) word {
	w := word{unit: -1, tag: hashOf(tag)}
	var buf [48]byte
	n := 0
	for i := 0; i < len(s) && n < len(buf); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		} else if c == 0xe2 && strings.HasPrefix(s[i:], "’") {
			c, i = '\'', i+2
		} else if '0' <= c && c <= '9' {
			c = '0'
		}
		buf[n] = c
		n++
	}
	low := buf[:n]
	w.low = hashBytes(low)
	w.stem = roots().stem(low, tag)
	w.suf = hashBytes(low[max(0, n-3):]) + 1
	w.shape = shape(s)
	w.flags = flagsOf(string(low), tag)
	if w.flags&isVerb != 0 && isSayingRoot(w.stem) {
		w.flags |= isSaying
	}
	return w
}

func hashOf(s string) uint32 {
	h := uint32(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}

func hashBytes(s []byte) uint32 {
	h := uint32(fnvOffset)
	for _, c := range s {
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h
}

// Shapes of a word that others ask for.
const (
	shapeCapitals = 2 // all letters are capitals
	shapeName     = 4 // the first one is
	shapeSmall    = 7
)

// shape tells capitals and digits.
func shape(s string) uint8 {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(r):
		rest := s[size:]
		if rest == "" {
			return 1
		}
		if strings.ToUpper(rest) == rest {
			return shapeCapitals
		}
		if strings.ToLower(rest) != rest {
			return 3
		}
		return shapeName
	case unicode.IsDigit(r):
		return 5
	case unicode.IsLetter(r):
		if strings.IndexByte(s, '-') > 0 {
			return 6
		}
		return shapeSmall
	}
	return 8
}

// flagsOf classifies a word by its form and tag.
func flagsOf(low, tag string) flag {
	var f flag
	switch tag {
	case "VB", "VBN", "VBG":
		f |= isVerb
	case "VBD", "VBZ", "VBP":
		f |= isVerb | isFinite
	case "MD":
		f |= isModal | isAux | isFinite
	case "TO":
		f |= isModal
	case "NN", "NNS":
		f |= isNoun
	case "NNP", "NNPS":
		f |= isNoun | isProper
	case "PRP", "WP", "EX":
		f |= isNoun | isPronoun
	case "RB", "RBR", "RBS":
		f |= isAdverb
	case "DT", "PRP$":
		f |= isDet
	case "CC":
		f |= isConj
	case "IN":
		f |= isPrep
	case ",":
		f |= isComma | isPunct
	case ":":
		f |= isDash | isPunct
	case "``", "''":
		f |= isMark | isPunct
	case ".", "(", ")", "SYM":
		f |= isPunct
	case "WDT":
		f |= isSub
	}
	switch {
	case words.AuxiliaryForm[low]:
		f |= isAux
	case words.ClauseWord[low]:
		f |= isSub
	}
	return f
}

// isSayingRoot reports a root of the verbs that most often bring words in marks.
func isSayingRoot(stem uint32) bool {
	_, ok := roots().saying[stem]
	return ok
}

// words are the classes of English words that the features ask for.
var words = data.Classes[struct {
	AuxiliaryForm, ClauseWord, SayingVerb data.Set
}]()
