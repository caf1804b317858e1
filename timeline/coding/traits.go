package coding

import (
	"fmt"
	"slices"
	"strings"

	"demarche/timeline/record"
)

// trait is what a stratum may be made of.
type trait struct {
	name string
	of   func(*record.Report, *record.Source) string
}

func traits() []trait {
	return []trait{
		{"p", func(r *record.Report, _ *record.Source) string { return band(Certainty(r)) }},
		{"form", func(r *record.Report, _ *record.Source) string { return string(r.Form) }},
		{"channel", func(r *record.Report, _ *record.Source) string { return string(r.Channel) }},
		{"tone", func(r *record.Report, _ *record.Source) string { return string(r.Tone) }},
		{"speaker", func(r *record.Report, _ *record.Source) string { return stateOf(r.Speakers) }},
		{"addressee", func(r *record.Report, _ *record.Source) string { return stateOf(r.Addressees) }},
		{"outlet", func(_ *record.Report, s *record.Source) string { return s.Outlet }},
		{"year", func(r *record.Report, _ *record.Source) string { return r.Said.EDTF[:min(4, len(r.Said.EDTF))] }},
	}
}

// Traits are the names of what strata can be made of: how certain the program is of speaker, addressee, day and
// words, in four bands; the form of the words; the channel; the tone; the state of the first speaker or addressee;
// the outlet; and the year in which the words were said.
func Traits() []string {
	names := make([]string, len(traits()))
	for i := range traits() {
		names[i] = traits()[i].name
	}
	return names
}

// CheckTraits refuses names that are none of [Traits], or there twice.
func CheckTraits(by []string) error {
	for i, name := range by {
		if !slices.Contains(Traits(), name) {
			return fmt.Errorf("strata are made by %s, not by %q", strings.Join(Traits(), ", "), name)
		}
		if slices.Contains(by[:i], name) {
			return fmt.Errorf("strata by %s are asked for twice", name)
		}
	}
	return nil
}

// StratumOf is the name of the stratum of a report of an article: its traits in the order of by.
func StratumOf(r *record.Report, s *record.Source, by []string) string {
	var parts []string
	for _, name := range by {
		for i := range traits() {
			if traits()[i].name == name {
				parts = append(parts, name+" "+orNone(traits()[i].of(r, s)))
			}
		}
	}
	return strings.Join(parts, ", ")
}

// Certainty is the probability that the words, speaker, addressee and day of a report are all right: the product of
// those that a model has judged. The queue of what needs a look goes by the same.
func Certainty(r *record.Report) float64 {
	p := r.P
	for _, d := range []record.Decision{r.Decided.Speaker, r.Decided.Addressee, r.Decided.Day} {
		if d.P > 0 {
			p *= d.P
		}
	}
	return p
}

// band is the quarter in which a probability lies.
func band(p float64) string {
	switch {
	case p < 0.25:
		return ".00-.25"
	case p < 0.5:
		return ".25-.50"
	case p < 0.75:
		return ".50-.75"
	}
	return ".75-1.0"
}

// stateOf is the state of the first party.
func stateOf(list []record.Party) string {
	if len(list) == 0 {
		return ""
	}
	return list[0].State
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
