package quotes

import (
	"fmt"
	"sort"
	"strings"

	"demarche/quotes/text"
)

// joiner joins the grammar's reports with the quotes of layout, marks and model.
type joiner struct{ *grammar }

// merge joins the quotes of layout, marks and model with the grammar's reports: every stretch of words with its cue
// once.
func (jo joiner) merge(qs, found []Quote) []Quote {
	var out []Quote
	laid := layoutSpans(qs)
	for _, q := range qs {
		if !isLayout(q) {
			q = jo.tidied(q)
		}
		q.Act = jo.act(q)
		if q.Act == Speech && (isLayout(q) || jo.trusted(q, laid)) {
			out = append(out, q)
		}
	}
	dropped, kept := settle(out, found)
	joined := kept
	for i, q := range out {
		if !dropped[i] {
			joined = append(joined, q)
		}
	}
	sort.SliceStable(joined, func(i, j int) bool {
		a, b := joined[i].Content[0], joined[j].Content[0]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	return once(joined)
}

// tidied mends the bounds of a quote of the model, and reads its form from the marks in it.
func (jo joiner) tidied(q Quote) Quote {
	q.Content, q.Source = jo.withoutThat(jo.withoutRelative(q.Content)), jo.fromFirstName(q.Source)
	q.Form = jo.marks.form(jo.paragraphs.tokensOf(q.Content))
	return q
}

// fromFirstName takes into a source the names right before it that the model left out: "“...,” | Xi | Jinping told".
func (jo joiner) fromFirstName(source []text.Span) []text.Span {
	if len(source) != 1 {
		return source
	}
	t := jo.paragraphs.tokensOf(source)[0]
	lo := t.lo
	for lo > 0 && !t.empty() && jo.capital(lo) && jo.nameAt(lo-1) {
		lo--
	}
	if lo == t.lo {
		return source
	}
	return []text.Span{{Start: jo.d.Tokens[lo].Start, End: source[0].End}}
}

// nameAt reports a capitalised noun, or, right after a mark, another word that the tagger may take a name for.
func (jo joiner) nameAt(i int) bool {
	if !jo.capital(i) || jo.has(i, flagTime|flagPrep|flagPronoun|flagFirst) {
		return false
	}
	verb := strings.HasPrefix(jo.tag(i), "VB") && i > 0 && jo.has(i-1, flagQuoteMark)
	return verb || isNoun(jo.tag(i))
}

// once keeps of the quotes of the same words the likeliest, or the first of equals: "The ministry said in its
// statement that" is read both as a saying and as a statement.
func once(qs []Quote) []Quote {
	best := map[string]int{} // index in out of the content's spans
	var out []Quote
	for _, q := range qs {
		words := fmt.Sprint(q.Content)
		i, twice := best[words]
		switch {
		case !twice:
			best[words] = len(out)
			out = append(out, q)
		case q.P > out[i].P:
			out[i] = q
		}
	}
	return out
}

// withoutRelative leaves out a relative clause that the model took for the second half of words in marks: "“X,” he
// said in a letter | that he had sent".
func (jo joiner) withoutRelative(content []text.Span) []text.Span {
	if len(content) < 2 {
		return content
	}
	ts := jo.paragraphs.tokensOf(content)
	out := content[:1]
	for i := 1; i < len(ts); i++ {
		if t := ts[i]; !jo.is(t.lo, "that") || !isNoun(jo.tag(t.lo-1)) || !jo.marks.closesAt(ts[0].hi-1) {
			out = append(out, content[i])
		}
	}
	return out
}

// withoutThat takes the conjunction off the head of the content, where the model took it in: "told N | that | talks
// would go on".
func (jo joiner) withoutThat(content []text.Span) []text.Span {
	if len(content) == 0 {
		return content
	}
	t := jo.paragraphs.tokensOf(content[:1])[0]
	if t.len() < 2 || !jo.is(t.lo, "that") || jo.tag(t.lo) != "IN" || jo.has(t.lo+1, flagFinite) {
		return content
	}
	first := text.Span{Start: jo.d.Tokens[t.lo+1].Start, End: content[0].End}
	return append([]text.Span{first}, content[1:]...)
}

// isLayout reports a quote that the layout gives to somebody.
func isLayout(q Quote) bool {
	switch q.By {
	case "rule:block", ByTurn, ByStatement, ByJoint, byMarkedBlock:
		return true
	}
	return false
}

// layoutSpans are the words that the layout gives to somebody.
func layoutSpans(qs []Quote) spans {
	var out spans
	for _, q := range qs {
		if isLayout(q) {
			out = append(out, q.Content...)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out.joined()
}

// sureP is the least probability of an indirect quote, or of one beside all others, that only the model finds.
const sureP = 0.75

// trusted reports whether a quote of the model is taken: outside verbatim words, or with a cue and of some length
// inside them; with a cue of speech where its words are in marks (titles are in marks too); and of the indirect ones
// only a sure one.
func (jo joiner) trusted(q Quote, laid spans) bool {
	n := laid.at(q.Content[0].Start)
	inside := n < len(laid) && laid[n].Overlaps(q.Content[0])
	if q.Form == Indirect {
		return !inside && q.P >= sureP && !jo.ofAsked(q)
	}
	if inside && (overlap(q.Content, laid[n:n+1]) > 0.5 || !laid[n].Contains(q.Content[0]) ||
		len(q.Cue) == 0 || len(q.Source) == 0 || length(q.Content) < 30) {
		return false // scare quotes, echoes, the same words again
	}
	return len(q.Cue) == 0 || q.P >= 0.9 || jo.saysSomething(q)
}

// ofAsked reports a quote whose source was asked what it gives: "Lind, | asked by Moss | whether it was late, said".
func (jo joiner) ofAsked(q Quote) bool {
	if len(q.Cue) != 1 || len(q.Source) != 1 || q.Content[0].Start < q.Cue[0].Start {
		return false
	}
	cue, source := jo.paragraphs.tokensOf(q.Cue)[0], jo.paragraphs.tokensOf(q.Source)[0]
	return cue.lo == source.hi+1 && jo.is(source.hi, ",") && jo.in(cue.lo, words.BeingAsked)
}

// saysSomething reports a cue with a verb or noun of speech, "according to", or a colon.
func (jo joiner) saysSomething(q Quote) bool {
	for _, t := range jo.paragraphs.tokensOf(q.Cue) {
		for i := t.lo; i < t.hi; i++ {
			v := jo.w[i].cue.verb
			if v != nil && q.Form == Mixed && v.frames == frameParen|frameColon {
				continue // "posted an article titled “X”"
			}
			if v != nil && (v.class == classSpeech || v.class == classLight || v.class == classContinuing) ||
				jo.in(i, words.AttributionWord, ":", "–", "—") ||
				jo.w[i].noun&(nounSaying|nounExpressed) != 0 {
				return true
			}
		}
	}
	return false
}

// act tells by the cue whether words were uttered or a mind is reported. Words in marks were uttered.
func (jo joiner) act(q Quote) Act {
	if q.Form != Indirect {
		return Speech
	}
	act := Speech
	for _, c := range q.Cue {
		i := sort.Search(len(jo.d.Tokens), func(i int) bool { return jo.d.Tokens[i].Start >= c.Start })
		for ; i < len(jo.d.Tokens) && jo.d.Tokens[i].Start < c.End; i++ {
			v := jo.w[i].cue.verb
			switch {
			case v == nil:
				if mind(jo.w[i].low) {
					act = Thought
				}
			case v.class == classSpeech || v.class == classLight:
				return Speech
			case v.class == classThought:
				act = Thought
			}
		}
	}
	return act
}

// mind reports nouns and adjectives of thought that serve as cues: "is convinced that", "the belief that".
func mind(w string) bool {
	return words.StateOfMind[w]
}
