package export

import (
	"bufio"
	"encoding/json"
	"io"
)

// CSL-JSON, which Zotero and every other reference manager reads. It allows no properties but its own.
type (
	cslItem struct {
		ID       string    `json:"id"`
		Type     string    `json:"type"`
		Title    string    `json:"title"`
		Outlet   string    `json:"container-title,omitempty"`
		Author   []cslName `json:"author,omitempty"`
		Issued   *cslDate  `json:"issued,omitempty"`
		Accessed *cslDate  `json:"accessed,omitempty"`
		URL      string    `json:"URL,omitempty"`
		Language string    `json:"language,omitempty"`
		Source   string    `json:"source"`
		Note     string    `json:"note"`
	}
	cslName struct {
		Literal string `json:"literal"`
	}
	cslDate struct {
		Parts [][]int `json:"date-parts"`
	}
)

// writeCSL draws the articles that are cited as an array of CSL-JSON.
func writeCSL(w io.Writer, d *Dataset) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	b.WriteString("[")
	sep := "\n"
	err := d.eachSource(func(s *Source) error {
		b.WriteString(sep)
		sep = ","
		return enc.Encode(d.cslItem(s))
	})
	if err != nil {
		return err
	}
	b.WriteString("]\n")
	return b.Flush()
}

func (d *Dataset) cslItem(s *Source) cslItem {
	item := cslItem{
		ID: citeKey(s), Type: "article-newspaper", Title: s.title(), Outlet: s.Outlet, Issued: cslDay(s.Published),
		Accessed: cslDay(s.Retrieved), URL: s.URL, Language: s.Language, Source: d.Program(), Note: "SHA-256: " + s.SHA256,
	}
	if s.Byline != "" {
		item.Author = []cslName{{s.Byline}}
	}
	return item
}

func cslDay(edtf string) *cslDate {
	if parts := dateParts(edtf); parts != nil {
		return &cslDate{[][]int{parts}}
	}
	return nil
}
