package sqlite

import (
	"errors"
	"fmt"
	"strings"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/record"
)

// sound tells the first thing that is wrong with an article and its events: an empty event, a span outside the text,
// or a report whose text is not the article's text at its spans.
func sound(a *article.Article, events []timeline.Event) error {
	if a == nil || a.SHA256 == "" {
		return errors.New("an article without the SHA-256 of its bytes can't be stored")
	}
	return soundEvents(a.Key(), a.Text, events)
}

// soundEvents is sound for the events of the article with that key and text.
func soundEvents(key, body string, events []timeline.Event) error {
	for i := range events {
		if err := soundEvent(key, body, &events[i]); err != nil {
			return fmt.Errorf("%s: event %s: %w", key, events[i].ID, err)
		}
	}
	return nil
}

func soundEvent(key, body string, e *timeline.Event) error {
	if len(e.Statements) == 0 {
		return errors.New("no statement")
	}
	evidence := append(evidenceOf(e.Speakers, e.Addressees, e.Occasion), e.Said.Evidence)
	if err := inside(body, evidence); err != nil {
		return err
	}
	for _, c := range e.Context {
		if err := inside(body, []text.Span{c.Span}); err != nil {
			return err
		}
		if c.ArticleKey != key || c.Span.Of(body) != c.Text {
			return fmt.Errorf("context %q is not the article's text at %v", c.Text, c.Span)
		}
	}
	for _, st := range e.Statements {
		if len(st.Reports) == 0 {
			return fmt.Errorf("statement %s: no report", st.ID)
		}
		for i := range st.Reports {
			if err := soundReport(key, body, &st.Reports[i]); err != nil {
				return fmt.Errorf("report %s: %w", st.Reports[i].ID, err)
			}
		}
	}
	return nil
}

func soundReport(key, body string, r *timeline.Report) error {
	if r.ArticleKey != key {
		return fmt.Errorf("it is of article %q", r.ArticleKey)
	}
	if r.Act != quotes.Speech {
		return fmt.Errorf("it is no act of speech, but %q", r.Act)
	}
	if len(r.Content) == 0 {
		return errors.New("no content")
	}
	if c := r.Said.Clock; c != "" && !record.IsClock(c) {
		return fmt.Errorf("%q is no time of the day, such as 09:30", c)
	}
	spans := append(evidenceOf(r.Speakers, r.Addressees, r.Occasion), r.Said.Evidence, r.Around)
	for _, s := range [][]text.Span{r.Content, r.Cue, r.Source} {
		spans = append(spans, s...)
	}
	if err := inside(body, spans); err != nil {
		return err
	}
	if is := asWritten(body, r.Content); is != r.Text {
		return fmt.Errorf("its text is %q, the article's at its spans is %q", r.Text, is)
	}
	return nil
}

// evidenceOf returns the spans that show who and at what occasion.
func evidenceOf(speakers, addressees []timeline.Party, o *timeline.Occasion) []text.Span {
	var spans []text.Span
	for _, ps := range [][]timeline.Party{speakers, addressees} {
		for _, p := range ps {
			spans = append(spans, p.Evidence)
		}
	}
	if o != nil {
		spans = append(spans, o.Evidence)
	}
	return spans
}

func inside(body string, spans []text.Span) error {
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(body) {
			return fmt.Errorf("span %v lies outside the text of %d bytes", s, len(body))
		}
	}
	return nil
}

// asWritten joins the pieces of a report as timeline.Report.Text wants it.
func asWritten(body string, content []text.Span) string {
	pieces := make([]string, len(content))
	for i, s := range content {
		pieces[i] = s.Of(body)
	}
	return strings.Join(pieces, " … ")
}
