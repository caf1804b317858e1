package format_test

import (
	"testing"

	"demarche/quotes/article/format"
)

func FuzzOfText(f *testing.F) {
	for _, s := range []string{"<rss><channel>", "{\"a\":[{", "TY  - NEWS\n", "a,b\n1,2\n", "---\na: b\n---\n", "HD\nx\nPD\ny\n", "From: a@b\nTo: c\n\n"} {
		f.Add(s, "a.txt")
	}
	f.Fuzz(func(t *testing.T, head, name string) {
		if got := format.OfText(head, name); got.Name == "" || got.Plural == "" {
			t.Errorf("%q is nothing", head)
		}
		format.OfBytes([]byte(head))
	})
}
