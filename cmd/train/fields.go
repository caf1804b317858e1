package main

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/fnv"
	"os"
	"slices"

	"demarche/cmd/gold"
	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/boost"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/resolve"
)

// folds is the number of parts by document on which the models are tested.
const folds = 5

// example is a candidate with the verdict of the annotation.
type example struct {
	resolve.Judged
	fold  int
	quote string // document and index
	right bool
}

// trainFields fits the models that judge the candidates for the fields of a report, tests them on folds by document, and writes them.
func trainFields(out string, inputs []string) error {
	examples, err := fieldExamples(inputs)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for f := range resolve.Fields {
		mine := slices.DeleteFunc(slices.Clone(examples), func(e example) bool { return e.Field != f })
		testField(f, mine)
		if err := fitField(f, mine, -1).Write(&b); err != nil {
			return err
		}
	}
	fmt.Fprintf(os.Stderr, "%d bytes\n", b.Len())
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
	reports, js := resolve.Candidates(a, doc, x.Extract(doc, quotes.Options{}), g)
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
			if j.Field == resolve.Speaker {
				out = append(out, e) // words that nobody said are in a wrong mouth
			}
			continue
		}
		q, r := &d.Quotes[pair[j.Quote]], &reports[j.Quote]
		switch j.Field {
		case resolve.Day:
			e.right = j.EDTF == q.Date.EDTF
		case resolve.ChannelField:
			e.right = string(j.Channel) == q.Channel
		case resolve.Speaker:
			e.right = gold.Same(q.Speakers, parties(r.Speakers), false)
		case resolve.Addressee:
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
func fitField(f resolve.Field, list []example, without int) *boost.Model {
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

// testField prints how often the most probable candidate is right on folds, beside the first proposer's, and how often stated
// probabilities come true.
func testField(f resolve.Field, list []example) {
	type best struct {
		p     float64
		right bool
		chain bool
		any   bool
	}
	chosen := map[string]*best{}
	for k := range folds {
		m := fitField(f, list, k)
		for i := range list {
			e := &list[i]
			if e.fold != k {
				continue
			}
			b := chosen[e.quote]
			if b == nil {
				b = &best{p: -1, chain: e.right}
				chosen[e.quote] = b
			}
			b.any = b.any || e.right
			if p := m.P(e.Row); p > b.p {
				b.p, b.right = p, e.right
			}
		}
	}
	n, right, chain, any := 0, 0, 0, 0
	type bin struct {
		n, right int
		p        float64
	}
	var bins [10]bin
	for _, key := range sortedKeys(chosen) {
		b := chosen[key]
		n++
		right += one(b.right)
		chain += one(b.chain)
		any += one(b.any)
		k := &bins[min(int(b.p*10), 9)]
		k.n++
		k.p += b.p
		k.right += one(b.right)
	}
	fmt.Fprintf(os.Stderr, "%s: %d quotes, chain %.1f, chosen %.1f, among candidates %.1f\n", f, n, pct(chain, n), pct(right, n), pct(any, n))
	for k, b := range bins {
		if b.n > 0 {
			fmt.Fprintf(os.Stderr, "  stated %.1f-%.1f: n %d, mean %.1f, right %.1f\n", float64(k)/10, float64(k+1)/10, b.n, 100*b.p/float64(b.n), pct(b.right, b.n))
		}
	}
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
