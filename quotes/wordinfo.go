package quotes

import (
	"strings"

	"demarche/quotes/marks"
	"demarche/quotes/text"
)

// wordFlag marks what the grammar must know of a word besides its tag.
type wordFlag uint16

const (
	flagBe wordFlag = 1 << iota
	flagHave
	flagPronoun  // subject pronouns of the third person
	flagRelative // who, which, that
	flagTime     // weekdays, months, "today": adjuncts without a preposition
	flagFinite   // a finite verb by its tag
	flagPrep
	flagNegation
	flagQuoteMark
	flagFirst  // subject pronouns of the first person
	flagOpens  // an opening quotation mark, by the scanner of marks
	flagCloses // a closing one
)

// wordInfo is what one token is to the grammar.
type wordInfo struct {
	low   string
	cue   cueForm
	noun  nounKind
	flags wordFlag
}

var functionWords = map[string]wordFlag{
	"be": flagBe, "is": flagBe, "are": flagBe, "was": flagBe, "were": flagBe,
	"been": flagBe, "being": flagBe, "am": flagBe, "has": flagHave, "have": flagHave,
	"had": flagHave, "having": flagHave,
	"spoke": flagFinite, "went": flagFinite, // the tagger takes them for nouns
	"he": flagPronoun, "she": flagPronoun, "it": flagPronoun, "they": flagPronoun, "i": flagFirst, "we": flagFirst,
	"who": flagRelative, "which": flagRelative, "whom": flagRelative, "whose": flagRelative,
	"monday": flagTime, "tuesday": flagTime, "wednesday": flagTime, "thursday": flagTime, "friday": flagTime,
	"saturday": flagTime, "sunday": flagTime, "today": flagTime, "yesterday": flagTime, "january": flagTime,
	"february": flagTime, "march": flagTime, "april": flagTime, "may": 0, "june": flagTime, "july": flagTime,
	"august": flagTime, "september": flagTime, "october": flagTime, "november": flagTime, "december": flagTime,
	"jan.": flagTime, "feb.": flagTime, "mar.": flagTime, "apr.": flagTime, "aug.": flagTime, "sept.": flagTime,
	"oct.": flagTime, "nov.": flagTime, "dec.": flagTime, "recently": flagTime, "earlier": flagTime,
	"not": flagNegation, "n't": flagNegation, "n’t": flagNegation, "never": flagNegation,
	"\"": flagQuoteMark, "“": flagQuoteMark, "”": flagQuoteMark, "«": flagQuoteMark, "»": flagQuoteMark, "„": flagQuoteMark,
	"``": flagQuoteMark, "''": flagQuoteMark,
}

// annotate looks every token up once.
func annotate(d *text.Doc) []wordInfo {
	lex := cues()
	out := make([]wordInfo, len(d.Tokens))
	for i, t := range d.Tokens {
		w := &out[i]
		w.low = lower(t.Of(d.Text))
		w.flags = functionWords[w.low]
		switch t.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			w.flags |= flagFinite
		case "IN", "TO":
			w.flags |= flagPrep
		}
		if g := w.low; g == "headlined" || g == "titled" || g == "entitled" || g == "captioned" || g == "dated" {
			w.flags &^= flagFinite // participles, whatever the tagger thinks
		}
		if c := w.low[0]; 'a' <= c && c <= 'z' && len(w.low) > 1 {
			w.cue = lex.verbs[w.low]
			w.noun = lex.nouns[w.low]
		}
	}
	return out
}

// mark enters what the scanner of marks knows: which tokens open and close a passage, in every typography.
func (g *grammar) mark(ms []marks.Mark) {
	for _, m := range ms {
		if m.Depth > 0 {
			continue
		}
		if m.Opened {
			g.w[m.First].flags |= flagQuoteMark | flagOpens
		}
		if m.Closed {
			g.w[m.Last-1].flags |= flagQuoteMark | flagCloses
		}
	}
}

// opensAt reports whether the mark at token i opens a passage; open tells whether one is open already.
func (g *grammar) opensAt(i int, open bool) bool {
	if g.has(i, flagOpens|flagCloses) {
		return g.has(i, flagOpens)
	}
	return g.is(i, "“", "«", "„", "``") || !open && g.is(i, "\"")
}

// closesAt reports a mark at token i that closes a passage.
func (g *grammar) closesAt(i int) bool {
	return g.has(i, flagQuoteMark) && (g.has(i, flagCloses) || g.is(i, "”", "»", "''") && !g.has(i, flagOpens))
}

// lower is strings.ToLower that allocates for words with capitals only.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(w)
		}
	}
	return w
}

// isNoun, isVerb and the like read Penn tags.
func isNoun(tag string) bool { return strings.HasPrefix(tag, "NN") }
func isVerb(tag string) bool { return tag != "" && tag[0] == 'V' || tag == "MD" }

// inNP reports whether a token with the tag may stand inside a base noun phrase.
func inNP(tag string) bool {
	switch tag {
	case "DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP", "$", "PDT", "VBN", "VBG", "EX", "#", "FW":
		return true
	}
	return false
}
