package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"
)

// TestWordDocumentIsWhole reads the parts of the document: each well-formed, a footnote for every reference.
func TestWordDocumentIsWhole(t *testing.T) {
	b := draw(t, "docx", made(60, all))
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := wellFormed(text); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		parts[f.Name] = string(text)
	}
	references := strings.Count(parts["word/document.xml"], "<w:footnoteReference ")
	notes := strings.Count(parts["word/footnotes.xml"], "<w:footnote w:id=")
	if references != 90 || notes != 90 {
		t.Errorf("%d references, %d footnotes, want 90", references, notes)
	}
}

var reference = regexp.MustCompile(`[^\n]\[\^(\d+)\]`)

// TestMarkdownHasItsFootnotes finds a footnote for every reference, in order, and no markup from a source.
func TestMarkdownHasItsFootnotes(t *testing.T) {
	md := string(draw(t, "md", made(60, all)))
	body, notes, ok := strings.Cut(md, "\n[^1]: ")
	if !ok {
		t.Fatal("no footnotes")
	}
	last := 0
	for _, m := range reference.FindAllStringSubmatch(body, -1) {
		if !strings.Contains("\n[^1]: "+notes, "\n[^"+m[1]+"]: ") {
			t.Errorf("no footnote %s", m[1])
		}
		last++
	}
	if got := strings.Count("\n"+notes, "\n[^") + 1; last == 0 || got < 100 {
		t.Errorf("%d references, %d footnotes", last, got)
	}
	for _, bad := range []string{`[^\\]<script`, `[^\\]\]\(http`, `\n(> )?=cmd`, `\n-2`} {
		if m := regexp.MustCompile(bad).FindString(md); m != "" {
			t.Errorf("%q stands in it", m)
		}
	}
}

// TestWordReadsTheDocument reads the document with python-docx.
func TestWordReadsTheDocument(t *testing.T) {
	python(t, written(t, made(60, all), "docx"), `
import docx
d = docx.Document("all.docx")
text = "\n".join(p.text for p in d.paragraphs)
assert d.core_properties.title and "two\nlines" in text and "</script>" in text, text[:200]
assert sum(p.style.name == "Quote" for p in d.paragraphs) == 90
`, "docx")
}

// TestAnnotationsFindTheirWords looks the words of every annotation up by position in the articles.
func TestAnnotationsFindTheirWords(t *testing.T) {
	var page struct {
		Context, Type string
		Items         []struct {
			ID, Type string
			Target   struct {
				Source   string
				Selector []struct {
					Type, Exact, Prefix, Suffix string
					Start, End                  int
				}
			}
		}
	}
	if err := json.Unmarshal(draw(t, "annotations", made(60, all)), &page); err != nil {
		t.Fatal(err)
	}
	texts := map[string][]rune{}
	for _, x := range sample(60) {
		for _, s := range x.sources {
			texts[s.URL] = []rune(s.Text)
		}
	}
	for _, a := range page.Items {
		s := a.Target.Selector
		if len(s) != 2 || string(texts[a.Target.Source][s[1].Start:s[1].End]) != s[0].Exact {
			t.Fatalf("%s: %+v", a.ID, s)
		}
		if !strings.Contains(string(texts[a.Target.Source]), s[0].Prefix+s[0].Exact+s[0].Suffix) {
			t.Fatalf("%s: %q is not around it", a.ID, s[0].Prefix)
		}
	}
	if len(page.Items) < 100 || page.Type != "AnnotationPage" {
		t.Errorf("%d annotations in %s", len(page.Items), page.Type)
	}
}

// TestAnnotationsAreLinkedData expands the annotations by the W3C's context where it could be fetched, and else by one
// of the terms that they use, as the W3C defines them: no property may be left without a meaning.
func TestAnnotationsAreLinkedData(t *testing.T) {
	python(t, written(t, made(20, all), "annotations"), `
import json
from pyld import jsonld
theirs = "`+fetched("anno.jsonld")+`"
ids = dict.fromkeys("source cached motivation purpose".split(), {"@type": "@vocab"})
terms = "Annotation AnnotationPage Software TextualBody TimeState TextQuoteSelector TextPositionSelector body target selector state exact prefix suffix start end value sourceDate cached generator generated rights label name items identifying tagging".split()
context = {"id": "@id", "type": "@type", **{t: "http://www.w3.org/ns/oa#" + t for t in terms},
  "source": {"@id": "http://www.w3.org/ns/oa#hasSource", "@type": "@id"},
  "motivation": {"@id": "http://www.w3.org/ns/oa#motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "http://www.w3.org/ns/oa#hasPurpose", "@type": "@vocab"}}
if theirs: context = json.load(open(theirs))["@context"]
def load(url, options=None):
    assert url == "http://www.w3.org/ns/anno.jsonld", url
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": {"@context": context}}
doc = json.load(open("all.json"))
dropped = []
jsonld.expand(doc, {"documentLoader": load}, on_property_dropped=dropped.append)
assert not dropped, dropped[:5]
assert len(jsonld.flatten(doc, None, {"documentLoader": load})) > 20
`, "pyld")
}

// TestPloverHasWhatItRequires reads the lines back.
func TestPloverHasWhatItRequires(t *testing.T) {
	d := made(90, all)
	lines := bytes.Split(bytes.TrimSpace(draw(t, "plover", d)), []byte("\n"))
	for _, l := range lines {
		var e ploverEvent
		if err := json.Unmarshal(l, &e); err != nil {
			t.Fatal(err)
		}
		if e.ID == "" || len(e.Date) != 10 || e.Actor == nil || len(e.Event) != 1 || e.Quad != 3 ||
			e.Cite.Citation == "" {
			t.Errorf("%s", l)
		}
	}
	if len(lines)+d.Omitted["statements without a PLOVER class"]+d.Omitted["statements whose day is not known"] != 135 {
		t.Errorf("%d lines, %v left out", len(lines), d.Omitted)
	}
}

// TestTimelineIsEscaped reads the slides back: ids, a year each, no markup from a source.
func TestTimelineIsEscaped(t *testing.T) {
	d := made(60, all)
	var tl struct {
		Events []tjsEvent
	}
	if err := json.Unmarshal(draw(t, "timelinejs", d), &tl); err != nil {
		t.Fatal(err)
	}
	for _, e := range tl.Events {
		if e.ID == "" || e.Start.Year < 2006 || strings.Contains(e.Text.Text, "<script") || e.Text.Headline == "" {
			t.Errorf("%+v", e)
		}
	}
	if len(tl.Events) != 48 || d.Omitted["events without a known day"] != 12 {
		t.Errorf("%d slides, %v left out", len(tl.Events), d.Omitted)
	}
}
