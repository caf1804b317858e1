package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/timeline"
)

func TestDivide(t *testing.T) {
	for _, c := range []struct {
		columns string
		want    []string
		ok      bool
	}{
		{"a\x1fb\x1fc", []string{"a", "b", "c"}, true},
		{"\x1f\x1f", []string{"", "", ""}, true},
		{"a\x1fb\x1fc\x1fd", []string{"a", "b", "c\x1fd"}, true},
		{"a\x1fb", nil, false},
	} {
		got := make([]string, 3)
		ok := divide(c.columns, &got[0], &got[1], &got[2])
		if ok != c.ok || ok && !cmp.Equal(got, c.want) {
			t.Errorf("%q gives %q, %v", c.columns, got, ok)
		}
	}
}

func TestColumnsGoIntoFields(t *testing.T) {
	type row struct {
		text      string
		whole     int
		long      int64
		real      float64
		bytes     []byte
		none      sql.NullString
		no        sql.NullInt64
		some      sql.NullInt64
		direction timeline.Direction
	}
	fields := func(r *row) []any {
		return []any{&r.text, &r.whole, &r.long, &r.real, &r.bytes, &r.none, &r.no, &r.some, &r.direction}
	}
	s := open(t)
	rows, err := s.db.QueryContext(t.Context(), `SELECT 'a', 1, 2, 3, x'04', NULL, NULL, 5, 'a-to-b'
		UNION ALL SELECT 'b', 6, 7, 8.5, NULL, 'c', 9, NULL, ''`)
	if err != nil {
		t.Fatal(err)
	}
	got, err := collect(rows, fields)
	if err != nil {
		t.Fatal(err)
	}
	valid := func(n int64) sql.NullInt64 { return sql.NullInt64{Int64: n, Valid: true} }
	want := []row{
		{text: "a", whole: 1, long: 2, real: 3, bytes: []byte{4}, some: valid(5), direction: "a-to-b"},
		{text: "b", whole: 6, long: 7, real: 8.5, none: sql.NullString{String: "c", Valid: true}, no: valid(9)},
	}
	if d := cmp.Diff(fmt.Sprint(want), fmt.Sprint(got)); d != "" {
		t.Error(d)
	}
	for _, query := range []string{`SELECT NULL`, `SELECT 1`, `SELECT 1.5`} {
		rows, err := s.db.QueryContext(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := collect(rows, func(s *string) []any { return []any{s} }); err == nil {
			t.Errorf("%s goes into a text", query)
		}
	}
}

func TestFieldsOfThisRowAlone(t *testing.T) {
	s := open(t)
	rows, err := s.db.QueryContext(t.Context(), `SELECT 1 UNION ALL SELECT 2`)
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		n    int
		list []int // not read: it must not keep what was put in for the row before
	}
	if err := each(rows, func(r *row) []any { return []any{&r.n} }, func(r *row) error {
		r.list = append(r.list, r.n)
		if len(r.list) != 1 {
			t.Errorf("row %d has %v", r.n, r.list)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

// TestMomentIsOne looks whether all connections of a moment see the same, while another process writes.
func TestMomentIsOne(t *testing.T) {
	s := told(t)
	other, err := Open(s.path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			a := newArticle(fmt.Sprint("more", i), "Kim said: «We will help with rockets.»")
			if _, err := other.PutAll(context.Background(), []Entry{{Article: a}}); err != nil {
				t.Error(err)
			}
		}
	})
	several := 0
	for range 2000 {
		m, err := s.moment(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		seen := map[int64]bool{}
		for _, tx := range m.txs {
			n, err := readIDs(t.Context(), tx, `SELECT count(*) FROM articles`)
			if err != nil {
				t.Fatal(err)
			}
			seen[n[0]] = true
		}
		if len(m.txs) > 1 {
			several++
		}
		if len(seen) != 1 {
			t.Errorf("connections see %v articles", seen)
		}
		if err := m.close(); err != nil {
			t.Fatal(err)
		}
	}
	stop()
	wg.Wait()
	t.Logf("%d of 2000 on several connections", several)
	if err := other.Close(); err != nil {
		t.Error(err)
	}
}

// TestManyMoments begins more of them at one time than the pool has connections.
func TestManyMoments(t *testing.T) {
	s := told(t)
	var wg sync.WaitGroup
	for range 4 * maxConns {
		wg.Go(func() {
			rels, err := s.Relations().All(t.Context(), Filter{A: "PRK"}, func(string) bool { return true })
			if err != nil || len(rels) != 2 {
				t.Errorf("%d relations, %v", len(rels), err)
			}
		})
	}
	wg.Wait()
}

func TestMomentReportsErrors(t *testing.T) {
	s := told(t)
	const damage = `UPDATE reports SET about = '[7]' WHERE id = (SELECT max(id) FROM reports)`
	if _, err := s.db.ExecContext(t.Context(), damage); err != nil {
		t.Fatal(err)
	}
	before := s.db.Stats().InUse // that of the writer
	_, err := s.Relations().All(t.Context(), Filter{A: "PRK"}, func(string) bool { return true })
	if err == nil || !strings.Contains(err.Error(), "demarche check") {
		t.Errorf("the error is %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := s.Relations().All(ended, Filter{A: "PRK"}, func(string) bool { return true }); err == nil {
		t.Error("reading goes on after its end")
	}
	if n := s.db.Stats().InUse; n != before {
		t.Errorf("%d connections are in use, %d before", n, before)
	}
}
