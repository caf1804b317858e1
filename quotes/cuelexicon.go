package quotes

import (
	"fmt"
	"strings"

	"demarche/data"
)

// frame is a set of complements that a cue licenses, with the ways it may stand to them.
type frame uint32

// The frames of data/lexicon/cues.tsv.
const (
	frameThat        frame = 1 << iota // a clause, with or without "that": said (that) X
	frameParen                         // an aside after or within the words: "X, he said", "X, said the paper"
	frameNP                            // any noun phrase: praised X
	frameKey                           // a noun phrase whose head is a key noun: noted the importance of X
	frameTo                            // an infinitive: vowed to X
	frameAs                            // a noun phrase and "as": branded X as Y
	frameOf                            // a noun phrase and "of": accused X of Y
	frameDoc                           // a noun phrase, where a document is named: in a statement supported X
	framePassive                       // it was agreed to X; the need for X was stressed
	frameColon                         // a colon and a block: he said: X
	frameRcptThat                      // told N that X
	frameRcptTo                        // urged | N to X
	frameRcptAbout                     // informed N about X
	frameRcptFor                       // thanked N for X
	frameRcptOn                        // congratulated N on X
	frameRcptAgainst                   // warned N against X
	frameRcptNP                        // wished N X
	frameRcptAs                        // called N X
	frameExpressed                     // light verb with a noun of expression: expressed hope that X
	frameGiven                         // light verb with a noun of giving words: extended thanks for X
	frameAttention                     // drew attention to X
	frameEmphasis                      // placed emphasis on X
	frameAgreement                     // reached agreement on X
	frameRaised                        // raised concerns about X
	frameAssessed                      // gave a high assessment of X
	framePrep                          // prepositions of their own: called for X
	frameBareNP                        // a noun phrase without a determiner: threatened retaliation
	frameRcptPlace                     // invited N to X
	frameToRcpt                        // with a preposition of its own: apologised to N for X
	framePurpose                       // an infinitive of saying: met N to thank her for X
	frameWith                          // a noun phrase and "with": threatened N with X
)

// String is the name of a frame in data/lexicon/cues.tsv, "" for framePrep, which has none.
func (f frame) String() string {
	switch f {
	case frameThat:
		return "that"
	case frameParen:
		return "paren"
	case frameNP:
		return "np"
	case frameKey:
		return "key"
	case frameTo:
		return "to"
	case frameAs:
		return "as"
	case frameOf:
		return "of"
	case frameDoc:
		return "doc"
	case framePassive:
		return "passive"
	case frameColon:
		return "colon"
	case frameExpressed:
		return "expressed"
	case frameGiven:
		return "given"
	case frameAttention:
		return "attention"
	case frameEmphasis:
		return "emphasis"
	case frameAgreement:
		return "agreement"
	case frameRaised:
		return "raised"
	case frameAssessed:
		return "assessed"
	case frameBareNP:
		return "bare-np"
	case framePurpose:
		return "purpose"
	}
	return f.toRecipient()
}

// toRecipient is the name of a frame with a recipient, "" for others.
func (f frame) toRecipient() string {
	switch f {
	case frameRcptThat:
		return "rcpt-that"
	case frameRcptTo:
		return "rcpt-to"
	case frameRcptAbout:
		return "rcpt-about"
	case frameRcptFor:
		return "rcpt-for"
	case frameRcptOn:
		return "rcpt-on"
	case frameRcptAgainst:
		return "rcpt-against"
	case frameRcptNP:
		return "rcpt-np"
	case frameRcptAs:
		return "rcpt-as"
	case frameRcptPlace:
		return "rcpt-place"
	case frameToRcpt:
		return "to-rcpt"
	case frameWith:
		return "with"
	}
	return ""
}

// framesByName are the frames by their names.
func framesByName() map[string]frame {
	m := map[string]frame{}
	for f := frameThat; f <= frameWith; f <<= 1 {
		if name := f.String(); name != "" {
			m[name] = f
		}
	}
	return m
}

// cueClass tells what a verb reports.
type cueClass string

// The classes of data/lexicon/cues.tsv: light verbs speak with a noun only, continuing ones before a colon only,
// those of meeting with an infinitive of saying only.
const (
	classSpeech     cueClass = "speech"
	classThought    cueClass = "thought"
	classLight      cueClass = "light"
	classContinuing cueClass = "cont"
	classMeeting    cueClass = "meeting"
)

// cueVerb is a row of the lexicon.
type cueVerb struct {
	lemma  string
	class  cueClass
	frames frame
	preps  [][]string // prepositions of framePrep, each of one or more words
	// with holds the verbs that this one makes with a word after it: "point" and "out". A verb that says nothing
	// alone has no class.
	with map[string]*cueVerb
}

// verbForm tells which form of its verb a word is; past and participle share most spellings.
type verbForm uint8

const (
	formBase verbForm = 1 << iota
	formS
	formPast
	formParticiple
	formGerund
)

// cueForm is what a spelling may be.
type cueForm struct {
	verb  *cueVerb
	forms verbForm
}

// nounKind is a set of the kinds of data/lexicon/nouns.tsv.
type nounKind uint16

const (
	nounDocument nounKind = 1 << iota
	nounEvent
	nounMedium
	nounOffice
	nounKey
	nounExpressed
	nounGiven
	nounSaying
	nounAppeal
)

