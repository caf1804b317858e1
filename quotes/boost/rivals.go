package boost

import "math"

// TrainRivals fits a model to choices among rivals. The rows of a choice stand together, as many as sizes has for it;
// several may be right, or none. The loss is that of a softmax over the rows of a choice and over none of them, whose
// score is 0 (the listwise loss of Cao et al. 2007 with one more rival). Ask the model by [Model.Shares].
func TrainRivals(rows [][]float32, yes []bool, sizes []int, o Options) *Model {
	p := make([]float64, len(rows))
	return train(rows, yes, o, func(t *trainer, score []float32) {
		from := 0
		for _, n := range sizes {
			t.slopesOf(from, yes, share(p[from:from+n], score[from:from+n]))
			from += n
		}
	})
}

// slopesOf enters slopes and curvatures of the rows of a choice, which begin at from, with the probabilities p. All
// that is right shares the certainty by what the model holds of it.
func (t *trainer) slopesOf(from int, yes []bool, p []float64) {
	right := 0.0
	for i, q := range p {
		if yes[from+i] {
			right += q
		}
	}
	for i, q := range p {
		g := -q
		if yes[from+i] {
			g += q / max(right, math.SmallestNonzeroFloat32)
		}
		t.g[from+i], t.h[from+i] = float32(g), float32(q*(1-q))
	}
}

// Shares is the probability of each row that it is the right one, where the rows are the rivals for one choice of which
// all may be wrong.
func (m *Model) Shares(rows [][]float32) []float64 {
	return share(make([]float64, len(rows)), m.scores(rows))
}

// share writes to p the probability of each rival by the scores; what is left is that of none.
func share(p []float64, score []float32) []float64 {
	top := float32(0)
	for _, s := range score {
		top = max(top, s)
	}
	sum := math.Exp(-float64(top))
	for i, s := range score {
		p[i] = math.Exp(float64(s - top))
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}
