package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/quotes/article"
)

// entriesOf reads a source and writes its entries, one a line.
func entriesOf(t *testing.T, in string) []string {
	t.Helper()
	a, err := article.Read(t.Context(), article.Source{Name: "in", Bytes: []byte(in)})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range a.Entries {
		_, name, _ := strings.Cut(e.ID, "#")
		out = append(out, fmt.Sprintf("%s %s %s: %s", name, e.Published, e.Title, strings.ReplaceAll(e.Text, "\n", " / ")))
	}
	return out
}

func TestEntriesOfALiveBlog(t *testing.T) {
	got := entriesOf(t, `<!doctype html><html lang="en"><head><title>Summit live</title><link rel="canonical" href="https://daily.example/live"></head><body><main><h1>Summit live</h1>
<article class="block" id="b2"><time datetime="2022-05-05T07:10:00Z">07:10</time><h2>A call</h2><p>The minister told her guest on the telephone today that the treaty stood.</p></article>
<article class="block"><time datetime="2022-05-04T19:00:00Z">19:00</time><p>The ambassador left the building without a word to the reporters.</p><p>His car left too.</p></article>
</main></body></html>`)
	if diff := cmp.Diff([]string{
		"b2 2022-05-05 A call: The minister told her guest on the telephone today that the treaty stood.",
		"2022-05-04T19:00 2022-05-04 Summit live: The ambassador left the building without a word to the reporters. / His car left too.",
	}, got); diff != "" {
		t.Error(diff)
	}
}

func TestEntriesOfAChronology(t *testing.T) {
	got := entriesOf(t, "Title: The week in May\nDate: 2022-05-09\n\nMay 5, 2022\n\nThe minister tells her guest that the treaty stands.\n\n"+
		"4 May - The ambassador says: “Every ship is counted.”\n\nMay 3: The ambassador comes to the capital.\n")
	if diff := cmp.Diff([]string{
		"2022-05-05 2022-05-05 The week in May: The minister tells her guest that the treaty stands.",
		"2022-05-04 2022-05-04 The week in May: The ambassador says: “Every ship is counted.”",
		"2022-05-03 2022-05-03 The week in May: The ambassador comes to the capital.",
	}, got); diff != "" {
		t.Error(diff)
	}
}

func TestListsOfDaysAreNoChronology(t *testing.T) {
	for name, in := range map[string]string{
		"dates of concerts": "Title: The band\nDate: 2022-04-01\n\nThe band is on the road again this year, as it said on Friday.\n\nMay 5 -- Casa da Musica, Porto\n\nMay 7 -- Coliseum, Lisbon, Portugal\n",
		"one day":           "Title: A day\n\nMay 5, 2022\n\nThe minister told her guest that the treaty stood as it was.\n",
	} {
		if got := entriesOf(t, in); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}
