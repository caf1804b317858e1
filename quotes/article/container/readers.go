package container

import (
	"errors"
	"io"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// reader reads one input, or one entry of an archive: it recognises it and has the reader of its format read it.
type reader struct {
	in    *stream
	out   *sink
	packs int // packings taken off
}

func newReader(in Input, out *sink) *reader {
	return &reader{in: &stream{Input: in, ctx: out.ctx}, out: out}
}

// open recognises the input and reads it.
func (r *reader) open() error {
	r.in.begin()
	head, err := r.in.head()
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		return r.in.errorf("cannot be read: %w", err)
	}
	if article.Packed(head) {
		return r.unpack(head)
	}
	f := r.recognise(head)
	if (r.out.depth > 0 || r.in.Unnamed) && r.in.MediaType == "" {
		if what, over := passedOver(f, r.in.Name); over {
			f = what
		}
	}
	if f.Kind == format.Unread {
		return r.out.leave(f)
	}
	r.out.many = !f.Kind.Single() && f.Kind != format.Zip && f.Kind != format.Mail
	return r.reader(f.Kind)()
}

// recognise says what the input is by its beginning and its name.
func (r *reader) recognise(head []byte) format.Format {
	if f := format.OfBytes(head); f.Kind != format.Unknown {
		return f
	}
	text, err := article.Decode(wholeLines(head), r.in.Name, charsetOf(r.in.MediaType))
	if err != nil { // the reader says what is wrong
		text = ""
	}
	f := format.OfText(text, r.in.Name)
	if f.Kind == format.Text && r.in.Lines && !textEnding(format.Ending(r.in.Name)) {
		return format.Of(format.Lines)
	}
	return f
}

// reader returns the reader of a format.
func (r *reader) reader(k format.Kind) func() error {
	records, tables, lists := recordReader{r.in, r.out}, tableReader{r.in, r.out}, listReader{r.in, r.out}
	switch k {
	case format.Lines:
		return linesReader{r.in, r.out}.read
	case format.JSON:
		return (&jsonReader{in: r.in, out: r.out}).read
	case format.Feed:
		return (&feedReader{out: r.out, d: newXML(r.in.b)}).read
	case format.Sitemap:
		return sitemapReader{newXML(r.in.b), r.out}.read
	case format.Nexis, format.Factiva, format.ProQuest:
		return func() error { return records.press(pressOf(k)) }
	case format.RIS:
		return func() error { return records.records(risCutting(), risRecord) }
	case format.BibTeX:
		return bibReader{records}.read
	case format.Table:
		return tables.read
	case format.GDELT:
		return lists.gdelt
	case format.Addresses:
		return lists.addresses
	case format.Mail, format.Mailbox:
		return r.mail(k)
	case format.Tar, format.Zip, format.WARC:
		return r.archive(k)
	}
	return r.one(k)
}

// archive returns the reader of a kind of archives.
func (r *reader) archive(k format.Kind) func() error {
	a := &archive{in: r.in, out: r.out}
	switch k {
	case format.Tar:
		return tarReader{a}.read
	case format.WARC:
		return warcReader{a, r.in, r.out}.read
	}
	return zipReader{a, r.in, r.out}.read
}

// mail returns the reader of a message, or of a mailbox.
func (r *reader) mail(k format.Kind) func() error {
	m := mailReader{r.in, r.out}
	if k == format.Mailbox {
		return m.mailbox
	}
	return m.message
}

// one returns the reader of what is one article, mostly.
func (r *reader) one(k format.Kind) func() error {
	switch k {
	case format.PDF, format.RTF:
		return func() error { return documentReader{r.in, r.out}.read(k) }
	case format.Markdown:
		return pageReader{r.in, r.out}.markdown
	}
	return pageReader{r.in, r.out}.read
}