// String is the name of a kind in data/lexicon/nouns.tsv.
func (k nounKind) String() string {
	switch k {
	case nounDocument:
		return "document"
	case nounEvent:
		return "event"
	case nounMedium:
		return "medium"
	case nounOffice:
		return "office"
	case nounKey:
		return "key"
	case nounExpressed:
		return "expressed"
	case nounGiven:
		return "given"
	case nounSaying:
		return "saying"
	case nounAppeal:
		return "appeal"
	}
	return ""
}

// nounKindsByName are the kinds by their names.
func nounKindsByName() map[string]nounKind {
	m := map[string]nounKind{}
	for k := nounDocument; k <= nounAppeal; k <<= 1 {
		m[k.String()] = k
	}
	return m
}

// cueLexicon maps lower-case spellings to what they may be.
type cueLexicon struct {
	verbs map[string]cueForm
	nouns map[string]nounKind
}

// loadCues reads the verbs and nouns that serve as cues.
func loadCues() (*cueLexicon, error) {
	l := &cueLexicon{verbs: map[string]cueForm{}, nouns: map[string]nounKind{}}
	const verbFile, nounFile = "lexicon/cues.tsv", "lexicon/nouns.tsv"
	rows, err := data.Table(verbFile, "verb", "class", "frames", "forms")
	if err != nil {
		return nil, err
	}
	frames, kinds := framesByName(), nounKindsByName()
	for _, r := range rows {
		v, err := parseCueVerb(r.Fields, frames)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", verbFile, r.Line, err)
		}
		if err := l.addVerb(v, r.Fields[3]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", verbFile, r.Line, err)
		}
	}
	if rows, err = data.Table(nounFile, "noun", "kinds"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		if _, ok := l.nouns[r.Fields[0]]; ok {
			return nil, fmt.Errorf("%s:%d: %q stands twice", nounFile, r.Line, r.Fields[0])
		}
		for k := range strings.FieldsSeq(r.Fields[1]) {
			if kinds[k] == 0 {
				return nil, fmt.Errorf("%s:%d: unknown kind %q", nounFile, r.Line, k)
			}
			l.nouns[r.Fields[0]] |= kinds[k]
		}
	}
	return l, nil
}

func parseCueVerb(f []string, frames map[string]frame) (*cueVerb, error) {
	v := &cueVerb{lemma: f[0], class: cueClass(f[1])}
	switch v.class {
	case classSpeech, classThought, classLight, classContinuing, classMeeting:
	default:
		return nil, fmt.Errorf("unknown class %q", f[1])
	}
	for name := range strings.FieldsSeq(f[2]) {
		if p, ok := strings.CutPrefix(name, "prep:"); ok {
			v.preps = append(v.preps, strings.Split(p, "_"))
			v.frames |= framePrep
			continue
		}
		if frames[name] == 0 {
			return nil, fmt.Errorf("unknown frame %q", name)
		}
		v.frames |= frames[name]
	}
	return v, nil
}

// addVerb enters the five spellings of a verb; forms is "-" where they are regular, else past,participle,gerund. A verb
// with a particle ("point_out") stands after the plain one in the table, if that is there.
func (l *cueLexicon) addVerb(v *cueVerb, forms string) error {
	if base, particle, ok := strings.Cut(v.lemma, "_"); ok {
		plain := l.verbs[base].verb
		if plain == nil {
			plain = &cueVerb{lemma: base}
			if err := l.addVerb(plain, forms); err != nil {
				return err
			}
		}
		if plain.with == nil {
			plain.with = map[string]*cueVerb{}
		}
		if plain.with[particle] != nil {
			return fmt.Errorf("%q stands twice", v.lemma)
		}
		plain.with[particle] = v
		return nil
	}
	past, part, ger := regularForms(v.lemma)
	if forms != "-" {
		f := strings.Split(forms, ",")
		if len(f) != 3 {
			return fmt.Errorf("forms %q: want past,participle,gerund", forms)
		}
		past, part, ger = f[0], f[1], f[2]
	}
	for _, e := range []struct {
		word string
		form verbForm
	}{{v.lemma, formBase}, {thirdPerson(v.lemma), formS}, {past, formPast}, {part, formParticiple}, {ger, formGerund}} {
		c := l.verbs[e.word]
		if c.verb != nil && c.verb != v {
			return fmt.Errorf("%q is a form of %q already", e.word, c.verb.lemma)
		}
		l.verbs[e.word] = cueForm{v, c.forms | e.form}
	}
	return nil
}

func regularForms(lemma string) (past, participle, gerund string) {
	switch n := len(lemma); {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d", lemma + "d", lemma[:n-1] + "ing"
	case strings.HasSuffix(lemma, "y") && !strings.ContainsAny(lemma[n-2:n-1], vowels):
		return lemma[:n-1] + "ied", lemma[:n-1] + "ied", lemma + "ing"
	}
	return lemma + "ed", lemma + "ed", lemma + "ing"
}

// vowels are those before which a y stays.
const vowels = "aeiou"

func thirdPerson(lemma string) string {
	switch n := len(lemma); {
	case strings.HasSuffix(lemma, "y") && !strings.ContainsAny(lemma[n-2:n-1], vowels):
		return lemma[:n-1] + "ies"
	case strings.HasSuffix(lemma, "s"),
		strings.HasSuffix(lemma, "sh"),
		strings.HasSuffix(lemma, "ch"),
		strings.HasSuffix(lemma, "x"),
		lemma == "go":
		return lemma + "es"
	}
	return lemma + "s"
}
