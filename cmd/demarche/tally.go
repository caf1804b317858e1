package main

import (
	"fmt"
	"strings"

	"demarche/timeline"
	"demarche/timeline/sqlite"
)

// tally counts what became of sources.
type tally struct {
	articles, failed int
	foreign          int // of the articles: in other languages, kept and not read
	copies           int // of those not looked at before: with nearly the text of another
	by               map[sqlite.Status]int
	events, reports  int // in what was read now
}

func (t *tally) count(f finding, o sqlite.Outcome) {
	if f.err != nil {
		t.failed++
		return
	}
	if f.foreign {
		t.foreign++
	}
	if t.by == nil {
		t.by = map[sqlite.Status]int{}
	}
	t.articles++
	t.by[o.Status]++
	t.events += len(f.events)
	t.reports += reports(f.events)
}

// String is the tally as a line, without what is zero.
func (t *tally) String() string {
	parts := []string{plural(t.articles, "article")}
	for _, s := range []sqlite.Status{sqlite.Added, sqlite.Changed, sqlite.Reread, sqlite.Unchanged} {
		if n := t.by[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	line := strings.Join(parts, ", ")
	if t.articles > t.by[sqlite.Unchanged] {
		line += fmt.Sprintf("; found %s with %s", plural(t.events, "event"), plural(t.reports, "report"))
	}
	if t.foreign > 0 {
		line += fmt.Sprintf("; %d in another language, kept and not read", t.foreign)
	}
	if t.copies > 0 {
		line += fmt.Sprintf("; %d with nearly the text of another", t.copies)
	}
	if t.failed > 0 {
		line += fmt.Sprintf("; %d could not be read", t.failed)
	}
	return line
}

func reports(events []timeline.Event) int {
	n := 0
	for _, e := range events {
		for _, s := range e.Statements {
			n += len(s.Reports)
		}
	}
	return n
}

// addLine is what "add --json" prints for an article.
type addLine struct {
	Source       string   `json:"source"`
	Key          string   `json:"key"`
	Status       string   `json:"status"` // added, unchanged, reread or changed; "" when nothing is stored
	Version      int      `json:"version,omitempty"`
	Published    string   `json:"published"`
	PublishedHow string   `json:"published_how"`
	Outlet       string   `json:"outlet"`
	Byline       string   `json:"byline"`
	Title        string   `json:"title"`
	Language     string   `json:"language"`
	SHA256       string   `json:"sha256"`
	Events       int      `json:"events"`  // 0 for what was not read again
	Reports      int      `json:"reports"` // the same
	Fields       []string `json:"fields,omitempty"`
	Gone         []string `json:"gone,omitempty"`
	New          []string `json:"new,omitempty"`
}

func lineOf(f finding, o sqlite.Outcome) addLine {
	a := f.article
	l := addLine{
		Source: f.name, Key: a.Key(), Status: string(o.Status), Version: o.Version, Published: a.Published,
		PublishedHow: a.PublishedHow,
		Outlet:       a.Outlet, Byline: a.Byline, Title: a.Title, Language: a.Language, SHA256: a.SHA256,
		Events: len(f.events), Reports: reports(f.events),
	}
	if o.Change != nil {
		l.Fields, l.Gone, l.New = o.Change.Fields, o.Change.Gone, o.Change.New
	}
	return l
}

// describe says in a line what was found in a source, and in more what changed.
func describe(f finding, o sqlite.Outcome) string {
	a := f.article
	status := string(o.Status)
	if status == "" {
		status = "found"
	}
	when := "undated"
	if a.Published != "" {
		when = a.Published + " (" + a.PublishedHow + ")"
	}
	what := fmt.Sprintf("%s, %s", plural(len(f.events), "event"), plural(reports(f.events), "report"))
	switch {
	case f.foreign:
		what = "in another language (" + a.Language + "), not read"
	case f.stored:
		what = "read before"
	}
	about := []string{}
	for _, s := range []string{a.Outlet, a.Title} {
		if s != "" {
			about = append(about, s)
		}
	}
	line := fmt.Sprintf("%-9s  %s  %s  %s  %s", status, clean(f.name), when, what, clean(strings.Join(about, ": ")))
	line = strings.TrimRight(line, " ") + "\n"
	if c := o.Change; c != nil {
		if len(c.Fields) > 0 {
			line += "           differs in " + strings.Join(c.Fields, ", ") + "\n"
		}
		for _, t := range c.Gone {
			line += "           - " + clean(t) + "\n"
		}
		for _, t := range c.New {
			line += "           + " + clean(t) + "\n"
		}
	}
	return line
}

// plural is "1 event", "2 events".
func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
