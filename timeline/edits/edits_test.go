package edits

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

func gazetteer(t *testing.T) *actors.Gazetteer {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// body is the text of the article of the sample.
const body = "Mr. Kim said, “we go on,” and, “we go on together, come what may.” He left."

// sample is a report whose words were put into a wrong mouth.
func sample() record.Report {
	return record.Report{
		ID: "r1",
		Speakers: []record.Party{
			{Actor: actors.Actor{ID: "kim-jong-un", Name: "Kim Jong Un", Kind: actors.Person, State: "PRK"}},
		},
		Quote: quotes.Quote{Form: quotes.Direct, Content: []text.Span{{Start: 14, End: 28}}, By: "model", P: 0.7},
		Text:  "“we go on,”", Around: text.Span{Start: 0, End: 40}, Channel: record.Meeting,
		Said: record.Said{
			Date:  dates.Date{EDTF: "2024-06-19", Earliest: "2024-06-19", Latest: "2024-06-19"},
			Basis: dates.Published,
		},
		Tone:    record.Neutral,
		Decided: record.Decisions{Speaker: record.Decision{By: "named", P: 0.6}},
	}
}

// TestRead types values into fields, and lays the edits over the report.
func TestRead(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		field, typed string
		shown        string // the value in words; "" for an error
		wrong        string // part of the error
	}{
		{"speaker", "Kim Yo Jong", "Kim Yo Jong (PRK)", ""},
		{"speaker", "Vladimir Putin; Kim Jong Un", "Vladimir Putin (RUS); Kim Jong Un (PRK)", ""},
		{"speaker", "", "nobody", ""},
		{"speaker", "Ada Lind (NOR)", "Ada Lind (NOR)", ""},
		{"speaker", "Ada Lind", "", "nobody is known as \"Ada Lind\"; add the state"},
		{"speaker", "Ada Lind (Narnia)", "", "no state"},
		{"addressee", "Russia", "Government of Russia (RUS)", ""},
		{"medium", "KCNA", "KCNA", ""},
		{"channel", "letter", "letter", ""},
		{"channel", "telegram", "", "none of message, letter"},
		{"day", "2024-06", "2024-06", ""},
		{"day", "", "nothing", ""},
		{"day", "last Tuesday", "", "is no date"},
		{"tone", "cooperative", "cooperative", ""},
		{"occasion", "Russia Day", "Russia Day", ""},
		{"place", "Pyongyang", "Pyongyang", ""},
		{"state", "Russia", "Kim Jong Un (RUS)", ""},
		{"state", "Narnia", "", "no state"},
		{"form", "mixed", "mixed", ""},
		{"form", "sung", "", "none of direct, mixed"},
		{"words", "“we go on together, come what may.”", "“we go on together", ""},
		{"words", "we go on … together", "we go on … together", ""},
		{"words", "", "", "without a word"},
		{"note", "see the transcript", "see the transcript", ""},
		{"mood", "bad", "", "there is no field \"mood\"; the fields are speaker, addressee"},
		{"place", strings.Repeat("x", maxValue+1), "", "one line of at most"},
		{"place", "a\nb", "", "one line of at most"},
	} {
		r := sample()
		e, err := Read(g, &r, c.field, c.typed)
		if c.shown == "" {
			if err == nil || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("%s=%q: %v, want %q", c.field, c.typed, err, c.wrong)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s=%q: %v", c.field, c.typed, err)
			continue
		}
		if got := Shown(e.After); !strings.HasPrefix(got, c.shown) {
			t.Errorf("%s=%q reads %q, want %q", c.field, c.typed, got, c.shown)
		}
		e.Who = "Ada"
		if err := NewLog([]record.Edit{e}).Lay(&r, body); err != nil {
			t.Errorf("%s=%q: %v", c.field, c.typed, err)
		}
		if f, ok := named(c.field); ok {
			if got := written(f.get(&r)); *got != *e.After {
				t.Errorf("%s=%q: the report has %s, want %s", c.field, c.typed, *got, *e.After)
			}
			if f.decision == nil {
				if r.By != "person:Ada" || r.P != 1 || r.Status != record.Corrected {
					t.Errorf("%s=%q: signed %q, %v, status %q", c.field, c.typed, r.By, r.P, r.Status)
				}
			} else if d := f.decision(&r.Decided); d.By != "person:Ada" || d.P != 1 || r.Status != record.Corrected {
				t.Errorf("%s=%q: signed %+v, status %q", c.field, c.typed, d, r.Status)
			}
		}
	}
}

