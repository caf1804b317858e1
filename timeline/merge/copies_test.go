package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/timeline/record"
)

// TestCopies: one wire's story on three sites, with another headline and ending, is one text; another story is not.
func TestCopies(t *testing.T) {
	const wire = "The two ministers met for an hour in the old town hall and spoke of the harbour, of the ferry that is to run " +
		"again in spring, and of the fishermen who were held since autumn. Neither side would say when the next round is to be."
	got := Copies([]record.Source{
		{Key: "b", Published: "2023-06-13", Text: "Harbour talks. " + wire + " Read more on our site."},
		{Key: "a", Published: "2023-06-12", Text: wire},
		{Key: "c", Published: "2023-06-13", Text: wire},
		{Key: "d", Published: "2023-06-12", Text: "The ministers met. " +
			"What they said of the harbour and the ferry was kept from the press, and the fishermen are still held in the north."},
		{Key: "e"},
		{Key: "f"},
	})
	if d := cmp.Diff(map[string]string{"b": "a", "c": "a"}, got); d != "" {
		t.Error(d)
	}
}
