package sqlite

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"demarche/timeline"
)

// many returns n entries like those of news: some 2,000 bytes of text and four events each.
func many(n int) []Entry {
	filler := strings.Repeat("The delegation visited a factory, a school and a farm near the capital. ", 28)
	entries := make([]Entry, n)
	for i := range entries {
		a := newArticle(fmt.Sprintf("%06d", i), fmt.Sprintf("Kim said: «We will help with number %d of all that is to be done.» %s", i, filler))
		entries[i].Article = a
		for j := range 4 {
			e := newEvent(a, kim, putin, fmt.Sprintf("20%02d-%02d-%02d", i%24, i%12+1, i%28+1))
			e.ID = fmt.Sprintf("%s.%d", a.ID, j)
			e.Statements[0].ID, e.Statements[0].Reports[0].ID = "s"+e.ID, "r"+e.ID
			entries[i].Events = append(entries[i].Events, e)
		}
	}
	return entries
}

// BenchmarkPut stores articles with four events each, in batches of the size named.
func BenchmarkPut(b *testing.B) {
	for _, size := range []int{1, 10, 100} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			s, entries := open(b), many(b.N)
			b.ReportAllocs()
			b.ResetTimer()
			for at := 0; at < b.N; at += size {
				outcomes, err := s.PutAll(context.Background(), entries[at:min(at+size, b.N)])
				if err != nil || outcomes[0].Err != nil {
					b.Fatal(outcomes, err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// BenchmarkPutAgain stores what is there already.
func BenchmarkPutAgain(b *testing.B) {
	s, entries := open(b), many(1000)
	if _, err := s.PutAll(context.Background(), entries); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.PutAll(context.Background(), entries); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(entries))/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkRelation reads 4,000 events of a pair, and those of one year that match a word.
func BenchmarkRelation(b *testing.B) {
	s := open(b)
	if _, err := s.PutAll(context.Background(), many(1000)); err != nil {
		b.Fatal(err)
	}
	for name, f := range map[string]Filter{
		"all":    {A: "PRK", B: "RUS"},
		"search": {A: "PRK", B: "RUS", Since: "2011-01-01", Until: "2011-12-31", Text: "help"},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var rel timeline.Relation
			for b.Loop() {
				var err error
				if rel, err = s.Relations().Between(context.Background(), f); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(rel.Events)), "events")
		})
	}
}
