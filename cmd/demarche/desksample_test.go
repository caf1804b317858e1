package main

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"demarche/timeline/coding"
	"demarche/timeline/record"
)

// TestDeskCodesASample codes a sample at the desk: the dataset stays as it is, another coder's coding too, and what the
// coder said is shown.
func TestDeskCodesASample(t *testing.T) {
	d := newDeskUnderTest(t)
	root := newRoot()
	root.SetArgs([]string{"sample", "2", "--name", "spring", "-q", "--coder", "Ada", "--db", d.path})
	if err := root.Execute(); err != nil {
		t.Fatal(err)
	}
	_, page := d.ask(http.MethodGet, d.base, nil)
	if !strings.Contains(page, `<option value="spring">spring</option>`) {
		t.Error("the queue does not offer the sample")
	}
	status, page := d.ask(http.MethodGet, d.base+"?sample=spring", nil)
	if status != http.StatusOK || !strings.Contains(page, "Sample spring") ||
		!strings.Contains(page, "2 reports are unchecked") {
		t.Errorf("%d: %s", status, page)
	}
	code := func(form url.Values) (int, string) {
		form.Set("query", "sample=spring")
		form.Set("next", "")
		return d.ask(http.MethodPost, d.base+"report/"+d.first, form, "Origin", d.origin())
	}
	if status, page = code(url.Values{"field": {"day"}, "value": {"yesterday"}, "seen": {"1"}}); status != http.StatusUnprocessableEntity {
		t.Errorf("%d: %s", status, page)
	}
	for _, form := range []url.Values{
		{"field": {"channel"}, "value": {"letter"}, "seen": {"0"}},
		{"field": {"addressee"}, "value": {"?"}, "seen": {"2"}},
		{"verdict": {"confirmed"}, "seen": {"3"}},
	} {
		if status, page = code(form); status != http.StatusSeeOther {
			t.Fatalf("%d: %s", status, page)
		}
	}
	if status, _ = code(url.Values{"verdict": {"rejected"}, "seen": {"2"}}); status != http.StatusConflict {
		t.Errorf("a form that is out of date: %d", status)
	}
	r, _, err := d.store.Reports().Get(context.Background(), d.first)
	if err != nil || r.Channel == record.Letter || r.Status != record.Machine {
		t.Errorf("the dataset has %s, %q, %v", r.Channel, r.Status, err)
	}
	book, err := bookOf(d.edits(), "spring")
	if err != nil {
		t.Fatal(err)
	}
	if c := book.Of("Ada", d.first); c == nil || c.Verdict != record.Confirmed ||
		string(c.Fields["channel"]) != `"letter"` ||
		!coding.Unsure(c.Fields["addressee"]) {
		t.Errorf("Ada says %+v", c)
	}
	_, page = d.ask(http.MethodGet, d.base+"report/"+d.first+"?sample=spring", nil)
	for _, want := range []string{`<option selected>letter`, `<option>?`, `value="?"`, "sample=spring"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of the report does not have %s", want)
		}
	}
	_, page = d.ask(http.MethodGet, d.base+"?sample=spring", nil)
	if !strings.Contains(page, "1 report is unchecked, 1 checked") {
		t.Error("the queue does not count what is coded")
	}
	status, _ = d.ask(http.MethodPost, d.base+"undo", url.Values{"edit": {"4"}}, "Origin", d.origin())
	if book, err = bookOf(d.edits(), "spring"); status != http.StatusSeeOther || err != nil ||
		book.Done("Ada", d.first) {
		t.Errorf("undo: %d, %v", status, err)
	}
	theirs := (&coding.Coding{Verdict: record.Rejected}).Edit("spring", d.first, nil)
	theirs.Who, theirs.At = "Ben", "2026-11-28T12:00:00Z"
	if err := d.store.Edit(context.Background(), theirs); err != nil {
		t.Fatal(err)
	}
	status, page = d.ask(http.MethodPost, d.base+"undo", url.Values{"edit": {"6"}}, "Origin", d.origin())
	if status != http.StatusConflict || !strings.Contains(page, "a coding by Ben") {
		t.Errorf("Ben's coding: %d", status)
	}
	if status, _ = d.ask(http.MethodGet, d.base+"?sample=autumn", nil); status != http.StatusNotFound {
		t.Errorf("a sample that is not drawn: %d", status)
	}
}
