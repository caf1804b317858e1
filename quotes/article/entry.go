package article

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
)

// entry is a part of a live blog or a chronology that has a day of its own.
type entry struct {
	day, clock string // YYYY-MM-DD; hh:mm or ""
	id         string // of its element, "" for none
	title      string
	text       string // one paragraph a line
}

// minEntries is the fewest entries of a live blog or a chronology.
const minEntries = 2

// divide makes articles of the entries of a page: each with its own day, under the address of the page and with an id
// that a later version of the page gives it again: that of its element, else its moment. What stands before the first
// entry is one, too, where it is prose. Their bytes are lines of JSON Lines, which give them again.
func (a *Article) divide(before string, list []entry) error {
	if letters(before) > minIntroduction {
		list = append([]entry{{day: a.Published, id: "top", text: before}}, list...)
	}
	seen := map[string]int{}
	base := a.Key()
	for _, e := range list {
		name := e.name()
		if seen[name]++; seen[name] > 1 {
			name = fmt.Sprintf("%s-%d", name, seen[name])
		}
		line := entryLine{
			ID: cut(base, MaxField/2) + "#" + cut(name, MaxField/4), Title: cmp.Or(e.title, a.Title), Outlet: a.Outlet,
			Byline: a.Byline, Published: e.moment(), URL: a.URL, Language: a.Language, Text: e.text,
		}
		if e.id != "" && a.URL != "" {
			line.URL = a.URL + "#" + e.id
		}
		b, err := json.Marshal(line)
		if err != nil {
			return err
		}
		part, err := parseLine(b)
		if err != nil {
			return fmt.Errorf("entry %s: %w", name, err)
		}
		part.Retrieved = a.Retrieved
		a.Entries = append(a.Entries, part)
	}
	return nil
}

// minIntroduction is the fewest letters of what stands before the entries and is read, too.
const minIntroduction = 120

// entryLine is an entry as a line of JSON Lines.
type entryLine struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language,omitempty"`
	Text      string `json:"text"`
}

// name tells an entry from the others of its page.
func (e entry) name() string {
	if e.id != "" {
		return e.id
	}
	return e.moment()
}

// moment is the day of an entry with its time of day, where that is known.
func (e entry) moment() string {
	if e.clock == "" || e.day == "" {
		return e.day
	}
	return e.day + "T" + e.clock
}

// joinEntries is the text of all entries.
func joinEntries(list []entry) string {
	var parts []string
	for _, e := range list {
		parts = append(parts, e.text)
	}
	return strings.Join(parts, "\n")
}
