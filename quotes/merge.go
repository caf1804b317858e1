package quotes

import (
	"sort"

	"demarche/quotes/text"
)

// merge joins the quotes of layout, marks and model with the grammar's reports: every stretch of words with its cue once.
func (g *grammar) merge(qs, found []Quote, blocks spans) []Quote {
	var out []Quote
	layoutSpans := g.layoutSpans(qs)
	for _, q := range qs {
		if !isLayout(q) {
			q.Form = g.form(g.tokensOf(q.Content))
		}
		q.Act = g.act(q)
		if !isLayout(q) {
			if q.Form != Indirect && g.scare(q, layoutSpans) || q.Form == Indirect && !g.trusted(q, layoutSpans) {
				continue
			}
		}
		if q.Act == Speech {
			out = append(out, q)
		}
	}
	fixed := len(out)
	byStart := make([]int, fixed) // indices of out, for a search by the start of the content
	for i := range byStart {
		byStart[i] = i
	}
	sort.Slice(byStart, func(a, b int) bool { return out[byStart[a]].Content[0].Start < out[byStart[b]].Content[0].Start })
	dropped := make([]bool, fixed)
	for _, r := range found {
		keep := true
		for _, i := range near(out, byStart, r.Content) {
			if i < fixed && !isLayout(out[i]) && out[i].Form != Indirect && share(r.Content, out[i].Content) > 0.7 && r.By != "rule:nested" {
				keep = false // a piece of a longer passage
				break
			}
			if i >= fixed || overlap(out[i].Content, r.Content) < 0.5 {
				continue
			}
			if isLayout(out[i]) || out[i].Form == Direct {
				keep = false
				break
			}
			dropped[i] = true
		}
		if keep {
			out = append(out, r)
		}
	}
	kept := out[:0]
	for i, q := range out {
		if i >= fixed || !dropped[i] {
			kept = append(kept, q)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool {
		a, b := kept[i].Content[0], kept[j].Content[0]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	return kept
}

// tokensOf returns the tokens that begin in each of the spans.
func (g *grammar) tokensOf(ss []text.Span) []tokens {
	var out []tokens
	for _, s := range ss {
		lo := sort.Search(len(g.d.Tokens), func(i int) bool { return g.d.Tokens[i].Start >= s.Start })
		hi := sort.Search(len(g.d.Tokens), func(i int) bool { return g.d.Tokens[i].Start >= s.End })
		out = append(out, tokens{lo, hi})
	}
	return out
}

// near returns the indices of the quotes whose content may overlap words by a half: a window by the start of the content.
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
	return q.By == "rule:block" || q.By == "rule:turn" || q.By == "rule:marked-block"
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

// scare reports words in marks inside verbatim words of another: scare quotes and echoes, unless a cue of saying and some
// length speak for a quotation; and the same words that the layout gave.
func (g *grammar) scare(q Quote, layoutSpans spans) bool {
	n := layoutSpans.at(q.Content[0].Start)
	if n == len(layoutSpans) || !layoutSpans[n].Overlaps(q.Content[0]) {
		return false
	}
	if overlap(q.Content, []text.Span{layoutSpans[n]}) > 0.5 || !layoutSpans[n].Contains(q.Content[0]) {
		return true
	}
	return len(q.Cue) == 0 || len(q.Source) == 0 || length(q.Content) < 30
}

// trusted reports whether an indirect quote of the model is taken: outside verbatim words, and an act of speech by its cue.
func (g *grammar) trusted(q Quote, layoutSpans spans) bool {
	n := layoutSpans.at(q.Content[0].Start)
	if n < len(layoutSpans) && layoutSpans[n].Overlaps(q.Content[0]) {
		return false
	}
	return true
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
	switch w {
	case "convinced", "confident", "sure", "certain", "aware", "afraid", "worried", "concerned", "eager", "ready", "willing", "determined", "keen",
		"belief", "view", "hope", "fear", "plan", "plans", "intention", "desire", "opinion", "conviction", "feeling", "impression", "ambition":
		return true
	}
	return false
}
