package format

import (
	"encoding/xml"
	"regexp"
	"strings"
)

var (
	htmlStart = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|` +
		`body|title|meta|link|script|div|p|h1|article|main|table|section|span|a|b|br|style)\b`)
	htmlElement = regexp.MustCompile(`(?i)</?(?:html|body|head|div|article|p|span|br|a)(?:\s[^<>]*)?>`)
)

// LooksLikeHTML reports whether a text is a page: it starts as one, or is dense with elements.
func LooksLikeHTML(text string) bool {
	if htmlStart.MatchString(text[:min(len(text), 8192)]) {
		return true
	}
	return len(htmlElement.FindAllStringIndex(text[:min(len(text), HeadSize)], 6)) >= 6
}

// pages are the downloads of archives of the press that are pages: words of which one is in their beginning, and a
// pattern where these are not enough.
var pages = []struct {
	kind  Kind
	words []string
	sign  *regexp.Regexp // nil where the words are enough
}{
	{Factiva, []string{"article enArticle", "enHeadline", "<b>HD</b>"}, nil},
	{Nexis, []string{" DOCUMENTS", " DOCUMENT<"}, regexp.MustCompile(`>\s*\d{1,4} of \d{1,4} DOCUMENTS?\s*<`)},
	{ProQuest, []string{"ProQuest document ID", "search.proquest.com/docview"}, nil},
}

// pressPage returns the archive of the press that a page is a download of, Page for none.
func pressPage(start string) Kind {
	for _, p := range pages {
		for _, w := range p.words {
			if strings.Contains(start, w) && (p.sign == nil || p.sign.MatchString(start)) {
				return p.kind
			}
		}
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
		return image
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
				if a.Name.Local == e.Name.Space && a.Name.Space == "xmlns" || a.Name.Local == "xmlns" && e.Name.Space == "" {
					return xml.Name{Space: a.Value, Local: e.Name.Local}
				}
			}
			return e.Name
		}
	}
	return xml.Name{}
}
