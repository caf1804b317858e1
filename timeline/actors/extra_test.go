package actors

import (
	"strings"
	"testing"
)

const extraHead = "# from the archive\nkind\tname\tstate\taliases\toffice\tstart\tend\n"

func TestExtra(t *testing.T) {
	g, err := Load(Extra{"mine.tsv", []byte(extraHead +
		"person\tRi Tong Gon\tPRK\tRi Tong-kon\tdeputy foreign minister\t2014\t2019-05\n" +
		"person\tRi Tong Gon\tPRK\t\tforeign minister\t2031-01-01\t\n" +
		"person\tSergei Lavrov\tRUS\tS. Lavrov\tforeign minister\t2004-03-10\t2030-12-31\n" +
		"medium\tThe Border Post\t\tBorder Post\t\t\t\n" +
		"organisation\tRiver Basin Council\t\tRBC Council\t\t\t\n" +
		"metonym\tHilltop House\tPRK\t\tpresidency\t\t\n")})
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := g.Holder("PRK", "foreign minister", "2031-06-01"); !ok || e.Name != "Ri Tong Gon" {
		t.Errorf("the foreign minister of PRK in 2031 is %v", e)
	}
	if e, ok := g.Holder("RUS", "foreign minister", "2031-06-01"); ok {
		t.Errorf("the corrected term of Lavrov goes on: %s", e.Name)
	}
	if e, ok := g.Holder("RUS", "foreign minister", "2010-06-01"); !ok || e.ID != "sergey-lavrov" {
		t.Error("the corrected term of Lavrov is lost")
	}
	for _, name := range []string{"Ri Tong-kon", "S. Lavrov", "Border Post", "RBC Council", "Hilltop House"} {
		if len(g.Named(name, "2020")) == 0 {
			t.Errorf("%q is unknown", name)
		}
	}
	base := load(t)
	if len(base.Named("Hilltop House", "")) != 0 {
		t.Error("a researcher's file changed the shared gazetteer")
	}
	if e, ok := base.Holder("RUS", "foreign minister", "2031-06-01"); !ok || e.ID != "sergey-lavrov" {
		t.Error("a researcher's term changed the shared gazetteer")
	}
}

func TestExtraErrors(t *testing.T) {
	for row, want := range map[string]string{
		"person\tA B\tZZZ\t\t\t\t\n":                   `mine.tsv:3: "A B": unknown state "ZZZ"`,
		"ghost\tA B\tPRK\t\t\t\t\n":                    `mine.tsv:3: "A B": kind "ghost" is none of`,
		"body\tHill\tPRK\t\tchief wizard of all\t\t\n": `mine.tsv:3: "Hill": unknown body "chief wizard of all"`,
		"person\tA B\tPRK\t\tpresident\t2001-13\t\n":   `mine.tsv:3: "A B": "2001-13" is no date`,
		"person\tA B\tPRK\t\tpresident\t2001\t1999\n":  `the term ends on 1999 before it starts on 2001`,
		"person\tA B\tPRK\t\tpresident\t\t1999\n":      `has no start`,
		"person\t\tPRK\t\t\t\t\n":                      `mine.tsv:3: no name`,
		"metonym\tHill\t\t\t\t\t\n":                    `a metonym needs a state`,
		"person\tA B\n":                                `mine.tsv:3: 2 columns, want 7`,
	} {
		_, err := Load(Extra{"mine.tsv", []byte(extraHead + row)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", row, err, want)
		}
	}
	if _, err := Load(Extra{"mine.tsv", []byte("name\tstate\n")}); err == nil ||
		!strings.Contains(err.Error(), "mine.tsv:1: columns") {
		t.Errorf("a wrong header gives %v", err)
	}
}

// The office of a row may be a class in any case, a phrase or a whole title; a person may have no state; a body is a
// kind.
func TestExtraOffices(t *testing.T) {
	g, err := Load(Extra{"mine.tsv", []byte(extraHead +
		"person\tAnna Sample\tPRK\t\tUN ambassador\t2020\t2021\n" +
		"person\tBoris Sample\tRUS\t\tAmbassador of Russia to the United States\t2020\t2021\n" +
		"person\tCarla Sample\tFRA\t\tKeeper of the Seals\t2020\t2021\n" +
		"person\tDora Sample\t\t\tspecial envoy\t2020\t2021\n" +
		"body\tRiver Guard\tPHL\tRG Command\tcoast guard\t\t\n")})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct{ class, title string }{
		"Anna Sample":  {"UN ambassador", "Ambassador of North Korea to the United Nations"},
		"Boris Sample": {"ambassador", "Ambassador of Russia to the United States"},
		"Carla Sample": {"official", "Keeper of the Seals"},
		"Dora Sample":  {"special envoy", "Special Envoy"},
	} {
		e := g.NamedEntries(name, "2020-06-01")
		if len(e) == 0 {
			t.Errorf("%s is unknown", name)
			continue
		}
		if term, ok := e[0].At("2020-06-01"); !ok || term.Office != want.class || term.Title != want.title {
			t.Errorf("%s: office %q, title %q, want %q, %q", name, term.Office, term.Title, want.class, want.title)
		}
	}
	for _, name := range []string{"River Guard", "RG Command"} {
		if m, ok := g.ParseOffice(name); !ok || m.State != "PHL" || m.Class != "coast guard" || !m.Body {
			t.Errorf("%s is %+v", name, m)
		}
	}
}
