package learned

import "demarche/quotes/crf"

// cueSequences returns the sentences of the examples with their cues.
func cueSequences(gs []*gold) []crf.Sequence {
	var out []crf.Sequence
	rec := &crf.Recorder{}
	s := &sink{rec: rec}
	for _, g := range gs {
		labels := g.cueLabels()
		for _, sent := range g.v.d.Sentences {
			g.v.cueFeatures(sent.First, sent.Last, nil, s)
			out = append(out, rec.Sequence(labels[sent.First:sent.Last]))
		}
	}
	return out
}

// cueLabels returns the label of every token.
func (g *gold) cueLabels() []uint8 {
	labels := make([]uint8, len(g.v.w))
	for _, a := range g.a {
		for i := a.cueFirst; i < a.cueLast; i++ {
			labels[i] = cueI
		}
		labels[a.cueFirst] = cueB
	}
	return labels
}

// labels gives each piece of a frame the role of most of its tokens.
func (a *goldRoles) labels(f *frame) []uint8 {
	out := make([]uint8, len(f.p))
	for k, p := range f.p {
		content, source := 0, 0
		for i := p.first; i < p.last; i++ {
			if inside(a.content, i) {
				content++
			} else if inside(a.source, i) {
				source++
			}
		}
		n := p.last - p.first
		switch {
		case p.cue:
		case 2*content > n || 2*content == n && n > 1:
			out[k] = roleContent
		case 2*source >= n:
			out[k] = roleSource
		}
	}
	return out
}
