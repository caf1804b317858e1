package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"demarche/cmd/gold"
)

// pointer is an annotation of a text of others, which is not part of this project: in place of the text stand its
// pieces, [start, end) in Unicode code points of the text with the same id, and the white space between them.
type pointer struct {
	ID     string            `json:"id"`
	Text   []json.RawMessage `json:"text"`
	SHA256 string            `json:"sha256"` // of the text that the pieces make, in hexadecimal
	Quotes json.RawMessage   `json:"quotes"`
}

// joined is an annotated article with its text.
type joined struct {
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Outlet    string          `json:"outlet"`
	Published string          `json:"published"`
	URL       string          `json:"url"`
	Text      string          `json:"text"`
	Quotes    json.RawMessage `json:"quotes"`
}

// joinTexts writes the annotations of the first file with the texts that they point to in the other files, which are
// JSON Lines of articles, plain or packed. A text that is missing or has changed is an error.
func joinTexts(out string, inputs []string) error {
	if len(inputs) < 2 {
		return fmt.Errorf("give the annotations and the files of texts")
	}
	pointers, err := readPointers(inputs[0])
	if err != nil {
		return err
	}
	texts := map[string]*gold.Line[struct{}]{}
	for _, p := range pointers {
		texts[p.ID] = nil
	}
	for _, name := range inputs[1:] {
		if err := findTexts(name, texts); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, p := range pointers {
		a := texts[p.ID]
		if a == nil {
			return fmt.Errorf("%s: no text has this id", p.ID)
		}
		text, err := p.assemble([]rune(a.Text))
		if err != nil {
			return fmt.Errorf("%s: %w", p.ID, err)
		}
		if err := e.Encode(joined{a.ID, a.Title, a.Outlet, a.Published, a.URL, text, p.Quotes}); err != nil {
			return err
		}
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// readPointers reads JSON Lines of annotations.
func readPointers(name string) ([]pointer, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	var out []pointer
	for d := json.NewDecoder(bufio.NewReader(f)); ; {
		var p pointer
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: annotation %d: %w", name, len(out)+1, err)
		}
		out = append(out, p)
	}
}

// findTexts enters the articles of a file whose ids are asked for.
func findTexts(name string, texts map[string]*gold.Line[struct{}]) error {
	lines, err := gold.Read[struct{}](context.Background(), name)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if _, ok := texts[l.ID]; ok {
			texts[l.ID] = &l
		}
	}
	return nil
}

// assemble puts the pieces of the text together, and checks that it is the one that was annotated.
func (p *pointer) assemble(text []rune) (string, error) {
	var b strings.Builder
	for _, piece := range p.Text {
		var span [2]int
		var space string
		switch {
		case json.Unmarshal(piece, &span) == nil:
			if span[0] < 0 || span[1] > len(text) || span[0] > span[1] {
				return "", fmt.Errorf("the piece %v is not in the text of %d code points", span, len(text))
			}
			b.WriteString(string(text[span[0]:span[1]]))
		case json.Unmarshal(piece, &space) == nil:
			b.WriteString(space)
		default:
			return "", fmt.Errorf("%s is neither a span nor white space", piece)
		}
	}
	if sumOf(b.String()) != p.SHA256 {
		return "", fmt.Errorf("the text is another than the one that was annotated")
	}
	return b.String(), nil
}

// sumOf is the SHA-256 of a text, in hexadecimal.
func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
