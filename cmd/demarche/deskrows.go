package main

import (
	"math"
	"strings"

	"demarche/render/desk"
	"demarche/timeline"
	"demarche/timeline/sqlite"
)

// rowsOnPage is how many rows a list has.
const rowsOnPage = 50

// deskRows are reports as lists show them.
func deskRows(list []sqlite.Queued) []desk.Row {
	rows := make([]desk.Row, len(list))
	for i := range list {
		rows[i] = deskRow(&list[i])
	}
	return rows
}

// deskRow is a report as a row of a list.
func deskRow(q *sqlite.Queued) desk.Row {
	return desk.Row{
		ID: q.ID, Words: shorten(q.Text, 300), Speakers: partyNames(q.Speakers), Addressees: partyNames(q.Addressees),
		Channel: string(q.Channel), Day: q.Said.EDTF, Outlet: q.Outlet, Headline: q.Title, Article: q.ArticleKey,
		Sure: percent(q.P), Doubts: q.Doubts, Status: string(q.Status),
	}
}

// percent is a probability in whole per cent, 0 for one that nothing stated.
func percent(p float64) int {
	if p >= 1 {
		return 0
	}
	return int(math.Round(100 * p))
}

// shorten cuts a text to about n bytes, at a rune, with an ellipsis.
func shorten(s string, n int) string {
	for i := range s {
		if i > n {
			return s[:i] + "…"
		}
	}
	return s
}

// titleOf is the title of an article, or that it has none.
func titleOf(src *timeline.Source) string {
	if src.Title == "" {
		return "(no title)"
	}
	return src.Title
}

// webAddress is an address that a link may lead to, "" for every other.
func webAddress(u string) string {
	if strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		return u
	}
	return ""
}
