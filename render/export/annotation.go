package export

import (
	"io"
	"strings"

	"demarche/render"
)

// Web Annotations of the W3C: one a wording, whose target is the words in their article.
type (
	annotationPage struct {
		Context   string     `json:"@context"`
		ID        string     `json:"id"`
		Type      string     `json:"type"`
		Label     string     `json:"label"`
		Generator annotator  `json:"generator"`
		Generated string     `json:"generated,omitempty"`
		Items     []struct{} `json:"items"`
	}
	annotator struct {
		ID   string `json:"id"`
		Type string `json:"type"`
		Name string `json:"name"`
	}
	annotation struct {
		Context    string           `json:"@context"`
		ID         string           `json:"id"`
		Type       string           `json:"type"`
		Motivation string           `json:"motivation"`
		Rights     string           `json:"rights,omitempty"`
		Generator  annotator        `json:"generator"`
		Body       []annotationBody `json:"body"`
		Target     annotationTarget `json:"target"`
	}
	annotationBody struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Value   string `json:"value"`
	}
	annotationTarget struct {
		Source   string               `json:"source"`
		State    *annotationState     `json:"state,omitempty"`
		Selector []annotationSelector `json:"selector"`
	}
	annotationState struct {
		Type   string `json:"type"`
		Date   string `json:"sourceDate,omitempty"`
		Cached string `json:"cached"`
	}
	annotationSelector struct {
		Type   string  `json:"type"`
		Exact  *string `json:"exact,omitempty"`
		Prefix string  `json:"prefix,omitempty"`
		Suffix string  `json:"suffix,omitempty"`
		Start  *int    `json:"start,omitempty"`
		End    *int    `json:"end,omitempty"`
	}
)

const annotationContext = "http://www.w3.org/ns/anno.jsonld"

// writeAnnotations draws an annotation page of all wordings.
func writeAnnotations(w io.Writer, d *Dataset) error {
	page := annotationPage{
		Context: annotationContext, ID: "urn:demarche:annotations", Type: "AnnotationPage", Label: d.Title,
		Generator: d.annotator(),
		Items:     []struct{}{},
	}
	if d.Generated != "" {
		page.Generated = d.Generated + "T00:00:00Z"
	}
	return shelled(w, page, list{"items", func(do func(any) error) error {
		return d.eachWording(func(e *Entry, x *render.Wording) error {
			a := d.annotation(e, x)
			return do(&a)
		})
	}})
}

func (h *Head) annotator() annotator {
	return annotator{"urn:demarche:program", "Software", h.Program()}
}

// eachWording gives every report of every statement.
func (d *Dataset) eachWording(do func(*Entry, *render.Wording) error) error {
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		for i := range e.Statements {
			for j := range e.Statements[i].Reports {
				if err := do(e, &e.Statements[i].Reports[j]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (d *Dataset) annotation(e *Entry, x *render.Wording) annotation {
	s := e.article(x.Source)
	out := annotation{
		Context: annotationContext, ID: "urn:demarche:report:" + x.ID, Type: "Annotation",
		Motivation: "identifying", Rights: rights(s.Licence),
		Generator: d.annotator(), Body: []annotationBody{},
		Target: annotationTarget{
			Source: iri(s), State: &annotationState{Type: "TimeState", Date: s.Retrieved, Cached: "sha256/" + s.SHA256},
			Selector: selectors(x),
		},
	}
	for _, b := range []Named{
		{"speaker", partiesAs(e.Speakers, func(p *render.Party) string { return p.Name })},
		{"addressee", partiesAs(e.Addressees, func(p *render.Party) string { return p.Name })},
		{"day", e.Date.EDTF},
		{"channel", string(e.Channel)},
		{"tone", string(x.Tone)},
		{"event", "urn:demarche:event:" + e.ID},
	} {
		if b.Meaning != "" {
			out.Body = append(out.Body, annotationBody{"TextualBody", "tagging", b.Name + ": " + b.Meaning})
		}
	}
	return out
}

// rights is the address of a licence that has an SPDX id, "" for any other: rights must be an IRI.
func rights(licence string) string {
	if licence == "" || strings.ContainsAny(licence, " ()") {
		return ""
	}
	return "https://spdx.org/licenses/" + licence
}

// iri is the address of a source, or a name where it has none: a target must be an IRI.
func iri(s *Source) string {
	if strings.Contains(s.URL, "://") && !strings.ContainsAny(s.URL, " <>\"{}|\\^`") {
		return s.URL
	}
	return "urn:sha256:" + s.SHA256
}

// selectors find the words by what they are, with what stands around them, and by where they are.
func selectors(x *render.Wording) []annotationSelector {
	var out []annotationSelector
	pieces := x.Around.Pieces
	for i := 1; i < len(pieces); i += 2 {
		s := annotationSelector{Type: "TextQuoteSelector", Exact: &pieces[i], Prefix: tail(pieces[i-1])}
		if i+1 < len(pieces) {
			s.Suffix = head(pieces[i+1])
		}
		out = append(out, s)
	}
	for i := range x.Content {
		out = append(out, annotationSelector{Type: "TextPositionSelector", Start: &x.Content[i][0], End: &x.Content[i][1]})
	}
	return out
}

// edge is the number of characters that a selector tells of what stands around the words.
const edge = 32

func head(s string) string {
	if r := []rune(s); len(r) > edge {
		return string(r[:edge])
	}
	return s
}

func tail(s string) string {
	if r := []rune(s); len(r) > edge {
		return string(r[len(r)-edge:])
	}
	return s
}
