package gold_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche/cmd/gold"
)

func write(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestRead(t *testing.T) {
	name := write(t, `{"id":"1","text":"Ada spoke.","published":"2023-06-14","quotes":[{"content":[[0,3]],"date":{"edtf":null}}]}

{"id":"2","text":"","quotes":[]}
`)
	lines, err := gold.Read[gold.Document](context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 2 || lines[0].Published != "2023-06-14" || len(lines[0].Gold.Quotes) != 1 {
		t.Fatalf("got %+v", lines)
	}
	if day := lines[0].Gold.Quotes[0].Date.EDTF; day != "" {
		t.Errorf("an unknown day is %q", day)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for content, want := range map[string]string{
		`{"id":"1","text":"a","quotes":7}`: "gold.jsonl:2: not gold of this kind: ",
		`{"id":"1","quotes":[]}`:           `gold.jsonl:2: no "text" in it`,
	} {
		_, err := gold.Read[gold.Document](context.Background(), write(t, "{\"id\":\"0\",\"text\":\"a\"}\n"+content))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", content, err, want)
		}
	}
}

func TestPairTakesTheBestFirst(t *testing.T) {
	s := "It rains, it snows, it blows."
	content := func(part string) gold.Record {
		i := strings.Index(s, part)
		return gold.Record{Content: [][2]int{{i, i + len(part)}}}
	}
	annotated := []gold.Record{content("It rains, it snows"), content("it blows")}
	printed := []gold.Record{content("It rains,"), content("rains, it snows"), content("it"), content("it blows.")}
	if got := gold.Pair(s, annotated, printed); !slices.Equal(got, []int{-1, 0, -1, 1}) {
		t.Errorf("got %v", got)
	}
}

func party(name, state string, aliases ...string) gold.Party {
	return gold.Party{Name: name, State: state, Aliases: aliases}
}

func TestFields(t *testing.T) {
	g := gold.Record{
		Form: "direct", Speakers: []gold.Party{party("The Government of Côte-d'Or", "CDO")},
		Addressees: []gold.Party{party("Ada", "NLD", "A. Smith")},
		Channel:    "call", Occasion: &gold.Party{Name: "Third Annual Summit of Rivers"},
	}
	g.Date.EDTF = "2023-06"
	right := gold.Record{
		Form: "direct", Speakers: []gold.Party{party("cote d or", "CDO")},
		Addressees: []gold.Party{party("Piet", "NLD")},
		Channel:    "call", Occasion: &gold.Party{Name: "the summit of lakes"},
	}
	right.Date.EDTF = "2023-06"
	for _, f := range gold.Fields() {
		if !f.Same(&g, &right) {
			t.Errorf("%s is wrong", f.Name)
		}
	}
	wrong := gold.Record{
		Form: "mixed", Speakers: []gold.Party{party("Piet", "NLD")}, Channel: "letter",
		Medium: &gold.Party{Name: "The Daily"}, Tone: "neutral",
	}
	for _, f := range gold.Fields() {
		if f.Same(&g, &wrong) {
			t.Errorf("%s is right", f.Name)
		}
	}
}

func TestSpeakersMatchByNameAlone(t *testing.T) {
	g := gold.Record{
		Speakers: []gold.Party{party("Ada", "NLD", "A. Smith")}, Addressees: []gold.Party{party("Ada", "")},
	}
	if p := (gold.Record{Speakers: []gold.Party{party("a smith", "")}}); !gold.SameSpeakers(&g, &p) {
		t.Error("an alias does not count")
	}
	if p := (gold.Record{Speakers: []gold.Party{party("Piet", "NLD")}}); gold.SameSpeakers(&g, &p) {
		t.Error("a state counts as a speaker's name")
	}
	if p := (gold.Record{Addressees: []gold.Party{party("Piet", "")}}); gold.SameAddressees(&g, &p) {
		t.Error("no state counts as the same state")
	}
}
