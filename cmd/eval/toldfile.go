package main

import (
	"fmt"
	"os"
	"strings"

	"demarche/quotes/article"
)

// readTold reads articles of which each holds one wording. A line "== EVENT STATEMENT | OUTLET | PUBLISHED" begins one;
// its wording stands in [[ ]]. Lines that begin with # are passed over.
func readTold(name string) ([]told, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var list []told
	for n, part := range strings.Split("\n"+string(b), "\n== ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		fields := strings.Split(head, " | ")
		happening, _, ok := strings.Cut(fields[0], " ")
		wording, whole := bracketed(body)
		if len(fields) != 3 || !ok || wording == "" {
			return nil, fmt.Errorf(
				"%s: article %d: want \"== EVENT STATEMENT | OUTLET | PUBLISHED\" and a wording in [[ ]]",
				name,
				n+1,
			)
		}
		id := fmt.Sprintf("%s-%d", happening, n)
		list = append(list, told{
			name: id, text: wording, happening: happening, statement: fields[0],
			article: &article.Article{
				ID: id, URL: "https://news.example/" + id, Outlet: fields[1], Published: fields[2], Language: "en",
				Text: whole, Bytes: []byte(whole),
			},
		})
	}
	return list, nil
}

// bracketed is the wording in [[ ]], "" for none, and the text without the brackets and comments.
func bracketed(body string) (wording, whole string) {
	before, rest, _ := strings.Cut(body, "[[")
	wording, after, ok := strings.Cut(rest, "]]")
	if !ok {
		return "", body
	}
	var lines []string
	for line := range strings.SplitSeq(before+wording+after, "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return wording, strings.Join(lines, "\n")
}
