package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
)

// TestCalendarIsRead reads the calendar back: an all-day event for each event whose day is known, the others counted.
func TestCalendarIsRead(t *testing.T) {
	d := made(60, all)
	out := draw(t, "ics", d)
	cal, err := ics.ParseCalendar(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(cal.Events()); n != 24 || d.Omitted["events whose day is not known"] != 36 {
		t.Errorf("%d events, %v left out", n, d.Omitted)
	}
	for _, e := range cal.Events() {
		if e.Id() == "" || !e.HasProperty(ics.ComponentPropertyDtstamp) || !e.HasProperty(ics.ComponentPropertySummary) {
			t.Errorf("event %q lacks a property", e.Id())
		}
		if start := e.GetProperty(ics.ComponentPropertyDtStart); len(start.Value) != 8 || start.ICalParameters["VALUE"][0] != "DATE" {
			t.Errorf("%s begins %v", e.Id(), start)
		}
	}
	for _, l := range strings.Split(string(out), "\r\n") {
		if len(l) > 75 || strings.Contains(l, "\n") {
			t.Errorf("line of %d octets: %q", len(l), l)
		}
	}
}

// TestFeedIsXML reads the feed back, with an id and a time for every entry.
func TestFeedIsXML(t *testing.T) {
	d := made(60, all)
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Updated string   `xml:"updated"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(draw(t, "atom", d), &feed); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range feed.Entries {
		if seen[e.ID] || e.Title == "" || len(e.Updated) != 20 {
			t.Errorf("entry %+v", e)
		}
		seen[e.ID] = true
	}
	if len(seen) != 48 || d.Omitted["events without a known day"] != 12 || len(feed.Updated) != 20 {
		t.Errorf("%d entries, %v left out, updated %q", len(seen), d.Omitted, feed.Updated)
	}
}

// TestOthersReadCalendarAndFeed reads them with parsers of others.
func TestOthersReadCalendarAndFeed(t *testing.T) {
	python(t, written(t, made(60, all), "ics", "atom"), `
import icalendar, feedparser
cal = icalendar.Calendar.from_ical(open("all.ics", "rb").read())
events = list(cal.walk("VEVENT"))
assert len(events) == 24 and all(not e.errors for e in events), len(events)
assert any("; | semicolon" in str(e["DESCRIPTION"]) for e in events)
feed = feedparser.parse("all.atom")
assert not feed.bozo and feed.version == "atom10" and len(feed.entries) == 48, (feed.bozo, len(feed.entries))
assert all(e.id.startswith("tag:") and e.updated_parsed and "<script" not in e.content[0].value for e in feed.entries)
`, "icalendar", "feedparser")
}

// wellFormed reads XML to its end.
func wellFormed(b []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