// TestUndo goes back from one edit to the other, to what the program says.
func TestUndo(t *testing.T) {
	g := gazetteer(t)
	var all []record.Edit
	add := func(e record.Edit, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		e.ID, e.Who = int64(len(all)+1), "Ada"
		all = append(all, e)
	}
	speaker := func() string {
		r := sample()
		if err := NewLog(all).Lay(&r, body); err != nil {
			t.Fatal(err)
		}
		return partyNames(r.Speakers)
	}
	r := sample()
	add(Read(g, &r, "speaker", "Kim Yo Jong"))
	add(Read(g, &r, "speaker", "Choe Son Hui"))
	if got := speaker(); got != "Choe Son Hui" {
		t.Fatalf("the last edit does not hold: %s", got)
	}
	if _, err := Undo(all, 1); err == nil || !strings.Contains(err.Error(), "undo that one first") {
		t.Fatalf("an edit below another was undone: %v", err)
	}
	add(Undo(all, 2))
	if got := speaker(); got != "Kim Yo Jong" {
		t.Fatalf("after undo: %s", got)
	}
	add(Undo(all, 3))
	if got := speaker(); got != "Choe Son Hui" {
		t.Fatalf("after undo of undo: %s", got)
	}
	if _, err := Undo(all, 9); err == nil {
		t.Error("an edit that there is not was undone")
	}
	all = all[:1]
	add(Undo(all, 1))
	r = sample()
	if err := NewLog(all).Lay(&r, body); err != nil || r.Status != record.Machine || r.Decided.Speaker.By != "named" {
		t.Errorf("the program's word does not come back: %q, %+v, %v", r.Status, r.Decided.Speaker, err)
	}
}

func partyNames(list []record.Party) string {
	var names []string
	for i := range list {
		names = append(names, list[i].Name)
	}
	return strings.Join(names, "; ")
}

// TestVerdict holds the status of a report to what a person said of it and of its fields.
func TestVerdict(t *testing.T) {
	r := sample()
	confirmed, rejected, open := Verdict(
		&r,
		record.Confirmed,
	), Verdict(
		&r,
		record.Rejected,
	), Verdict(
		&r,
		record.Machine,
	)
	tone := record.Edit{Kind: Kind, Target: "r1", Field: "tone", After: written("conflictual")}
	for _, c := range []struct {
		list []record.Edit
		want record.Status
	}{
		{nil, record.Machine},
		{[]record.Edit{confirmed}, record.Confirmed},
		{[]record.Edit{confirmed, open}, record.Machine},
		{[]record.Edit{confirmed, tone}, record.Corrected},
		{[]record.Edit{tone, rejected}, record.Rejected},
		{[]record.Edit{rejected, confirmed}, record.Confirmed},
	} {
		r := sample()
		if err := NewLog(c.list).Lay(&r, body); err != nil || r.Status != c.want {
			t.Errorf("%v: %q, %v; want %q", c.list, r.Status, err, c.want)
		}
	}
}

// TestDamaged lays edits whose values are no values: the report stays as it is, and the edit is named.
func TestDamaged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := &fields[rapid.IntRange(0, len(fields)-1).Draw(t, "field")]
		v := rapid.String().Draw(t, "value")
		r, was := sample(), sample()
		err := NewLog([]record.Edit{{ID: 7, Kind: Kind, Target: "r1", Field: f.name, After: &v}}).Lay(&r, body)
		if err == nil {
			return
		}
		if !strings.HasPrefix(err.Error(), "edit 7: ") {
			t.Fatalf("%v", err)
		}
		a, _ := json.Marshal(r)
		b, _ := json.Marshal(was)
		if string(a) != string(b) {
			t.Fatalf("changed by %q: %s", v, a)
		}
	})
}
