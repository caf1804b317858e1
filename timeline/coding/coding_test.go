package coding

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/timeline/actors"
	"demarche/timeline/agreement"
	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// said is a report in which somebody speaks on a day.
func said(id, speaker, channel string) *record.Report {
	return &record.Report{
		ID:       id,
		Speakers: []record.Party{{Actor: actors.Actor{ID: speaker, Name: speaker, Kind: actors.Person, State: "PRK"}}},
		Channel:  record.Channel(channel), Tone: record.Neutral,
	}
}

// unit is a statement that may be drawn.
func unit(id, stratum string) Unit {
	return Unit{Report: id, Stratum: stratum, Values: edits.Values(said(id, "kim", "message"))}
}

// population has 90 statements in one stratum and 10 in another.
func population() []Unit {
	var units []Unit
	for i := range 100 {
		stratum := "large"
		if i%10 == 0 {
			stratum = "small"
		}
		units = append(units, unit(fmt.Sprintf("r%03d", i), stratum))
	}
	return units
}

func drawn(t *testing.T, s *Sample, units []Unit, n int) *Sample {
	t.Helper()
	if err := s.Draw(units, n); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestDrawIsTheSameInAnyOrder draws from the same units in two orders, and with another seed.
func TestDrawIsTheSameInAnyOrder(t *testing.T) {
	units := population()
	a := drawn(t, &Sample{Seed: 1, Spread: Proportional}, slices.Clone(units), 20)
	slices.Reverse(units)
	b := drawn(t, &Sample{Seed: 1, Spread: Proportional}, units, 20)
	if *a.Edit().After != *b.Edit().After {
		t.Error("another sample of the same units")
	}
	if a.Size() != 100 || len(a.Items) != 20 || a.Strata[0].Drawn != 18 || a.Strata[1].Drawn != 2 {
		t.Errorf("%d items of %d, strata %+v", len(a.Items), a.Size(), a.Strata)
	}
	c := drawn(t, &Sample{Seed: 2, Spread: Proportional}, population(), 20)
	if *a.Edit().After == *c.Edit().After {
		t.Error("the same sample with another seed")
	}
	equal := drawn(t, &Sample{Seed: 1, Spread: Equal}, population(), 20)
	if equal.Strata[0].Drawn != 10 || equal.Strata[1].Drawn != 10 {
		t.Errorf("equal: %+v", equal.Strata)
	}
	if err := (&Sample{}).Draw(population(), 1); err == nil ||
		!strings.Contains(err.Error(), "fewer than the 2 strata") {
		t.Errorf("one of two strata: %v", err)
	}
	if all := drawn(t, &Sample{Spread: Equal}, population(), 500); len(all.Items) != 100 {
		t.Errorf("%d items of 100", len(all.Items))
	}
}

// TestDrawTakesWhatIsAsked draws from strata of any sizes: as many as asked, none twice, two of each where they are
// there.
func TestDrawTakesWhatIsAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 30), 1, 6).Draw(t, "sizes")
		var units []Unit
		for stratum, size := range sizes {
			for range size {
				units = append(units, unit(fmt.Sprint("r", len(units)), fmt.Sprint(stratum)))
			}
		}
		n := rapid.IntRange(len(sizes), 200).Draw(t, "n")
		s := &Sample{
			Seed:   rapid.Uint64().Draw(t, "seed"),
			Spread: rapid.SampledFrom([]Spread{Proportional, Equal}).Draw(t, "spread"),
		}
		if err := s.Draw(units, n); err != nil {
			t.Fatal(err)
		}
		seen, count := map[string]bool{}, make([]int, len(s.Strata))
		for _, item := range s.Items {
			if seen[item.Report] {
				t.Fatalf("%s is there twice", item.Report)
			}
			seen[item.Report] = true
			count[item.Stratum]++
		}
		if len(s.Items) != min(n, len(units)) {
			t.Fatalf("%d items, want %d", len(s.Items), min(n, len(units)))
		}
		for i, stratum := range s.Strata {
			if count[i] != stratum.Drawn || count[i] > stratum.Size ||
				n >= 2*len(sizes) && count[i] < min(2, stratum.Size) {
				t.Fatalf("%d of %+v", count[i], stratum)
			}
		}
	})
}

