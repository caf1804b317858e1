package export

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"demarche/render"
)

// The parts of a Word document that are the same in all of them.
const (
	docxTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + docxType + `document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + docxType + `styles+xml"/>` +
		`<Override PartName="/word/footnotes.xml" ContentType="` + docxType + `footnotes+xml"/>` +
		`<Override PartName="/docProps/core.xml"` +
		` ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	docxRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + docxRelation + `officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Target="docProps/core.xml"` +
		` Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/></Relationships>`
	docxRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	docxParts    = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + docxRelation + `styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="` + docxRelation + `footnotes" Target="footnotes.xml"/></Relationships>`
	docxSpace  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	docxStyles = xml.Header + `<w:styles ` + docxSpace + `>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>` +
		`<w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>` +
		`<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr>` +
		`<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/>` +
		`<w:pPr><w:ind w:left="567"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>` +
		`<w:rPr><w:sz w:val="18"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>` +
		`<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`
)

// docx writes a Word document part by part.
type docx struct {
	*bufio.Writer
	d     *Dataset
	notes int // footnotes written so far
}

// writeDOCX draws the chronology as a Word document with a footnote for each statement's sources.
func writeDOCX(w io.Writer, d *Dataset) error {
	z := zip.NewWriter(w)
	x := &docx{Writer: bufio.NewWriter(nil), d: d}
	for _, part := range []struct {
		name  string
		write func() error
	}{
		{"[Content_Types].xml", func() error { return x.fixed(docxTypes) }},
		{"_rels/.rels", func() error { return x.fixed(docxRels) }},
		{"docProps/core.xml", x.properties},
		{"word/_rels/document.xml.rels", func() error { return x.fixed(docxParts) }},
		{"word/styles.xml", func() error { return x.fixed(docxStyles) }},
		{"word/document.xml", x.document},
		{"word/footnotes.xml", x.footnotes},
	} {
		out, err := z.Create(part.name)
		if err != nil {
			return err
		}
		x.Reset(out)
		if err := part.write(); err != nil {
			return err
		}
		if err := x.Flush(); err != nil {
			return err
		}
	}
	return z.Close()
}

func (x *docx) fixed(s string) error {
	_, err := x.WriteString(s)
	return err
}

func (x *docx) properties() error {
	return x.fixed(xml.Header + `<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">` +
		`<dc:title>` + xmlText(x.d.Title) + `</dc:title>` +
		`<dc:creator>` + xmlText(x.d.Program()) + `</dc:creator>` +
		`<dc:description>` + xmlText(x.d.made()) + `</dc:description></cp:coreProperties>`)
}

func (x *docx) document() error {
	fmt.Fprintf(x, "%s<w:document %s><w:body>", xml.Header, docxSpace)
	x.paragraph("Title", run("", x.d.Title))
	x.paragraph("", run("", x.d.made()))
	year := ""
	for e, err := range x.d.Events {
		if err != nil {
			return err
		}
		if y := e.year(); y != year {
			year = y
			x.paragraph("Heading1", run("", y))
		}
		x.paragraph("", run("<w:b/>", e.dated()+" ")+run("", e.caption()))
		for i := range e.Statements {
			x.notes++
			x.paragraph("Quote", run("", e.Statements[i].Reports[0].Text)+fmt.Sprintf(
				`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, x.notes))
		}
	}
	return x.fixed("<w:sectPr/></w:body></w:document>")
}

// footnotes goes over the events again, in the same order: a document and its footnotes are two parts.
func (x *docx) footnotes() error {
	fmt.Fprintf(x, "%s<w:footnotes %s>", xml.Header, docxSpace)
	for i, kind := range []string{"separator", "continuationSeparator"} {
		fmt.Fprintf(x, `<w:footnote w:type="%s" w:id="%d"><w:p><w:r><w:%s/></w:r></w:p></w:footnote>`, kind, i-1, kind)
	}
	n := 0
	for e, err := range x.d.Events {
		if err != nil {
			return err
		}
		for i := range e.Statements {
			n++
			fmt.Fprintf(x, `<w:footnote w:id="%d">`, n)
			x.paragraph("FootnoteText", `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`+
				run("", " "+e.footnote(&e.Statements[i])))
			x.WriteString("</w:footnote>")
		}
	}
	return x.fixed("</w:footnotes>")
}

// footnote tells the sources of a statement.
func (e *Entry) footnote(s *render.Statement) string {
	var out []string
	for i := range s.Reports {
		a := e.article(s.Reports[i].Source)
		one := oneLine(a.cited())
		if link := webAddress(a.URL); link != "" {
			one += ", " + link
		}
		out = append(out, one)
	}
	return strings.Join(out, "; ") + "."
}

// paragraph writes a paragraph of that style, "" for the plain one.
func (x *docx) paragraph(style, runs string) {
	x.WriteString("<w:p>")
	if style != "" {
		x.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	}
	x.WriteString(runs + "</w:p>")
}

// run is a piece of text with properties of its letters; lines are broken as the text has them.
func run(properties, s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = `<w:t xml:space="preserve">` + xmlText(lines[i]) + "</w:t>"
	}
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	return "<w:r>" + properties + strings.Join(lines, "<w:br/>") + "</w:r>"
}

// xmlText is a text as XML has it; what XML has no place for becomes U+FFFD.
func xmlText(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return "" // a builder takes everything
	}
	return b.String()
}
