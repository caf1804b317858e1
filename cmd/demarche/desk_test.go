package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// deskArticle is an article of ours for the desk, around a public form of words.
const deskArticle = `{"url": "https://ledger.example/1", "outlet": "Harbour Ledger", "published": "2023-06-12", ` +
	`"title": "Kim writes", "text": "PYONGYANG, June 12, 2023 - North Korean leader Kim Jong Un sent a message to ` +
	`Russian President Vladimir Putin on Monday. “We will honour the treaty of our fathers,” Kim said in the ` +
	`message. “Our peoples are one family,” he wrote."}`

// deskUnderTest is a desk over a database of one article, after its guard on a server.
type deskUnderTest struct {
	*testing.T
	store *sqlite.Store
	path  string // of the database
	base  string // the address of the desk
	first string // the id of the first report in the queue
}

func newDeskUnderTest(t *testing.T) *deskUnderTest {
	t.Helper()
	db := filepath.Join(t.TempDir(), "t.sqlite")
	lines := filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(lines, []byte(deskArticle), 0o600); err != nil {
		t.Fatal(err)
	}
	root := newRoot()
	root.SetArgs([]string{"add", "-q", "--db", db, lines})
	if err := root.Execute(); err != nil {
		t.Fatal(err)
	}
	d := &deskPages{coder: "Ada", now: func() time.Time { return time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC) }}
	var err error
	if d.pipeline, err = newPipeline(""); err != nil {
		t.Fatal(err)
	}
	d.seen = &candidateCache{read: d.pipeline.candidates}
	if d.store, err = sqlite.Open(db, sqlite.Options{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.store.Close() })
	g := &guard{token: newToken()}
	d.base = "/" + g.token + "/"
	g.next = d.routes()
	s := httptest.NewServer(g)
	t.Cleanup(s.Close)
	g.host = strings.TrimPrefix(s.URL, "http://")
	list, _, _, err := d.store.Queue().List(context.Background(), sqlite.QueueFilter{Limit: 10})
	if err != nil || len(list) != 2 {
		t.Fatalf("the queue has %d reports, %v; want 2", len(list), err)
	}
	return &deskUnderTest{t, d.store, db, s.URL + d.base, list[0].ID}
}

// ask sends a request and returns the status and the body. Headers are names and values in turn.
func (d *deskUnderTest) ask(method, address string, form url.Values, headers ...string) (int, string) {
	d.Helper()
	r, err := http.NewRequest(method, address, strings.NewReader(form.Encode()))
	if err != nil {
		d.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := c.Do(r)
	if err != nil {
		d.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		d.Fatal(err)
	}
	return res.StatusCode, string(b)
}

// origin is what a browser sends with a form of the desk's own page.
func (d *deskUnderTest) origin() string {
	return regexp.MustCompile(`^http://[^/]+`).FindString(d.base)
}

func (d *deskUnderTest) edits() []record.Edit {
	d.Helper()
	list, err := d.store.Edits().All(context.Background())
	if err != nil {
		d.Fatal(err)
	}
	return list
}

// TestDeskDrawsItsPages asks for every page.
func TestDeskDrawsItsPages(t *testing.T) {
	d := newDeskUnderTest(t)
	for path, want := range map[string]string{
		"":                  "2 reports are unchecked",
		"?state=Russia":     "2 reports are unchecked",
		"?state=FRA":        "Nothing is left to check here",
		"report/" + d.first: "The record",
		"article?key=" + url.QueryEscape("https://ledger.example/1"): "Its statements",
		"actor?id=kim-jong-un":              "Kim Jong Un",
		"search?q=treaty":                   "<mark>treaty</mark>",
		"sources":                           "Kim writes",
		"log":                               "Nobody has changed anything yet",
		"relation/PRK/RUS":                  "application/json",
		"offers?of=names&q=kim+yo+jong":     `["Kim Yo Jong (PRK)"]`,
		"offers?of=media&q=kcna":            `["KCNA (PRK)"]`,
		"offers?of=places&q=pyong":          `[`,
		"?other=PRK&state=RUS&year=2023":    "2 reports are unchecked",
		"?year=2024":                        "Nothing is left to check here",
		"?speaker=kim&channel=message":      "2 reports are unchecked",
		"?speaker=putin":                    "Nothing is left to check here",
		"?status=corrected":                 "Nothing is left to check here",
		"?status=any&doubt=low+probability": "unchecked",
		"waiting":                           "None waits",
		"actors":                            "speaks in 2",
		"actors?q=nobody":                   "Nobody has such a name",
		"relations":                         "North Korea",
		"sources?state=failed":              "There is none",
		"search?q=treaty&since=2024":        "None.",
		"event/" + strings.Replace(d.first, "r", "e", 1): "Statement 1",
		"desk.css": "--paper",
		"desk.js":  "addEventListener",
	} {
		if status, body := d.ask("GET", d.base+path, nil); status != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: status %d, want %q in\n%.600s", path, status, want, body)
		}
	}
	for path, want := range map[string]int{
		"report/r0": 404, "article?key=x": 404, "actor?id=nobody": 404, "relation/PRK/PRK": 404, "search?q=***": 400, "nothing": 404, "event/e0": 404,
		"search?q=x&since=soon": 400,
	} {
		if status, _ := d.ask("GET", d.base+path, nil); status != want {
			t.Errorf("%s: status %d, want %d", path, status, want)
		}
	}
}