// ledger appends edits as a database would.
type ledger []record.Edit

func (l *ledger) add(e record.Edit, who string) {
	e.ID, e.Who = int64(len(*l)+1), who
	*l = append(*l, e)
}

// code codes a report for somebody: channel "" leaves it, "?" can't be told, and "none" rejects the report.
func (l *ledger) code(t *testing.T, b *Book, who, report, channel string) {
	t.Helper()
	before := b.Of(who, report)
	c := before.Clone()
	c.Verdict = record.Confirmed
	switch channel {
	case "":
	case "none":
		c.Verdict = record.Rejected
	case "?":
		c.DontKnow("channel")
	default:
		c.Fields["channel"] = json.RawMessage(`"` + channel + `"`)
	}
	l.add(c.Edit(b.Sample.Name, report, before), who)
	again, err := NewBook(b.Sample, *l)
	if err != nil {
		t.Fatal(err)
	}
	*b = *again
}

// TestCodersDoNotOverwriteEachOther codes reports by two coders, who agree and disagree, and settles one report.
func TestCodersDoNotOverwriteEachOther(t *testing.T) {
	var l ledger
	units := []Unit{unit("r1", "a"), unit("r2", "a"), unit("r3", "a"), unit("r4", "a")}
	l.add(drawn(t, &Sample{Name: "s", Seed: 1, Spread: Proportional}, units, 4).Edit(), "Ada")
	s, err := Named(l, "s")
	if err != nil {
		t.Fatal(err)
	}
	b := &Book{Sample: s}
	for who, channels := range map[string][]string{"Ada": {"", "letter", "none", "?"}, "Ben": {"", "speech", "", ""}} {
		for i, channel := range channels {
			l.code(t, b, who, fmt.Sprint("r", i+1), channel)
		}
	}
	if got := b.Coders(); !slices.Equal(got, []string{"Ada", "Ben"}) || b.Count("Ada") != 4 || b.Count("Ben") != 4 {
		t.Fatalf("%v, %d, %d", got, b.Count("Ada"), b.Count("Ben"))
	}
	disputed := map[string]string{}
	for i := range s.Items {
		for _, d := range b.Disputes(&s.Items[i]) {
			disputed[d.Item.Report] += d.Field + " " + d.Codes["Ada"] + "/" + d.Codes["Ben"]
		}
	}
	want := map[string]string{"r2": "channel letter/speech", "r3": "statement no/yes"}
	if fmt.Sprint(disputed) != fmt.Sprint(want) {
		t.Errorf("disputes %v, want %v", disputed, want)
	}
	whole := b.Judged(WholeField, nil)[0]
	slices.Sort(whole.Right)
	if !slices.Equal(whole.Right, []float64{0.5, 1, 1, 1}) || whole.Drawn != 4 {
		t.Errorf("whole records %+v", whole)
	}
	channel := b.Judged("channel", map[string]Ruling{"r2": {Values: s.Items[0].Values}})[0]
	slices.Sort(channel.Right)
	if !slices.Equal(channel.Right, []float64{0.5, 1, 1, 1}) { // r3 is half a statement, r2 is ruled to be a message
		t.Errorf("channels %+v", channel)
	}
	if pairs := agreement.Pair(b.Units("channel", []string{"Ada", "Ben"}), 0, 1); len(pairs) != 2 ||
		agreement.Agreed(pairs) != 1 {
		t.Errorf("pairs %v", pairs)
	}
	if pairs := agreement.Pair(b.Units("channel", []string{"Ben", Machine}), 0, 1); len(pairs) != 4 ||
		agreement.Agreed(pairs) != 3 {
		t.Errorf("with the machine %v", pairs)
	}
	if !b.Disputed(l, "r2") || b.Disputed(l, "r1") {
		t.Error("r2 is disputed, r1 is not")
	}
	for report, want := range map[string]string{"r1": "", "r2": "no", "r3": "no", "r4": ""} {
		item, _ := s.Item(report)
		c, ok := b.Agreed(item)
		if ok != (want == "") ||
			ok && (c.Verdict != record.Confirmed || Unsure(c.Fields["channel"]) && report != "r4") {
			t.Errorf("%s: %+v, %v", report, c, ok)
		}
	}
	l.add(edits.Verdict(said("r2", "kim", "message"), record.Confirmed), "Cy")
	if b.Disputed(l, "r2") {
		t.Error("r2 is settled")
	}
}

