package data_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"demarche/data"
)

func TestParseTable(t *testing.T) {
	const name = "days.tsv"
	rows, err := data.ParseTable(name, []byte("# origin: ours\nday\tnote\n\n01-01\tnew year\r\n"), "day", "note")
	if err != nil || len(rows) != 1 || rows[0].Line != 4 || rows[0].Fields[1] != "new year" {
		t.Fatalf("rows %v, error %v", rows, err)
	}
	for table, want := range map[string]string{
		"day\n01-01\n":             `days.tsv:1: columns are ["day"]`,
		"day\tnote\n01-01\n":       "days.tsv:2: 1 columns, want 2",
		"# only a comment\n":       "days.tsv: no header line",
		"day\tnote\n01-01\ta\tb\n": "days.tsv:2: 3 columns, want 2",
	} {
		if _, err := data.ParseTable(name, []byte(table), "day", "note"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", table, err, want)
		}
	}
}

// TestClasses fills fields of both types: a set has whole phrases, a class of phrases what may follow a first word.
func TestClasses(t *testing.T) {
	c := data.Classes[struct {
		Kin        data.Set
		HoursApart data.Phrases
	}]()
	if !c.Kin["brother"] || c.Kin["hours"] {
		t.Errorf("kin: %v", c.Kin)
	}
	after := func(rest []string) bool { return strings.Join(rest, " ") == "hour later" }
	alone := c.HoursApart["afterwards"]
	if !slices.ContainsFunc(c.HoursApart["an"], after) || c.HoursApart["later"] != nil ||
		len(alone) != 1 || len(alone[0]) > 0 {
		t.Errorf("hours-apart: %v", c.HoursApart)
	}
}

// TestTablesNameTheirOrigin holds every table to a comment in front of its columns.
func TestTablesNameTheirOrigin(t *testing.T) {
	for _, dir := range []string{"codebook", "gazetteer", "lexicon"} {
		files, err := data.Sub(dir)
		if err != nil {
			t.Fatal(err)
		}
		names, err := fs.Glob(files, "*.tsv")
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: no tables, error %v", dir, err)
		}
		for _, name := range names {
			b, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(b), "#") {
				t.Errorf("%s/%s does not begin with a comment that names its origin", dir, name)
			}
		}
	}
}
