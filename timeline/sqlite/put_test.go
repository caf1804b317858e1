package sqlite

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"demarche/quotes/article"
	"demarche/timeline"
	"demarche/timeline/record"
)

// TestPutThenLoad puts events of any shape and reads them as they were.
func TestPutThenLoad(t *testing.T) {
	s, n := open(t), 0
	rapid.Check(t, func(rt *rapid.T) {
		var entries []Entry
		for range rapid.IntRange(1, 3).Draw(rt, "entries") {
			n++
			entries = append(entries, genEntry(fmt.Sprintf("a%d", n)).Draw(rt, "entry"))
		}
		outcomes, err := s.PutAll(context.Background(), entries)
		if err != nil {
			rt.Fatal(err)
		}
		for i, o := range outcomes {
			if o.Err != nil || o.Status != Added {
				rt.Fatalf("outcome %+v", o)
			}
			want := toldBy(entries[i].Events)
			if diff := cmp.Diff(want, tellingsIn(rt, s, entries[i].Article.Key()), cmpopts.EquateEmpty()); diff != "" {
				rt.Fatalf("put -, read +:\n%s", diff)
			}
		}
		again, err := s.PutAll(context.Background(), entries)
		if err != nil {
			rt.Fatal(err)
		}
		for _, o := range again {
			if o.Status != Unchanged || o.Version != 1 {
				rt.Fatalf("put again: %+v", o)
			}
		}
	})
	if a, err := s.Check(context.Background()); err != nil {
		t.Fatal(err, a.Failures)
	}
}

// toldBy are the events as they follow from their reports, which is how they are kept.
func toldBy(events []timeline.Event) []timeline.Event {
	var out []timeline.Event
	for i := range events {
		id := ""
		for _, st := range events[i].Statements {
			if e := record.EventID(st.Reports[0].ID); id == "" || e < id {
				id = e
			}
		}
		e := regathered(&events[i])
		e.ID = id
		out = append(out, e)
	}
	return out
}

// tellingsIn are the events that an article tells, as they are stored.
func tellingsIn(t rapid.TB, s *Store, key string) []timeline.Event {
	ids, err := readIDs(context.Background(), s.db,
		`SELECT t.id FROM tellings t JOIN articles a ON a.id = t.article WHERE a.key = ?`, key)
	if err != nil {
		t.Fatal(err)
	}
	list, faults, err := loadTellings(context.Background(), s.db, ids)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	var out []timeline.Event
	for _, x := range list {
		out = append(out, x.event)
	}
	return out
}

