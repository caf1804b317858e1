package article

import "time"

// Article is one source as read. Text is the body without site furniture, normalised to NFC with "\n" between
// paragraphs (one paragraph a line, as in the texts that the other rooms are tested with); Title is not part of
// Text.
type Article struct {
	ID        string // as the input names it; "" where it names none
	URL       string
	Outlet    string
	Title     string
	Byline    string
	Published string // EDTF day or coarser; "" when unknown
	// PublishedHow is where the date was found: "json-ld", "meta", "time", "url", "byline", "dateline", "script",
	// "title", "picture", "name", "given".
	PublishedHow string
	Partial      string    // by which sign a page shows the beginning of the article only; "" where it may be whole
	Retrieved    time.Time // by us or by who archived it; zero when it was not fetched
	Language     string    // BCP 47, "" when unknown
	MediaType    string    // of Bytes
	Text         string
	Entries      []*Article // of a live blog or a chronology: each with its own day and text; the page holds all of them
	Bytes        []byte     // the source as it came
	SHA256       string     // of Bytes, lower-case hex
}
