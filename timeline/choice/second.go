package choice

// sheet holds the candidates for one field of the quotes of an article, with their probabilities by a first model that sees each quote
// alone. A second model judges them again with what the first one found for the quotes around.
type sheet struct {
	ps   []*Passage
	list [][]candidate // by quote
	p    [][]float64   // of each candidate by the first model
}

// of is the probability of a value for quote i, 0 where it is no candidate.
func (s *sheet) of(i int, key string) float32 {
	for k := range s.list[i] {
		if s.list[i][k].key == key {
			return float32(s.p[i][k])
		}
	}
	return 0
}

// second is the row of candidate k of quote i for the second model.
func (s *sheet) second(i, k int) []float32 {
	c := &s.list[i][k]
	p := s.ps[i]
	best := 0.0
	for j, q := range s.p[i] {
		if j != k {
			best = max(best, q)
		}
	}
	row := append(make([]float32, 0, len(c.row)+20), c.row...)
	row = append(row, float32(s.p[i][k]), float32(s.p[i][k]-best))
	var after *Passage
	if i+1 < len(s.ps) {
		after = s.ps[i+1]
	}
	for _, q := range []*Passage{p.prior, after, p.last, p.next, p.outer, p.before} {
		if q == nil {
			row = append(row, -1)
			continue
		}
		row = append(row, s.of(q.index, c.key))
	}
	var voice, voices, all, near, nears float32
	for j, q := range s.ps {
		if j == i {
			continue
		}
		v := s.of(j, c.key)
		all += v
		if len(p.Speakers) > 0 && OneVoice(q.Speakers, p.Speakers) {
			voice, voices = voice+v, voices+1
		}
		if j >= i-3 && j <= i+3 {
			near, nears = near+v, nears+1
		}
	}
	return append(row, voice/max(voices, 1), voices, all/float32(max(len(s.ps)-1, 1)), near/max(nears, 1))
}
