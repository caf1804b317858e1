package learned

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"demarche/data"
	"demarche/quotes/marks"
	"demarche/quotes/net"
	"demarche/quotes/text"
)

// examples makes annotated texts of a few patterns.
func examples(t *testing.T) []Example {
	t.Helper()
	var b strings.Builder
	names := []string{"Ada Lind", "Piet Moss", "The minister", "A spokesman", "She", "The governor"}
	cues := []string{"said", "announced", "argued", "claimed"}
	things := []string{"the talks would go on", "the bridge was closed", "nobody had left the town", "bread was dear"}
	for i := range 60 {
		n, c, x := names[i%6], cues[i%4], things[(i/2)%4]
		s := fmt.Sprintf("%s %s that %s. “Well, %s,” %s %s. Trains ran as usual.", n, c, x, x, n, c)
		at := func(part string, from int) [2]int {
			k := strings.Index(s[from:], part) + from
			return [2]int{len([]rune(s[:k])), len([]rune(s[:k+len(part)]))}
		}
		marked := "“Well, " + x + ",”"
		behind := strings.Index(s, marked) + len(marked)
		q := func(content, cue, source [2]int) string {
			return fmt.Sprintf(
				`{"content":[[%d,%d]],"cue":[[%d,%d]],"source":[[%d,%d]]}`,
				content[0],
				content[1],
				cue[0],
				cue[1],
				source[0],
				source[1],
			)
		}
		fmt.Fprintf(&b, `{"id":"%d","text":%q,"quotes":[%s,%s]}`+"\n", i, s,
			q(at("that "+x, 0), at(c, 0), at(n, 0)), q(at(marked, 0), at(c, behind), at(n, behind)))
	}
	es, err := ReadExamples(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return es
}

func TestTrainTwice(t *testing.T) {
	es, vec := examples(t), vectors(t)
	for _, a := range es[0].Attributions {
		if !strings.HasPrefix(a.Content[0].Of(es[0].Text), "that") &&
			!strings.HasPrefix(a.Content[0].Of(es[0].Text), "“") {
			t.Fatalf("content read as %q", a.Content[0].Of(es[0].Text))
		}
	}
	var a, b bytes.Buffer
	if err := Train(es, vec, &a, nil); err != nil {
		t.Fatal(err)
	}
	if err := Train(es, vec, &b, nil); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatal("two trainings on the same texts differ")
	}
	m, err := Read(bytes.NewReader(a.Bytes()), vec)
	if err != nil {
		t.Fatal(err)
	}
	d := text.Parse("Ada Lind said that the bridge was closed. Trains ran as usual.")
	cs := Choose(m.Candidates(d, marks.Scan(d)), 0.3)
	if len(cs) != 1 || cs[0].Content[0].Of(d.Text) != "that the bridge was closed" ||
		cs[0].Source[0].Of(d.Text) != "Ada Lind" {
		t.Errorf("got %+v", cs)
	}
	for n := 0; n < a.Len(); n += 997 {
		if _, err := Read(bytes.NewReader(a.Bytes()[:n]), vec); err == nil {
			t.Fatalf("%d of %d bytes read without an error", n, a.Len())
		}
	}
}

func TestChooseLeavesNoClash(t *testing.T) {
	c := func(p float64, cue, first, last int) Candidate {
		return Candidate{P: p, exactP: 1, cueFirst: cue, cueLast: cue + 1, content: []tokenRange{{first, last}}}
	}
	got := Choose(
		[]Candidate{c(0.5, 2, 3, 9), c(0.9, 5, 6, 9), c(0.8, 12, 13, 20), c(0.1, 30, 31, 40), c(0.7, 15, 16, 18)},
		0.3,
	)
	if len(got) != 2 || got[0].P != 0.9 || got[1].P != 0.8 {
		t.Errorf("got %+v", got)
	}
}

func TestReadExamplesError(t *testing.T) {
	_, err := ReadExamples(strings.NewReader("{\"id\":\"1\",\"text\":\"a\",\"quotes\":[]}\n{"))
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

// vectors are those that the program ships.
func vectors(t *testing.T) *net.Vectors {
	t.Helper()
	b, err := data.Read("model/vectors.bin")
	if err != nil {
		t.Fatal(err)
	}
	v, err := net.ReadVectors(b)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