// TestDeskRefusesOthers sends what a page of another origin, a wrong token and a rebound name could send: nothing is
// changed.
func TestDeskRefusesOthers(t *testing.T) {
	d := newDeskUnderTest(t)
	form := url.Values{"verdict": {"rejected"}, "seen": {"0"}}
	report := d.base + "report/" + d.first
	for name, c := range map[string]struct {
		address string
		headers []string
		want    int
	}{
		"another origin":  {report, []string{"Origin", "https://evil.example"}, 403},
		"no origin":       {report, nil, 403},
		"a hidden origin": {report, []string{"Origin", "null"}, 403},
		"a wrong token":   {d.origin() + "/0123456789abcdef0123456789abcdef/report/" + d.first, []string{"Origin", d.origin()}, 404},
		"no token":        {d.origin() + "/report/" + d.first, []string{"Origin", d.origin()}, 404},
		"a rebound name":  {report, []string{"Host", "evil.example", "Origin", "http://evil.example"}, 403},
		"a large form":    {report, []string{"Origin", d.origin()}, 400},
	} {
		sent := form
		if name == "a large form" {
			sent = url.Values{"note": {strings.Repeat("x", maxForm)}}
		}
		if status, body := d.ask("POST", c.address, sent, c.headers...); status != c.want {
			t.Errorf("%s: status %d, want %d: %.200s", name, status, c.want, body)
		}
	}
	if list := d.edits(); len(list) != 0 {
		t.Errorf("edits were stored: %+v", list)
	}
}

// TestDeskEdits corrects, accepts and undoes by forms, and refuses what was overtaken by another's edit.
func TestDeskEdits(t *testing.T) {
	d := newDeskUnderTest(t)
	report := d.base + "report/" + d.first
	post := func(address string, form url.Values, want int) string {
		t.Helper()
		status, body := d.ask("POST", address, form, "Origin", d.origin())
		if status != want {
			t.Fatalf("%v: status %d, want %d: %.300s", form, status, want, body)
		}
		return body
	}
	post(report, url.Values{"field": {"speaker"}, "value": {"Choe Son Hui"}, "seen": {"0"}}, 303)
	if body := post(report, url.Values{"verdict": {"confirmed"}, "seen": {"0"}}, 409); !strings.Contains(
		body,
		"Choe Son Hui",
	) {
		t.Errorf("the conflict does not show what was changed: %.300s", body)
	}
	post(report, url.Values{"field": {"speaker"}, "value": {"Nobody Known"}, "seen": {"1"}}, 422)
	post(report, url.Values{"verdict": {"maybe"}, "seen": {"1"}}, 422)
	post(report, url.Values{"verdict": {"rejected"}, "seen": {"1"}}, 303)
	list := d.edits()
	if len(list) != 2 || list[0].Who != "Ada" || list[0].At != "2026-11-28T12:00:00Z" {
		t.Fatalf("edits: %+v", list)
	}
	post(d.base+"undo", url.Values{"edit": {"1"}}, 303)
	post(d.base+"undo", url.Values{"edit": {"2"}}, 303)
	post(d.base+"undo", url.Values{"edit": {"1"}}, 409)
	if r, _, err := d.store.Reports().Get(context.Background(), d.first); err != nil || r.Status != record.Machine {
		t.Errorf("after undo: status %q, %v", r.Status, err)
	}
	if a, err := d.store.Check(context.Background()); err != nil {
		t.Errorf("%v: %v", err, a.Failures)
	}
}

