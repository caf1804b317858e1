package learned

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"runtime"
	"slices"
	"sync"

	"demarche/quotes/crf"
)

// cueSequences returns the sentences of the examples with their cues.
func cueSequences(gs []*gold) []crf.Sequence {
	var out []crf.Sequence
	rec := &crf.Recorder{}
	s := &sink{rec: rec}
	for _, g := range gs {
		labels := make([]uint8, len(g.v.w))
		for _, a := range g.a {
			for i := a.cueFirst; i < a.cueLast; i++ {
				labels[i] = cueI
			}
			labels[a.cueFirst] = cueB
		}
		for _, sent := range g.v.d.Sentences {
			g.v.cueFeatures(sent.First, sent.Last, s)
			out = append(out, rec.Sequence(labels[sent.First:sent.Last]))
		}
	}
	return out
}

// roleSequences returns the frames of the annotated cues.
func roleSequences(gs []*gold) []crf.Sequence {
	var out []crf.Sequence
	rec := &crf.Recorder{}
	s := &sink{rec: rec}
	var f frame
	for _, g := range gs {
		for i := range g.a {
			a := &g.a[i]
			g.v.frame(&f, a.cueFirst, a.cueLast)
			f.roleFeatures(s)
			out = append(out, rec.Sequence(a.labels(&f)))
		}
	}
	return out
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

// right reports whether a candidate's content shares half of its words with an annotated one whose cue it touches, and
// its source a word.
func (g *gold) right(c *Candidate) bool {
	for i := range g.a {
		a := &g.a[i]
		if a.cueFirst >= c.cueLast || c.cueFirst >= a.cueLast {
			continue
		}
		both, union := g.v.common(a.content, c.content)
		sources, _ := g.v.common(a.source, c.source)
		if 2*both >= union && union > 0 && (sources > 0 || len(a.source) == 0 && len(c.source) == 0) {
			return true
		}
	}
	return false
}

// common counts the letters of the words in both and in any of two lists of ranges.
func (v *view) common(a, b []tokenRange) (both, union int) {
	count := func(i int) int {
		if v.w[i].flags&isPunct != 0 {
			return 0
		}
		return v.d.Tokens[i].Len()
	}
	for _, r := range a {
		for i := r.first; i < r.last; i++ {
			union += count(i)
			if inside(b, i) {
				both += count(i)
			}
		}
	}
	for _, r := range b {
		for i := r.first; i < r.last; i++ {
			if !inside(a, i) {
				union += count(i)
			}
		}
	}
	return both, union
}

// rankSequences returns the candidates of an example with whether they are right.
func rankSequences(g *gold, cs []Candidate) []crf.Sequence {
	var out []crf.Sequence
	rec := &crf.Recorder{}
	s := &sink{rec: rec}
	rs := rivalries(cs)
	for i := range cs {
		g.v.rankFeatures(&cs[i], rs[i], s)
		label := uint8(0)
		if g.right(&cs[i]) {
			label = 1
		}
		out = append(out, rec.Sequence([]uint8{label}))
	}
	return out
}

// folds is the number of parts of the training texts; the candidates of each part come from fields trained on the others.
const folds = 4

// Train fits the models to annotated texts and writes them to w. The same examples in the same order give the same
// bytes. It runs on as many processors as there are; progress, when not nil, is told what is being done.
func Train(examples []Example, w io.Writer, progress func(string)) error {
	gs := make([]*gold, len(examples))
	for i, e := range examples {
		gs[i] = newGold(e)
	}
	if progress == nil {
		progress = func(string) {}
	}
	progress("cue and role fields")
	trained, err := trainFields(gs)
	if err != nil {
		return err
	}
	progress("candidates of the folds")
	var all [folds][]crf.Sequence
	cands := make([][]Candidate, len(gs))
	for i, g := range gs {
		x := &fields{cue: trained[i%folds].cue.model, role: trained[i%folds].role.model, training: true}
		cands[i] = x.candidates(g.v)
		all[i%folds] = append(all[i%folds], rankSequences(g, cands[i])...)
	}
	progress("classifier")
	var whole []crf.Sequence
	for _, s := range all {
		whole = append(whole, s...)
	}
	steps, err := calibrate(gs, cands)
	if err != nil {
		return err
	}
	rank, err := fit(whole, rankOptions())
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, magic); err != nil {
		return err
	}
	for _, b := range [][]byte{trained[folds].cue.bytes, trained[folds].role.bytes, rank.bytes} {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return writeSteps(w, steps)
}

func cueOptions() crf.Options {
	return crf.Options{Labels: cueLabels, Cutoff: 2, Epochs: 6, Mean: 3, Rate: 0.07, Dropout: 0.5, Prune: 0.08, Seed: 1}
}

func roleOptions() crf.Options {
	return crf.Options{Labels: roleLabels, Cutoff: 2, Epochs: 8, Mean: 4, Rate: 0.1, Dropout: 0.5, Prune: 0.08, Seed: 1}
}

func rankOptions() crf.Options {
	return crf.Options{Labels: rankLabels, Cutoff: 3, Epochs: 8, Rate: 0.05, Dropout: 0.5, Prune: 0.01, Seed: 3}
}

// stored is a model with the bytes that it was read from.
type stored struct {
	model *crf.Model
	bytes []byte
}

// fit trains a field, writes it and reads it again, so that what follows works with the weights as they will be.
func fit(seqs []crf.Sequence, o crf.Options) (stored, error) { return store(crf.Train(seqs, o)) }

// store is the second half of fit.
func store(t *crf.Trained) (stored, error) {
	var b bytes.Buffer
	if err := t.Write(&b); err != nil {
		return stored{}, err
	}
	s := stored{bytes: bytes.Clone(b.Bytes())}
	var err error
	s.model, err = crf.Read(bufio.NewReader(&b))
	return s, err
}

// pair is a cue and a role field.
type pair struct{ cue, role stored }

// committee is the number of seeds whose mean the final fields are.
const committee = 3

// trainFields trains the fields of every fold, without that fold's texts, and last those of all texts.
func trainFields(gs []*gold) ([folds + 1]pair, error) {
	type job struct{ fold, seed int } // seeds beyond 0 only for the final fields
	var work []job
	for k := range folds + 1 {
		for seed := range committee {
			if k == folds || seed == 0 {
				work = append(work, job{k, seed})
			}
		}
	}
	cues, roles := make([]*crf.Trained, len(work)), make([]*crf.Trained, len(work))
	jobs := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 4) {
		wg.Go(func() {
			for n := range jobs {
				j := work[n/2]
				var part []*gold
				for i, g := range gs {
					if i%folds != j.fold {
						part = append(part, g)
					}
				}
				if n%2 == 0 {
					o := cueOptions()
					o.Seed += uint64(10 * j.seed)
					cues[n/2] = crf.Train(cueSequences(part), o)
				} else {
					o := roleOptions()
					o.Seed += uint64(10 * j.seed)
					roles[n/2] = crf.Train(roleSequences(part), o)
				}
			}
		})
	}
	for n := range 2 * len(work) {
		jobs <- n
	}
	close(jobs)
	wg.Wait()
	var out [folds + 1]pair
	for k := range out {
		last := k + 1
		if k == folds {
			last = len(work)
		}
		var err error
		if out[k].cue, err = store(crf.Mean(cues[k:last])); err != nil {
			return out, err
		}
		if out[k].role, err = store(crf.Mean(roles[k:last])); err != nil {
			return out, err
		}
	}
	return out, nil
}

