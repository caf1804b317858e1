package learned

import (
	"bufio"
	"bytes"
	"io"
	"runtime"
	"sync"

	"demarche/quotes/boost"
	"demarche/quotes/crf"
	"demarche/quotes/net"
)

// folds is the number of parts of the training texts; the candidates of each part come from fields trained on the
// others.
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
	progress("classifiers")
	ranks, exact := trainRank(parts)
	if _, err := io.WriteString(w, magic); err != nil {
		return err
	}
	last := &trained[folds]
	for _, b := range [][]byte{last.cue.bytes, last.netBytes} {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	for _, m := range []*boost.Model{ranks[folds], exact} {
		if err := m.Write(w); err != nil {
			return err
		}
	}
	return writeSteps(w, calibrate(heldOut(&ranks, parts)))
}

func cueOptions() crf.Options {
	return crf.Options{Labels: cueLabels, Cutoff: 2, Epochs: 6, Mean: 3, Rate: 0.07, Dropout: 0.5, Prune: 0.08, Seed: 1}
}

func rankOptions() boost.Options {
	return boost.Options{Trees: 300, Leaves: 31, Rate: 0.06, Least: 60, L2: 5, Features: 0.5, Rows: 0.7, Seed: 1}
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

// set is a field of cues and a network that were trained on the same texts.
type set struct {
	cue      stored
	net      *net.Net
	netBytes []byte
}

func (s *set) fields() *fields {
	return newFields(s.cue.model, s.net)
}

// committee is the number of seeds whose mean the final field of cues is.
const committee = 3

// job is a part of the training that runs beside others.
type job struct {
	fold, seed int // seeds beyond 0 only for the field of all texts
	network    bool
}

// jobs lists the networks, which take the longest, and then the fields.
func jobs() []job {
	var out []job
	for fold := folds; fold >= 0; fold-- {
		out = append(out, job{fold: fold, network: true})
	}
	for seed := range committee {
		out = append(out, job{fold: folds, seed: seed})
	}
	for fold := range folds {
		out = append(out, job{fold: fold})
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
				if j.network {
					out[j.fold].net = net.Train(vec, netExamples(part), netOptions())
					continue
				}
				o := cueOptions()
				o.Seed += uint64(10 * j.seed)
				trained[k] = crf.Train(cueSequences(part), o)
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
	var fields []*crf.Trained
	for k, j := range work {
		if j.fold == fold && !j.network {
			fields = append(fields, trained[k])
		}
	}
	var err error
	if s.cue, err = store(crf.Mean(fields)); err != nil {
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
