package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/quotes/text"
	"demarche/timeline"
)

// archive returns a store in which no column is empty: articles with an occasion, a context, cue, source, states
// spoken of and an earlier version.
func archive(t *testing.T) *Store {
	t.Helper()
	s := open(t)
	for _, words := range []string{"help", "stand by"} {
		for i, id := range []string{"one", "two", "three"} {
			day := fmt.Sprintf("%d-06-12", 2021+i)
			a := newArticle(id, "Kim said on Victory Day: «We will "+words+" you, article "+id+".» It rained.")
			e := newEvent(a, kim, putin, day)
			e.Occasion = &timeline.Occasion{Name: "Victory Day", Date: "2023-05-09", Evidence: text.Span{Start: 12, End: 23}}
			e.Context = []timeline.Context{{ArticleKey: a.Key(), Span: text.Span{Start: 0, End: 3}, Text: "Kim"}}
			r := &e.Statements[0].Reports[0]
			r.Occasion, r.Place, r.Plover, r.Score = e.Occasion, "Pyongyang", "AID", 7
			r.About = []string{"USA"}
			r.Cue, r.Source = []text.Span{{Start: 4, End: 8}}, []text.Span{{Start: 0, End: 3}}
			if o, err := s.Put(t.Context(), a, []timeline.Event{e}); err != nil || o.Err != nil {
				t.Fatal(o, err)
			}
		}
	}
	if err := s.w.db.exec(insertAlias, "e-gone", "r-one", aliasDigest("e-gone", "r-one")); err != nil {
		t.Fatal(err)
	}
	r := drawnRow{key: strings.Repeat("0", 64), state: "PRK", program: "this", portion: []byte("drawn")}
	if err := s.w.db.exec(insertDrawn, r.key, r.state, r.program, r.portion, r.digestNow()); err != nil {
		t.Fatal(err)
	}
	return s
}

