package record

import (
	"testing"

	"demarche/timeline/actors"
)

// of makes a party for each state; "-" stands for one without a state.
func of(states ...string) []Party {
	var ps []Party
	for _, s := range states {
		if s == "-" {
			s = ""
		}
		ps = append(ps, Party{Actor: actors.Actor{State: s}})
	}
	return ps
}

func TestBetween(t *testing.T) {
	for name, c := range map[string]struct {
		speakers, addressees []Party
		about                []string
		d                    Direction
		l                    Link
	}{
		"to the other":              {of("PRK"), of("RUS"), nil, AToB, Addressed},
		"back":                      {of("RUS"), of("CHN", "PRK"), nil, BToA, Addressed},
		"both speak":                {of("RUS", "PRK"), nil, nil, Joint, Addressed},
		"both speak to each other":  {of("RUS", "PRK"), of("PRK", "RUS"), nil, Joint, Addressed},
		"third to both":             {of("CHN"), of("PRK", "RUS"), nil, Third, Addressed},
		"unknown to both":           {nil, of("PRK", "RUS"), nil, Third, Addressed},
		"about, to the public":      {of("RUS"), nil, []string{"JPN", "PRK"}, BToA, About},
		"about, to a reporter":      {of("PRK"), of("-"), []string{"RUS"}, AToB, About},
		"about, to their own":       {of("PRK"), of("PRK"), []string{"RUS"}, AToB, About},
		"about, to a third state":   {of("PRK"), of("CHN"), []string{"RUS"}, "", ""},
		"third about both":          {of("CHN"), nil, []string{"PRK", "RUS"}, "", ""},
		"only one of them":          {of("PRK"), of("CHN"), nil, "", ""},
		"addressed before about":    {of("RUS"), of("PRK"), []string{"PRK"}, BToA, Addressed},
		"nobody":                    {nil, nil, nil, "", ""},
		"a party without any state": {of("-"), of("-"), nil, "", ""},
	} {
		e := Event{Speakers: c.speakers, Addressees: c.addressees, About: c.about}
		d, l, ok := e.Between("PRK", "RUS")
		if d != c.d || l != c.l || ok != (c.d != "") {
			t.Errorf("%s: %q %q %v, want %q %q", name, d, l, ok, c.d, c.l)
		}
	}
}
