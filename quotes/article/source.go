package article

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"
)

// Source is one page or text as it came.
type Source struct {
	Name      string // a path, a URL or "-": what errors call it
	Bytes     []byte
	MediaType string    // as the server or the caller states it, with charset; "" when unknown
	URL       string    // where it was fetched from; "" when it was not
	Retrieved time.Time // zero when it was not fetched
	Now       time.Time // when it is read: no day much later is one of publication; zero for no bound
}

// Read turns one page or text into an article. HTML and plain text are told apart by their content; gzip, zstd, bzip2
// and xz are opened under [MaxPage]; the text may be in any charset that the page, its media type or its bytes betray.
// What is no article, such as a wall of consent, is refused with a [*Refusal]. The end of ctx breaks it off, except
// inside readability. The error names the source, what is wrong with it and what to do.
func Read(ctx context.Context, src Source) (*Article, error) {
	if len(src.Bytes) > MaxSource {
		return nil, tooLarge(src.Name, "the source")
	}
	body, err := unpack(ctx, src)
	if err != nil {
		return nil, err
	}
	text, kind, err := decode(src, body)
	if err != nil {
		return nil, err
	}
	a := &Article{URL: src.URL, Retrieved: src.Retrieved, MediaType: kind, Bytes: src.Bytes, SHA256: digest(src.Bytes)}
	if err := a.fillFrom(ctx, text, src.Name, newDayReader(src.Now)); err != nil {
		return nil, fmt.Errorf("%s: %w", src.Name, err)
	}
	a.Language = settleLanguage(a.Language, a.Text)
	return a, nil
}

// fillFrom fills the article from the decoded text of a page or of a plain text.
func (a *Article) fillFrom(ctx context.Context, text, name string, days dayReader) error {
	if err := container(text, name); err != nil {
		return err
	}
	if a.MediaType == "text/html" {
		if err := readPage(ctx, a, text, days); err != nil {
			return err
		}
	} else {
		if len(text) > MaxText {
			return textTooLarge(len(text))
		}
		readPlain(a, text, days)
	}
	a.URL = withoutTracking(withoutUser(a.URL))
	if d := days.dayOfName(name); a.Published == "" && d != "" {
		a.Published, a.PublishedHow = d, "name"
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if a.Text == "" {
		return errors.New("no article text found in it; save the page with its text, or give the text as a .txt file")
	}
	if err := a.limits(); err != nil {
		return err
	}
	return a.refusal()
}

// unpack returns the content of a source, decompressed where it is packed, and refuses what is neither page
// nor text.
func unpack(ctx context.Context, src Source) ([]byte, error) {
	b := src.Bytes
	for depth := 0; Packed(b); depth++ {
		if depth == 2 {
			return nil, fmt.Errorf("%s: compressed more than twice; decompress it first", src.Name)
		}
		r, err := Opened(bytes.NewReader(b))
		if err != nil {
			return nil, fmt.Errorf(
				"%s: damaged gzip, zstd, bzip2 or xz (%s); get the file again",
				src.Name,
				err.Error(),
			)
		}
		b, err = io.ReadAll(io.LimitReader(&stopped{ctx, r}, MaxPage+1))
		_ = r.Close()
		if ctx.Err() != nil {
			return nil, fmt.Errorf("%s: %w", src.Name, ctx.Err())
		}
		if err != nil {
			return nil, fmt.Errorf(
				"%s: damaged or truncated gzip, zstd, bzip2 or xz after %d bytes (%s); get the file again",
				src.Name,
				len(b),
				err.Error(),
			)
		}
		if len(b) > MaxPage {
			return nil, tooLarge(src.Name, "what it decompresses to")
		}
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))) == 0 {
		return nil, fmt.Errorf("%s: empty; nothing to read in it", src.Name)
	}
	return b, nil
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
