package container

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/textproto"
	"path"
	"strconv"
	"strings"
	"time"

	"demarche/quotes/article"
)

// warcReader reads a web archive, record by record.
type warcReader struct {
	archive *archive
	in      *stream
	out     *sink
}

// read reads the pages, texts and documents of a web archive: answers with status 200, resources and conversions. What
// pages load, and answers without a page, are counted; requests and descriptions are none of an article's.
func (r warcReader) read() error {
	for n := 0; ; n++ {
		err := r.untilRecord(n)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		header, err := warcHeader(r.in.b)
		if err != nil {
			return r.archive.flaw(n, err)
		}
		size, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			if err := r.out.flaw(fmt.Errorf("record %d of the web archive has no length; get the file again", n+1)); err != nil {
				return err
			}
			continue
		}
		block := &io.LimitedReader{R: r.in.b, N: size}
		in, err := r.record(header, block)
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, block); err != nil || block.N > 0 {
			return r.archive.flaw(n, cmp.Or(err, io.ErrUnexpectedEOF))
		}
		if in != nil {
			if err := r.archive.sub(*in, alone); err != nil {
				return err
			}
		}
	}
}

// untilRecord passes over the empty lines before a record and reads its first line. Lines that are none of a record
// are passed over and told once: the record before has another length than it says.
func (r warcReader) untilRecord(n int) error {
	told := false
	for {
		line, err := r.in.b.ReadSlice('\n')
		switch {
		case bytes.HasPrefix(line, []byte("WARC/")) && err == nil:
			return nil
		case errors.Is(err, io.EOF) && len(bytes.TrimSpace(line)) == 0:
			return io.EOF
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return r.archive.flaw(n, err)
		case len(bytes.TrimSpace(line)) > 0 && !told:
			told = true
			if err := r.out.flaw(fmt.Errorf("record %d of the web archive has another length than it says; get the file again",
				n)); err != nil {
				return err
			}
		}
	}
}

// maxHeader is the most bytes of the header of a record or of an answer.
const maxHeader = 64 << 10

// warcHeader reads the lines "Name: value" to the empty line after them; what is longer than [maxHeader] is damaged.
func warcHeader(b *bufio.Reader) (textproto.MIMEHeader, error) {
	header, size := textproto.MIMEHeader{}, 0
	for {
		line, err := b.ReadSlice('\n')
		if size += len(line); err != nil {
			return nil, err
		}
		if size > maxHeader {
			return nil, errors.New("a header without end")
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			return header, nil
		}
		if name, value, ok := strings.Cut(text, ":"); ok && text[0] != ' ' && text[0] != '\t' {
			header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
}

// record reads one record; nil is for none that may hold an article.
func (r warcReader) record(header textproto.MIMEHeader, block io.Reader) (*Input, error) {
	address := strings.Trim(header.Get("WARC-Target-URI"), "<>")
	in := Input{URL: address, MediaType: header.Get("Content-Type")}
	in.Retrieved, _ = time.Parse(time.RFC3339, header.Get("WARC-Date"))
	in.R = block
	switch kind := header.Get("WARC-Type"); {
	case kind == "response" && strings.HasPrefix(address, "http"):
		ok, err := answer(&in, block)
		if err != nil {
			return nil, r.out.flaw(fmt.Errorf("%s: a damaged answer (%s)", address, reason(err)))
		}
		if !ok {
			r.out.pass("an answer without a page", "answers without a page")
			return nil, nil
		}
	case (kind == "resource" || kind == "conversion") && strings.HasPrefix(address, "http"):
	default:
		return nil, nil
	}
	if !mayHoldText(in.MediaType) || path.Base(address) == "robots.txt" {
		r.out.pass("a file that pages load", "files that pages load")
		return nil, nil
	}
	if in.MediaType == "" {
		in.MediaType = "application/octet-stream"
	}
	if in.Name = r.in.Name + ": " + address; len(in.Name) > article.MaxField {
		in.Name = in.Name[:article.MaxField]
	}
	// The record is read whole, so that the next one is found whatever becomes of it.
	b, err := io.ReadAll(io.LimitReader(in.R, article.MaxSource+1))
	if err != nil && r.out.ctx.Err() == nil && len(b) == 0 {
		return nil, r.out.flaw(fmt.Errorf("%s: a damaged answer (%s)", address, reason(err)))
	}
	in.R, in.Size = bytes.NewReader(b), int64(len(b))
	return &in, nil
}

// mayHoldText reports whether a media type is one of pages, texts and documents.
func mayHoldText(mediaType string) bool {
	kind, _, err := mime.ParseMediaType(mediaType)
	if err != nil {
		kind, _, _ = strings.Cut(mediaType, ";")
	}
	switch kind = strings.ToLower(strings.TrimSpace(kind)); kind {
	case "", "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rtf", "text/rtf",
		"application/octet-stream",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text":
		return true
	}
	return false
}
