package main

import (
	"fmt"
	"strings"
	"time"

	"demarche/quotes/article"
)

// teller writes a short article around a wording.
type teller func(f *fact, words, day, weekday string) string

// tellers are the ways in which an article tells who said something: the speaker before or after the words, with
// office or without, the day stated, relative, by a dateline or not told at all.
func tellers() []teller {
	return []teller{
		func(f *fact, words, day, _ string) string {
			return fmt.Sprintf("%s told %s %s on %s that relations stood before a test.\n\n%s %s said.",
				f.Speaker, f.addressee(), f.way(), day, inMarks(words, ","), surname(f.Speaker))
		},
		func(f *fact, words, _, weekday string) string {
			return fmt.Sprintf("%s %s said %s on %s%s.", inMarks(words, ","), f.Speaker, f.way(), weekday,
				f.carrier(", according to "))
		},
		func(f *fact, words, _, weekday string) string {
			return fmt.Sprintf("%s has spoken %s.\n\nIn remarks to %s on %s, %s said: %s",
				f.named(), f.way(), f.addressee(), weekday, surname(f.Speaker), inMarks(words, "."))
		},
		func(f *fact, words, day, _ string) string {
			return fmt.Sprintf("The words caused a stir abroad.\n\n%s %s, speaking %s on %s, said %s",
				f.Office, f.Speaker, f.way(), day, inMarks(words, "."))
		},
		func(f *fact, words, day, _ string) string {
			return fmt.Sprintf(
				"%s, %s (Agency) - %s addressed %s %s%s.\n\n%s he said.",
				strings.ToUpper(
					f.town(),
				),
				day,
				f.Speaker,
				f.addressee(),
				f.way(),
				f.carrier(", reported "),
				inMarks(words, ","),
			)
		},
		func(f *fact, words, _, _ string) string {
			return fmt.Sprintf(
				"%s said %s: %s The remarks were addressed to %s.",
				f.named(),
				f.way(),
				inMarks(words, "."),
				f.addressee(),
			)
		},
	}
}

// article is the article of a wording of the fact.
func (t teller) article(f *fact, place int) *article.Article {
	q := &f.Quotes[place]
	said, err := time.Parse(time.DateOnly, strings.TrimRight(f.Said, "?~%"))
	published := q.Published
	if published == "" && err == nil {
		published = said.AddDate(0, 0, 1).Format(time.DateOnly)
	}
	words := q.Exact
	if q.Form == "reported" {
		words = "“" + words
	}
	a := &article.Article{
		ID: articleKey(f, place), URL: "https://news.example/" + articleKey(f, place), Outlet: q.Outlet, Language: "en",
		Published: published, Text: t(f, words, said.Format("January 2"), weekdayOf(said, published)),
	}
	a.Bytes = []byte(a.Text)
	return a
}

// weekdayOf is the day as the name of a weekday, as an article of that day of publication would have it; the date where
// that is too long ago.
func weekdayOf(said time.Time, published string) string {
	day, err := time.Parse(time.DateOnly, published)
	if err != nil || day.Sub(said) > 6*24*time.Hour || day.Before(said) {
		return said.Format("January 2")
	}
	return said.Format("Monday")
}

func articleKey(f *fact, place int) string { return fmt.Sprintf("%s-%d", f.ID, place) }

// inMarks puts words between marks of quotation, with the mark that ends them inside; what is reported stands after
// "that" without marks.
func inMarks(words, end string) string {
	reported := strings.HasPrefix(words, "“")
	words = strings.TrimRight(strings.TrimPrefix(words, "“"), ".,;: ")
	if reported {
		return "that it was about this: “" + words + end + "”"
	}
	return "“" + strings.ToUpper(words[:1]) + words[1:] + end + "”"
}

// way is how the words were given.
func (f *fact) way() string {
	switch f.Channel {
	case "message":
		return "in a message"
	case "letter":
		return "in a letter"
	case "call":
		return "in a phone call"
	case "meeting":
		return "at a meeting"
	case "speech":
		return "in a speech"
	case "press-conference":
		return "at a press conference"
	case "post":
		return "in a post on " + f.Medium
	case "article":
		return "in an article"
	}
	return "in a statement"
}

func (f *fact) carrier(lead string) string {
	if f.Medium == "" || f.Channel == "post" {
		return ""
	}
	return lead + f.Medium
}

// addressee is the first to whom the words were said.
func (f *fact) addressee() string {
	if len(f.Addressees) == 0 {
		return "reporters"
	}
	return f.Addressees[0].Name
}

// named is the speaker with the office before the name.
func (f *fact) named() string {
	office, _, _ := strings.Cut(f.Office, ",")
	if office == "" || strings.Contains(f.Speaker, "(") {
		return f.Speaker
	}
	return office + " " + f.Speaker
}

func (f *fact) town() string {
	if f.Place == "" {
		return "Geneva"
	}
	town := f.Place[strings.LastIndex(f.Place, ",")+1:]
	return strings.TrimSpace(town)
}

// surname is what a person is called by where the name was given before.
func surname(name string) string {
	words := strings.Fields(name)
	switch {
	case len(words) == 0:
		return name
	case strings.HasPrefix(name, "Kim "), strings.HasPrefix(name, "Xi "), strings.HasPrefix(name, "Choe "):
		return words[0]
	}
	return words[len(words)-1]
}
