package main

import (
	"sync"

	"demarche/quotes/logit"
	"demarche/timeline/choice"
)

// readWords fits a model of words to the candidates for a field, and adds to them what it makes of the words around
// their quotes. The documents of each fold are read by a model that learned from the others, so that the trees learn
// how far to trust it. It returns the model that learned from all.
func readWords(docs []*document, f choice.Field) *logit.Model {
	right := map[quote][]bool{}
	mine := examples(docs, f)
	for i := range mine {
		right[mine[i].quote()] = append(right[mine[i].quote()], mine[i].right)
	}
	all := make([][]logit.Choice, folds) // by fold
	for _, d := range docs {
		for i, sets := range d.slate.Sets(f) {
			if yes := right[quote{d, i}]; len(yes) == len(sets) {
				all[d.fold] = append(all[d.fold], logit.Choice{Sets: sets, Right: yes})
			}
		}
	}
	var models [folds + 1]*logit.Model
	var wait sync.WaitGroup
	for k := range models {
		wait.Go(func() {
			var learn []logit.Choice
			for fold, list := range all {
				if fold != k {
					learn = append(learn, list...)
				}
			}
			models[k] = logit.Train(learn)
		})
	}
	wait.Wait()
	for _, d := range docs {
		d.slate.Read(f, models[d.fold])
	}
	return models[folds]
}
