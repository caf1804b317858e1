package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"
	"sync"

	"demarche/cmd/gold"
	"demarche/quotes/boost"
	"demarche/timeline/choice"
)

// folds is the number of parts by document on which the models are tested.
const folds = 5

// foldOf is the part of the document with the id.
func foldOf(id string) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % folds)
}

// outcome is the most probable candidate of a quote on folds.
type outcome struct {
	best       *example
	p          float64
	rules, any bool        // the rules' own choice is right; a candidate is right
	all        []candidate // in their order
}

// candidate is one with its probability from a model that did not see its document.
type candidate struct {
	*example
	p float64
}

// tested holds a model for each fold, trained on the others.
type tested [folds]*boost.Model

func (t *tested) model(fold int) *boost.Model { return t[fold] }

// chosen judges the candidates by the models of the other folds, by document and quote.
func (t *tested) chosen(f choice.Field, list []example) map[string]*outcome {
	out := map[string]*outcome{}
	for of := range byQuote(list) {
		var rows [][]float32
		for i := range of {
			rows = append(rows, of[i].Row)
		}
		b := &outcome{p: -1}
		for i, p := range f.By(t[of[0].doc.fold])(rows) {
			e := &of[i]
			b.any = b.any || e.right
			b.rules = b.rules || e.right && e.Rules
			b.all = append(b.all, candidate{e, p})
			if p > b.p {
				b.p, b.best = p, e
			}
		}
		out[fmt.Sprintf("%s %d", of[0].doc.ID, of[0].Quote)] = b
	}
	return out
}

// testField prints how often the most probable candidate is right on folds, beside the rules' own, and how often
// stated probabilities come true. The quotes with a wrong choice are written to wrong.
func testField(f choice.Field, list []example, wrong io.Writer) *tested {
	t := &tested{}
	var all sync.WaitGroup
	for k := range folds {
		all.Go(func() { t[k] = fitField(f, list, k) })
	}
	all.Wait()
	outcomes := t.chosen(f, list)
	n, right, rules, some := 0, 0, 0, 0
	var bins [10]struct {
		n, right int
		p        float64
	}
	for _, key := range sortedKeys(outcomes) {
		b := outcomes[key]
		n++
		right += one(b.best.right)
		rules += one(b.rules)
		some += one(b.any)
		k := &bins[min(int(b.p*10), 9)]
		k.n++
		k.p += b.p
		k.right += one(b.best.right)
		if !b.best.right && b.best.annotated(f) != "" {
			b.write(f, key, wrong)
		}
	}
	const row = "%s: %d quotes, rules %.1f, chosen %.1f, among candidates %.1f, wrong in the least sure fifth %.1f\n"
	fmt.Fprintf(os.Stderr, row, f, n, pct(rules, n), pct(right, n), pct(some, n), leastSure(outcomes))
	for k, b := range bins {
		if b.n > 0 {
			fmt.Fprintf(
				os.Stderr,
				"  stated %.1f-%.1f: n %d, mean %.1f, right %.1f\n",
				float64(k)/10,
				float64(k+1)/10,
				b.n,
				100*b.p/float64(b.n),
				pct(b.right, b.n),
			)
		}
	}
	return t
}

// leastSure is the share of the wrong choices, in percent, that the least probable fifth of all holds.
func leastSure(all map[string]*outcome) float64 {
	var list []*outcome
	for _, key := range sortedKeys(all) {
		list = append(list, all[key])
	}
	slices.SortStableFunc(list, func(a, b *outcome) int { return cmp.Compare(a.p, b.p) })
	wrong, early := 0, 0
	for i, b := range list {
		wrong += one(!b.best.right)
		early += one(!b.best.right && i < len(list)/5)
	}
	return pct(early, wrong)
}

// write lists the candidates of a wrong choice with their probabilities, the right one starred.
func (b *outcome) write(f choice.Field, key string, w io.Writer) {
	fmt.Fprintf(w, "%s: %s gold %s, among candidates: %v\n\t%s\n\t", f, key, b.best.annotated(f), b.any, b.best.words())
	for _, c := range b.all {
		star := ""
		if c.right {
			star = "*"
		}
		key := c.Key
		if len(c.Parties) > 0 {
			key = namesOf(gold.Parties(c.Parties))
		}
		fmt.Fprintf(w, "%s%s %.2f; ", star, key, c.p)
	}
	fmt.Fprintln(w)
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, cmp.Compare[string])
	return keys
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func pct(k, n int) float64 { return 100 * float64(k) / float64(max(n, 1)) }
