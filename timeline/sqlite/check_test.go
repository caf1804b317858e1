package sqlite

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
)

// TestCheckFindsWhatIsWrong spoils a sound file in one place a time.
func TestCheckFindsWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ spoil, says string }{
		"report's text":    {`UPDATE reports SET text = 'Never said' WHERE ident = 'r-kim-putin'`, `its text is "Never said"`},
		"report's span":    {`UPDATE reports SET content = '[[0,4]]' WHERE ident = 'r-kim-putin'`, `the article's at its spans is "Kim "`},
		"span outside":     {`UPDATE reports SET around_end = 9999 WHERE ident = 'r-kim-putin'`, "outside the text"},
		"article's text":   {`UPDATE articles SET text = 'Kim kept silent about all of it, all the day.' WHERE key = 'kim-putin'`, "the article's at its spans"},
		"bytes":            {`UPDATE articles SET bytes = (SELECT bytes FROM articles WHERE key = 'joint') WHERE key = 'kim-putin'`, "kim-putin: its bytes"},
		"bytes of nothing": {`UPDATE articles SET bytes = x'00' WHERE key = 'kim-putin'`, "can't be unpacked"},
		"sha256":           {`UPDATE articles SET sha256 = printf('%064d', 0) WHERE key = 'kim-putin'`, "another SHA-256"},
		"no statement":     {`DELETE FROM statements WHERE ident = 's-kim-putin'`, "no statement"},
		"no report":        {`DELETE FROM reports WHERE ident = 'r-kim-putin'`, "no report"},
		"no event":         {`DELETE FROM events WHERE ident = 'e-kim-putin'`, "it is of no event"},
		"lost relation":    {`DELETE FROM related WHERE b = 'RUS'`, "found by the relations"},
		"other relation":   {`INSERT INTO related SELECT 'PRK', 'USA', id FROM events LIMIT 1`, "found by the relations"},
		"out of its lists": {`DELETE FROM places`, "it does not lie in its lists"},
		"other profile":    {`UPDATE tellings SET profile = x'01'`, "its profile is not"},
		"foreign key":      {`PRAGMA foreign_keys = 0; DELETE FROM articles WHERE key = 'joint'`, "foreign key: row"},
		"search, reports":  {`INSERT INTO reports_fts (reports_fts, rowid, text) SELECT 'delete', id, text FROM reports LIMIT 1`, "reports_fts is not in step"},
		"search, articles": {`INSERT INTO articles_fts (rowid, title, text) VALUES (99, 'x', 'y')`, "articles_fts is not in step"},
	} {
		t.Run(name, func(t *testing.T) {
			s := told(t)
			if _, err := s.db.Exec(c.spoil); err != nil {
				t.Fatal(err)
			}
			a, err := s.Check(context.Background())
			if !errors.Is(err, ErrUnsound) {
				t.Fatalf("error %v", err)
			}
			if all := strings.Join(a.Failures, "\n"); !strings.Contains(all, c.says) {
				t.Errorf("failures:\n%s\nwant %q", all, c.says)
			}
		})
	}
}

// TestCheckFindsABrokenPage overwrites a page of the file.
func TestCheckFindsABrokenPage(t *testing.T) {
	s := told(t)
	path := s.path
	if _, err := s.db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		t.Fatal(err)
	}
	s.Close()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, _ := f.Stat()
	for at := int64(4096); at < info.Size(); at += 3 * 4096 {
		f.WriteAt([]byte(strings.Repeat("rubbish ", 64)), at)
	}
	f.Close()
	if s, err = Open(path, Options{}); err != nil {
		return // as good
	}
	defer s.Close()
	if _, err := s.Check(context.Background()); err == nil {
		t.Error("no error")
	} else if strings.Contains(err.Error(), "\n") {
		t.Errorf("more than a line: %v", err)
	}
}
