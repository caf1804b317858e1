package text

import (
	"encoding/binary"
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"demarche/data"
)

// tagger runs prose's averaged perceptron over our own tokens. prose's own tagging cannot be used on them: it takes
// text only, cuts it otherwise, gives no offsets, has no tag for straight marks, sums weights in the random order of
// a map, and is eight times slower. The weights are prose's, see [TaggerWeights].
type tagger struct {
	classes []string
	slots   []byte // see taggerfile.go
	mask    uint64
	of      []byte // the class of each weight
	weights []byte // 32-bit floats
}

// loadTagger makes the weights ready at the first call.
var loadTagger = sync.OnceValue(func() *tagger {
	b, err := data.Read("model/tagger.bin")
	if err == nil {
		var t *tagger
		if t, err = readTagger(b); err == nil {
			return t
		}
	}
	panic("text: model/tagger.bin: " + err.Error()) // the file is embedded, and a test reads it
})

// FNV-1a, 64 bits.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

func hash(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

// tag sets the tags of one sentence's tokens.
func (t *tagger) tag(s string, toks []Token) {
	p1, p2 := "-START-", "-START2-"
	var scores [64]float64
	at := func(i int) string {
		switch {
		case i == -1:
			return "-START2-"
		case i < -1:
			return "-START-"
		case i == len(toks):
			return "-END-"
		case i > len(toks):
			return "-END2-"
		}
		return contextWord(plain(s, toks, i))
	}
	prev2, prev, cur, next := at(-2), at(-1), at(0), at(1)
	for i := range toks {
		next2 := at(i + 2)
		w := plain(s, toks, i)
		tag := fixedTag(w)
		if tag == "" {
			if class, _, ok := t.find(hash(hash(offset, featureKnown), w)); ok {
				tag = t.classes[class]
			} else {
				tag = t.predict(&scores, w, [5]string{prev2, prev, cur, next, next2}, p1, p2)
			}
		}
		toks[i].Tag = tag
		p2, p1 = p1, tag
		prev2, prev, cur, next = prev, cur, next, next2
	}
}

// Names of features of prose's tagger that are no word or tag.
const (
	featureBias   = "bias"
	featureSuffix = "i suffix "
	featureKnown  = "known " // ours: words with but one tag
)

// predict sums the weights of the features of prose's tagger and returns the best tag, the first of equals.
func (t *tagger) predict(scores *[64]float64, w string, c [5]string, p1, p2 string) string {
	clear(scores[:])
	add := func(h uint64) {
		if first, n, ok := t.find(h); ok {
			for i, class := range t.of[first : first+n] {
				w := binary.LittleEndian.Uint32(t.weights[4*(int(first)+i):])
				scores[class] += float64(math.Float32frombits(w))
			}
		}
	}
	one := func(name, value string) { add(hash(hash(offset, name), value)) }
	two := func(name, a, b string) { add(hash(hash(hash(hash(offset, name), a), " "), b)) }
	add(hash(offset, featureBias))
	one(featureSuffix, suffix(w))
	one("i pref1 ", string(rune(w[0])))
	one("i-1 tag ", p1)
	one("i-2 tag ", p2)
	two("i tag+i-2 tag ", p1, p2)
	one("i word ", c[2])
	two("i-1 tag+i word ", p1, c[2])
	one("i-1 word ", c[1])
	one("i-1 suffix ", suffix(c[1]))
	one("i-2 word ", c[0])
	one("i+1 word ", c[3])
	one("i+1 suffix ", suffix(c[3]))
	one("i+2 word ", c[4])
	best := 0
	for i := range t.classes {
		if scores[i] > scores[best] {
			best = i
		}
	}
	return t.classes[best]
}

func suffix(w string) string { return w[max(0, len(w)-3):] }

// plain returns token i as the Penn Treebank writes it: directed marks, straight apostrophes, two hyphens for a dash.
func plain(s string, toks []Token, i int) string {
	w := toks[i].Of(s)
	if len(w) > 64 {
		return w[:64]
	}
	switch w {
	case "“", "„", "‟", "«", "‘", "‚", "‛", "‹", "``", "`", "「", "『":
		return "``"
	case "”", "»", "›", "''", "」", "』":
		return "''"
	case "\"", "'", "’":
		if w == "\"" && opens(toks, i) {
			return "``"
		} else if w != "\"" && i > 0 && toks[i-1].End == toks[i].Start {
			if isFinal(toks[i-1].Of(s)) || toks[i-1].Of(s) == "," {
				return "''"
			}
			return "'"
		} else if w != "\"" {
			return "``"
		}
		return "''"
	case "—", "―", "–", "---":
		return "--"
	case "…", "..", "....":
		return "..."
	}
	if strings.Contains(w, "’") {
		return strings.ReplaceAll(w, "’", "'")
	}
	return w
}

// opens reports whether the straight mark of token i stands before what it quotes.
func opens(toks []Token, i int) bool {
	after := i > 0 && toks[i-1].End == toks[i].Start
	before := i+1 < len(toks) && toks[i+1].Start == toks[i].End
	return before && !after
}

// fixedTag returns the tag of a token that needs no context, or "".
func fixedTag(w string) string {
	switch w {
	case "``", "''", ",", "(", ")", "$", ":":
		return w
	case "'":
		return "POS"
	case ".", "?", "!":
		return "."
	case ";", "--", "...", "-":
		return ":"
	case "[", "{", "<":
		return "("
	case "]", "}", ">":
		return ")"
	case "cannot", "Cannot":
		return "MD"
	case "%":
		return "NN"
	}
	if isLink(w) || w[0] == '@' {
		return "NN"
	}
	if compoundOffice(w) {
		return "NNP"
	}
	if isDigit(w[0]) && strings.Trim(w, "0123456789.,:–") == "" {
		return "CD"
	}
	if r, _ := utf8.DecodeRuneInString(w); r != utf8.RuneError && !unicode.IsLetter(r) && !unicode.IsDigit(r) &&
		r != '\'' &&
		strings.IndexFunc(w, unicode.IsLetter) < 0 &&
		strings.IndexFunc(w, unicode.IsDigit) < 0 {
		return "SYM"
	}
	return ""
}

// compoundOffice reports "Secretary-General" and the like, which the weights take for an adjective.
func compoundOffice(w string) bool {
	i := strings.LastIndexByte(w, '-')
	return i > 0 && words.CompoundOffice[w[i+1:]] && unicode.IsUpper(rune(w[0]))
}

// contextWord is the form in which the tagger's features name a neighbour.
func contextWord(w string) string {
	if strings.Contains(w, "-") && w[0] != '-' {
		return "!HYPHEN"
	}
	if isDigit(w[0]) {
		if len(w) == 4 && strings.Trim(w, "0123456789") == "" {
			return "!YEAR"
		}
		return "!DIGITS"
	}
	return strings.ToLower(w)
}
