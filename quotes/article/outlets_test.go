package article

import "testing"

func TestOutletsAreWhole(t *testing.T) {
	names, cues := map[string]bool{}, map[string]string{}
	for _, o := range lexicon().outlets {
		if o.name == "" || o.domain == "" || len(o.cues) == 0 || names[o.name] {
			t.Errorf("outlet %+v lacks something or stands twice", o)
		}
		names[o.name] = true
		for _, c := range append(append([]string(nil), o.cues...), o.agencies...) {
			if other, ok := cues[c]; ok && other != o.name {
				t.Errorf("%q stands for %s and %s", c, other, o.name)
			}
			cues[c] = o.name
		}
	}
	if got := outletOfHost("www.thehill.com"); got != "The Hill" {
		t.Errorf("thehill.com is %q", got)
	}
	if got := outletOfHost("notthehill.com"); got != "" {
		t.Errorf("notthehill.com is %q", got)
	}
}

func TestFindDay(t *testing.T) {
	for in, want := range map[string]string{
		"2023-06-12T23:59:59-04:00": "2023-06-12", "20230612": "2023-06-12", "June 12, 2023": "2023-06-12", "Sept. 3, 2019": "2019-09-03",
		"12 June 2023": "2023-06-12", "12. Juni 2023": "2023-06-12", "le 3 août 2020": "2020-08-03", "3 de marzo de 2021": "2021-03-03",
		"12 июня 2023 года": "2023-06-12", "2023年6月12日": "2023-06-12", "2023년 6월 12일": "2023-06-12", "06/12/23": "2023-06-12",
		"25/12/2020": "2020-12-25", "12.06.2023": "2023-06-12", "Mon Jun 12 2023": "2023-06-12", "2023/6/12": "2023-06-12",
		"30 February 2020": "", "no day in 2020": "", "13/13/2020": "", "version 1.2.3": "", "May 2020": "",
	} {
		if got, _ := findDay(in, false); got != want {
			t.Errorf("findDay(%q) = %q, want %q", in, got, want)
		}
	}
	if got, _ := findDay("05/06/2023", true); got != "2023-06-05" {
		t.Errorf("day first: %q", got)
	}
}