// edited makes edits of a report, its event and its speaker.
func (d *deskUnderTest) edited() {
	d.Helper()
	event := record.EventID(d.first)
	for _, f := range []struct {
		path string
		form url.Values
		want int
	}{
		{"report/" + d.first, url.Values{"field": {"words"}, "value": {"our peoples are no family"}, "seen": {"0"}}, 303},
		{"report/" + d.first, url.Values{"field": {"place"}, "value": {"Oslo"}, "seen": {"1"}}, 303},
		{"event/" + event, url.Values{"field": {"title"}, "value": {"A letter"}, "seen": {"0"}}, 303},
		{"event/" + event, url.Values{"field": {"title"}, "value": {"A note"}, "seen": {"0"}}, 409},
		{"event/" + event, url.Values{"merge": {event}, "seen": {"3"}}, 422},
		{"event/" + event, url.Values{"divide": {"yes"}, "seen": {"3"}}, 422},
		{"event/" + event, url.Values{"merge": {"e0"}, "seen": {"3"}}, 422},
		{"actor?id=kim-jong-un", url.Values{"field": {"office"}, "value": {"Chairman"}, "seen": {"0"}}, 303},
		{"actor?id=kim-jong-un", url.Values{"field": {"same-as"}, "value": {"Nobody Known"}, "seen": {"4"}}, 422},
		{"actor?id=kim-jong-un", url.Values{"field": {"same-as"}, "value": {"Kim Yo Jong (PRK)"}, "seen": {"4"}}, 303},
	} {
		if status, body := d.ask("POST", d.base+f.path, f.form, "Origin", d.origin()); status != f.want {
			d.Fatalf("%s %v: status %d, want %d: %.900s", f.path, f.form, status, f.want, body)
		}
	}
}

// TestDeskEditsAll edits an event and an actor, undoes it, and shows on the pages what was decided and what waits.
func TestDeskEditsAll(t *testing.T) {
	d := newDeskUnderTest(t)
	d.edited()
	for path, want := range map[string]string{
		"waiting": "our peoples are no family", "log": "actor kim-jong-un", "event/" + record.EventID(d.first): "title by person:Ada",
		"actor?id=kim-jong-un": "Taken for", "actors": "Kim Yo Jong", "report/" + d.first: "Kim Yo Jong (PRK)", "": "1 edit waits",
	} {
		if status, body := d.ask("GET", d.base+path, nil); status != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: status %d, want %q in\n%.3000s", path, status, want, body)
		}
	}
	for range 5 {
		list := d.edits()
		last, _ := edits.Undoable(list)
		if status, body := d.ask("POST", d.base+"undo", url.Values{"edit": {fmt.Sprint(last.ID)}}, "Origin", d.origin()); status != 303 {
			t.Fatalf("undo of %+v: status %d: %.900s", last, status, body)
		}
	}
	if status, body := d.ask("GET", d.base+"report/"+d.first, nil); status != 200 || strings.Contains(body, "Oslo\">") {
		t.Errorf("after undo: status %d, %.900s", status, body)
	}
	if a, err := d.store.Check(context.Background()); err != nil {
		t.Errorf("%v: %v", err, a.Failures)
	}
}
