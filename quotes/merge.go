package quotes

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"demarche/quotes/text"
)

// merge joins the quotes of layout, marks and model with the grammar's reports: every stretch of words with its cue
// once.
func (g *grammar) merge(qs, found []Quote) []Quote {
	var out []Quote
	layoutSpans := g.layoutSpans(qs)
	for _, q := range qs {
		if !isLayout(q) {
			q.Content, q.Source = g.withoutRelative(q.Content), g.fromFirstName(q.Source)
			q.Form = g.marks.form(g.paragraphs.tokensOf(q.Content))
		}
		q.Act = g.act(q)
		if q.Act == Speech && (isLayout(q) || g.trusted(q, layoutSpans)) {
			out = append(out, q)
		}
	}
	dropped, kept := g.settle(out, found)
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

// fromFirstName takes into a source the names right before it that the model left out: "“...,” | Xi | Jinping told".
func (g *grammar) fromFirstName(source []text.Span) []text.Span {
	if len(source) != 1 {
		return source
	}
	t := g.paragraphs.tokensOf(source)[0]
	lo := t.lo
	for lo > 0 && !t.empty() && g.capital(lo) && g.nameAt(lo-1) {
		lo--
	}
	if lo == t.lo {
		return source
	}
	return []text.Span{{Start: g.d.Tokens[lo].Start, End: source[0].End}}
}

// nameAt reports a capitalised noun, or, right after a mark, another word that the tagger may take a name for.
func (g *grammar) nameAt(i int) bool {
	if !g.capital(i) || g.has(i, flagTime|flagPrep|flagPronoun|flagFirst) {
		return false
	}
	verb := strings.HasPrefix(g.tag(i), "VB") && i > 0 && g.has(i-1, flagQuoteMark)
	return verb || isNoun(g.tag(i))
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

// settle decides where the grammar's reports and the other quotes share words: which of the others fall, and which
// reports stay.
func (g *grammar) settle(others, found []Quote) (dropped []bool, kept []Quote) {
	byStart := make([]int, len(others)) // for a search by the start of the content
	for i := range byStart {
		byStart[i] = i
	}
	sort.Slice(byStart, func(a, b int) bool {
		return others[byStart[a]].Content[0].Start < others[byStart[b]].Content[0].Start
	})
	dropped = make([]bool, len(others))
	for _, r := range found {
		keep := true
		for _, i := range near(others, byStart, r.Content) {
			switch whoYields(r, others[i]) {
			case reportYields:
				keep = false
			case otherYields:
				dropped[i] = true
			}
		}
		if keep {
			kept = append(kept, r)
		}
	}
	return dropped, kept
}

// yields tells which of two quotes that share words is left out.
type yields uint8

const (
	bothStay yields = iota
	reportYields
	otherYields
)

// whoYields decides between a report of the grammar and another quote.
func whoYields(r, o Quote) yields {
	same, piece := overlap(o.Content, r.Content) >= 0.5, share(r.Content, o.Content) > 0.7
	switch {
	case isLayout(o):
		if same {
			return reportYields
		}
	case within(r.Cue, o.Content): // a report inside the other's words
	case o.Form == Direct && same && nearer(r, o):
		return otherYields
	case o.Form == Direct && (same || piece && r.By != "rule:nested"):
		return reportYields // words in marks, of which the report may be a part
	case same, o.Form == Mixed && piece, o.Form == Indirect && shared(o.Content, r.Content) > 0,
		o.Form == Mixed && sameCue(o, r) && shared(o.Content, r.Content) > 0:
		return otherYields
	}
	return bothStay
}

// within reports whether the first of the spans lies inside one of the others.
func within(ss, outer []text.Span) bool {
	return len(ss) > 0 && slices.ContainsFunc(outer, func(o text.Span) bool { return o.Contains(ss[0]) })
}

// sameCue reports whether the cues of two quotes end with the same word.
func sameCue(a, b Quote) bool {
	return len(a.Cue) > 0 && len(b.Cue) > 0 && a.Cue[len(a.Cue)-1].Overlaps(b.Cue[len(b.Cue)-1])
}

// nearer reports whether the cue of r stands between the words and the cue of o, which then only tells through whom
// the article has the attribution: "“X,” the president said, the agency reported", "the president told N: “X,” the
// office said".
func nearer(r, o Quote) bool {
	if len(r.Cue) == 0 || len(o.Cue) == 0 || len(r.Source) == 0 {
		return false
	}
	start, end := r.Content[0].Start, r.Content[len(r.Content)-1].End
	if end > o.Cue[0].Start {
		return false
	}
	return end <= r.Cue[0].Start && r.Cue[0].End < o.Cue[0].Start || r.Cue[0].End <= min(start, o.Content[0].Start)
}

// withoutRelative leaves out a relative clause that the model took for the second half of words in marks: "“X,” he
// said in a letter | that he had sent".
func (g *grammar) withoutRelative(content []text.Span) []text.Span {
	if len(content) < 2 {
		return content
	}
	ts := g.paragraphs.tokensOf(content)
	out := content[:1]
	for i := 1; i < len(ts); i++ {
		if t := ts[i]; !g.is(t.lo, "that") || !isNoun(g.tag(t.lo-1)) || !g.marks.closesAt(ts[0].hi-1) {
			out = append(out, content[i])
		}
	}
	return out
}

// near returns the indices of the quotes whose content may overlap words by a half: a window by the start of the
// content.
func near(qs []Quote, byStart []int, words []text.Span) []int {
	from := words[0].Start - 2*(words[len(words)-1].End-words[0].Start)
	lo := sort.Search(len(byStart), func(i int) bool { return qs[byStart[i]].Content[0].Start >= from })
	hi := lo
	for hi < len(byStart) && hi < lo+64 && qs[byStart[hi]].Content[0].Start < words[len(words)-1].End {
		hi++
	}
	return byStart[lo:hi]
}

// overlap is the share of bytes that two contents have in common (Jaccard's index).
func overlap(a, b []text.Span) float64 {
	common, total := shared(a, b), length(a)+length(b)
	if total == common {
		return 1
	}
	return float64(common) / float64(total-common)
}

// share is the part of a's bytes that b covers.
func share(a, b []text.Span) float64 {
	return float64(shared(a, b)) / float64(max(1, length(a)))
}

// shared counts the bytes that lie in both.
func shared(a, b []text.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x.Overlaps(y) {
				n += min(x.End, y.End) - max(x.Start, y.Start)
			}
		}
	}
	return n
}