// changes are made behind the program's back, each in the article "two" or in what belongs to it; $event and $report
// are the rows of its event and report.
var changes = []string{
	`UPDATE articles SET title = 'Other' WHERE key = 'two'`,
	`UPDATE articles SET outlet = 'Other' WHERE key = 'two'`,
	`UPDATE articles SET byline = 'Other' WHERE key = 'two'`,
	`UPDATE articles SET url = 'https://other.example/' WHERE key = 'two'`,
	`UPDATE articles SET published = '2023-06-13' WHERE key = 'two'`,
	`UPDATE articles SET published_how = 'json-ld' WHERE key = 'two'`,
	`UPDATE articles SET retrieved = '2023-06-13T00:00:00Z' WHERE key = 'two'`,
	`UPDATE articles SET language = 'de' WHERE key = 'two'`,
	`UPDATE articles SET media_type = 'text/html' WHERE key = 'two'`,
	`UPDATE articles SET key = 'zwei' WHERE key = 'two'`,
	`UPDATE articles SET version = 3 WHERE key = 'two'`,
	`UPDATE articles SET reader = 'x' WHERE key = 'two'`,
	`UPDATE articles SET sha256 = printf('%064d', 0) WHERE key = 'two'`,
	`UPDATE articles SET size = size + 1 WHERE key = 'two'`,
	`UPDATE articles SET text = text || ' More.' WHERE key = 'two'`,
	`UPDATE articles SET bytes = (SELECT bytes FROM articles WHERE key = 'one') WHERE key = 'two'`,
	`UPDATE articles SET digest = zeroblob(32) WHERE key = 'two'`,
	`UPDATE articles SET text = replace(text, 'stand by', 'fall for') WHERE key = 'two';
		UPDATE reports SET text = replace(text, 'stand by', 'fall for') WHERE ident = 'r-two'`,
	`DELETE FROM articles WHERE key = 'two'`,
	`INSERT INTO articles (key, version, url, outlet, title, byline, published, published_how, retrieved, language, media_type,
		sha256, reader, size, text, bytes) SELECT 'four', 1, url, outlet, title, byline, published, published_how, retrieved,
		language, media_type, sha256, reader, size, text, bytes FROM articles WHERE key = 'two'`,
	`UPDATE superseded SET title = 'Other' WHERE article = 2`,
	`UPDATE superseded SET text = 'Other' WHERE article = 2`,
	`UPDATE superseded SET version = 7 WHERE article = 2`,
	`DELETE FROM superseded WHERE article = 2`,
	`UPDATE tellings SET ident = 'e-zwei' WHERE ident = 'e-two'`,
	`UPDATE tellings SET article = 1 WHERE ident = 'e-two'`,
	`UPDATE tellings SET profile = zeroblob(9) WHERE ident = 'e-two'`,
	`DELETE FROM tellings WHERE ident = 'e-two'`,
	`DELETE FROM contexts WHERE telling = $telling`,
	`UPDATE contexts SET start = 1, text = 'im' WHERE telling = $telling`,
	`DELETE FROM places WHERE telling = $telling`,
	`UPDATE events SET ident = 'e-zwei' WHERE ident = 'e-two'`,
	`UPDATE events SET channel = 'letter' WHERE ident = 'e-two'`,
	`UPDATE events SET said = '2023-06-13' WHERE ident = 'e-two'`,
	`UPDATE events SET earliest = '2023-06-11' WHERE ident = 'e-two'`,
	`UPDATE events SET latest = '2023-06-13' WHERE ident = 'e-two'`,
	`UPDATE events SET basis = 'relative' WHERE ident = 'e-two'`,
	`UPDATE events SET occasion = 'Other' WHERE ident = 'e-two'`,
	`UPDATE events SET occasion_date = '2023' WHERE ident = 'e-two'`,
	`UPDATE events SET occasion = NULL, occasion_date = NULL WHERE ident = 'e-two'`,
	`UPDATE events SET place = 'Other' WHERE ident = 'e-two'`,
	`DELETE FROM events WHERE ident = 'e-two'`,
	`UPDATE event_parties SET office = 'Other' WHERE event = $event`,
	`UPDATE event_parties SET basis = 'implied' WHERE role = 'addressee' AND event = $event`,
	`DELETE FROM event_parties WHERE event = $event`,
	`DELETE FROM related WHERE event = $event`,
	`UPDATE related SET b = 'SUR' WHERE event = $event`,
	`UPDATE statements SET ident = 's-zwei' WHERE ident = 's-two'`,
	`UPDATE statements SET event = (SELECT id FROM events WHERE ident = 'e-one') WHERE ident = 's-two'`,
	`UPDATE reports SET statement = (SELECT id FROM statements WHERE ident = 's-one') WHERE ident = 'r-two'`,
	`UPDATE reports SET statement = NULL WHERE ident = 'r-two'`,
	`UPDATE reports SET telling = (SELECT id FROM tellings WHERE ident = 'e-one') WHERE ident = 'r-two'`,
	`UPDATE reports SET about = '[]' WHERE ident = 'r-two'`,
	`UPDATE aliases SET report = 'r-two' WHERE ident = 'e-gone'`,
	`UPDATE reports SET ident = 'r-zwei' WHERE ident = 'r-two'`,
	`UPDATE reports SET form = 'mixed' WHERE ident = 'r-two'`,
	`UPDATE reports SET content = '[[25,30]]', text = 'We wi' WHERE ident = 'r-two'`,
	`UPDATE reports SET content = '[[25,"x"]]' WHERE ident = 'r-two'`,
	`UPDATE reports SET cue = '[]' WHERE ident = 'r-two'`,
	`UPDATE reports SET source = '[[0,1]]' WHERE ident = 'r-two'`,
	`UPDATE reports SET "by" = 'rule:other' WHERE ident = 'r-two'`,
	`UPDATE reports SET p = 0.9 WHERE ident = 'r-two'`,
	`UPDATE reports SET around_start = 1 WHERE ident = 'r-two'`,
	`UPDATE reports SET medium = NULL WHERE ident = 'r-two'`,
	`UPDATE reports SET channel = 'speech' WHERE ident = 'r-two'`,
	`UPDATE reports SET said = '2023', earliest = '2023-01-01', latest = '2023-12-31' WHERE ident = 'r-two'`,
	`UPDATE reports SET occasion = 'Other' WHERE ident = 'r-two'`,
	`UPDATE reports SET place = 'Other' WHERE ident = 'r-two'`,
	`UPDATE reports SET tone = 'conflictual' WHERE ident = 'r-two'`,
	`UPDATE reports SET plover = 'FIGHT' WHERE ident = 'r-two'`,
	`UPDATE reports SET score = -10 WHERE ident = 'r-two'`,
	`UPDATE reports SET digest = x'' WHERE ident = 'r-two'`,
	`DELETE FROM reports WHERE ident = 'r-two'`,
	`UPDATE report_parties SET office = 'Other' WHERE report = $report`,
	`UPDATE report_parties SET n = 1, role = 'speaker' WHERE role = 'addressee' AND report = $report`,
	`UPDATE report_parties SET actor = (SELECT id FROM actors WHERE ident = 'kcna') WHERE report = $report`,
	`DELETE FROM report_parties WHERE report = $report`,
	`UPDATE actors SET name = 'Kim Jong Two' WHERE ident = 'kim-jong-un'`,
	`UPDATE actors SET state = 'RUS' WHERE ident = 'kim-jong-un'`,
	`UPDATE actors SET kind = 'medium' WHERE ident = 'kim-jong-un'`,
	`UPDATE actors SET ident = 'kim-two' WHERE ident = 'kim-jong-un'`,
	`UPDATE holdings SET articles = 2`,
	`DELETE FROM holdings`,
	`UPDATE drawn SET portion = x'01'`,
	`UPDATE drawn SET state = 'RUS'`,
	`UPDATE drawn SET program = 'other'`,
	`UPDATE drawn SET key = printf('%064d', 1)`,
	`DELETE FROM given`,
	`DROP TRIGGER events_given`,
	`DROP INDEX reports_ident`,
	`DROP TRIGGER edits_keep`,
	`CREATE TRIGGER mine AFTER INSERT ON articles BEGIN DELETE FROM actors; END`,
}

