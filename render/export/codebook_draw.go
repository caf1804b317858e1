package export

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// JSON draws the codebook as one document.
func (c *Codebook) JSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(c)
}

// Markdown draws the codebook for people; the single sources are in the JSON.
func (c *Codebook) Markdown(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# Codebook\n\n%s, schema %s.", c.Generator, c.Schema)
	if c.Generated != "" {
		fmt.Fprintf(b, " Made on %s.", c.Generated)
	}
	fmt.Fprintf(b, "\n\nCite as: %s\n\n## Units of analysis\n\n", c.Citation)
	for _, l := range c.Levels {
		fmt.Fprintf(b, "- **%s**: %s\n", l.Name, l.Meaning)
	}
	for _, t := range c.Tables {
		t.markdown(b)
	}
	markdownTable(b, "Sources", "outlet|licence|articles|first|last", len(c.Outlets), func(i int) []string {
		o := c.Outlets[i]
		return []string{o.Name, o.Licence, fmt.Sprint(o.Articles), o.First, o.Last}
	})
	markdownTable(b, "Articles read by month of publication", "month|articles", len(c.Coverage), func(i int) []string {
		return []string{c.Coverage[i].Month, fmt.Sprint(c.Coverage[i].Articles)}
	})
	codes := "ISO 3166-1 alpha-3|name|Correlates of War|Wikidata"
	markdownTable(b, "Codes of states", codes, len(c.States), func(i int) []string {
		s := c.States[i]
		return []string{s.Code, s.Name, s.COW, s.Wikidata}
	})
	markdownTable(b, "What the program knows", "part|SHA-256", len(c.Versions), func(i int) []string {
		return []string{c.Versions[i].Name, c.Versions[i].Meaning}
	})
	markdownTable(b, "Changes", "schema|day|change", len(c.Changes), func(i int) []string {
		return []string{c.Changes[i].Version, c.Changes[i].Day, c.Changes[i].Change}
	})
	return b.Flush()
}

func (t *Table) markdown(b *bufio.Writer) {
	fmt.Fprintf(b, "\n## Table %s\n\nA row is %s. In: %s.\n", t.Name, t.Unit, t.Where)
	head := "variable|type|level|meaning|missing|how found|accuracy"
	markdownTable(b, "", head, len(t.Variables), func(i int) []string {
		v := t.Variables[i]
		return []string{"`" + v.Name + "`", string(v.Type), v.Level, v.Meaning, v.Missing, v.How, v.Accuracy}
	})
	for i := range t.Variables {
		v := &t.Variables[i]
		if len(v.Values) == 0 {
			continue
		}
		fmt.Fprintf(b, "\nValues of `%s`:\n", v.Name)
		markdownTable(b, "", "value|definition|example", len(v.Values), func(i int) []string {
			return []string{"`" + v.Values[i].Value + "`", v.Values[i].Definition, v.Values[i].Example}
		})
	}
}

// markdownTable draws a table of n rows under a heading, "" for none; nothing where there is no row.
func markdownTable(b *bufio.Writer, heading, columns string, n int, row func(int) []string) {
	if n == 0 {
		return
	}
	if heading != "" {
		fmt.Fprintf(b, "\n## %s\n", heading)
	}
	line := func(cells []string) {
		for i, c := range cells {
			cells[i] = strings.NewReplacer("|", `\|`, "\n", " ").Replace(c)
		}
		fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
	}
	fmt.Fprintln(b)
	head := strings.Split(columns, "|")
	line(head)
	line(strings.Split(strings.Repeat("---,", len(head)-1)+"---", ","))
	for i := range n {
		line(row(i))
	}
}

// The elements of a DDI Codebook (version 2.5) that are used.
type (
	ddiBook struct {
		XMLName xml.Name  `xml:"ddi:codebook:2_5 codeBook"`
		Version string    `xml:"version,attr"`
		Title   string    `xml:"stdyDscr>citation>titlStmt>titl"`
		Maker   string    `xml:"stdyDscr>citation>prodStmt>software"`
		Cite    string    `xml:"stdyDscr>citation>biblCit"`
		Unit    string    `xml:"stdyDscr>stdyInfo>sumDscr>anlyUnit"`
		Files   []ddiFile `xml:"fileDscr"`
		Vars    []ddiVar  `xml:"dataDscr>var"`
	}
	ddiFile struct {
		ID   string `xml:"ID,attr"`
		Name string `xml:"fileTxt>fileName"`
		Cont string `xml:"fileTxt>fileCont"`
	}
	ddiVar struct {
		ID    string        `xml:"ID,attr"`
		Name  string        `xml:"name,attr"`
		Files string        `xml:"files,attr"`
		Label string        `xml:"labl"`
		Text  string        `xml:"txt"`
		Cats  []ddiCategory `xml:"catgry"`
		Form  ddiFormat     `xml:"varFormat"`
		Notes []string      `xml:"notes"`
	}
	ddiCategory struct {
		Value string `xml:"catValu"`
		Label string `xml:"labl"`
		Text  string `xml:"txt,omitempty"`
	}
	ddiFormat struct {
		Type string `xml:"type,attr"`
	}
)

// DDI draws the codebook as a DDI Codebook 2.5, which archives of data take.
func (c *Codebook) DDI(w io.Writer) error {
	book := ddiBook{
		Version: "2.5", Title: "What states say to each other", Maker: c.Generator, Cite: c.Citation,
		Unit: c.Levels[1].Meaning,
	}
	for i, t := range c.Tables {
		file := fmt.Sprintf("F%d", i+1)
		book.Files = append(book.Files, ddiFile{file, t.Name, "A row is " + t.Unit + ". In: " + t.Where + "."})
		for _, v := range t.Variables {
			book.Vars = append(book.Vars, v.ddi(fmt.Sprintf("V%d", len(book.Vars)+1), file))
		}
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(book); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (v *Variable) ddi(id, file string) ddiVar {
	out := ddiVar{ID: id, Name: v.Name, Files: file, Label: v.Name, Text: v.Meaning, Form: ddiFormat{"character"}}
	if v.Type == Integer || v.Type == Real {
		out.Form.Type = "numeric"
	}
	for _, val := range v.Values {
		out.Cats = append(out.Cats, ddiCategory{val.Value, val.Definition, val.Example})
	}
	for _, n := range []Named{{"level", v.Level}, {"missing", v.Missing}, {"how found", v.How}, {"accuracy", v.Accuracy}} {
		if n.Meaning != "" {
			out.Notes = append(out.Notes, n.Name+": "+n.Meaning)
		}
	}
	return out
}