func length(a []text.Span) int {
	n := 0
	for _, x := range a {
		n += x.Len()
	}
	return n
}

func isLayout(q Quote) bool {
	switch q.By {
	case "rule:block", ByTurn, ByStatement, ByJoint, byMarkedBlock:
		return true
	}
	return false
}

func (g *grammar) layoutSpans(qs []Quote) spans {
	var out spans
	for _, q := range qs {
		if isLayout(q) {
			out = append(out, q.Content...)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out.joined()
}

// sureP is the least probability of an indirect quote that the model alone finds.
const sureP = 0.8

// trusted reports whether a quote of the model is taken: outside verbatim words, or with a cue and of some length
// inside them; with a cue of speech where its words are in marks (titles are in marks too); and of the indirect ones
// only a sure one.
func (g *grammar) trusted(q Quote, layoutSpans spans) bool {
	n := layoutSpans.at(q.Content[0].Start)
	inside := n < len(layoutSpans) && layoutSpans[n].Overlaps(q.Content[0])
	if q.Form == Indirect {
		return !inside && q.P >= sureP
	}
	if inside && (overlap(q.Content, layoutSpans[n:n+1]) > 0.5 || !layoutSpans[n].Contains(q.Content[0]) ||
		len(q.Cue) == 0 || len(q.Source) == 0 || length(q.Content) < 30) {
		return false // scare quotes, echoes, the same words again
	}
	return len(q.Cue) == 0 || q.P >= 0.9 || g.saysSomething(q)
}

// saysSomething reports a cue with a verb or noun of speech, "according to", or a colon.
func (g *grammar) saysSomething(q Quote) bool {
	for _, t := range g.paragraphs.tokensOf(q.Cue) {
		for i := t.lo; i < t.hi; i++ {
			v := g.w[i].cue.verb
			if v != nil && q.Form == Mixed && v.frames == frameParen|frameColon {
				continue // "posted an article titled “X”"
			}
			if v != nil && (v.class == classSpeech || v.class == classLight || v.class == classContinuing) ||
				g.in(i, words.AttributionWord, ":", "–", "—") ||
				g.w[i].noun&(nounSaying|nounExpressed) != 0 {
				return true
			}
		}
	}
	return false
}

// act tells by the cue whether words were uttered or a mind is reported. Words in marks were uttered.
func (g *grammar) act(q Quote) Act {
	if q.Form != Indirect {
		return Speech
	}
	act := Speech
	for _, c := range q.Cue {
		i := sort.Search(len(g.d.Tokens), func(i int) bool { return g.d.Tokens[i].Start >= c.Start })
		for ; i < len(g.d.Tokens) && g.d.Tokens[i].Start < c.End; i++ {
			v := g.w[i].cue.verb
			switch {
			case v == nil:
				if mind(g.w[i].low) {
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