// TestCheckNamesEveryChange makes one change a time. What is named is the row or the article that has it.
func TestCheckNamesEveryChange(t *testing.T) {
	s := archive(t)
	if a, err := s.Check(t.Context()); err != nil {
		t.Fatal(err, a.Failures)
	}
	abbreviations := strings.NewReplacer("$event", "(SELECT id FROM events WHERE ident = 'e-two')",
		"$report", "(SELECT id FROM reports WHERE ident = 'r-two')",
		"$telling", "(SELECT id FROM tellings WHERE ident = 'e-two')")
	for _, change := range changes {
		change = abbreviations.Replace(change)
		tx, err := s.db.Begin()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tx.Exec(change); err != nil && !strings.Contains(err.Error(), "CHECK") {
			t.Errorf("%s: %v", change, err)
		} else if err == nil {
			checkNames(t, s, tx, change)
		}
		tx.Rollback()
	}
	if a, err := s.Check(t.Context()); err != nil {
		t.Fatal("the last state:", err, a.Failures)
	}
}

// checkNames checks the rows as the transaction sees them.
func checkNames(t *testing.T, s *Store, tx *sql.Tx, change string) {
	t.Helper()
	c := &checker{ctx: t.Context(), s: s, tx: tx, Audit: &Audit{}, versions: map[int64]int{}}
	if err := c.rows(); err != nil {
		t.Errorf("%s: the check ended with %v", change, err)
	}
	all := strings.Join(c.Failures, "\n")
	named := false
	for _, name := range []string{"two", "zwei", "four", "kim-jong-un", "e-gone", "articles: ", "holdings: ", "schema: ", "drawn: ", "given: "} {
		named = named || strings.Contains(all, name)
	}
	if !named {
		t.Errorf("%s: passed as sound, or without a name: %s", change, all)
	}
}

// TestCheckFindsFlippedBits flips bits anywhere in the file. Where any row then reads otherwise, the check fails.
func TestCheckFindsFlippedBits(t *testing.T) {
	s := archive(t)
	if _, err := s.db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		t.Fatal(err)
	}
	whole := dump(t, s.path)
	s.Close()
	file, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for changed := 0; changed < 30; {
		at, bit := rng.IntN(len(file)), byte(1)<<rng.IntN(8)
		if file[at] == 0 {
			continue // mostly room that nothing uses
		}
		path := filepath.Join(t.TempDir(), "t.sqlite")
		flipped := append([]byte{}, file...)
		flipped[at] ^= bit
		os.WriteFile(path, flipped, 0o600)
		now, err := dumped(path)
		if err == nil && now == whole {
			continue // an index, a counter or free space: nobody reads other words
		}
		changed++
		if err := checkFile(path); err == nil {
			t.Errorf("bit %d of byte %d: sound, though rows read otherwise:\n%s", bit, at, cmp.Diff(whole, now))
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("bit %d of byte %d: more than one line: %v", bit, at, err)
		}
	}
}

func checkFile(path string) error {
	s, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer s.Close()
	_, err = s.Check(context.Background())
	return err
}

// tables are those that hold content.
var tables = []string{
	"articles", "superseded", "actors", "tellings", "contexts", "reports", "report_parties", "events", "event_parties",
	"related", "statements", "places", "aliases", "edits", "holdings", "drawn",
}

// dump is all content of a database as text.
func dump(t *testing.T, path string) string {
	t.Helper()
	all, err := dumped(path)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func dumped(path string) (string, error) {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		return "", err
	}
	defer db.Close()
	var b strings.Builder
	for _, table := range tables {
		rows, err := db.Query("SELECT * FROM " + table + " NOT INDEXED ORDER BY 1, 2, 3")
		if err != nil {
			return "", err
		}
		columns, err := rows.Columns()
		if err != nil {
			return "", err
		}
		for rows.Next() {
			values := make([]any, len(columns))
			to := make([]any, len(columns))
			for i := range values {
				to[i] = &values[i]
			}
			if err := rows.Scan(to...); err != nil {
				return "", err
			}
			fmt.Fprintf(&b, "%s %q\n", table, values)
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil { //nolint:sqlclosecheck // one table after the other
			return "", err
		}
	}
	return b.String(), nil
}
