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
	p.trimLast(ts)
	p.cast(ts)
	if q, ok := p.opening(ts[0].first); ok {
		l.quotes = append(l.quotes, q)
	}
	for _, t := range ts {
		l.labels = append(l.labels, text.Span{Start: p.d.Tokens[t.name.lo].Start, End: p.d.Tokens[t.from-1].End})
		if t.asks {
			continue
		}
		if c, ok := p.texts.words(t); ok {
			l.quotes = append(l.quotes, Quote{
				Form: Unmarked, Act: Speech, By: ByTurn, P: 0.95, Source: []text.Span{p.span(t.name)}, Content: []text.Span{c},
			})
		}
	}
	return l, true
}

// trimLast ends the last turn of an interview inside an article with its first paragraph, where the article tells
// something before the first turn and every other turn has one paragraph too: what follows is the article's.
func (p *page) trimLast(ts []turn) {
	last := len(ts) - 1
	if last < 2 || ts[last].asks {
		return
	}
	if _, _, told := p.lines.running(0, ts[0].first); !told {
		return // a place and a time of day before the first turn tell nothing
	}
	for _, t := range ts[:last] {
		if t.last-t.first > 1 {
			return
		}
	}
	ts[last].last = ts[last].first + 1
}

// readTurns cuts the text at its labels; nil for a text that is no transcript.
func (g *page) readTurns() []turn {
	labels := make([]label, len(g.d.Paragraphs))
	for n := range labels {
		labels[n] = g.labels.at(g.paragraphs.at(n))
	}
	if len(labels) > 0 && g.labels.headline(labels) {
		labels[0] = label{}
	}
	g.labels.keepCapitals(labels)
	var out []turn
	for n, l := range labels {
		if l.ok() {
			out = append(out, turn{label: l, key: g.names.key(l.name), first: n, last: n + 1})
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
	if g.texts.dialogue(ts, count) {
		return ts
	}
	if !sure || len(ts) == 1 && !g.names.official(ts[0].name) && g.perspective.isNews(ts[0]) {
		return nil
	}
	var out []turn
	for _, t := range ts {
		letter := t.name.len() == 1 && g.names.isLetterRole(t.name.lo)
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
		sure = sure || again || g.names.official(t.name) || g.inTitle(t.name)
	}
	return strong, count, sure
}
