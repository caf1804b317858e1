package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
)

// evalQuote is an annotated or extracted quote, its spans in code points.
type evalQuote struct {
	Content [][2]int `json:"content"`
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	P       float64  `json:"p"`
}

// quoteGold is a document of the gold of quotes.
type quoteGold struct {
	ID      string      `json:"id"`
	Text    string      `json:"text"`
	Quotes  []evalQuote `json:"quotes"`
	Discard [][2]int    `json:"discard"`
}

// scoredQuote is a quote in letters.
type scoredQuote struct {
	content, source, cue []int
	form                 string
	p                    float64
}

// quoteScore counts over documents. Keys are the Python scorer's.
type quoteScore struct {
	n         map[string]int
	certainty certainty
}

func (e *evaluation) quotes(w io.Writer) error {
	gold, err := readGold[quoteGold](e.ctx, e.gold)
	if err != nil {
		return err
	}
	x, err := e.extraction(true)
	if err != nil {
		return err
	}
	s := &quoteScore{n: map[string]int{}}
	for _, g := range gold {
		var out struct{ Quotes []evalQuote }
		if err := x.into(g.article, &out); err != nil {
			return err
		}
		s.document(&g.gold, out.Quotes)
	}
	s.print(w)
	s.certainty.print(w)
	return nil
}

func scored(t *evalText, qs []evalQuote) []scoredQuote {
	var out []scoredQuote
	for _, q := range qs {
		if c := t.letters(q.Content); len(c) > 0 {
			out = append(out, scoredQuote{c, t.letters(q.Source), t.letters(q.Cue), t.form(q.Content), q.P})
		}
	}
	return out
}

// document matches gold and predicted quotes one to one, best Jaccard first.
func (s *quoteScore) document(g *quoteGold, predicted []evalQuote) {
	t := newEvalText(g.Text)
	discard := t.letters(g.Discard)
	gs, ps := scored(t, g.Quotes), scored(t, predicted)
	ps = slices.DeleteFunc(ps, func(p scoredQuote) bool {
		return len(discard) > 0 && 2*common(p.content, discard) >= len(p.content)
	})
	s.n["G"] += len(gs)
	s.n["P"] += len(ps)
	for _, q := range gs {
		s.n["G:"+q.form]++
	}
	for _, q := range ps {
		s.n["P:"+q.form]++
	}
	right := make([]bool, len(ps))
	for _, m := range matches(gs, ps) {
		right[m.p] = s.match(&gs[m.g], &ps[m.p], m.jaccard)
	}
	for i := range ps {
		s.certainty.add(ps[i].p, right[i])
	}
	s.greedy(gs, ps, 0.3, "g30")
	s.greedy(gs, ps, 0.8, "g80")
	var gc, pc []int
	for _, q := range gs {
		gc = append(gc, q.content...)
	}
	for _, q := range ps {
		pc = append(pc, q.content...)
	}
	slices.Sort(gc)
	slices.Sort(pc)
	gc, pc = slices.Compact(gc), slices.Compact(pc)
	s.n["ch:tp"] += common(gc, pc)
	s.n["ch:p"] += len(pc)
	s.n["ch:g"] += len(gc)
}

// pairing is a gold and a predicted quote that share letters.
type pairing struct {
	jaccard float64
	g, p    int
}

// matches pairs quotes, the best first, each once.
func matches(gs, ps []scoredQuote) []pairing {
	var all, out []pairing
	for i := range gs {
		for j := range ps {
			if v := jaccard(gs[i].content, ps[j].content); v > 0 {
				all = append(all, pairing{v, i, j})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(b.jaccard, a.jaccard), a.g-b.g, a.p-b.p)
	})
	usedG, usedP := make([]bool, len(gs)), make([]bool, len(ps))
	for _, m := range all {
		if !usedG[m.g] && !usedP[m.p] {
			usedG[m.g], usedP[m.p] = true, true
			out = append(out, m)
		}
	}
	return out
}