// TestUndoIsOfOneCoder takes back a coding, which leaves that of another coder as it is.
func TestUndoIsOfOneCoder(t *testing.T) {
	var l ledger
	l.add(drawn(t, &Sample{Name: "s"}, []Unit{unit("r1", "a")}, 1).Edit(), "Ada")
	s, _ := Named(l, "s")
	b := &Book{Sample: s}
	l.code(t, b, "Ada", "r1", "letter")
	l.code(t, b, "Ben", "r1", "speech")
	back, err := edits.Undo(l, 2)
	if err != nil {
		t.Fatal(err)
	}
	l.add(back, "Ada")
	if b, err = NewBook(s, l); err != nil || b.Of("Ada", "r1") != nil || !b.Done("Ben", "r1") {
		t.Errorf("Ada %v, Ben %v, %v", b.Of("Ada", "r1"), b.Of("Ben", "r1"), err)
	}
}

// TestItemLaysItsValues shows a coder a report as it was drawn with what they changed, whatever the dataset says now.
func TestItemLaysItsValues(t *testing.T) {
	item := &Item{Report: "r1", Values: edits.Values(said("r1", "kim", "message"))}
	r := said("r1", "lavrov", "speech")
	c := &Coding{Verdict: record.Confirmed, Fields: map[string]json.RawMessage{"channel": json.RawMessage(`"letter"`)}}
	c.DontKnow("speaker")
	if err := item.Lay(r, c); err != nil {
		t.Fatal(err)
	}
	if r.Channel != record.Letter || r.Speakers[0].ID != "kim" || r.Status != record.Confirmed {
		t.Errorf("%s, %s, %s", r.Channel, r.Speakers[0].ID, r.Status)
	}
}

// TestDamagedEditsAreNamed reads samples and codings that no program wrote.
func TestDamagedEditsAreNamed(t *testing.T) {
	bad := `{"strata":[],"items":[{"report":"r1","stratum":0}]}`
	if _, err := Samples([]record.Edit{{ID: 7, Kind: SampleKind, Target: "s", After: &bad}}); err == nil ||
		!strings.Contains(err.Error(), "edit 7") {
		t.Errorf("a sample without strata: %v", err)
	}
	for _, coding := range []string{`[]`, `{"verdict":"maybe"}`, `{"fields":{"mood":"\"bad\""}}`, `{"fields":{"day":3}}`} {
		if _, err := NewBook(&Sample{Name: "s"}, []record.Edit{{ID: 8, Kind: Kind, Field: "s", After: &coding}}); err == nil {
			t.Errorf("%s was read", coding)
		}
	}
	rapid.Check(t, func(t *rapid.T) { // whatever stands there: an error or a sample, no panic
		v := rapid.String().Draw(t, "value")
		_, _ = Samples([]record.Edit{{Kind: SampleKind, Target: "s", After: &v}})
		_, _ = NewBook(&Sample{Name: "s"}, []record.Edit{{Kind: Kind, Field: "s", After: &v}})
	})
}

// TestTraits names strata.
func TestTraits(t *testing.T) {
	r := said("r1", "kim", "message")
	r.P, r.Decided.Speaker.P, r.Said.EDTF = 0.9, 0.5, "2024-06"
	if p := Certainty(r); math.Abs(p-0.45) > 1e-9 {
		t.Errorf("certainty %v", p)
	}
	got := StratumOf(r, &record.Source{Outlet: "Ledger"}, []string{"year", "p", "addressee", "outlet", "speaker"})
	if want := "year 2024, p .25-.50, addressee none, outlet Ledger, speaker PRK"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for by, wrong := range map[string]bool{"p": false, "p,form": false, "mood": true, "p,p": true} {
		if err := CheckTraits(strings.Split(by, ",")); (err != nil) != wrong {
			t.Errorf("%s: %v", by, err)
		}
	}
	for name, wrong := range map[string]bool{"spring": false, "2024-a.b": false, "": true, "-n": true, "a b": true, "a/b": true} {
		if err := CheckName(name); (err != nil) != wrong {
			t.Errorf("%q: %v", name, err)
		}
	}
}
