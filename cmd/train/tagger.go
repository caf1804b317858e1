package main

import (
	"os"
	"reflect"
	"slices"

	"github.com/jdkato/prose/v2"

	"demarche/quotes/text"
)

// convertTagger writes the weights of prose's tagger, which prose keeps to itself and reads by encoding/gob, as a file
// that is used as it lies: a third of a second less for each start of the program.
func convertTagger(out string) error {
	doc, err := prose.NewDocument("", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return err
	}
	model := reflect.ValueOf(doc.Model).Elem().FieldByName("tagger").Elem().FieldByName("model").Elem()
	w := text.TaggerWeights{Known: map[string]string{}, Weights: map[string]map[string]float64{}}
	classes := model.FieldByName("classes")
	for i := range classes.Len() {
		w.Classes = append(w.Classes, classes.Index(i).String())
	}
	slices.Sort(w.Classes)
	for it := model.FieldByName("tagMap").MapRange(); it.Next(); {
		w.Known[it.Key().String()] = it.Value().String()
	}
	for it := model.FieldByName("weights").MapRange(); it.Next(); {
		of := map[string]float64{}
		for x := it.Value().MapRange(); x.Next(); {
			of[x.Key().String()] = x.Value().Float()
		}
		w.Weights[it.Key().String()] = of
	}
	b, err := w.Marshal()
	if err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}
