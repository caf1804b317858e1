package choice

import (
	"strings"
	"testing"

	"demarche/timeline/naming"
)

// TestInOtherWords holds that a body with its state and without are one candidate, and that of another state is not.
func TestInOtherWords(t *testing.T) {
	r := readerOf(t, "In Norway, the Norwegian tourism ministry warned that rain was near.")
	p := quoteOf(r, "the Norwegian tourism ministry", "warned", "rain was near")
	for state, want := range map[string]float64{"NOR": 0.75, "PER": 0} {
		p.Speakers = []*naming.Entity{naming.Group("Tourism Ministry of Norway", "NOR")}
		list := []candidate{
			{key: "a", by: "body", parties: p.Speakers},
			{key: "b", by: byWords, parties: []*naming.Entity{naming.Group("Tourism ministry", state)}},
		}
		c, q := inOtherWords(p, list, []float64{0.25, 0.5}, &list[1])
		if q != want || want > 0 && c != &list[0] {
			t.Errorf("%s: got %v, want %v", state, q, want)
		}
	}
}

// TestAsWritten holds that somebody new is called as the source is written, of no known state, where it tells what they
// are of.
func TestAsWritten(t *testing.T) {
	for source, want := range map[string]string{
		"a source close to the pilots":         "Source close to the pilots",
		"three envoys at the harbour talks":    "Three envoys at the harbour talks",
		"an envoy from a third state":          "Envoy from a third state",
		"an envoy":                             "",
		"a Norwegian envoy at the talks":       "",
		"an envoy of the ministry":             "",
		"a spokesman for the harbour pilots":   "",
		"the envoy from a third state in Oslo": "",
	} {
		r := readerOf(t, "In Peru, "+source+" warned that rain was near.")
		p := quoteOf(r, source, "warned", "rain was near")
		name := want
		if want == "" {
			_, name, _ = strings.Cut(source, " ")
		}
		list := []candidate{
			{key: "a", by: "body", parties: []*naming.Entity{naming.Group(name, "PER")}},
			{key: "b", by: byWords, parties: []*naming.Entity{naming.Group("Chilean source", "CHL")}},
			{key: "c", by: byWords, parties: []*naming.Entity{naming.Group("Chilean envoy", "CHL")}},
			{key: "d", by: byWords, parties: []*naming.Entity{naming.Group("Chilean envoys", "CHL")}},
		}
		c, q := asWritten(p, list, []float64{0.2, 0.15, 0.15, 0.15})
		if want == "" && c != nil || want != "" && (c == nil || c.parties[0].Name != want || c.parties[0].State != "") {
			t.Errorf("%s: got %+v %v, want %q", source, c, q, want)
		}
	}
}

// TestNamesAnother holds that a source may name a person where no speaker is known.
func TestNamesAnother(t *testing.T) {
	r := readerOf(t, "Foreign Minister Sergey Lavrov met pilots. "+
		"Then a letter Lavrov sent to them warned that rain was near.")
	p := quoteOf(r, "a letter Lavrov sent to them", "warned", "rain was near")
	p.Speakers = nil
	if !p.namesAnother(p.Quote.SourceLo, p.Quote.SourceHi) {
		t.Error("Lavrov is nobody")
	}
}

// TestCarrierCalled holds that a carrier is certain where the source calls it by a noun after the text has named it.
func TestCarrierCalled(t *testing.T) {
	for source, want := range map[string]bool{"the loud tabloid": true, "the pilot": false} {
		r := readerOf(t, "Rodong Sinmun has a new editor. On Monday "+source+" warned that rain was near.")
		p := quoteOf(r, source, "warned", "rain was near")
		p.Report.Decided.Speaker.P = leastCarrier
		if got := certain(p); got != want {
			t.Errorf("%s: got %v, want %v", source, got, want)
		}
	}
}
