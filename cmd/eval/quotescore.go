package main

import (
	"fmt"
	"io"
	"slices"

	"demarche/cmd/gold"
)

// quoteScore counts over documents. A key is what is counted (G and P annotated and predicted quotes, m found, s with
// the right source, x with the exact source, c with the right cue), how much of the content is shared, and the form by
// annotation (G) or prediction (P).
type quoteScore struct {
	n         map[string]int
	certainty certainty
}

// document matches gold and predicted quotes one to one, best Jaccard first.
func (s *quoteScore) document(l *gold.Line[quoteGold], predicted []quoteSpans) {
	t := newMarkedText(l.Text)
	discard := gold.Letters(t.runes, l.Gold.Discard)
	gs, ps := scored(t, l.Gold.Quotes), scored(t, predicted)
	ps = slices.DeleteFunc(ps, func(p scoredQuote) bool {
		return len(discard) > 0 && 2*gold.Common(p.content, discard) >= len(p.content)
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
	for _, m := range gold.Matches(contents(gs), contents(ps)) {
		right[m.Printed] = s.match(&gs[m.Gold], &ps[m.Printed], m.Jaccard)
	}
	for i := range ps {
		s.certainty.add(ps[i].p, right[i])
	}
	s.greedy(gs, ps, 0.3, "g30")
	s.greedy(gs, ps, 0.8, "g80")
	s.characters(gs, ps)
}

// characters counts the letters in any content.
func (s *quoteScore) characters(gs, ps []scoredQuote) {
	all := func(qs []scoredQuote) []int {
		letters := slices.Concat(contents(qs)...)
		slices.Sort(letters)
		return slices.Compact(letters)
	}
	g, p := all(gs), all(ps)
	s.n["ch:tp"] += gold.Common(g, p)
	s.n["ch:p"] += len(p)
	s.n["ch:g"] += len(g)
}

func contents(qs []scoredQuote) [][]int {
	var out [][]int
	for i := range qs {
		out = append(out, qs[i].content)
	}
	return out
}

// match counts a pair and reports whether content (half) and source are right.
func (s *quoteScore) match(g, p *scoredQuote, j float64) bool {
	source := gold.Common(g.source, p.source) > 0 || len(g.source)+len(p.source) == 0
	cue := gold.Common(g.cue, p.cue) > 0 || len(g.cue)+len(p.cue) == 0
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
			v := float64(gold.Common(gs[i].content, ps[j].content)) / float64(len(gs[i].content))
			if !used[j] && v > threshold && v > share {
				best, share = j, v
			}
		}
		if best >= 0 {
			used[best] = true
			s.n["m:"+name]++
			if gold.Common(gs[i].source, ps[best].source) > 0 {
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
	return fmt.Sprintf("P %5.1f R %5.1f F1 %5.1f", a, b, harmonic(a, b))
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
