package main

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"

	"demarche/cmd/gold"
	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/boost"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/choice"
	"demarche/timeline/record"
	"demarche/timeline/resolve"
)

// folds is the number of parts by document on which the models are tested.
const folds = 5

// example is a candidate with the verdict of the annotation.
type example struct {
	choice.Judged
	fold  int
	quote string // document and index
	words string // that the quote is of, for messages
	gold  string // what the annotation has for a day or channel
	right bool
}

// trainFields fits the models that judge the candidates for the fields of a report, tests them on folds by document, and writes them.
func trainFields(out, wrong string, inputs []string) error {
	examples, err := fieldExamples(inputs)
	if err != nil {
		return err
	}
	var b, list bytes.Buffer
	for f := range choice.Fields {
		mine := slices.DeleteFunc(slices.Clone(examples), func(e example) bool { return e.Field != f })
		testField(f, mine, &list)
		if err := fitField(f, mine, -1).Write(&b); err != nil {
			return err
		}
	}
	fmt.Fprintf(os.Stderr, "%d bytes\n", b.Len())
	if wrong != "" {
		if err := os.WriteFile(wrong, list.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// fieldExamples extracts and resolves the documents and judges each candidate by the annotation.
func fieldExamples(inputs []string) ([]example, error) {
	x, err := quotes.New()
	if err != nil {
		return nil, err
	}
	g, err := actors.Load()
	if err != nil {
		return nil, err
	}
	var out []example
	for _, name := range inputs {
		docs, err := gold.Read(name)
		if err != nil {
			return nil, err
		}
		for i := range docs {
			out = append(out, judge(&docs[i], x, g)...)
		}
	}
	return out, nil
}

// judge compares the candidates of a document with its annotation.
func judge(d *gold.Document, x *quotes.Extractor, g *actors.Gazetteer) []example {
	a := &article.Article{ID: d.ID, Title: d.Title, Outlet: d.Outlet, Published: d.Published, URL: d.URL, Text: d.Text}
	doc := text.Parse(d.Text)
	reports, js := resolve.Candidates(a, doc, x.Extract(doc, quotes.Options{Title: d.Title}), g)
	points := text.NewCodePoints(d.Text)
	printed := make([][][2]int, len(reports))
	for i := range reports {
		for _, s := range reports[i].Content {
			printed[i] = append(printed[i], points.Span(s))
		}
	}
	annotated := make([][][2]int, len(d.Quotes))
	for i := range d.Quotes {
		annotated[i] = d.Quotes[i].Content
	}
	pair := gold.Pair([]rune(d.Text), annotated, printed)
	h := fnv.New32a()
	h.Write([]byte(d.ID))
	var out []example
	for _, j := range js {
		e := example{Judged: j, fold: int(h.Sum32() % folds), quote: fmt.Sprintf("%s %d", d.ID, j.Quote)}
		if pair[j.Quote] < 0 {
			if j.Field == choice.Speaker {
				out = append(out, e) // words that nobody said are in a wrong mouth
			}
			continue
		}
		q, r := &d.Quotes[pair[j.Quote]], &reports[j.Quote]
		e.words = strings.Join(strings.Fields(r.Around.Of(d.Text)), " ")
		switch j.Field {
		case choice.Day:
			e.right, e.gold = j.EDTF == q.Date.EDTF, q.Date.EDTF
		case choice.Channel:
			e.right, e.gold = string(j.Channel) == q.Channel, q.Channel
		case choice.Speaker:
			e.right = gold.Same(q.Speakers, parties(r.Speakers), false)
		case choice.Addressee:
			e.right = gold.Same(q.Addressees, parties(r.Addressees), true)
		}
		out = append(out, e)
	}
	return out
}

func parties(list []record.Party) []gold.Party {
	var out []gold.Party
	for i := range list {
		out = append(out, gold.Party{Name: list[i].Name, State: list[i].State})
	}
	return out
}

// fitField trains on all examples outside of a fold.
func fitField(f choice.Field, list []example, without int) *boost.Model {
	var rows [][]float32
	var yes []bool
	for i := range list {
		if list[i].fold != without {
			rows, yes = append(rows, list[i].Row), append(yes, list[i].right)
		}
	}
	o := boost.Options{Trees: 120, Leaves: 10, Rate: 0.06, Least: 15, L2: 5, Features: 0.4, Rows: 0.7, Seed: uint64(f) + 1}
	return boost.Train(rows, yes, o)
}
