package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"demarche/data"
	"demarche/render"
)

// An event of PLOVER, one a line.
type (
	ploverEvent struct {
		ID        string        `json:"id"`
		Date      string        `json:"date"`
		Actor     []ploverActor `json:"actor"`
		Recipient []ploverActor `json:"recipient,omitempty"`
		Event     []string      `json:"event"`
		Mode      []string      `json:"mode,omitempty"`
		Context   []string      `json:"context,omitempty"`
		Quad      int           `json:"quad_code"`
		Place     string        `json:"event_loc,omitempty"`
		Text      string        `json:"event_text"`
		Cite      ploverCite    `json:"cite_info"`
		Coder     string        `json:"coder"`
		Version   string        `json:"version"`
	}
	ploverActor struct {
		Code    string `json:"code,omitempty"`
		Country string `json:"country,omitempty"`
		Text    string `json:"text"`
	}
	ploverCite struct {
		Citation    string `json:"citation"`
		URL         string `json:"url,omitempty"`
		Title       string `json:"title,omitempty"`
		Language    string `json:"language,omitempty"`
		Publication string `json:"publication,omitempty"`
		License     string `json:"license,omitempty"`
	}
)

// writePlover draws the statements that have a PLOVER class and a day, one a line.
func writePlover(w io.Writer, d *Dataset) error {
	quads, err := readQuads()
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	err = d.eachRow(func(r *row) error {
		switch {
		case r.w.Plover == "":
			d.omit("statements without a PLOVER class")
			return nil
		case r.e.day() == "":
			d.omit("statements whose day is not known")
			return nil
		}
		return enc.Encode(r.plover(quads))
	})
	if err != nil {
		return err
	}
	return b.Flush()
}

func (r *row) plover(quads map[string]int) ploverEvent {
	return ploverEvent{
		ID: r.s.ID, Date: r.e.day(), Actor: ploverActors(r.e.Speakers, nil),
		Recipient: ploverActors(r.e.Addressees, r.e.targets()),
		Event:     []string{r.w.Plover}, Context: []string{string(r.e.Channel)}, Quad: quads[r.w.Plover], Place: r.e.Place,
		Text: r.w.Text, Coder: r.d.Program(), Version: r.d.Version,
		Cite: ploverCite{
			Citation: r.a.cited(), URL: r.a.URL, Title: r.a.Title, Language: r.a.Language,
			Publication: r.a.Outlet, License: r.a.Licence,
		},
	}
}

// ploverActors are the parties, or, where there are none, the states alone.
func ploverActors(list []render.Party, states []string) []ploverActor {
	out := []ploverActor{}
	for _, p := range list {
		out = append(out, ploverActor{Code: p.ID, Country: p.State, Text: p.Name})
	}
	if len(out) == 0 {
		for _, s := range states {
			out = append(out, ploverActor{Country: s, Text: s})
		}
	}
	return out
}

// cited is the source in one line: outlet, title and day.
func (s *Source) cited() string {
	parts := []string{}
	for _, p := range []string{s.Byline, s.title(), s.Outlet, s.Published} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}

// readQuads reads the quad class of each class.
func readQuads() (map[string]int, error) {
	const name = "codebook/plover.tsv"
	rows, err := data.Table(name, "class", "quad")
	out := make(map[string]int, len(rows))
	for _, r := range rows {
		n, err := strconv.Atoi(r.Fields[1])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %q is no quad class", name, r.Line, r.Fields[1])
		}
		out[r.Fields[0]] = n
	}
	return out, err
}
