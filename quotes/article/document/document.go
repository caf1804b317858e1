// Package document reads documents of office programs and of printers: their bytes go in, a [Document] with its
// paragraphs comes out, in reading order and without running heads. It knows nothing of what articles say; what it
// tells of title and author is what the document states of itself, and of days it tells none: those of a file are the
// days on which it was made.
package document

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
)

// Document is a text as it was read.
type Document struct {
	Title      string // as the document states it, or as its largest letters show it; "" when unknown
	Author     string // as the document states it; often who made the file
	URL        string // that a browser printed on the page, "" for none
	Paragraphs []string
}

// Text returns the paragraphs, one a line.
func (d *Document) Text() string { return strings.Join(d.Paragraphs, "\n") }

// ErrEncrypted is the error of a document that opens with a password only.
const ErrEncrypted fault = "encrypted; save it without a password"

// ErrNoText is the error of a document that shows its text as pictures only.
const ErrNoText fault = "no text in it, only pictures of it; have its text recognised (OCR) and give that"

// fault is an error that says the same wherever it occurs, a constant.
type fault string

func (f fault) Error() string { return string(f) }

// maxPart is the largest part of a document that is read, in bytes after decompression.
const maxPart = 16 << 20

// part returns a file of a document that is a ZIP archive, nil where it has none of that name.
func part(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		if f.Flags&1 != 0 {
			return nil, ErrEncrypted
		}
		rc, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("damaged (%s: %w); save it again", name, err)
		}
		defer rc.Close() //nolint:errcheck // only read
		b, err := io.ReadAll(io.LimitReader(rc, maxPart+1))
		switch {
		case err != nil:
			return nil, fmt.Errorf("damaged or truncated (%s: %w); save it again", name, err)
		case len(b) > maxPart:
			return nil, fmt.Errorf("too large: %s has more than %d MB", name, maxPart>>20)
		}
		return b, nil
	}
	return nil, nil
}

// paragraphs gathers paragraphs.
type paragraphs struct {
	list []string
	b    strings.Builder
}

// end ends the paragraph that is open.
func (p *paragraphs) end() {
	if s := strings.Join(strings.Fields(p.b.String()), " "); s != "" {
		p.list = append(p.list, s)
	}
	p.b.Reset()
}
