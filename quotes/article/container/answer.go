package container

import (
	"bufio"
	"compress/zlib"
	"io"
	"net/http/httputil"
	"strings"

	"github.com/andybalholm/brotli"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// answer reads the header of a server's answer and sets what the input has of it: media type, and the body as the
// server meant it, out of its chunks and unpacked. It reports whether the status is 200.
func answer(in *Input, block io.Reader) (bool, error) {
	b := bufio.NewReaderSize(block, 4<<10)
	status, err := b.ReadString('\n')
	if err != nil {
		return false, err
	}
	m := entryShape.statusLine.FindStringSubmatch(status)
	header, err := warcHeader(b)
	if err != nil {
		return false, err
	}
	if m == nil || m[1] != "200" {
		return false, nil
	}
	in.MediaType = header.Get("Content-Type")
	in.R = b
	if strings.EqualFold(header.Get("Transfer-Encoding"), "chunked") {
		// some archives take the chunks away and leave the header
		if head, _ := b.Peek(256); entryShape.chunkLine.Match(head) {
			in.R = httputil.NewChunkedReader(b)
		}
	}
	in.R, err = decoded(in.R, header.Get("Content-Encoding"))
	return true, err
}

// decoded unpacks a body, unless it is unpacked already, as some archives leave it.
func decoded(body io.Reader, encoding string) (io.Reader, error) {
	b := bufio.NewReaderSize(body, 4<<10)
	head, _ := b.Peek(512)
	plain := format.LooksLikeHTML(string(head))
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "gzip", "x-gzip", "zstd":
		if article.Packed(head) {
			return article.Opened(b)
		}
	case "br":
		if !plain {
			return brotli.NewReader(b), nil
		}
	case "deflate":
		if !plain {
			return zlib.NewReader(b)
		}
	}
	return b, nil
}
