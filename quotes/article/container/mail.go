package container

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html/charset"

	"demarche/quotes/article"
)

// maxMessage is the largest message or saved page in MHTML, in bytes: it has its pictures in it.
const maxMessage = 32 << 20

// mailReader reads messages and what is saved like them.
type mailReader struct {
	in  *stream
	out *sink
}

// message reads a message, or a page saved as MHTML.
func (r mailReader) message() error {
	b, err := r.in.whole(maxMessage)
	if err != nil {
		return err
	}
	return r.emit(r.in.source(b))
}

// mailbox reads the messages of an mbox.
func (r mailReader) mailbox() error {
	empty := true
	c := cutting{opens: func(line []byte) bool {
		begins := empty && entryShape.envelope.Match(line)
		empty = len(bytes.TrimSpace(line)) == 0
		return begins
	}}
	return recordReader(r).cut(c, func(b []byte) error {
		_, b, _ = bytes.Cut(b, []byte("\n"))
		src := r.in.source(b)
		src.Name = r.out.next()
		return r.emit(src)
	})
}

// emit yields the article of a message.
func (r mailReader) emit(src article.Source) error {
	return r.out.emit(Item{Name: src.Name, Read: func(ctx context.Context) (*article.Article, error) {
		return messageOf(ctx, src)
	}})
}

// messageOf makes an article of a message. A page in MHTML is read as the page that was saved; the day on which it was
// saved is not read.
func messageOf(ctx context.Context, src article.Source) (*article.Article, error) {
	name := src.Name
	m, err := mail.ReadMessage(bytes.NewReader(src.Bytes))
	if err != nil {
		return nil, fmt.Errorf("%s: a damaged header of a message (%s); save it again", name, reason(err))
	}
	var parts mailParts
	if err := parts.add(textproto.MIMEHeader(m.Header), m.Body, 0); err != nil {
		return nil, fmt.Errorf("%s: a damaged message (%s); save it again", name, reason(err))
	}
	saved := m.Header.Get("Snapshot-Content-Location")
	if page := parts.page; page != nil && (saved != "" || parts.related) {
		page.Name, page.Now = name, src.Now
		if page.URL == "" {
			page.URL = saved
		}
		return article.Read(ctx, *page)
	}
	text, err := parts.text()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	known := article.Record{Title: headerText(m.Header.Get("Subject")), Published: m.Header.Get("Date")}
	a, err := article.FromText(src, "message/rfc822", text, known)
	if err != nil {
		return nil, err
	}
	a.Fill(article.Record{Outlet: senderName(m.Header.Get("From"))})
	return a, nil
}

// senderName is the name of who sent a message, "" where only an address is known.
func senderName(from string) string {
	if at, err := mail.ParseAddress(from); err == nil {
		return at.Name
	}
	if text := headerText(from); !strings.Contains(text, "@") {
		return text
	}
	return ""
}

// headerText decodes the words of a header.
func headerText(s string) string {
	d := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if text, err := d.DecodeHeader(s); err == nil {
		return text
	}
	return s
}

// mailParts are the parts of a message that matter.
type mailParts struct {
	page    *article.Source // the first page
	plain   string          // the first text
	related bool            // the parts are those of a page
	n       int             // parts seen
}

const (
	maxParts     = 10_000 // of a message
	maxMailDepth = 8      // of parts in parts
)

// add looks at a part and the parts in it.
func (p *mailParts) add(header textproto.MIMEHeader, body io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if depth > maxMailDepth {
		return errors.New("parts nested too deep")
	}
	body = transferred(body, header.Get("Content-Transfer-Encoding"))
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		p.related = p.related || kind == "multipart/related" && depth == 0
		return p.addAll(multipart.NewReader(body, params["boundary"]), depth)
	case strings.HasPrefix(header.Get("Content-Disposition"), "attachment"):
		return nil
	case kind == "text/html" && p.page == nil:
		b, err := io.ReadAll(io.LimitReader(body, article.MaxSource))
		if err != nil && len(b) == 0 {
			return err
		}
		p.page = &article.Source{
			Bytes: b, MediaType: header.Get("Content-Type"),
			URL: webAddress(header.Get("Content-Location")),
		}
	case kind == "text/plain" && p.plain == "":
		b, err := io.ReadAll(io.LimitReader(body, article.MaxText+1))
		if err != nil && len(b) == 0 {
			return err
		}
		p.plain, err = article.Decode(b, "its text", params["charset"])
		return err
	}
	return nil
}

// webAddress is an address of the web, "" for anything else.
func webAddress(s string) string {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return s
	}
	return ""
}

func (p *mailParts) addAll(parts *multipart.Reader, depth int) error {
	for {
		part, err := parts.NextRawPart()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && (p.page != nil || p.plain != ""): // what is missing are pictures
			return nil
		case err != nil:
			return err
		}
		if p.n++; p.n > maxParts {
			return errors.New("too many parts")
		}
		if err := p.add(part.Header, part, depth+1); err != nil {
			return err
		}
	}
}

// transferred undoes how a part was encoded for its way.
func transferred(body io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// text returns the words of a message: its text, or that of its page.
func (p *mailParts) text() (string, error) {
	switch {
	case strings.TrimSpace(p.plain) != "":
		return p.plain, nil
	case p.page == nil:
		return "", errors.New("a message without a text; save what is attached to it and give that")
	}
	page, err := article.Decode(p.page.Bytes, "its page", charsetOf(p.page.MediaType))
	if err != nil {
		return "", err
	}
	return article.Paragraphs(page)
}
