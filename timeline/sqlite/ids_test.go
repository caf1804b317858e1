package sqlite

import (
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/record"
)

// page makes an article of those words, each a report of one speech by Kim; what is between them is not.
func page(before, between, behind string, words ...string) Entry {
	body := before
	var spans []text.Span
	for _, w := range words {
		spans = append(spans, text.Span{Start: len(body), End: len(body) + len(w)})
		body += w + between
	}
	body += behind
	a := newArticle("page", body)
	e := Entry{Article: a}
	var reports []record.Report
	for i, w := range words {
		r := newEvent(newArticle("page", "«"+w+"»"), kim, putin, "2023-06-12").Statements[0].Reports[0]
		r.Quote = quotes.Quote{Form: quotes.Direct, Act: quotes.Speech, Content: spans[i : i+1]}
		r.Text, r.Around = w, spans[i]
		reports = append(reports, r)
	}
	list := make([]*record.Report, len(reports))
	for i := range reports {
		list[i] = &reports[i]
	}
	record.Number(list)
	e.Events = []timeline.Event{record.Gather("e", reports, nil)}
	return e
}

// TestIDsLast reads a page again with text before, between and after its words, with more words, and with words that
// were mended: the ids that were there lead to the same words.
func TestIDsLast(t *testing.T) {
	s := open(t)
	putAll(t, s, []Entry{page("", " ", "", "We will never forget the help of those hard years.", "The bridge will be built by spring.")})
	first := merged(t, s)[0]
	ids := map[string]string{}
	for _, st := range first.Statements {
		ids[st.ID] = st.Reports[0].Text
	}
	for name, e := range map[string]Entry{
		"before":  page("A line before. ", " ", "", "We will never forget the help of those hard years.", "The bridge will be built by spring."),
		"between": page("", " He paused. ", "", "We will never forget the help of those hard years.", "The bridge will be built by spring."),
		"behind":  page("", " ", "Later it rained.", "We will never forget the help of those hard years.", "The bridge will be built by spring."),
		"more": page("", " ", "", "Dear friends, a word first.", "We will never forget the help of those hard years.",
			"The bridge will be built by spring."),
		"mended": page("", " ", "", "We shall never forget the help of those hard years!", "The bridge will be built by spring."),
	} {
		putAll(t, s, []Entry{e})
		now, err := s.Events().Get(t.Context(), first.ID)
		if err != nil || now.ID != first.ID {
			t.Errorf("%s: event %s is %s, %v", name, first.ID, now.ID, err)
		}
		for id, words := range ids {
			r, _, err := s.Reports().Get(t.Context(), record.ReportOf(id))
			if err != nil || !strings.HasSuffix(strings.TrimRight(r.Text, ".!"), strings.TrimRight(words, ".!")[10:]) {
				t.Errorf("%s: %s was %q, is %q, %v", name, id, words, r.Text, err)
			}
		}
		if a, err := s.Check(t.Context()); err != nil {
			t.Errorf("%s: %v", name, a.Failures)
		}
	}
}
