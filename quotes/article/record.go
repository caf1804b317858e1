package article

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/text/unicode/norm"

	"demarche/quotes/article/format"
)

// Record is what a container (an archive of the press, a feed, a table) states of one article, as it stands there.
type Record struct {
	ID        string `json:"id,omitempty"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Published string `json:"published,omitempty"` // in any form that [Day] reads
	URL       string `json:"url,omitempty"`
	Language  string `json:"language,omitempty"` // a tag or an English name
	Text      string `json:"text"`               // plain or HTML
}

// NoText is the error of a record that has no text: an address perhaps, whose page may be fetched.
type NoText struct{ Record }

// Error says what is missing.
func (e *NoText) Error() string {
	if e.URL == "" {
		return `no "text" in it`
	}
	return `no "text" in it, only the address ` + shownAddress(e.URL)
}

// minID is the fewest characters of an id that a container gives an article without an address: shorter ones are
// numbers of rows, which other files use for other articles.
const minID = 8

// Article makes an article of the record; one without text gives a [*NoText]. Its bytes are the record as a line of
// JSON Lines, so that it is the same article from whatever file it came, and can be read again by [Lines] alone. An
// outlet that the record does not state is that of the dateline or of the address.
func (r Record) Article() (*Article, error) {
	r.Text = strings.TrimSpace(r.Text)
	if format.LooksLikeHTML(r.Text) {
		text, err := Paragraphs(r.Text)
		if err != nil {
			return nil, err
		}
		r.Text = text
	}
	if r.URL != "" || len(r.ID) < minID {
		r.ID = ""
	}
	r.URL = WebAddress(r.URL)
	if r.Text == "" {
		return nil, &NoText{r}
	}
	a := &Article{URL: r.URL, Outlet: oneLine(r.Outlet), Published: Day(r.Published), Text: r.Text}
	a.opening()
	r.Outlet, r.Published, r.Language = a.Outlet, a.Published, LanguageTag(r.Language)
	r.Title, r.Byline = oneLine(r.Title), lineShape.beforeByline.ReplaceAllString(oneLine(r.Byline), "")
	line, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	out, err := parseLine(line)
	if err != nil {
		return nil, err
	}
	out.PublishedHow = cmp.Or(a.PublishedHow, out.PublishedHow)
	return out, nil
}

// opening fills outlet and day from the dateline, and the outlet from the address, where they are not known.
func (a *Article) opening() {
	u, err := url.Parse(a.URL)
	if a.Outlet == "" && err == nil {
		a.Outlet = outletOfHost(u.Hostname())
	}
	lines := strings.Split(a.Text, "\n")
	(&plain{lines: lines, end: len(lines)}).dateline(a)
	if a.Outlet == "" && err == nil {
		a.Outlet = strings.TrimPrefix(u.Hostname(), "www.")
	}
}

// WebAddress returns an address of the web without white space around it, "" for anything else.
func WebAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return withoutUser(u.String())
}

// shownAddress is an address as messages print it.
func shownAddress(s string) string { return cut(oneLine(withoutUser(s)), 200) }

// languageCode returns the code of a language that goes by its English name, those that archives have most of; others
// as they stand.
func languageCode(s string) string {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s)), ";")
	codes := map[string]string{
		"english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt", "dutch": "nl",
		"russian": "ru",
		"chinese": "zh", "japanese": "ja", "korean": "ko", "arabic": "ar", "turkish": "tr", "polish": "pl",
		"ukrainian": "uk", "persian": "fa",
	}
	return cmp.Or(codes[first], strings.TrimSpace(s))
}

// FromText makes an article of the text of a document: its bytes are the source's, known is what the document or its
// front matter states for sure. Title, byline, outlet and day that are not known are read from the head of the text.
func FromText(src Source, mediaType, text string, known Record) (*Article, error) {
	if len(text) > MaxText {
		return nil, fmt.Errorf("%s: %w", src.Name, textTooLarge(len(text)))
	}
	text = norm.NFC.String(strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\ufffd"))
	a := &Article{
		URL: src.URL, Retrieved: src.Retrieved, MediaType: mediaType, Bytes: src.Bytes, SHA256: digest(src.Bytes),
		Title: oneLine(known.Title), Outlet: oneLine(known.Outlet), Byline: oneLine(known.Byline),
		Language: LanguageTag(known.Language),
	}
	if a.URL == "" {
		a.URL = WebAddress(known.URL)
	}
	if a.Published = Day(known.Published); a.Published != "" {
		a.PublishedHow = "given"
	}
	days := newDayReader(src.Now)
	readPlain(a, text, days)
	if d := days.dayOfName(src.Name); a.Published == "" && d != "" {
		a.Published, a.PublishedHow = d, "name"
	}
	err := a.limits()
	if err == nil && strings.TrimSpace(a.Text) == "" {
		err = &Refusal{"empty", "it has a head alone"}
	}
	if err == nil {
		err = a.refusal()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.Name, err)
	}
	a.Language = settleLanguage(a.Language, a.Text)
	return a, nil
}

// Fill takes from a record what the article does not tell itself: its title, outlet, byline, day, address and language.
func (a *Article) Fill(r Record) {
	for _, f := range []struct {
		to *string
		of string
	}{{&a.Title, oneLine(r.Title)}, {&a.Outlet, oneLine(r.Outlet)}, {&a.Byline, oneLine(r.Byline)}} {
		if *f.to == "" && len(f.of) <= MaxField {
			*f.to = f.of
		}
	}
	if day := Day(r.Published); a.Published == "" && day != "" {
		a.Published, a.PublishedHow = day, "given"
	}
	if a.URL == "" {
		a.URL = WebAddress(r.URL)
	}
	if a.Language == "" {
		a.Language = LanguageTag(r.Language)
	}
}

// LanguageTag returns the canonical BCP 47 tag of a tag or of the English name of a language, "" where it is none.
func LanguageTag(s string) string { return languageTag(languageCode(s)) }
