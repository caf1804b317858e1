package desk

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMarked(t *testing.T) {
	text := "Kim said: “We <will>.”\nHe left."
	at := func(s, class string) Mark {
		i := strings.Index(text, s)
		return Mark{Start: i, End: i + len(s), Class: class, Title: class}
	}
	got := string(Marked(text, []Mark{at("“We <will>.”", "content"), at("Kim", "speaker"), at("will", "other"), {Start: 5, End: 999}}))
	want := `<p><mark class="speaker" title="speaker">Kim</mark> said: ` +
		`<mark class="content" title="content">“We &lt;</mark><mark class="other" title="other">will</mark>` +
		`<mark class="content" title="content">&gt;.”</mark></p>` + "\n<p>He left.</p>"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestMarkedKeepsTheText marks any stretches of any text: without the tags, the text is there as it was.
func TestMarkedKeepsTheText(t *testing.T) {
	tags := regexp.MustCompile(`</?(mark|a)[^>]*>`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("ab <&\"é\n"))).Draw(t, "text")
		bounds := []int{0}
		for i := range text {
			bounds = append(bounds, i)
		}
		bounds = append(bounds, len(text))
		place := rapid.SampledFrom(bounds)
		var marks []Mark
		for range rapid.IntRange(0, 6).Draw(t, "marks") {
			a, b := place.Draw(t, "start"), place.Draw(t, "end")
			marks = append(marks, Mark{Start: a, End: b, Class: "other", Title: `"x"`, Link: rapid.SampledFrom([]string{"", "l"}).Draw(t, "link")})
		}
		is := tags.ReplaceAllString(string(Marked(text, marks)), "")
		is = strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(is, "<p>"), "</p>"), "</p>\n<p>", "\n")
		if html.UnescapeString(is) != text {
			t.Fatalf("%q became %q", text, is)
		}
	})
}

// TestViewsAreDrawn draws each view empty and with hostile text in its fields.
func TestViewsAreDrawn(t *testing.T) {
	page := Page{Title: "</title><script>x</script>", Base: "/t/", Coder: "<b>", Said: "<i>"}
	row := Row{ID: "r1", Words: "<script>alert(1)</script>", Status: "confirmed", Doubts: []string{"<x>"}, Sure: 40}
	for _, view := range []any{
		&Queue{Page: page}, &Queue{Page: page, Rows: []Row{row}, Filter: Filter{State: `"><script>`}},
		&Statement{Page: page, Row: row, URL: "javascript:alert(1)", Fields: []Field{{Name: "speaker", Value: `"><script>`, Others: []Choice{{Value: "<", Name: "<"}}}}},
		&Log{Page: page, Entries: []Entry{{Who: "<script>"}}}, &Article{Page: page, Rows: []Row{row}}, &Found{Page: page}, &Actor{Page: page, Rows: []Row{row}},
		&Sources{Page: page, Rows: []Source{{Title: "<script>"}}}, &Message{Page: page, Text: "<script>"},
	} {
		var b strings.Builder
		if err := Draw(&b, view); err != nil {
			t.Fatalf("%T: %v", view, err)
		}
		if n := strings.Count(b.String(), "<script"); n != 1 || strings.Contains(b.String(), `href="javascript`) {
			t.Errorf("%T: %d scripts\n%s", view, n, b.String())
		}
	}
}
