package quotes

import "demarche/quotes/text"

// turn is a run of paragraphs that one label opens.
type turn struct {
	label
	key         string // names the label's bearer within the document
	first, last int    // paragraphs; last is the one after
	asks        bool   // a question: no statement of anybody
}

// turns reads a transcript: paragraphs that begin with a speaker's label, each turn going on until the next. The
// answers are quotes; the words of those who ask are none. ok is false for a text that is no transcript.
func (p *page) turns() (l laidOut, ok bool) {
	ts := p.readTurns()
	if len(ts) == 0 {
		return l, false
	}
	p.cast(ts)
	if q, ok := p.opening(ts[0].first); ok {
		l.quotes = append(l.quotes, q)
	}
	for _, t := range ts {
		l.labels = append(l.labels, text.Span{Start: p.d.Tokens[t.name.lo].Start, End: p.d.Tokens[t.from-1].End})
		if t.asks {
			continue
		}
		if c, ok := p.turnWords(t); ok {
			l.quotes = append(l.quotes, Quote{
				Form: Unmarked, Act: Speech, By: ByTurn, P: 0.95, Source: []text.Span{p.span(t.name)}, Content: []text.Span{c},
			})
		}
	}
	return l, true
}

// readTurns cuts the text at its labels; nil for a text that is no transcript.
func (g *page) readTurns() []turn {
	labels := make([]label, len(g.d.Paragraphs))
	for n := range labels {
		labels[n] = g.labelAt(g.paragraphs.at(n))
	}
	if len(labels) > 0 && g.headline(labels) {
		labels[0] = label{}
	}
	var out []turn
	for n, l := range labels {
		if l.ok() {
			out = append(out, turn{label: l, key: g.labelKey(l.name), first: n, last: n + 1})
		} else if len(out) > 0 {
			out[len(out)-1].last = n + 1
		}
	}
	return g.transcript(out)
}

// transcript drops weak labels where nothing else shows a transcript, and all of them where the rest does not either:
// headings with a colon look like labels, but a transcript repeats a name, gives an office or role, or is announced by
// its title.
func (g *page) transcript(ts []turn) []turn {
	strong, count, sure := g.strongLabels(ts)
	if g.dialogue(ts, count) {
		return ts
	}
	if !sure || len(ts) == 1 && !g.official(ts[0].name) && g.isNews(ts[0]) {
		return nil
	}
	var out []turn
	for _, t := range ts {
		letter := t.name.len() == 1 && g.isLetterRole(t.name.lo)
		if !t.weak || strong > 1 || letter {
			out = append(out, t)
		} else if len(out) > 0 {
			out[len(out)-1].last = t.last
		}
	}
	return out
}

// strongLabels counts the labels that are not weak, and all by their bearers. sure tells that one of the strong ones
// repeats a name among others, names an office or stands in the title.
func (g *page) strongLabels(ts []turn) (strong int, count map[string]int, sure bool) {
	count = map[string]int{}
	for _, t := range ts {
		count[t.key]++
		if t.weak {
			continue
		}
		strong++
		again := count[t.key] > 1 && len(count) > 1
		sure = sure || again || g.official(t.name) || g.inTitle(t.name)
	}
	return strong, count, sure
}

// isNews reports that the only label of a text is the dateline of news: "OSLO: The minister said ...".
func (g *grammar) isNews(t turn) bool {
	return g.narrated() || t.first == 0 && t.name.len() == 1 && g.sentencesReporting() > 1
}

// dialogue reports two labels or more that come again, with a question among their words.
func (g *grammar) dialogue(ts []turn, count map[string]int) bool {
	again, question := map[string]bool{}, false
	for _, t := range ts {
		if count[t.key] > 1 {
			again[t.key] = true
			question = question || g.endsAsking(t)
		}
	}
	return len(again) > 1 && question
}

// headline reports that the label of the first paragraph is not one of the transcript's: it is not in capitals, as
// most others are.
func (g *grammar) headline(labels []label) bool {
	if !labels[0].ok() || g.capitals(labels[0]) {
		return false
	}
	capitals, others := 0, 0
	for _, l := range labels[1:] {
		switch {
		case !l.ok():
		case g.capitals(l):
			capitals++
		default:
			others++
		}
	}
	return capitals > others
}

// capitals reports a label that is written in capitals alone.
func (g *grammar) capitals(l label) bool { return allCaps(g.span(l.name).Of(g.d.Text)) }
