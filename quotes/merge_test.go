package quotes

import (
	"strings"
	"testing"

	"demarche/quotes/marks"
	"demarche/quotes/text"
)

// found makes a quote as a model would give it, of pieces of s.
func found(t *testing.T, s string, form Form, source, cue, content string) Quote {
	t.Helper()
	span := func(piece string) []text.Span {
		if piece == "" {
			return nil
		}
		i := strings.Index(s, piece)
		if i < 0 {
			t.Fatalf("%q is not in the text", piece)
		}
		return []text.Span{{Start: i, End: i + len(piece)}}
	}
	return Quote{
		Form:    form,
		Act:     Speech,
		Content: span(content),
		Cue:     span(cue),
		Source:  span(source),
		By:      "model",
		P:       0.9,
	}
}

func TestSpeechMerge(t *testing.T) {
	const s = "“We will stay,” Berg told the crowd on Monday. She said the harbour is safe.\n" +
		"Vik believes that the bridge will fall. The secretary of the league said:\nThe “great harvest” was a lie.\nWe want bread."
	d := text.Parse(s)
	qs := append(newPage(d, "").layout().quotes,
		found(t, s, Direct, "Berg", "told", "“We will stay,”"),
		found(t, s, Indirect, "She", "said", "the harbour is safe"),
		found(t, s, Indirect, "Vik", "believes", "that the bridge will fall"),
		found(t, s, Mixed, "", "", "“great harvest”"))
	var got []string
	for _, q := range speech(newGrammar(d), marks.Scan(d), qs, nil) {
		got = append(got, q.By+" "+pieces(s, q.Content))
	}
	want := []string{
		"model “We will stay,”",
		"rule:verb the harbour is safe",
		"rule:block The “great harvest” was a lie.⏎We want bread.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestMergeWithoutThat(t *testing.T) {
	const s = "Berg (on the left) told Vik | that talks would go on. Vik replied | that was a lie."
	d := text.Parse(s)
	qs := []Quote{
		found(t, s, Indirect, "Berg", "told", "that talks would go on"),
		found(t, s, Indirect, "Vik", "replied", "that was a lie"),
	}
	for i, want := range []string{"talks would go on", "that was a lie"} {
		j := joiner{newGrammar(d)}
		if got := pieces(s, j.withoutThat(qs[i].Content)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestSetActs(t *testing.T) {
	const s = "Berg said that it rains. Vik hopes that it rains. The council is convinced that it will rain. Berg “hopes” for rain."
	qs := []Quote{
		found(t, s, Indirect, "Berg", "said", "that it rains"),
		found(t, s, Indirect, "Vik", "hopes", "that it rains"),
		found(t, s, Indirect, "The council", "convinced", "that it will rain"),
		found(t, s, Mixed, "Berg", "", "“hopes” for rain"),
	}
	setActs(newGrammar(text.Parse(s)), qs)
	for i, want := range []Act{Speech, Thought, Thought, Speech} {
		if qs[i].Act != want {
			t.Errorf("quote %d is %s, want %s", i, qs[i].Act, want)
		}
	}
}

// TestFromFirstName takes the name before a source of the model into it, whatever the tagger makes of it after a mark.
func TestFromFirstName(t *testing.T) {
	for s, want := range map[string]string{
		"“We must talk,” Xi Jinping told Moon.":       "Xi Jinping",
		"On Monday Jinping told Moon that it rained.": "Jinping",
		"She told Jinping and left.":                  "Jinping",
	} {
		d := text.Parse(s)
		g := newGrammar(d)
		g.marks.enter(marks.Scan(d))
		q := found(t, s, Direct, "Jinping", "", "")
		if got := (joiner{g}).fromFirstName(q.Source)[0].Of(s); got != want {
			t.Errorf("%s: got %q, want %q", s, got, want)
		}
	}
}
