package article

import "strings"

// readPlain fills the article from a plain text.
func readPlain(a *Article, text string) {
	a.Text = strings.TrimSpace(text)
}