// TestPutAgainKeepsEveryByte puts the same twice and compares the files.
func TestPutAgainKeepsEveryByte(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.sqlite")
	put := func(at time.Time, want Status) [32]byte {
		s, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 20 {
			a := newArticle(fmt.Sprint(i), fmt.Sprintf("Kim said: «We will help %d.»", i))
			a.Retrieved = at
			o, err := s.Put(context.Background(), a, []timeline.Event{newEvent(a, kim, putin, "2023-06-12")})
			if err != nil || o.Status != want {
				t.Fatal(o, err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if left, _ := filepath.Glob(path + "-*"); left != nil {
			t.Errorf("side files are left: %v", left)
		}
		return sha256.Sum256(b)
	}
	first := put(time.Unix(1e9, 0), Added)
	if second := put(time.Unix(2e9, 0), Unchanged); second != first {
		t.Error("the second time changed the file")
	}
}

func TestChangedArticleIsANewVersion(t *testing.T) {
	s, ctx := open(t), context.Background()
	a := newArticle("x", "Kim said: «We will help.»")
	if _, err := s.Put(ctx, a, []timeline.Event{newEvent(a, kim, putin, "2023-06-12")}); err != nil {
		t.Fatal(err)
	}
	b := newArticle("x", "Kim said: «We shall help.» He left.")
	b.Title = "Corrected"
	o, err := s.Put(ctx, b, []timeline.Event{newEvent(b, kim, putin, "2023-06-12")})
	if err != nil {
		t.Fatal(err)
	}
	want := Outcome{Status: Changed, Version: 2, Change: &Change{
		Fields: []string{"title", "text"}, Gone: []string{"«We will help.»"}, New: []string{"«We shall help.»"},
	}}
	if diff := cmp.Diff(want, o); diff != "" {
		t.Error(diff)
	}
	rel, err := s.Relations().Between(ctx, Filter{A: "PRK", B: "RUS"})
	if err != nil || len(rel.Events) != 1 || rel.Events[0].Statements[0].Reports[0].Text != "«We shall help.»" {
		t.Errorf("relation %+v, %v", rel.Events, err)
	}
	// The same bytes, read otherwise, are no new version.
	if o, err = s.Put(ctx, b, nil); err != nil || o.Status != Reread || o.Version != 2 || len(o.Change.Gone) != 1 {
		t.Errorf("%+v, %v", o, err)
	}
	if audit, err := s.Check(ctx); err != nil || audit.Versions != 1 || audit.Reports != 0 {
		t.Errorf("%+v, %v", audit, err)
	}
}

// TestBadEntryLeavesNothing puts a bad entry between good ones.
func TestBadEntryLeavesNothing(t *testing.T) {
	good := func(id string) Entry {
		a := newArticle(id, "Kim said: «We will help.»")
		return Entry{Article: a, Events: []timeline.Event{newEvent(a, kim, putin, "2023-06-12")}}
	}
	for name, c := range map[string]struct {
		spoil func(e *Entry)
		says  string
	}{
		"text not at its span": {func(e *Entry) { e.Events[0].Statements[0].Reports[0].Text = "We won't." }, "the article's at its spans is"},
		"span outside":         {func(e *Entry) { e.Events[0].Statements[0].Reports[0].Around.End = 1000 }, "outside the text"},
		"empty event":          {func(e *Entry) { e.Events[0].Statements = nil }, "no statement"},
		"unknown channel":      {func(e *Entry) { e.Events[0].Statements[0].Reports[0].Channel = "pigeon" }, "CHECK constraint failed"},
		"late in the article":  {func(e *Entry) { e.Events[0].Statements[0].Reports[0].Form = "sung" }, "CHECK constraint failed"},
		"p of two":             {func(e *Entry) { e.Events[0].Statements[0].Reports[0].P = 2 }, "CHECK constraint failed"},
		"a thought":            {func(e *Entry) { e.Events[0].Statements[0].Reports[0].Act = "thought" }, "no act of speech"},
	} {
		t.Run(name, func(t *testing.T) {
			s, bad := open(t), good("bad")
			bad.Events[0].Speakers[0].ID = "only here"
			c.spoil(&bad)
			outcomes, err := s.PutAll(context.Background(), []Entry{good("1"), bad, good("2")})
			if err != nil {
				t.Fatal(err)
			}
			if o := outcomes[1]; o.Err == nil || !strings.Contains(o.Err.Error(), c.says) ||
				!strings.HasPrefix(o.Err.Error(), "bad: ") {
				t.Errorf("error %v, want %q", o.Err, c.says)
			}
			a, err := s.Check(context.Background())
			if err != nil || a.Articles != 2 || a.Events != 1 || a.Reports != 2 { // one event: they have the same words
				t.Errorf("left %+v, %v", a, err)
			}
			if o, err := s.Put(context.Background(), good("bad").Article, nil); err != nil || o.Status != Added {
				t.Errorf("the good one afterwards: %+v, %v", o, err)
			}
		})
	}
}

func TestHas(t *testing.T) {
	s, ctx := open(t), context.Background()
	a := newArticle("x", "Nothing.")
	if _, err := s.PutAll(ctx, []Entry{{Article: a, Reader: "v1"}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		key, sha, reader string
		want             bool
	}{{"x", a.SHA256, "v1", true}, {"x", a.SHA256, "v2", false}, {"y", a.SHA256, "v1", false}, {"x", "0", "v1", false}} {
		if got, err := s.Sources().Has(ctx, c.key, c.sha, c.reader); err != nil || got != c.want {
			t.Errorf("%+v: %v, %v", c, got, err)
		}
	}
}

func TestEditsStayAsTheyAre(t *testing.T) {
	s := open(t)
	if _, err := s.db.Exec(`INSERT INTO edits (kind, target, field, who, at, why, before, after)
		VALUES ('report', 'r1', 'tone', 'me', '2026-01-02T03:04:05Z', 'irony', 'neutral', 'conflictual')`); err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{`UPDATE edits SET why = ''`, `DELETE FROM edits`} {
		if _, err := s.db.Exec(q); err == nil || !strings.Contains(err.Error(), "edits are never") {
			t.Errorf("%s: %v", q, err)
		}
	}
}

// TestReadWhileWriting reads relations in one store while another writes: every article that is seen is whole.
func TestReadWhileWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.sqlite")
	w, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	r, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	done, seen := make(chan error, 1), make(chan bool) // seen: something was read while there was more to write
	go func() {
		var err error
		for i := 0; i < 200 && err == nil; i += 10 {
			if i == 100 {
				<-seen
			}
			_, err = w.PutAll(context.Background(), many(200)[i:i+10])
		}
		done <- err
	}()
	last := 0
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return
		default:
		}
		rel, err := r.Relations().Between(context.Background(), Filter{A: "PRK", B: "RUS"})
		if err != nil {
			t.Fatal(err)
		}
		if a, err := r.Check(context.Background()); err != nil {
			t.Fatal(err, a.Failures)
		}
		read := 0
		for _, c := range rel.Read {
			read += c.Articles
		}
		if read < last || read%10 != 0 || len(rel.Sources) != read {
			t.Fatalf("%d articles read after %d, %d cited", read, last, len(rel.Sources))
		}
		if last == 0 && read > 0 {
			close(seen)
		}
		last = read
	}
}

// Put stores one article with its events in one transaction, whole or not at all. An article that is there already
// as it is, except for the time of its retrieval, changes no row.
func (s *Store) Put(ctx context.Context, a *article.Article, events []timeline.Event) (Outcome, error) {
	outcomes, err := s.PutAll(ctx, []Entry{{Article: a, Events: events}})
	if err != nil {
		return Outcome{}, err
	}
	return outcomes[0], outcomes[0].Err
}
