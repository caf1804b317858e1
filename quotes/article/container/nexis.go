package container

import (
	"errors"
	"slices"
	"strings"

	"demarche/quotes/article"
)

// nexis is LexisNexis: the old downloads, whose articles begin with "1 of 2 DOCUMENTS", and those of Nexis Uni,
// which end with "End of Document". The day of the request on their cover is not read.
func nexis() press { return press{nexisCutting, nexisRecord} }

// nexisCutting tells how the articles of a download stand in it, by its beginning.
func nexisCutting(head string) cutting {
	if pressShape.nexisCountIn.MatchString(head) {
		return cutting{opens: func(line []byte) bool { return pressShape.nexisCount.Match(line) }}
	}
	return cutting{
		closes: func(line []byte) bool { return pressShape.nexisEnd.Match(line) },
		holds:  pressShape.nexisUni,
	}
}

// nexisRecord reads one article of LexisNexis.
func nexisRecord(text string) (article.Record, error) {
	bs := nexisBlocks(text)
	body, labelled := nexisBodyAt(bs)
	if body < 0 {
		return article.Record{}, errors.New("no text of an article, only its head")
	}
	rec := article.Record{}
	nexisHead(&rec, bs[:body])
	end := len(bs)
	for end > body && nexisTail(&rec, bs[end-1]) {
		end--
	}
	for i, b := range bs[body:end] { // in Nexis Uni the classification has several paragraphs
		if labelled && (b == "Classification" || b == "Graphic") {
			for _, t := range bs[body+i:] {
				nexisTail(&rec, t)
			}
			end = body + i
			break
		}
	}
	rec.Text = strings.Join(bs[body:end], "\n")
	return rec, nil
}

// nexisBlocks cuts a record into its paragraphs, lines that wrap joined. Downloads without empty lines have a
// paragraph a line.
func nexisBlocks(text string) []string {
	lines := strings.Split(text, "\n")
	wrapped := strings.Contains(text, "\n\n") && slices.ContainsFunc(lines, pressShape.nexisCount.MatchString)
	var out []string
	open := false
	for _, l := range lines {
		t := strings.Join(strings.Fields(l), " ")
		indented := len(l)-len(strings.TrimLeft(l, " \t")) >= 2
		switch m := pressShape.nexisLabel.FindStringSubmatch(t); {
		case t == "" || pressShape.nexisCount.MatchString(t) || pressShape.nexisEnd.MatchString(t):
			open = false
			continue
		case wrapped && open && !indented && (m == nil || !isNexisLabel(m[1])):
			out[len(out)-1] += " " + t
		default:
			out = append(out, t)
		}
		open = true
	}
	return out
}

// isNexisLabel reports whether a label of LexisNexis stands before a colon.
func isNexisLabel(name string) bool { return placeOfLabel(name) != "" }

// placeOfLabel is where a label of LexisNexis stands: "above" a body or "below" it; "" for what is no label.
func placeOfLabel(name string) string { return article.PartOf("nexis", strings.ToLower(name)) }

// nexisBodyAt returns the first paragraph of the body, -1 for none, and whether the label of a body stands before it.
func nexisBodyAt(bs []string) (at int, labelled bool) {
	last := -1
	for i, b := range bs {
		if pressShape.nexisBody.MatchString(b) && i+1 < len(bs) {
			return i + 1, true
		}
		if m := pressShape.nexisLabel.FindStringSubmatch(b); m != nil && placeOfLabel(m[1]) == "above" && i <= last+8 {
			last = i
			if strings.EqualFold(m[1], "body") && m[2] != "" {
				bs[i] = m[2]
				return i, true
			}
		}
	}
	if last+1 >= len(bs) || last < 0 {
		return -1, false
	}
	return last + 1, false
}

// nexisHead reads what stands above a body: outlet, day and title, and lines with labels.
func nexisHead(rec *article.Record, head []string) {
	var bare []string // without labels, copyright and the like
	day := -1
	for _, b := range head {
		m := pressShape.nexisLabel.FindStringSubmatch(b)
		switch {
		case m != nil && isNexisLabel(m[1]):
			nexisField(rec, m[1], m[2])
		case pressShape.nexisNoBody.MatchString(b), pressShape.nexisBody.MatchString(b):
		case m != nil && len(b) < 120 && strings.HasPrefix(m[1], "Date and"), strings.HasPrefix(b, "User Name:"):
			bare, day = nil, -1 // the cover
		default:
			if opensWithDay(b) {
				rec.Published, day = b, len(bare)
			}
			bare = append(bare, b)
		}
	}
	nexisTitle(rec, bare, day)
}

// nexisTitle finds title and outlet around the day: in the old downloads the outlet stands above it and the title
// below, in the newer ones the title stands above the outlet and that above the day.
func nexisTitle(rec *article.Record, bare []string, day int) {
	switch {
	case day < 0:
		return
	case day >= 2 && (day == len(bare)-1 || rec.Title != "" || pressShape.edition.MatchString(bare[day+1])):
		rec.Outlet = bare[day-1]
		if rec.Title == "" {
			rec.Title = bare[day-2]
		}
	default:
		if day >= 1 {
			rec.Outlet = bare[day-1]
		}
		if rec.Title == "" && day+1 < len(bare) {
			rec.Title = bare[len(bare)-1]
		}
	}
}

// nexisField reads the line of a label.
func nexisField(rec *article.Record, label, value string) {
	switch strings.ToLower(label) {
	case "byline", "author", "author name":
		rec.Byline = value
	case "headline", "title":
		rec.Title = value
	case "language":
		rec.Language = value
	case "url":
		rec.URL = value
	case "load-date", "load date":
		if rec.Published == "" {
			rec.Published = value
		}
	}
}

// nexisTail reports whether a paragraph stands below a body, and reads it.
func nexisTail(rec *article.Record, b string) bool {
	m := pressShape.nexisLabel.FindStringSubmatch(b)
	if m != nil && placeOfLabel(m[1]) == "below" {
		nexisField(rec, m[1], m[2])
		return true
	}
	return pressShape.nexisNoBody.MatchString(b)
}

// opensWithDay reports whether a line is a day with little after it.
func opensWithDay(line string) bool {
	return len(line) < 80 && pressShape.dayStart.MatchString(line) && article.Day(line) != ""
}
