package render

import (
	"html"
	"net/url"
	"strings"

	"demarche/timeline"
)

// detailLevel is how much the plain list tells of an event.
type detailLevel int

// The levels: who, when and what in a line; some of the words and the outlet; the first wording of each statement with
// a link; every wording with its sentence and what identifies its source.
const (
	line detailLevel = iota
	brief
	first
	full
)

// manyEvents is the number of events from which on the list has lines: there is hardly room for more.
const manyEvents = 1500

// briefWords is the number of characters of a quote that the brief list gives.
const briefWords = 90

// plainList is the list that readers without JavaScript see: every event, one a line, in as much detail as room bytes
// allow; where even the list of lines does not fit it has lines.
func plainList(r *Report, room int) (string, detailLevel) {
	sources := make(map[string]*Source, len(r.Sources))
	for i := range r.Sources {
		sources[r.Sources[i].Key] = &r.Sources[i]
	}
	level := full
	if len(r.Events) >= manyEvents {
		level = line
	}
	for ; ; level-- {
		p := plain{sources: sources, level: level}
		p.WriteString("<ol class=plain>\n")
		for i := range r.Events {
			p.event(&r.Events[i])
			if p.Len() > room && level > line {
				break
			}
		}
		p.WriteString("</ol>\n")
		if p.Len() <= room || level == line {
			return p.String(), level
		}
	}
}

// plain writes the plain list.
type plain struct {
	strings.Builder
	sources map[string]*Source
	level   detailLevel
}

func (p *plain) event(e *Event) {
	if p.level == line {
		p.line(e)
		return
	}
	p.WriteString("<li><b>")
	p.day(e)
	p.WriteString("</b> ")
	if p.level == full && e.Date.Basis != "" {
		p.WriteString("(")
		p.text(string(e.Date.Basis))
		p.WriteString(") ")
	}
	p.parties(e.Speakers, "Unknown speaker")
	if len(e.Addressees) > 0 {
		p.WriteString(" → ")
		p.parties(e.Addressees, "")
	}
	if e.Channel != timeline.UnknownChannel {
		p.WriteString(", ")
		p.text(string(e.Channel))
	}
	if e.Occasion != nil && p.level > brief {
		p.WriteString(", ")
		p.isolated(e.Occasion.Name)
	}
	if p.level == full && e.Place != "" {
		p.WriteString(", ")
		p.isolated(e.Place)
	}
	p.WriteString(":")
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			if j > 0 && p.level < full || i > 0 && p.level < first {
				break
			}
			p.wording(&e.Statements[i].Reports[j])
		}
	}
	p.WriteByte('\n')
}

// line is an event without its words.
func (p *plain) line(e *Event) {
	p.WriteString("<li>")
	p.day(e)
	p.WriteByte(' ')
	p.parties(e.Speakers, "Unknown speaker")
	if len(e.Addressees) > 0 {
		p.WriteString(" → ")
		p.parties(e.Addressees, "")
	}
	p.WriteString(": ")
	p.text(e.Title)
	p.WriteByte('\n')
}

// day is when an event was.
func (p *plain) day(e *Event) {
	p.text(e.Date.EDTF)
	if e.Date.Clock != "" {
		p.WriteByte(' ')
		p.text(e.Date.Clock)
	}
}

func (p *plain) parties(list []Party, none string) {
	if len(list) == 0 {
		p.WriteString(none)
	}
	for i, x := range list {
		if i > 0 {
			p.WriteString(", ")
		}
		p.isolated(x.Name)
		if p.level == full && x.Office != "" {
			p.WriteString(" (")
			p.isolated(x.Office)
			p.WriteString(")")
		}
	}
}

func (p *plain) wording(x *Wording) {
	s := p.sources[x.Source]
	p.WriteString(" <q")
	if lang := language(s.Language); lang != "" && lang != "en" {
		p.WriteString(" lang=" + lang)
	}
	if !latin(x.Text) {
		p.WriteString(" dir=auto")
	}
	p.WriteByte('>')
	switch p.level {
	case full:
		for i, piece := range x.Around.Pieces {
			if i%2 == 1 {
				p.WriteString("<b>")
				p.text(piece)
				p.WriteString("</b>")
			} else {
				p.text(piece)
			}
		}
	case first:
		p.text(x.Text)
	default:
		p.text(shorten(x.Text, briefWords))
	}
	p.WriteString("</q> ")
	p.source(s)
}

func (p *plain) source(s *Source) {
	label := s.Outlet
	if label == "" {
		label = "source"
	}
	href := webAddress(s.URL)
	if href != "" && p.level > brief {
		p.WriteString(`<a href="`)
		p.text(href)
		p.WriteString(`">`)
		p.text(label)
		p.WriteString("</a>")
	} else {
		p.isolated(label)
	}
	if p.level < full {
		return
	}
	if href == "" && s.URL != "" {
		p.WriteByte(' ')
		p.isolated(s.URL)
	}
	p.WriteString(" ")
	p.text(s.Published)
	p.WriteString(" <small>")
	p.text(s.SHA256)
	p.WriteString("</small>")
}

func (p *plain) text(s string) { p.WriteString(html.EscapeString(oneLine(s))) }

// isolated writes text that may be of another direction so that it cannot turn what stands around it.
func (p *plain) isolated(s string) {
	if latin(s) {
		p.text(s)
		return
	}
	p.WriteString("<bdi>")
	p.text(s)
	p.WriteString("</bdi>")
}

// latin reports whether s is written left to right beyond doubt: it holds nothing but Latin letters and punctuation.
func latin(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c > 0x024F && !(c >= 0x2010 && c <= 0x2027) })
}

// shorten cuts s after at most n characters, at a space where there is one.
func shorten(s string, n int) string {
	chars := []rune(s)
	if len(chars) <= n {
		return s
	}
	cut := string(chars[:n])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

// oneLine keeps an event on its line: the page's script finds it there by its number.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\r\x00") {
		return strings.NewReplacer("\n", " ", "\r", " ", "\x00", "\uFFFD").Replace(s)
	}
	return s
}

// webAddress returns an address that may be a link: absolute, http or https; "" for any other.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	return u.String()
}

// asciiLetter reports a letter of the English alphabet.
func asciiLetter(c rune) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

// language returns a language tag that may stand in a lang attribute without quotes; "" for any other.
func language(s string) string {
	if s == "" || len(s) > 35 {
		return ""
	}
	for _, c := range s {
		if c != '-' && !asciiLetter(c) && (c < '0' || c > '9') {
			return ""
		}
	}
	return s
}
