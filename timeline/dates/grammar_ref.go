package dates

import (
	"strings"
	"sync"

	"demarche/data"
)

// refPhrases are the fixed phrases that refer to past, present or future at large; the first that stands is taken.
// Decoded once from the embedded table.
var refPhrases = sync.OnceValue(func() []refPhrase {
	rows, err := data.Table("lexicon/time.tsv", "word", "class", "value")
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	var list []refPhrase
	for _, r := range rows {
		if r.Fields[1] == phraseClass {
			list = append(list, refPhrase{strings.Fields(r.Fields[0]), r.Fields[2]})
		}
	}
	return list
})

// A refPhrase is a phrase with its TIMEX3 reference.
type refPhrase struct {
	words []string
	value string
}

// phraseClass is the class of the rows of lexicon/time.tsv that are phrases, not words.
const phraseClass = "phrase"

// reference reads "now", "recently", "at present", "the past", "the future", "these days", "current".
func (p *parser) reference(i int) (meaning, int) {
	since := p.seq(i, "now", "that") // a conjunction
	if w := p.at(i).word.ref; w != "" && !since && !p.in(i, words.FormerlyRef) {
		return meaning{kind: ref, value: w}, i + 1
	}
	if p.name(i) {
		return meaning{}, 0
	}
	for _, f := range refPhrases() {
		if p.at(i).low == f.words[0] && p.seq(i, f.words...) {
			return meaning{kind: ref, value: f.value}, i + len(f.words)
		}
	}
	k := p.skip(i, "the")
	switch {
	case p.is(i, "recent"):
		if u, e := p.unitWord(i + 1); e > 0 {
			return meaning{kind: duration, unit: u, vague: true}, e
		}
		return meaning{kind: ref, value: "PAST_REF"}, i + 1
	case p.is(i, "current"),
		p.is(i, "present") && p.is(i-1, "at") && !p.clause(i+1):
		return meaning{kind: ref, value: "PRESENT_REF"}, i + 1
	case p.seq(i, "the", "moment") && p.is(i-1, "at", "for"),
		p.seq(i, "this", "time") && p.is(i-1, "at"),
		p.seq(i, "the", "present") && p.in(i-1, words.PresentLead) && !p.clause(i+2):
		return meaning{kind: ref, value: "PRESENT_REF"}, i + 2
	case p.is(k, "past") && k > i && !p.clause(k+1):
		return meaning{kind: ref, value: "PAST_REF"}, k + 1
	case p.is(i, "date") && p.is(i-1, "to") && !p.clause(i+1):
		return meaning{kind: ref, value: "PRESENT_REF"}, i + 1
	case p.is(k, "future") && (k == i || !p.clause(k+1) || p.at(k+1).word.prep): // "the future border" is no time, "future" in it is
		return meaning{kind: ref, value: "FUTURE_REF"}, k + 1
	}
	return meaning{}, 0
}
