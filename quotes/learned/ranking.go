package learned

import (
	"slices"
	"sync"

	"demarche/quotes/boost"
)

// ranking is what the classifier is trained on.
type ranking struct {
	rows  [][]float32
	yes   []bool // content and source are right, by half
	exact []bool // the same, all three to the token
}

// add adds the candidates of an example with whether they are right.
func (k *ranking) add(g *gold, cs []Candidate) {
	rs := g.v.rivalries(cs)
	for i := range cs {
		k.rows = append(k.rows, g.v.rankValues(&cs[i], rs[i]))
		right := g.right(&cs[i])
		k.yes = append(k.yes, right)
		k.exact = append(k.exact, right && g.exact(&cs[i]))
	}
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

// exact reports whether a candidate is an annotated attribution to the token.
func (g *gold) exact(c *Candidate) bool {
	for i := range g.a {
		a := &g.a[i]
		if a.cueFirst == c.cueFirst && a.cueLast == c.cueLast && slices.Equal(a.content, c.content) &&
			slices.Equal(a.source, c.source) {
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

// candidatesOfFolds returns what the classifier is trained on, fold by fold: candidates of fields that know nothing
// of them.
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

// without returns what the classifiers are trained on when a fold is left out; [folds] leaves none out.
func without(parts *[folds]ranking, left int) ranking {
	var all ranking
	for k := range parts {
		if k != left {
			all.rows = append(all.rows, parts[k].rows...)
			all.yes = append(all.yes, parts[k].yes...)
			all.exact = append(all.exact, parts[k].exact...)
		}
	}
	return all
}

// trainRank fits the classifiers: of right candidates to all folds but one, for each fold, and last one to all; of
// exact ones to all.
func trainRank(parts *[folds]ranking) (right [folds + 1]*boost.Model, exact *boost.Model) {
	var wg sync.WaitGroup
	for left := range right {
		wg.Go(func() {
			part := without(parts, left)
			right[left] = boost.Train(part.rows, part.yes, rankOptions())
		})
	}
	wg.Go(func() {
		all := without(parts, folds)
		exact = boost.Train(all.rows, all.exact, rankOptions())
	})
	wg.Wait()
	return right, exact
}

// heldOut is what the classifiers without a fold say of it, fold by fold.
func heldOut(models *[folds + 1]*boost.Model, parts *[folds]ranking) []point {
	var out []point
	for k := range parts {
		for i, row := range parts[k].rows {
			out = append(out, point{models[k].P(row), parts[k].yes[i]})
		}
	}
	return out
}
