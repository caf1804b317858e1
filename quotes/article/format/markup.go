package format

import (
	"encoding/xml"
	"strings"
)

// LooksLikeHTML reports whether a text is a page: it starts as one, or is dense with elements.
func LooksLikeHTML(text string) bool {
	if shape.htmlStart.MatchString(text[:min(len(text), 8192)]) {
		return true
	}
	return len(shape.htmlElement.FindAllStringIndex(text[:min(len(text), HeadSize)], 6)) >= 6
}

// pressPage returns the archive of the press that a page is a download of, Page for none.
func pressPage(start string) Kind {
	holds := func(sign string) bool { return strings.Contains(start, sign) }
	switch {
	case holds("article enArticle"), holds("enHeadline"), holds("<b>HD</b>"):
		return Factiva
	case (holds(" DOCUMENTS") || holds(" DOCUMENT<")) && shape.nexisPage.MatchString(start):
		return Nexis
	case holds("ProQuest document ID"), holds("search.proquest.com/docview"):
		return ProQuest
	}
	return Page
}

// ofDense recognises a page that begins with text, as pieces of pages do, by its many elements.
func ofDense(start, _ string) Format {
	if LooksLikeHTML(start) {
		return Of(Page)
	}
	return Format{}
}

// ofXML recognises pages and XML by their root element.
func ofXML(start, _ string) Format {
	if !strings.HasPrefix(start, "<") {
		return Format{}
	}
	root := rootOf(start)
	if f := ofRoot(root, start); f.Kind != Unknown {
		return f
	}
	if LooksLikeHTML(start) {
		return Of(pressPage(start))
	}
	if root.Local == "" {
		return Format{}
	}
	return unread("an XML file ("+root.Local+")", "XML files", "give its articles as pages, texts or JSON Lines")
}

// ofRoot recognises XML by its root element; its kind is Unknown for pages and for what is not known.
func ofRoot(root xml.Name, start string) Format {
	switch strings.ToLower(root.Local) {
	case "svg":
		return image()
	case "rss", "feed":
		return Of(Feed)
	case "urlset", "sitemapindex":
		return Of(Sitemap)
	case "rdf":
		if strings.Contains(start, "http://purl.org/rss/1.0/") {
			return Of(Feed)
		}
		return unread("an RDF file", "RDF files", "export it from Zotero as CSL JSON, RIS or BibTeX")
	case "opml":
		return unread("a list of feeds (OPML)", "lists of feeds", "give the feeds in it")
	case "document":
		if strings.HasPrefix(root.Space, "urn:oasis:names:tc:opendocument") {
			return unread("a flat OpenDocument text", "OpenDocument texts", "save it as .odt or .docx")
		}
	case "worddocument", "package":
		return unread("a Word XML document", "Word documents", "save it as .docx or text")
	case "plist":
		return unread("a property list", "property lists", "give the page that it names")
	}
	return Format{}
}

// rootOf returns the name of the first element of XML, with its namespace; empty where there is none.
func rootOf(start string) xml.Name {
	d := xml.NewDecoder(strings.NewReader(start))
	d.Strict = false
	for range 100 {
		t, err := d.RawToken()
		if err != nil {
			return xml.Name{}
		}
		if e, ok := t.(xml.StartElement); ok {
			for _, a := range e.Attr {
				if a.Name.Local == e.Name.Space && a.Name.Space == "xmlns" ||
					a.Name.Local == "xmlns" && e.Name.Space == "" {
					return xml.Name{Space: a.Value, Local: e.Name.Local}
				}
			}
			return e.Name
		}
	}
	return xml.Name{}
}
