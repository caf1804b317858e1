package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"
)

// row is what is stored of an article, without its bytes.
type row struct {
	id                                                    int64
	version                                               int
	url, outlet, title, byline, published, language, text string
	sha256, print, reader                                 string
}

const (
	setReader    = `UPDATE articles SET reader = ? WHERE id = ?`
	deleteEvents = `DELETE FROM events WHERE article = ?`
	supersede    = `INSERT INTO superseded SELECT id, version, url, outlet, title, byline, published, published_how, retrieved,
		language, media_type, sha256, size, text, bytes FROM articles WHERE id = ?`
	insertArticle = `INSERT INTO articles (key, version, url, outlet, title, byline, published, published_how, retrieved,
		language, media_type, sha256, print, reader, size, text, bytes) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	updateArticle = `UPDATE articles SET url = ?, outlet = ?, title = ?, byline = ?, published = ?, published_how = ?,
		retrieved = ?, language = ?, media_type = ?, sha256 = ?, print = ?, reader = ?, size = ?, text = ?, bytes = ?, version = ?
		WHERE id = ?`
	selectArticle = `SELECT id, version, url, outlet, title, byline, published, language, text, sha256, print, reader
		FROM articles WHERE key = ?`
	selectTexts = `SELECT r.text FROM reports r JOIN statements s ON s.id = r.statement JOIN events e ON e.id = s.event
		WHERE e.article = ? ORDER BY r.id`
)

// Has reports whether the bytes with that SHA-256 are stored under the key as the same program read them: then reading them
// again would change nothing, and may be left out.
func (s *Store) Has(ctx context.Context, key, sha256, reader string) (bool, error) {
	var n int
	err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM articles WHERE key = ? AND sha256 = ? AND reader = ?`,
		key, sha256, reader).Scan(&n)
	return n > 0, err
}

// stored returns the row under the key, nil where there is none.
func (w *writer) stored(key string) (*row, error) {
	s, err := w.stmt(selectArticle) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	var r row
	err = s.QueryRow(key).Scan(&r.id, &r.version, &r.url, &r.outlet, &r.title, &r.byline, &r.published, &r.language,
		&r.text, &r.sha256, &r.print, &r.reader)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &r, err
}

// texts returns the texts of the article's reports in their order.
func (w *writer) texts(id int64) ([]string, error) {
	s, err := w.stmt(selectTexts) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(id)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(t *string) []any { return []any{t} })
}

func (w *writer) insertArticle(e Entry, print string) (int64, error) {
	return w.insert(insertArticle, append([]any{e.Article.Key()}, columns(e, print)...)...)
}

func (w *writer) updateArticle(id int64, version int, e Entry, print string) error {
	return w.exec(updateArticle, append(columns(e, print), version, id)...)
}

// columns are the values that insertArticle and updateArticle have in common, in their order.
func columns(e Entry, print string) []any {
	a := e.Article
	retrieved := ""
	if !a.Retrieved.IsZero() {
		retrieved = a.Retrieved.UTC().Format(time.RFC3339)
	}
	return []any{
		a.URL, a.Outlet, a.Title, a.Byline, a.Published, a.PublishedHow, retrieved, a.Language, a.MediaType,
		a.SHA256, print, e.Reader, len(a.Bytes), a.Text, compress(a.Bytes),
	}
}

// fingerprint is a SHA-256 over all that an entry would store, except when it was fetched and by which program.
func fingerprint(e Entry) (string, error) {
	a := *e.Article
	a.Bytes, a.Retrieved = nil, time.Time{} // SHA256 stands for the bytes
	h := sha256.New()
	enc := json.NewEncoder(h)
	if err := errors.Join(enc.Encode(a), enc.Encode(e.Events)); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// maxBytes bounds what a stored article may unpack to: a file from elsewhere is not trusted for its sizes.
const maxBytes = 1 << 30

var zstdWriter = sync.OnceValue(func() *zstd.Encoder {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err) // the options above are sound
	}
	return w
})

var zstdReader = sync.OnceValue(func() *zstd.Decoder {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxBytes))
	if err != nil {
		panic(err) // the options above are sound
	}
	return r
})

func compress(b []byte) []byte { return zstdWriter().EncodeAll(b, []byte{}) }

// unpack returns the bytes of an article as they came; size is what the row says of them.
func unpack(compressed []byte, size int64) ([]byte, error) {
	var h zstd.Header
	if err := h.Decode(compressed); err != nil {
		return nil, err
	}
	if size > maxBytes || h.HasFCS && h.FrameContentSize != uint64(size) {
		return nil, fmt.Errorf("it says to be %d bytes long, which its bytes deny", size)
	}
	return zstdReader().DecodeAll(compressed, nil)
}
