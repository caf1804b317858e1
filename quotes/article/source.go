package article

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// Limits of what is read, so that a hostile or mistaken source costs one error and not the memory of the machine.
const (
	// MaxSource is the largest source read, in bytes as they come. The longest page of the measured sets has under 3 MB.
	MaxSource = 32 << 20
	// MaxPage is the largest page or text read, in bytes after decompression.
	MaxPage = MaxSource
	// MaxLine is the longest line of a JSON Lines stream, in bytes after decompression. The stream itself may be endless.
	MaxLine = 16 << 20
)

// ErrTooLarge is wrapped by the errors about sources beyond [MaxSource], [MaxPage] or [MaxLine].
var ErrTooLarge = errors.New("too large")

// Source is one page or text as it came.
type Source struct {
	Name      string // a path, a URL or "-": what errors call it
	Bytes     []byte
	MediaType string    // as the server or the caller states it, with charset; "" when unknown
	URL       string    // where it was fetched from; "" when it was not
	Retrieved time.Time // zero when it was not fetched
}

// Load reads a file as a source named by its path, under [MaxSource]: a file beyond it is refused without being read.
func Load(path string) (Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return Source{}, err
	}
	defer f.Close() //nolint:errcheck // only read
	switch info, err := f.Stat(); {
	case err != nil:
		return Source{}, err
	case info.IsDir():
		return Source{}, fmt.Errorf("%s: is a folder, not a page or a text; name the files in it", path)
	case info.Mode().IsRegular() && info.Size() > MaxSource:
		return Source{}, tooLarge(path, "the file")
	}
	return LoadFrom(f, path)
}

// LoadFrom reads a stream to its end as a source with that name, under [MaxSource].
func LoadFrom(r io.Reader, name string) (Source, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxSource+1))
	if err != nil {
		return Source{}, fmt.Errorf("%s: cannot be read: %w", name, err)
	}
	if len(b) > MaxSource {
		return Source{}, tooLarge(name, "the source")
	}
	return Source{Name: name, Bytes: b}, nil
}

// Read turns one page or text into an article. HTML and plain text are told apart by their content; gzip and zstd are opened under
// [MaxPage]; the text may be in any charset that the page, its media type or its bytes betray. The error names the
// source, what is wrong with it and what to do.
func Read(src Source) (*Article, error) {
	if len(src.Bytes) > MaxSource {
		return nil, tooLarge(src.Name, "the source")
	}
	body, err := unpack(src)
	if err != nil {
		return nil, err
	}
	text, kind, err := decode(src, body)
	if err != nil {
		return nil, err
	}
	if first, _, _ := strings.Cut(strings.TrimSpace(text), "\n"); strings.HasPrefix(first, "{") && json.Valid([]byte(first)) {
		return nil, fmt.Errorf("%s: JSON, not a page or a text; give articles as JSON Lines in a file that ends in .jsonl", src.Name)
	}
	a := &Article{URL: src.URL, Retrieved: src.Retrieved, MediaType: kind, Bytes: src.Bytes, SHA256: digest(src.Bytes)}
	if kind == "text/html" {
		err = readPage(a, text)
	} else {
		readPlain(a, text)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.Name, err)
	}
	if a.Text == "" {
		return nil, fmt.Errorf("%s: no article text found in it; save the page with its text, or give the text as a .txt file", src.Name)
	}
	a.Language = settleLanguage(a.Language, a.Text)
	return a, nil
}

// unpack returns the content of a source, decompressed where it is gzip or zstd, and refuses what is neither page nor text.
func unpack(src Source) ([]byte, error) {
	b := src.Bytes
	for depth := 0; packed(b); depth++ {
		if depth == 2 {
			return nil, fmt.Errorf("%s: compressed more than twice; decompress it first", src.Name)
		}
		r, err := opened(bytes.NewReader(b))
		if err != nil {
			return nil, fmt.Errorf("%s: damaged gzip or zstd (%s); get the file again", src.Name, err.Error())
		}
		b, err = io.ReadAll(io.LimitReader(r, MaxPage+1))
		_ = r.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: damaged or truncated gzip or zstd after %d bytes (%s); get the file again", src.Name, len(b), err.Error())
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

func tooLarge(name, what string) error {
	return fmt.Errorf("%s: %w: %s has more than %d MB; split it, or give many articles as JSON Lines", name, ErrTooLarge, what, MaxSource>>20)
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
