package learned

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"runtime"
	"slices"
	"sync"

	"demarche/quotes/boost"
	"demarche/quotes/crf"
	"demarche/quotes/net"
)

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
			f.roleFeatures(nil, s)
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

// ranking is what the classifier is trained on.
type ranking struct {
	rows [][]float32
	yes  []bool
}

// add adds the candidates of an example with whether they are right.
func (k *ranking) add(g *gold, cs []Candidate) {
	rs := rivalries(cs)
	for i := range cs {
		k.rows = append(k.rows, g.v.rankValues(&cs[i], rs[i]))
		k.yes = append(k.yes, g.right(&cs[i]))
	}
}

// folds is the number of parts of the training texts; the candidates of each part come from fields trained on the others.
const folds = 4

// Train fits the models to annotated texts and writes them to w. The same examples in the same order give the same
// bytes. It runs on as many processors as there are; progress, when not nil, is told what is being done.
func Train(examples []Example, vec *net.Vectors, w io.Writer, progress func(string)) error {
	gs := make([]*gold, len(examples))
	for i, e := range examples {
		gs[i] = newGold(e)
	}
	if progress == nil {
		progress = func(string) {}
	}
	progress("fields and networks")
	trained, err := trainFields(gs, vec)
	if err != nil {
		return err
	}
	progress("candidates of the folds")
	parts := candidatesOfFolds(gs, &trained)
	progress("classifier")
	rank, steps := trainRank(parts)
	if _, err := io.WriteString(w, magic); err != nil {
		return err
	}
	last := &trained[folds]
	for _, b := range [][]byte{last.cue.bytes, last.role.bytes, last.netBytes} {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	if err := rank.Write(w); err != nil {
		return err
	}
	return writeSteps(w, steps)
}

func cueOptions() crf.Options {
	return crf.Options{Labels: cueLabels, Cutoff: 2, Epochs: 6, Mean: 3, Rate: 0.07, Dropout: 0.5, Prune: 0.08, Seed: 1}
}

func roleOptions() crf.Options {
	return crf.Options{Labels: roleLabels, Cutoff: 2, Epochs: 8, Mean: 4, Rate: 0.1, Dropout: 0.5, Prune: 0.08, Seed: 1}
}

func rankOptions() boost.Options {
	return boost.Options{Trees: 300, Leaves: 31, Rate: 0.06, Least: 60, L2: 5, Features: 0.5, Rows: 0.7, Seed: 1}
}

// candidatesOfFolds returns what the classifier is trained on, fold by fold: candidates of fields that know nothing of them.
func candidatesOfFolds(gs []*gold, trained *[folds + 1]set) *[folds]ranking {
	var out [folds]ranking
	var wg sync.WaitGroup
	for k := range out {
		wg.Go(func() {
			x := trained[k].fields()
			for i := k; i < len(gs); i += folds {
				out[k].add(gs[i], x.candidates(gs[i].v))
			}
		})
	}
	wg.Wait()
	return &out
}

var expP [folds][]float64

// trainRank fits the classifier to all folds, and the steps of its calibration to what classifiers without a fold say of it.
func trainRank(parts *[folds]ranking) (*boost.Model, []step) {
	var models [folds + 1]*boost.Model
	var wg sync.WaitGroup
	for left := range models {
		wg.Go(func() {
			var all ranking
			for k := range parts {
				if k != left {
					all.rows, all.yes = append(all.rows, parts[k].rows...), append(all.yes, parts[k].yes...)
				}
			}
			models[left] = boost.Train(all.rows, all.yes, rankOptions())
		})
	}
	wg.Wait()
	var points []point
	for k := range parts {
		for i, row := range parts[k].rows {
			expP[k] = append(expP[k], models[k].P(row))
			points = append(points, point{models[k].P(row), parts[k].yes[i]})
		}
	}
	return models[folds], calibrate(points)
}

// stored is a model with the bytes that it was read from.
type stored struct {
	model *crf.Model
	bytes []byte
}

// store writes a field and reads it again, so that what follows works with the weights as they will be.
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

// set is a cue field, a role field and a network that were trained on the same texts.
type set struct {
	cue, role stored
	net       *net.Net
	netBytes  []byte
}

func (s *set) fields() *fields {
	return &fields{cue: s.cue.model, role: s.role.model, net: s.net.NewScorer()}
}

// committee is the number of seeds whose mean the final fields are.
const committee = 3

// job is a part of the training that runs beside others.
type job struct {
	fold, seed int // seeds beyond 0 only for the fields of all texts
	kind       int // 0 the network, 1 the role field, 2 the cue field: the longest first
}

func jobs() []job {
	var out []job
	for kind := range 3 {
		for fold := folds; fold >= 0; fold-- {
			for seed := range committee {
				if seed == 0 || fold == folds && kind > 0 {
					out = append(out, job{fold, seed, kind})
				}
			}
		}
	}
	return out
}

// trainFields trains the sets of every fold, without that fold's texts, and last that of all texts.
func trainFields(gs []*gold, vec *net.Vectors) ([folds + 1]set, error) {
	var out [folds + 1]set
	work := jobs()
	trained := make([]*crf.Trained, len(work))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for k := range next {
				j := work[k]
				var part []*gold
				for i, g := range gs {
					if i%folds != j.fold {
						part = append(part, g)
					}
				}
				switch j.kind {
				case 0:
					out[j.fold].net = net.Train(vec, netExamples(part), netOptions())
				case 1:
					o := roleOptions()
					o.Seed += uint64(10 * j.seed)
					trained[k] = crf.Train(roleSequences(part), o)
				case 2:
					o := cueOptions()
					o.Seed += uint64(10 * j.seed)
					trained[k] = crf.Train(cueSequences(part), o)
				}
			}
		})
	}
	for k := range work {
		next <- k
	}
	close(next)
	wg.Wait()
	for fold := range out {
		if err := out[fold].collect(fold, work, trained, vec); err != nil {
			return out, err
		}
	}
	return out, nil
}

// collect stores and reads again what the jobs of a fold have trained.
func (s *set) collect(fold int, work []job, trained []*crf.Trained, vec *net.Vectors) error {
	var fields [3][]*crf.Trained
	for k, j := range work {
		if j.fold == fold && j.kind > 0 {
			fields[j.kind] = append(fields[j.kind], trained[k])
		}
	}
	var err error
	if s.role, err = store(crf.Mean(fields[1])); err != nil {
		return err
	}
	if s.cue, err = store(crf.Mean(fields[2])); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.net.Write(&b); err != nil {
		return err
	}
	s.netBytes = bytes.Clone(b.Bytes())
	s.net, err = net.Read(bufio.NewReader(&b), vec)
	return err
}

// point is what the classifier says of a candidate, and whether it is right.
type point struct {
	p     float64
	right bool
}

// calibrate makes the steps from raw probabilities of candidates that the classifier was not trained on. Neighbouring bins
// are pooled until they rise (isotonic regression).
func calibrate(points []point) []step {
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
	return steps
}
