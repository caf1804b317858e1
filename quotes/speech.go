package quotes

import "demarche/quotes/text"

// maxSentence is the length in tokens above which a "sentence" is no prose and is not read.
const maxSentence = 400

// speech returns what the timeline wants of the quotes that layout, marks and model found: acts of speech, with the indirect
// reports of diplomatic prose that the grammar of cues finds.
func speech(d *text.Doc, qs []Quote) []Quote {
	g := &grammar{d: d, w: annotate(d)}
	out := append([]Quote(nil), qs...)
	blocks := g.verbatim(qs)
	for p := range d.Paragraphs {
		for s := d.Paragraphs[p].First; s < d.Paragraphs[p].Last; s++ {
			sent := d.Sentences[s]
			if sent.Last-sent.First > maxSentence {
				continue
			}
			inner := blocks.holds(sent.Span)
			for _, r := range g.sentence(sent.First, sent.Last, inner) {
				out = append(out, g.quote(r))
			}
		}
	}
	return out
}

// spans is a sorted list of disjoint spans.
type spans []text.Span

func (ss spans) holds(s text.Span) bool {
	for _, b := range ss {
		if b.Contains(s) || b.Overlaps(s) && b.Start <= s.Start {
			return true
		}
	}
	return false
}

func (g *grammar) verbatim(qs []Quote) spans {
	var out spans
	for _, q := range qs {
		if q.Form == Unmarked || q.By == "rule:marked-block" {
			out = append(out, q.Content...)
		}
	}
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
