package render

import (
	"testing"

	"demarche/timeline"
)

// partnered divides a synthetic relation among four partners of its first state.
func partnered(n int) []timeline.Relation {
	rel := synthetic(n)
	partners := []string{"RUS", "CHN", "USA", "KOR"}
	rels := make([]timeline.Relation, len(partners))
	for k, code := range partners {
		rels[k] = timeline.Relation{A: rel.A, B: code, Sources: rel.Sources, Read: rel.Read}
	}
	for i, e := range rel.Events {
		k := min(i%9%5, 3)
		swap := func(list []timeline.Party) []timeline.Party {
			out := append([]timeline.Party{}, list...)
			for j := range out {
				if out[j].State == "RUS" {
					out[j].State = partners[k]
				}
			}
			return out
		}
		e.Speakers, e.Addressees = swap(e.Speakers), swap(e.Addressees)
		rels[k].Events = append(rels[k].Events, e)
	}
	return rels
}

func TestStateReport(t *testing.T) {
	rels := partnered(400)
	rels[1].Events = append(rels[1].Events, rels[0].Events[0]) // one event with two partners
	r := NewState("PRK", rels, options())
	if len(r.Events) != 400 || len(r.Partners) != 4 || r.Kind != OfState {
		t.Errorf("%d events with %d partners", len(r.Events), len(r.Partners))
	}
	two := 0
	for _, e := range r.Events {
		if len(e.Partners) == 2 {
			two++
		}
	}
	if two != 1 {
		t.Errorf("%d events with two partners, want 1", two)
	}
}

func TestActorReport(t *testing.T) {
	r := NewActor("kim-jong-un", "Kim Jong Un", partnered(400), options())
	if len(r.Events) == 0 || len(r.Events) == 400 {
		t.Fatalf("%d events", len(r.Events))
	}
	for _, e := range r.Events {
		found := false
		for _, p := range append(append([]Party{}, e.Speakers...), e.Addressees...) {
			found = found || p.ID == "kim-jong-un"
		}
		if !found {
			t.Errorf("%s is not the actor's", e.ID)
		}
	}
}

func TestStateAndActorPages(t *testing.T) {
	browser := chromium(t)
	for _, r := range []*Report{NewState("PRK", partnered(400), options()), NewActor("kim-jong-un", "Kim Jong Un", partnered(400), options())} {
		p := open(t, browser, saved(t, drawn(t, r)), how{})
		p.wait(`document.querySelector('.pairs')`)
		if n := eval[int](p, `document.querySelectorAll('.pairs tbody tr').length`); n != len(r.Partners) {
			t.Errorf("%s: %d rows of pairs, want %d", r.Kind, n, len(r.Partners))
		}
		p.do(press(`.pairs tbody tr:nth-child(2) button`))
		p.wait(`location.hash.startsWith('#partner=') && document.querySelectorAll('.pairs tbody tr').length === 1`)
		p.sound()
	}
}