// match counts a pair and reports whether content (half) and source are right.
func (s *quoteScore) match(g, p *scoredQuote, j float64) bool {
	source := common(g.source, p.source) > 0 || len(g.source)+len(p.source) == 0
	cue := common(g.cue, p.cue) > 0 || len(g.cue)+len(p.cue) == 0
	for _, l := range []struct {
		name string
		ok   bool
	}{{"exact", slices.Equal(g.content, p.content)}, {"j80", j >= 0.8}, {"j50", j >= 0.5}} {
		if !l.ok {
			continue
		}
		s.n["m:"+l.name]++
		s.n["m:"+l.name+":G:"+g.form]++
		s.n["m:"+l.name+":P:"+p.form]++
		if source {
			s.n["s:"+l.name]++
			s.n["s:"+l.name+":G:"+g.form]++
			s.n["s:"+l.name+":P:"+p.form]++
		}
		if slices.Equal(g.source, p.source) {
			s.n["x:"+l.name]++
		}
		if cue {
			s.n["c:"+l.name]++
		}
	}
	return j >= 0.5 && source
}

// greedy counts by the rule of GenderGapTracker: the share of the gold that is found, in the order of the gold.
func (s *quoteScore) greedy(gs, ps []scoredQuote, threshold float64, name string) {
	used := make([]bool, len(ps))
	for i := range gs {
		best, share := -1, 0.0
		for j := range ps {
			if v := float64(common(gs[i].content, ps[j].content)) / float64(len(gs[i].content)); !used[j] && v > threshold && v > share {
				best, share = j, v
			}
		}
		if best >= 0 {
			used[best] = true
			s.n["m:"+name]++
			if common(gs[i].source, ps[best].source) > 0 {
				s.n["s:"+name]++
			}
		}
	}
}

// byForm counts matches of some forms: precision over predicted, recall over annotated ones.
func (s *quoteScore) byForm(kind, level string, forms ...string) string {
	var p, c ratio
	for _, f := range forms {
		p.right += s.n[kind+":"+level+":P:"+f]
		p.predicted += s.n["P:"+f]
		c.right += s.n[kind+":"+level+":G:"+f]
		c.annotated += s.n["G:"+f]
	}
	a, b := share(p.right, p.predicted), share(c.right, c.annotated)
	f := 0.0
	if a+b > 0 {
		f = 2 * a * b / (a + b)
	}
	return fmt.Sprintf("P %5.1f R %5.1f F1 %5.1f", a, b, f)
}

func (s *quoteScore) print(w io.Writer) {
	count := func(k string) string {
		return fmt.Sprintf("direct %d mixed %d indirect %d", s.n[k+":direct"], s.n[k+":mixed"], s.n[k+":indirect"])
	}
	fmt.Fprintf(w, "gold %d (%s)  predicted %d (%s)\n", s.n["G"], count("G"), s.n["P"], count("P"))
	line := func(name, value string) { fmt.Fprintf(w, "  %-48s %s\n", name, value) }
	all := func(k string) string { return ratio{s.n[k], s.n["P"], s.n["G"]}.String() }
	for _, l := range []string{"exact", "j80", "j50"} {
		line(l, all("m:"+l))
		for _, f := range []string{"direct", "indirect", "mixed"} {
			line(l+" "+f, s.byForm("m", l, f))
		}
		line(l+" direct+mixed", s.byForm("m", l, "direct", "mixed"))
		line("e2e "+l+"+speaker overlap", all("s:"+l))
		line("e2e "+l+"+speaker overlap direct+mixed", s.byForm("s", l, "direct", "mixed"))
	}
	line("GGT g30", all("m:g30"))
	line("GGT g80", all("m:g80"))
	line("characters", ratio{s.n["ch:tp"], s.n["ch:p"], s.n["ch:g"]}.String())
	for _, a := range [][3]string{
		{"speaker acc (overlap) | j50", "s:j50", "m:j50"},
		{"speaker acc (exact) | j50", "x:j50", "m:j50"},
		{"cue acc (overlap) | j50", "c:j50", "m:j50"},
		{"speaker acc GGT | g30", "s:g30", "m:g30"},
		{"speaker acc GGT | g80", "s:g80", "m:g80"},
	} {
		line(a[0], fmt.Sprintf("%5.1f", share(s.n[a[1]], s.n[a[2]])))
	}
}
