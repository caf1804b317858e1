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
	names   *features
	known   uint64 // hash of featureKnown
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
			if class, _, ok := t.find(hash(t.known, w)); ok {
				tag = t.classes[class]
			} else {
				tag = t.predict(&scores, t.names.of(w, [5]string{prev2, prev, cur, next, next2}, p1, p2))
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

// features are the hashes of the names of prose's features, up to where the values follow.
type features [14]uint64

func newFeatures() *features {
	f := &features{}
	for i, name := range [len(f)]string{
		featureBias, featureSuffix, "i pref1 ", "i-1 tag ", "i-2 tag ", "i tag+i-2 tag ", "i word ", "i-1 tag+i word ",
		"i-1 word ", "i-1 suffix ", "i-2 word ", "i+1 word ", "i+1 suffix ", "i+2 word ",
	} {
		f[i] = hash(offset, name)
	}
	return f
}

// of are the features of a word w among its neighbours c, itself in the middle, after the tags p1 and p2, in the
// order of the names.
func (f *features) of(w string, c [5]string, p1, p2 string) features {
	two := func(h uint64, a, b string) uint64 { return hash(hash(hash(h, a), " "), b) }
	return features{
		f[0], hash(f[1], suffix(w)), hash(f[2], string(rune(w[0]))), hash(f[3], p1), hash(f[4], p2), two(f[5], p1, p2),
		hash(f[6], c[2]), two(f[7], p1, c[2]), hash(f[8], c[1]), hash(f[9], suffix(c[1])), hash(f[10], c[0]),
		hash(f[11], c[3]), hash(f[12], suffix(c[3])), hash(f[13], c[4]),
	}
}

// predict sums the weights of the features of prose's tagger and returns the best tag, the first of equals. All
// features are found before any is summed, so that no access to memory waits for a sum.
func (t *tagger) predict(scores *[64]float64, f features) string {
	clear(scores[:])
	var first, n [len(f)]uint32
	for i, h := range f {
		first[i], n[i], _ = t.find(h)
	}
	for i, from := range first {
		for k, class := range t.of[from : from+n[i]] {
			w := binary.LittleEndian.Uint32(t.weights[4*(int(from)+k):])
			scores[class] += float64(math.Float32frombits(w))
		}
	}
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
	if words.PastAlways[w] {
		return "VBD"
	}
	if tag := nounTag(w); tag != "" {
		return tag
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

// nounTag is the tag of a token that is a noun wherever it stands: a link, a handle, a spokesperson, a counterpart, an
// office, a part of a name; "" for others.
func nounTag(w string) string {
	switch {
	case isLink(w), w[0] == '@', words.Spokesperson[w], words.NounAlways[w]:
		return "NN"
	case compoundOffice(w), words.NameAlways[w]:
		return "NNP"
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
