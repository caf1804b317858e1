package record

import (
	"slices"
	"testing"

	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// party is one of a kind, with the id and the state of its name.
func party(kind actors.Kind, id, state string) Party {
	return Party{Actor: actors.Actor{ID: id, Name: id, Kind: kind, State: state}}
}

// idsOf are the ids of parties.
func idsOf(list []Party) []string {
	var ids []string
	for i := range list {
		ids = append(ids, list[i].ID)
	}
	return ids
}

// TestSettleAddressees leaves out governments beside their people and those who only speak to each other.
func TestSettleAddressees(t *testing.T) {
	lind, berg := party(actors.Person, "lind", "NOR"), party(actors.Person, "berg", "SWE")
	norway, sweden := party(actors.State, "norway", "NOR"), party(actors.State, "sweden", "SWE")
	moe := party(actors.Person, "moe", "SWE")
	for name, c := range map[string]struct {
		speakers, addressees []Party
		want                 []string
	}{
		"a person":                        {[]Party{lind}, []Party{berg}, []string{"berg"}},
		"a person and her government":     {[]Party{berg}, []Party{norway, lind}, []string{"lind"}},
		"a person and another government": {[]Party{lind}, []Party{lind, sweden}, []string{"lind", "sweden"}},
		"two who speak to each other":     {[]Party{lind, berg}, []Party{berg, lind}, nil},
		"two and a companion of one":      {[]Party{lind, berg}, []Party{berg, moe, lind}, nil},
		"two who speak to a third":        {[]Party{lind, berg}, []Party{sweden, norway}, []string{"sweden", "norway"}},
		"nobody":                          {[]Party{lind}, nil, nil},
	} {
		if got := idsOf(SettleAddressees(c.speakers, c.addressees)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestParties compares and joins lists of parties.
func TestParties(t *testing.T) {
	lind, berg := party(actors.Person, "lind", "NOR"), party(actors.Person, "berg", "SWE")
	union := Union([]Party{lind}, []Party{berg, lind})
	if got := idsOf(union); !slices.Equal(got, []string{"lind", "berg"}) {
		t.Errorf("union %v", got)
	}
	if !SameParties(union, []Party{berg, lind}) || SameParties(union, []Party{lind}) ||
		SameParties(union, []Party{lind, lind}) {
		t.Error("the same parties in any order are the same, others are not")
	}
	if got := Voices([]Party{berg, lind, party(actors.State, "norway", "NOR"), party(actors.Medium, "ledger", "")}); !slices.Equal(
		got,
		[]string{"NOR", "SWE", "ledger"},
	) {
		t.Errorf("voices %v", got)
	}
}

// TestGather makes one event of two reports.
func TestGather(t *testing.T) {
	lind, berg := party(actors.Person, "lind", "NOR"), party(actors.Person, "berg", "SWE")
	reports := []Report{
		{ID: "r1", Channel: Call, Speakers: []Party{lind}, Addressees: []Party{berg}, About: []string{"SWE", "DNK"}},
		{
			ID: "r2", Channel: Speech, Speakers: []Party{lind}, Place: "Oslo", Occasion: &Occasion{Name: "talks"},
			About: []string{"NOR", "FIN"},
		},
	}
	e := Gather("e1", reports, nil)
	if e.ID != "e1" || e.Channel != Call || e.Place != "Oslo" || e.Occasion == nil || len(e.Statements) != 2 {
		t.Errorf("%+v", e)
	}
	if e.Statements[0].ID != "s1" || e.Statements[1].ID != "s2" {
		t.Errorf("statements %s and %s", e.Statements[0].ID, e.Statements[1].ID)
	}
	if got := idsOf(e.Speakers); !slices.Equal(got, []string{"lind"}) {
		t.Errorf("speakers %v", got)
	}
	if !slices.Equal(e.About, []string{"DNK", "FIN"}) { // the states of those who speak and are spoken to are left out
		t.Errorf("about %v", e.About)
	}
	if got := e.Pairs(); !slices.Contains(got, [2]string{"NOR", "SWE"}) ||
		slices.Contains(got, [2]string{"DNK", "FIN"}) {
		t.Errorf("pairs %v", got)
	}
}

// TestSettled orders the contexts and takes none twice.
func TestSettled(t *testing.T) {
	at := func(key string, start int) Context {
		return Context{ArticleKey: key, Span: text.Span{Start: start, End: start + 5}}
	}
	e := Settled(Event{
		Statements: []Statement{{Reports: []Report{{About: []string{"SWE", "NOR", "SWE"}}}}},
		Context:    []Context{at("b", 3), at("a", 9), at("a", 2), at("b", 3)},
	})
	if !slices.Equal(e.About, []string{"NOR", "SWE"}) {
		t.Errorf("about %v", e.About)
	}
	if want := []Context{at("a", 2), at("a", 9), at("b", 3)}; !slices.Equal(e.Context, want) {
		t.Errorf("contexts %v, want %v", e.Context, want)
	}
}

// TestClone: what is given other ids in a copy keeps its own.
func TestClone(t *testing.T) {
	e := Event{Statements: []Statement{{ID: "s1", Reports: []Report{{ID: "r1"}}}}}
	c := e.Clone()
	c.Statements[0].ID, c.Statements[0].Reports[0].ID = "s2", "r2"
	if e.Statements[0].ID != "s1" || e.Statements[0].Reports[0].ID != "r1" {
		t.Errorf("%+v", e)
	}
}

// TestStatus: an event is the program's until all of its reports have been looked at.
func TestStatus(t *testing.T) {
	for name, c := range map[string]struct {
		of   []Status
		want Status
	}{
		"nobody looked":      {[]Status{Machine, Machine}, Machine},
		"one is left":        {[]Status{Confirmed, Machine}, Machine},
		"all are confirmed":  {[]Status{Confirmed, Confirmed}, Confirmed},
		"one is corrected":   {[]Status{Confirmed, Corrected}, Corrected},
		"one after the left": {[]Status{Corrected, Machine}, Machine},
	} {
		e := Event{}
		for _, s := range c.of {
			e.Statements = append(e.Statements, Statement{Reports: []Report{{Status: s}}})
		}
		if got := e.Status(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestDivided: an edit of merging or dividing tells the reports before and after; others tell none.
func TestDivided(t *testing.T) {
	merge, split := MergeOf("e1", []string{"r1"}, []string{"r2", "r3"}), SplitOf("e1", []string{"r1"}, []string{"r2"})
	if b, a, err := merge.Divided(); err != nil || len(b) != 2 || len(a) != 1 ||
		!slices.Equal(a[0], []string{"r1", "r2", "r3"}) {
		t.Errorf("merge: %v, %v, %v", b, a, err)
	}
	if b, a, err := split.Divided(); err != nil || len(b) != 1 || len(a) != 2 ||
		!slices.Equal(b[0], []string{"r1", "r2"}) {
		t.Errorf("split: %v, %v, %v", b, a, err)
	}
	word := "[[\"r1\"]]"
	for name, e := range map[string]Edit{
		"nothing before":     {Field: MergeField, After: &word},
		"nothing after":      {Field: SplitField, Before: &word},
		"one event of one":   {Field: MergeField, Before: &word, After: &word},
		"a split of nothing": {Field: SplitField, Before: &word, After: &word},
		"no division":        {Field: MergeField, Before: new(string), After: &word},
	} {
		if _, _, err := e.Divided(); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
