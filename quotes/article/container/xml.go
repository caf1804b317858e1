package container

import (
	"encoding/xml"
	"io"

	"golang.org/x/net/html/charset"

	"demarche/quotes/article"
)

// maxEntry is the most text of an entry of a feed, in bytes.
const maxEntry = article.MaxLine

// xmlReader reads XML token by token.
type xmlReader struct {
	*xml.Decoder
	size *valueSize
}

// newXML returns a reader that forgives what feeds do wrong, knows no entities but HTML's, and holds no more than an
// entry.
func newXML(r io.Reader) *xmlReader {
	size := &valueSize{r: r, most: maxEntry}
	d := xml.NewDecoder(size)
	d.Strict, d.Entity, d.CharsetReader = false, xml.HTMLEntity, charset.NewReaderLabel
	return &xmlReader{d, size}
}

// Token returns the next token.
func (x *xmlReader) Token() (xml.Token, error) {
	x.size.n = 0
	return x.Decoder.Token()
}
