package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"demarche/render"
	"demarche/timeline"
)

// archived is an archive of n events, each article of which tells of one.
func archived(t testing.TB, n int) []byte {
	t.Helper()
	d, why := made(n, all), "a letter"
	a := &Archive{
		Kept: Kept{
			Edits: []Edit{
				{
					Kind:   "event",
					Target: "e1",
					Field:  "note",
					Who:    "me",
					At:     "2026-01-02T03:04:05Z",
					Why:    why,
					After:  &why,
				},
			},
			Aliases: []Alias{{"e0", "r0"}}, Originals: []Original{{"r1", "a1", "e1", json.RawMessage(`{}`)}},
			Runs: []Run{{ID: 1, Command: "add"}}, Visits: []Visit{{Source: "https://news.example/", Run: 1, Tries: 1}},
		},
		Articles: func(do func(*ArchivedSource) error) error {
			for _, x := range sample(n) {
				view := render.View(&x.event, x.sources, all)
				for key, s := range x.sources {
					out := &ArchivedSource{
						Source:    Source{Source: render.Cite(s), Text: s.Text},
						MediaType: "text/plain",
						Bytes:     []byte(s.Text),
						Tellings:  []Telling{},
						Earlier:   []Version{},
					}
					told := Telling{ID: x.event.ID + key, Reports: []string{}, Context: [][2]int{}}
					for _, st := range view.Statements {
						for _, r := range st.Reports {
							if r.Source == key {
								told.Reports = append(told.Reports, r.ID)
							}
						}
					}
					out.Tellings = append(out.Tellings, told)
					if err := do(out); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
	var out bytes.Buffer
	if err := WriteArchive(&out, d, a); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestArchiveComesBack holds every report that is read from an archive to the one that was written, and the archive to
// the schema.
func TestArchiveComesBack(t *testing.T) {
	b := archived(t, 60)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if err := compile(t, render.SchemaID, render.Schema()).Validate(doc); err != nil {
		t.Error(err)
	}
	want := map[string]*timeline.Report{}
	for _, x := range sample(60) {
		for i := range x.event.Statements {
			for j := range x.event.Statements[i].Reports {
				r := &x.event.Statements[i].Reports[j]
				want[r.ID] = r
			}
		}
	}
	kept, err := ReadArchive(bytes.NewReader(b), func(u *Unarchived) error {
		for _, e := range u.Events {
			for _, st := range e.Statements {
				got, is := st.Reports[0], want[st.Reports[0].ID]
				if !slices.Equal(got.Content, is.Content) || got.Text != is.Text || got.Said != is.Said ||
					got.Decided != is.Decided ||
					!reflect.DeepEqual(got.Medium, is.Medium) ||
					!reflect.DeepEqual(got.Occasion, is.Occasion) {
					t.Fatalf("%s: got %+v, want %+v", got.ID, got, is)
				}
				delete(want, got.ID)
			}
		}
		return nil
	})
	if err != nil || len(want) != 0 || len(kept.Edits) != 1 || len(kept.Aliases) != 1 || len(kept.Originals) != 1 {
		t.Errorf("%v; %d reports, %+v", err, len(want), kept)
	}
}

// FuzzReadArchive reads damaged archives: an error, never a panic.
func FuzzReadArchive(f *testing.F) {
	f.Add(archived(f, 2))
	f.Add([]byte(`{"$schema":"urn:demarche:schema:report:2"}`))
	f.Add(
		[]byte(
			`{"$schema":"urn:demarche:schema:report:1","schema_version":"1.1.0","sources":[{"text":"é","tellings":[{"id":"e","reports":[],"context":[[5,-1]]}]}]}`,
		),
	)
	f.Fuzz(func(t *testing.T, b []byte) {
		_, err := ReadArchive(bytes.NewReader(b), func(u *Unarchived) error {
			for _, e := range u.Events {
				for _, st := range e.Statements {
					for _, s := range st.Reports[0].Content {
						if s.Start < 0 || s.End > len(u.Text) {
							t.Errorf("span %v of %d bytes", s, len(u.Text))
						}
					}
				}
			}
			return nil
		})
		if err == nil && !json.Valid(b) {
			t.Error("no JSON was read")
		}
	})
}

// TestDamagedArchivesAreRefused cuts an archive at many places, and changes one byte at many more: no panic, and no
// archive that is cut is taken for a whole one.
func TestDamagedArchivesAreRefused(t *testing.T) {
	b := archived(t, 2)
	read := func(b []byte) error {
		_, err := ReadArchive(bytes.NewReader(b), func(*Unarchived) error { return nil })
		return err
	}
	for n := 0; n < len(b)-1; n += 97 {
		if read(b[:n]) == nil {
			t.Errorf("cut after %d of %d bytes it is read", n, len(b))
		}
	}
	for n := 0; n < len(b); n += 31 {
		c := bytes.Clone(b)
		c[n] ^= byte(1 + n%255)
		_ = read(c) // any error is as good as none
	}
}
