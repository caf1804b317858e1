package edits

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/record"
)

// AddField is the field of the edit of a report by which a person adds it.
const AddField = "add"

// Addition is a report that a person adds: words of an article that the program did not take for a statement. Should
// it do so later, the values that the person gave lie over its own.
type Addition struct {
	Article string                     `json:"article"` // its key
	Words   string                     `json:"words"`   // as written; pieces are joined by " … "
	At      int                        `json:"at"`      // the byte of the article's text at which they stood
	Around  string                     `json:"around"`  // the sentence or sentences in which they stood
	Form    quotes.Form                `json:"form"`
	About   []string                   `json:"about"`  // states of which the words speak
	Values  map[string]json.RawMessage `json:"values"` // by field, those that the person gave
}

// Edit is the edit that adds the report with that id.
func (a *Addition) Edit(report string) record.Edit {
	return record.Edit{Kind: Kind, Target: report, Field: AddField, After: written(a)}
}

// readAddition reads what an edit adds. The error says what is wrong with it.
func readAddition(value string) (*Addition, error) {
	a := &Addition{}
	if err := json.Unmarshal([]byte(value), a); err != nil {
		return nil, err
	}
	if a.Article == "" || a.Words == "" || a.At < 0 || !slices.Contains(forms(), a.Form) {
		return nil, errors.New("an added report without an article, words, a place or a form")
	}
	for name, value := range a.Values {
		if err := Set(&record.Report{}, name, value); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// CheckAddition refuses an edit that adds a report of which not all can be read; every other edit passes.
func CheckAddition(e *record.Edit) error {
	if e.Kind != Kind || e.Field != AddField || e.After == nil {
		return nil
	}
	_, err := readAddition(*e.After)
	return err
}

// ArticleOf is the key of the article to which an edit adds a report, "" where it adds none.
func ArticleOf(e *record.Edit) string {
	if e.Kind != Kind || e.Field != AddField || e.After == nil {
		return ""
	}
	a, err := readAddition(*e.After)
	if err != nil {
		return ""
	}
	return a.Article
}

// Added are the ids of the reports that people added and nobody has taken out again.
func Added(list []record.Edit) map[string]bool {
	out := map[string]bool{}
	for i := range list {
		if e := &list[i]; e.Kind == Kind && e.Field == AddField {
			out[e.Target] = e.After != nil
		}
	}
	return out
}

// ByPerson reports whether a signature is that of a person.
func ByPerson(by string) bool { return strings.HasPrefix(by, By("")) }

// Additions are the reports that people added to an article, as they are without any other edit, by id; those whose
// words are not in its text wait for them. Body is the article's text.
func (l *Log) Additions(article, body string) []record.Report {
	var out []record.Report
	for _, id := range slices.Sorted(maps.Keys(l.added)) {
		if a := l.added[id]; a.Article == article {
			if r, ok := a.report(id, By(l.of[id][AddField].Who), body); ok {
				out = append(out, r)
			}
		}
	}
	return out
}

// report is what is added, without the values of its fields.
func (a *Addition) report(id, by, body string) (record.Report, bool) {
	spans := Locate(body, a.Words, a.At)
	if spans == nil {
		return record.Report{}, false
	}
	words := text.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
	around := words
	if s := Locate(body, a.Around, words.Start); len(s) == 1 && s[0].Start <= words.Start && words.End <= s[0].End {
		around = s[0]
	}
	return record.Report{
		Quote: quotes.Quote{Content: spans, Form: a.Form, Act: quotes.Speech, By: by, P: 1},
		ID:    id, ArticleKey: a.Article, Text: a.Words, Around: around, Channel: record.UnknownChannel,
		About: slices.Compact(slices.Sorted(slices.Values(a.About))), Status: record.Corrected,
	}, true
}

// lay gives a report the values that were given when it was added, signed by who gave them.
func (a *Addition) lay(r *laying, by string) error {
	for i := range fields {
		f := &fields[i]
		value, ok := a.Values[f.name]
		if !ok {
			continue
		}
		if err := f.set(r, string(value)); err != nil {
			return fmt.Errorf("%s of %s: %w", f.name, r.ID, err)
		}
		*f.decision(&r.Decided) = record.Decision{By: by, P: 1}
	}
	r.Status = record.Corrected
	return nil
}
