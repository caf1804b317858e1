package container

import (
	"errors"
	"strings"

	"demarche/quotes/article"
)

// factiva is Factiva: with codes of two letters, each before its field or in a line above it, and without them. An
// article ends with its number ("Document ..."), which is its id. Its day is PD; ET and the day of the search are
// not read.
func factiva() press { return press{factivaCutting, factivaRecord} }

// factivaCutting says how the articles of a download stand in it.
func factivaCutting(string) cutting {
	return cutting{
		closes: func(line []byte) bool { return pressShape.factivaEnd.Match(line) }, holds: pressShape.factivaSign,
	}
}

// factivaRecord reads one article of Factiva.
func factivaRecord(text string) (article.Record, error) {
	fields := factivaFields(text)
	if len(fields["HD"]) == 0 {
		return factivaBare(text)
	}
	rec := article.Record{
		Title: oneLine(fields["HD"]), Byline: oneLine(fields["BY"]), Published: oneLine(fields["PD"]),
		Outlet: oneLine(fields["SN"]), Language: oneLine(fields["LA"]), ID: factivaID(fields["AN"]),
	}
	rec.Text = strings.Join(append(fields["LP"], fields["TD"]...), "\n")
	return rec, nil
}

// factivaFields gathers the lines of each code. A line that begins like a code inside a text is one of a code that
// comes later in Factiva's order, or belongs to the text.
func factivaFields(text string) map[string][]string {
	fields, code := map[string][]string{}, ""
	for l := range strings.SplitSeq(text, "\n") {
		m := pressShape.factivaCode.FindStringSubmatch(l)
		rest := strings.TrimSpace(l)
		if m != nil && (m[2] == "" || code != "LP" && code != "TD" || m[1] == "TD" || m[1] == "AN") {
			code, rest = m[1], strings.TrimSpace(m[2])
		}
		if code != "" && rest != "" {
			fields[code] = append(fields[code], rest)
		}
	}
	return fields
}

// factivaBare reads an article without codes: title, byline, "120 words", day, time, outlet, code, language,
// copyright, and the text below these.
func factivaBare(text string) (article.Record, error) {
	var lines []string
	words := -1
	for l := range strings.SplitSeq(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			if words < 0 && pressShape.factivaWords.MatchString(l) {
				words = len(lines)
			}
			lines = append(lines, l)
		}
	}
	if words < 1 || words+3 > len(lines) {
		return article.Record{}, errors.New("no article in it, or one in an unknown layout")
	}
	rec := article.Record{}
	titleOfBare(&rec, lines[:words])
	body := factivaHead(&rec, lines, words+1)
	if body == words+1 {
		return rec, errors.New("an article in an unknown layout: no line of copyright above its text")
	}
	end := len(lines)
	if m := pressShape.factivaEnd.MatchString(lines[end-1]); m {
		rec.ID = factivaID(lines[end-1:])
		end--
	}
	rec.Text = strings.Join(lines[body:max(body, end)], "\n")
	return rec, nil
}

// factivaHead reads the lines between the count of words and the line of copyright, and returns the line after that,
// or from where there is none.
func factivaHead(rec *article.Record, lines []string, from int) int {
	for i, l := range lines[from:min(len(lines), from+12)] {
		switch {
		case pressShape.copyright.MatchString(l):
			return from + i + 1
		case opensWithDay(l) || rec.Published == "" && article.Day(l) != "" && len(l) < 30:
			rec.Published = l
		case rec.Published != "" && rec.Outlet == "" && !pressShape.clock.MatchString(l):
			rec.Outlet = l
		}
	}
	return from
}

// titleOfBare reads the lines above the count of words: a section, the title and a byline, of which the longest is
// the title.
func titleOfBare(rec *article.Record, lines []string) {
	lines = lines[max(0, len(lines)-4):]
	best := 0
	for i, l := range lines {
		if len(l) > len(lines[best]) {
			best = i
		}
	}
	rec.Title = lines[best]
	if best+1 < len(lines) {
		rec.Byline = lines[best+1]
	}
}

// factivaID returns the number of an article.
func factivaID(lines []string) string {
	f := strings.Fields(strings.Join(lines, " "))
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// oneLine joins lines into one.
func oneLine(lines []string) string {
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
}
