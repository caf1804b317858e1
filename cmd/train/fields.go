package main

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"os"
	"strings"
	"sync"

	"demarche/cmd/gold"
	"demarche/quotes"
	"demarche/quotes/boost"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/choice"
	"demarche/timeline/record"
	"demarche/timeline/resolve"
)

// document is an annotated article with its extracted reports and the candidates for their fields.
type document struct {
	gold.Line[gold.Document]
	fold    int
	again   bool // the document was read before
	reports []record.Report
	printed []gold.Record // the reports in the form of the annotation
	pair    []int         // the annotated quote of each report, -1 for none
	slate   *choice.Slate
}

// example is a candidate with the verdict of the annotation.
type example struct {
	choice.Judged
	doc   *document
	right bool
}

// trainFields fits the models that judge the candidates for the fields of a report, tests them on folds by document,
// and writes them. The quotes that are wrong on folds are listed in the file wrong, if it has a name.
func trainFields(out, wrong string, inputs []string) error {
	docs, err := extract(inputs)
	if err != nil {
		return err
	}
	var b, list bytes.Buffer
	for f := range choice.Fields {
		if f.Worded() {
			if err := readWords(docs, f).Write(&b); err != nil {
				return err
			}
		}
		mine := examples(docs, f)
		tested := testField(f, mine, &list)
		for _, d := range docs {
			switch f {
			case choice.SpeakerAmong, choice.Addressee, choice.AddresseeAmong:
				d.slate.Settle(f, f.By(tested.model(d.fold)))
			case choice.Speaker, choice.Day, choice.Channel, choice.Occasion:
				d.slate.Judge(f, f.By(tested.model(d.fold)))
			}
		}
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

// extract reads, extracts and resolves the documents, and pairs their reports with the annotation.
func extract(inputs []string) ([]*document, error) {
	x, err := quotes.New()
	if err != nil {
		return nil, err
	}
	g, err := actors.Load()
	if err != nil {
		return nil, err
	}
	lines, err := gold.Read[gold.Document](context.Background(), inputs...)
	if err != nil {
		return nil, err
	}
	var out []*document
	read := map[string]bool{}
	for i := range lines {
		d := paired(&lines[i], x, g)
		d.again, read[d.ID] = read[d.ID], true
		out = append(out, d)
	}
	return out, nil
}

// paired resolves a document.
func paired(l *gold.Line[gold.Document], x *quotes.Extractor, g *actors.Gazetteer) *document {
	doc := text.Parse(l.Text)
	out := &document{Line: *l}
	out.reports, out.slate = resolve.Candidates(l.Article, doc, x.Extract(doc, quotes.Options{Title: l.Title}), g)
	points := text.NewCodePoints(l.Text)
	for i := range out.reports {
		out.printed = append(out.printed, gold.Of(&out.reports[i], points))
	}
	out.pair = gold.Pair(l.Text, l.Gold.Quotes, out.printed)
	out.fold = foldOf(l.ID)
	return out
}

// examples judges the candidates of a field by the annotation. Words that nobody said are in a wrong mouth; else they
// are left out.
func examples(docs []*document, f choice.Field) []example {
	var out []example
	for _, d := range docs {
		for _, j := range d.slate.Judged(f) {
			e := example{Judged: j, doc: d}
			if d.pair[j.Quote] < 0 {
				if f.Of() == choice.Speaker {
					out = append(out, e)
				}
				continue
			}
			annotated := &d.Gold.Quotes[d.pair[j.Quote]]
			if f.Of() == choice.Day && annotated.Date.EDTF == "" {
				continue // the annotation leaves the day out
			}
			switch f.Of() {
			case choice.Speaker:
				e.right = gold.SameSpeakers(annotated, &gold.Record{Speakers: gold.Parties(j.Parties)})
			case choice.Addressee:
				e.right = gold.SameAddressees(annotated, &gold.Record{Addressees: gold.Parties(j.Parties)})
			case choice.Medium:
				e.right = gold.SameMedium(annotated, &gold.Record{Medium: named(e.Key)})
			case choice.Occasion:
				e.right = gold.SameOccasion(annotated, &gold.Record{Occasion: named(e.Key)})
			default:
				e.right = e.Key == e.annotated(f)
			}
			out = append(out, e)
		}
	}
	return out
}

// annotated is what the annotation has for the field of the example's quote.
func (e *example) annotated(f choice.Field) string {
	if e.doc.pair[e.Quote] < 0 {
		return ""
	}
	q := &e.doc.Gold.Quotes[e.doc.pair[e.Quote]]
	switch f.Of() {
	case choice.Speaker:
		return namesOf(q.Speakers)
	case choice.Addressee:
		return namesOf(q.Addressees)
	case choice.Day:
		return q.Date.EDTF
	case choice.Channel:
		return q.Channel
	case choice.Tone:
		return q.Tone
	case choice.Medium:
		return nameOf(q.Medium)
	case choice.Occasion:
		return nameOf(q.Occasion)
	}
	return ""
}

// named is a party of that name, nil for none.
func named(name string) *gold.Party {
	if name == "" {
		return nil
	}
	return &gold.Party{Name: name}
}

// nameOf is the name of a party, "" for none.
func nameOf(p *gold.Party) string {
	if p == nil {
		return ""
	}
	return p.Name
}

// namesOf joins the names of parties, "nobody" for none.
func namesOf(list []gold.Party) string {
	names := make([]string, len(list))
	for i := range list {
		names[i] = list[i].Name
	}
	if len(names) == 0 {
		return "nobody"
	}
	return strings.Join(names, ", ")
}

// words are the sentences of the example's quote on one line.
func (e *example) words() string {
	return strings.Join(strings.Fields(e.doc.reports[e.Quote].Around.Of(e.doc.Text)), " ")
}

// quote names a quote of a document.
type quote struct {
	doc   *document
	index int
}

func (e *example) quote() quote { return quote{e.doc, e.Quote} }

// missedByRules are the quotes of which the rules miss the right value though it is a candidate; empty for the fields
// that are not learned better with it. They count twice: the rules were made from the annotated texts and are wrong
// more often on others, so that a model that takes each quote once trusts them too much. On folds half a point more of
// the speakers are right, on 2,671 quotes of unread stories half a point of the addressees and a third of one of the
// days, but one and a half points less of the channels.
func missedByRules(f choice.Field, list []example) map[quote]bool {
	missed := map[quote]bool{}
	switch f.Of() {
	case choice.Speaker, choice.Addressee, choice.Day:
	default:
		return missed
	}
	for i := range list {
		if e := &list[i]; e.right {
			missed[e.quote()] = true
		}
	}
	for i := range list {
		if e := &list[i]; e.right && e.Rules {
			delete(missed, e.quote())
		}
	}
	return missed
}

// seeds is the number of models of a field that are averaged: with few examples one alone depends on chance.
const seeds = 3

// size is how large the models of a field are. Larger ones are right more often on folds, of days 81.9 to 84.0 %, of
// channels 72.1 to 77.3 %, of tones 61.8 to 64.0 %; of occasions, which the words tell plainly, they are not. Twice as
// many trees that learn half as fast are right as often: on 3,873 quotes of unread texts 86.6 and 86.4 % of the
// speakers, 79.0 and 78.9 % of the channels, 84.9 and 84.8 % of the days.
func size(f choice.Field) boost.Options {
	o := boost.Options{Trees: 160, Leaves: 20, Rate: 0.1, Least: 10, L2: 5, Features: 0.4, Rows: 0.7}
	if f == choice.Occasion {
		o.Trees, o.Leaves, o.Least = 80, 10, 15
	}
	return o
}

// fitField trains on all examples outside of a fold. Documents that are given more than once count as often. For the
// speakers as many models again learn from each document once, and all are averaged: alone, the first trust the rules
// too much on texts that no rules were made from, and the others too little on those that they were made from.
func fitField(f choice.Field, list []example, without int) *boost.Model {
	models := averaged(f, list, without, false)
	if f.Of() == choice.Speaker {
		models = append(models, averaged(f, list, without, true)...)
	}
	return boost.Average(models...)
}

// averaged are the models of a field that are trained on the same rows; see [lessons].
func averaged(f choice.Field, list []example, without int, once bool) []*boost.Model {
	l := readLessons(f, list, without, once)
	models := make([]*boost.Model, seeds)
	if without >= 0 {
		models = models[:1] // on folds one is right nearly as often
	}
	var all sync.WaitGroup
	for k := range models {
		o := size(f)
		o.Seed = uint64(f)*seeds + uint64(k) + 1
		all.Go(func() {
			if f.Rivals() {
				models[k] = boost.TrainRivals(l.rows, l.yes, l.sizes, o)
			} else {
				models[k] = boost.Train(l.rows, l.yes, o)
			}
		})
	}
	all.Wait()
	return models
}

// lessons are the rows of candidates, quote after quote, with their verdicts and how many each quote has.
type lessons struct {
	rows  [][]float32
	yes   []bool
	sizes []int
}

// readLessons are those of the examples outside of a fold; with once, each document counts once.
func readLessons(f choice.Field, list []example, without int, once bool) *lessons {
	l := &lessons{}
	missed := missedByRules(f, list)
	for of := range byQuote(list) {
		e := &of[0]
		if e.doc.fold == without || once && e.doc.again {
			continue
		}
		l.add(of)
		if missed[e.quote()] {
			l.add(of)
		}
	}
	return l
}

// add enters the candidates of a quote.
func (l *lessons) add(of []example) {
	for i := range of {
		l.rows, l.yes = append(l.rows, of[i].Row), append(l.yes, of[i].right)
	}
	l.sizes = append(l.sizes, len(of))
}

// byQuote lists the examples of each quote, which stand together.
func byQuote(list []example) iter.Seq[[]example] {
	return func(yield func([]example) bool) {
		from := 0
		for i := range list {
			if i+1 == len(list) || list[i+1].quote() != list[from].quote() {
				if !yield(list[from : i+1]) {
					return
				}
				from = i + 1
			}
		}
	}
}