// calibrate makes the steps from raw probabilities of candidates that the classifier was not trained on: it is trained
// once for every fold without it. Neighbouring bins are pooled until they rise (isotonic regression).
func calibrate(gs []*gold, cands [][]Candidate) ([]step, error) {
	type point struct {
		p     float64
		right bool
	}
	var points []point
	for k := range folds {
		var part []crf.Sequence
		for i, g := range gs {
			if i%folds != k {
				part = append(part, rankSequences(g, cands[i])...)
			}
		}
		rank, err := fit(part, rankOptions())
		if err != nil {
			return nil, err
		}
		x := &fields{}
		for i := k; i < len(gs); i += folds {
			x.judge(rank.model, gs[i].v, cands[i])
			for c := range cands[i] {
				points = append(points, point{cands[i][c].P, gs[i].right(&cands[i][c])})
			}
		}
	}
	slices.SortStableFunc(points, func(a, b point) int { return cmp.Compare(a.p, b.p) })
	const bins = 40
	type bin struct{ sum, right, n float64 }
	var pooled []bin
	for b := range bins {
		var x bin
		for _, q := range points[len(points)*b/bins : len(points)*(b+1)/bins] {
			x.sum, x.n = x.sum+q.p, x.n+1
			if q.right {
				x.right++
			}
		}
		if x.n == 0 {
			continue
		}
		pooled = append(pooled, x)
		for n := len(pooled); n > 1 && pooled[n-1].right/pooled[n-1].n < pooled[n-2].right/pooled[n-2].n; n = len(pooled) {
			a, b := pooled[n-2], pooled[n-1]
			pooled = append(pooled[:n-2], bin{a.sum + b.sum, a.right + b.right, a.n + b.n})
		}
	}
	var steps []step
	for _, x := range pooled {
		steps = append(steps, step{float32(x.sum / x.n), float32((x.right + 0.5) / (x.n + 1))})
	}
	return steps, nil
}
