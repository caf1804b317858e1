// Package format tells of what kind a source is before anything is read of it: by its bytes first, then by its
// name. It knows how each format begins and nothing of what is in it. [OfBytes] takes the first bytes of a file,
// [OfText] the decoded beginning of a text, [OfNames] the names in a ZIP archive.
package format

// Kind is a format, as far as the readers tell formats apart.
type Kind int

// The kinds of sources. Those up to Markdown hold one article; Unread is what no reader knows.
const (
	Unknown   Kind = iota // for OfBytes: nothing binary; it may be a text
	Page                  // HTML
	Text                  // plain text
	Markdown              // a text with front matter or Markdown's marks
	PDF                   // Portable Document Format
	RTF                   // Rich Text Format
	Word                  // DOCX
	OpenText              // ODT
	EPUB                  // a book whose chapters are articles
	Lines                 // JSON Lines
	JSON                  // one JSON document with an article or a list of them
	Feed                  // RSS 0.9 to 2.0 or Atom
	Sitemap               // urlset or sitemapindex
	Nexis                 // LexisNexis, as "1 of 2 DOCUMENTS" or with "Body" and "End of Document"
	Factiva               // with or without its codes of two letters
	ProQuest              // between lines of "_"
	RIS                   // tags of two letters
	BibTeX                // @article{...}
	Table                 // CSV or TSV with named columns
	GDELT                 // its table of events, without a header
	Addresses             // one URL a line
	Workbook              // XLSX
	WARC                  // a web archive
	WACZ                  // a web archive in a ZIP
	Mail                  // a message (.eml) or a saved page (MHTML)
	Mailbox               // messages in one file (mbox)
	Tar                   // an archive
	Zip                   // an archive, or a document or book that is one
	Packed                // gzip, zstd, bzip2 or xz
	Unread                // known by name, not read
)

// Format is what a source was recognised as.
type Format struct {
	Kind   Kind
	Name   string // for people, with its article: "a PDF", "a Word 97 document"
	Plural string // for counts: "PDFs", "Word 97 documents"
	Remedy string // of what is not read: what to do with it
}

// formats are those that are read, by kind.
var formats = map[Kind]Format{
	Page:      {Page, "a page", "pages", ""},
	Text:      {Text, "a text", "texts", ""},
	Markdown:  {Markdown, "a Markdown text", "Markdown texts", ""},
	PDF:       {PDF, "a PDF", "PDFs", ""},
	RTF:       {RTF, "a rich text (RTF)", "rich texts", ""},
	Word:      {Word, "a Word document", "Word documents", ""},
	OpenText:  {OpenText, "an OpenDocument text", "OpenDocument texts", ""},
	EPUB:      {EPUB, "an EPUB", "EPUBs", ""},
	Lines:     {Lines, "JSON Lines", "files of JSON Lines", ""},
	JSON:      {JSON, "JSON", "files of JSON", ""},
	Feed:      {Feed, "a feed", "feeds", ""},
	Sitemap:   {Sitemap, "a sitemap", "sitemaps", ""},
	Nexis:     {Nexis, "a LexisNexis download", "LexisNexis downloads", ""},
	Factiva:   {Factiva, "a Factiva download", "Factiva downloads", ""},
	ProQuest:  {ProQuest, "a ProQuest download", "ProQuest downloads", ""},
	RIS:       {RIS, "a RIS file", "RIS files", ""},
	BibTeX:    {BibTeX, "a BibTeX file", "BibTeX files", ""},
	Table:     {Table, "a table", "tables", ""},
	GDELT:     {GDELT, "a GDELT table", "GDELT tables", ""},
	Addresses: {Addresses, "a list of addresses", "lists of addresses", ""},
	Workbook:  {Workbook, "a spreadsheet", "spreadsheets", ""},
	WARC:      {WARC, "a web archive (WARC)", "web archives", ""},
	WACZ:      {WACZ, "a web archive (WACZ)", "web archives", ""},
	Mail:      {Mail, "a message", "messages", ""},
	Mailbox:   {Mailbox, "a mailbox", "mailboxes", ""},
	Tar:       {Tar, "a tar archive", "archives", ""},
	Zip:       {Zip, "a ZIP archive", "archives", ""},
	Packed:    {Packed, "a packed file", "packed files", ""},
}

// Of returns the format of a kind that is read.
func Of(k Kind) Format { return formats[k] }

// Single reports whether a source of the kind is one article, read from its text or its page.
func (k Kind) Single() bool { return k >= Page && k <= OpenText }

// unread is a format that no reader knows.
func unread(name, plural, remedy string) Format { return Format{Unread, name, plural, remedy} }
