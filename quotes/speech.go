package quotes

import (
	"sort"

	"demarche/quotes/text"
)

// maxSentence is the length in tokens above which a "sentence" is no prose and is not read.
const maxSentence = 400

// speech returns what the timeline wants of the quotes that layout, marks and model found: acts of speech, with the indirect
// reports of diplomatic prose that the grammar of cues finds.
func speech(d *text.Doc, qs []Quote) []Quote {
	g := &grammar{d: d, w: annotate(d)}
	out := append([]Quote(nil), qs...)
	blocks := g.verbatim(qs)
	for s := 0; s < len(d.Sentences); s++ {
		lo, hi := d.Sentences[s].First, d.Sentences[s].Last
		for s+1 < len(d.Sentences) && g.broken(hi, d.Sentences[s+1].Last) {
			s++
			hi = d.Sentences[s].Last
		}
		if hi-lo > maxSentence {
			continue
		}
		inner, hi := blocks.cut(d, lo, hi)
		for _, r := range g.sentence(lo, hi, inner) {
			out = append(out, g.quote(r))
		}
	}
	return out
}

// broken reports whether the line ends at token hi inside a sentence, behind an abbreviation's dot, as wire copy is broken by
// machines: "the Ssangyong Motor Co." and then "Ltd. held"; "the meeting of the C.C." and then "Workers' Party".
func (g *grammar) broken(hi, next int) bool {
	if hi == 0 || hi >= len(g.w) || next-hi < 2 {
		return false
	}
	switch {
	case g.is(hi, "ltd.", "inc.", "ltd", "inc"):
		return true
	case g.is(hi-1, "co.", "c.c.", "mt.", "corp."):
		return g.tag(hi) == "NNP" && g.is(hi-1, "c.c.", "mt.")
	case g.is(hi-1, "u.s.") && hi > 2 && g.is(hi-2, "the"):
		v := g.w[hi-3].cue.verb
		return v != nil && v.frames&(frameRcptTo|frameNP) != 0 && v.class == classSpeech
	}
	return false
}

// spans is a sorted list of disjoint spans.
type spans []text.Span

// cut reports whether the tokens [lo, hi) begin inside one of the spans, and ends them where one begins.
func (ss spans) cut(d *text.Doc, lo, hi int) (inside bool, end int) {
	start := d.Tokens[lo].Start
	n := sort.Search(len(ss), func(i int) bool { return ss[i].End > start })
	if n == len(ss) {
		return false, hi
	}
	if ss[n].Start <= start {
		return true, hi
	}
	for hi > lo+1 && d.Tokens[hi-1].Start >= ss[n].Start {
		hi--
	}
	return false, hi
}

func (g *grammar) verbatim(qs []Quote) spans {
	var out spans
	for _, q := range qs {
		if q.Form == Unmarked || q.By == "rule:marked-block" {
			out = append(out, q.Content...)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// quote turns a report into spans.
func (g *grammar) quote(r report) Quote {
	q := Quote{Form: Indirect, Act: Speech, By: r.rule, P: 0.8}
	for _, c := range r.content {
		q.Content = append(q.Content, g.span(c))
	}
	for _, c := range r.cue {
		q.Cue = append(q.Cue, g.span(c))
	}
	if !r.source.empty() {
		q.Source = []text.Span{g.span(r.source)}
	}
	return q
}
