package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"

	"demarche/timeline/merge"
)

// articleWriter reads back what is stored of an article, and keeps its earlier versions and what the program said of
// it.
type articleWriter struct{ db *connection }

// articleRow is what is stored of an article, without its id, bytes and digest.
type articleRow struct {
	key                                                                                       string
	version                                                                                   int
	url, outlet, title, byline, published, publishedHow, retrieved, language, mediaType, hash string
	reader                                                                                    string
	size                                                                                      int64
	text                                                                                      string
}

// newRow is the row of an entry in that version.
func newRow(e Entry, version int) *articleRow {
	a := e.Article
	retrieved := ""
	if !a.Retrieved.IsZero() {
		retrieved = a.Retrieved.UTC().Format(time.RFC3339)
	}
	return &articleRow{
		a.Key(), version, a.URL, a.Outlet, a.Title, a.Byline, a.Published, a.PublishedHow, retrieved, a.Language,
		a.MediaType, a.SHA256, e.Reader, int64(len(a.Bytes)), a.Text,
	}
}

// rowColumns are the columns of an articleRow, in the order of values and fields.
const rowColumns = `key, version, url, outlet, title, byline, published, published_how, retrieved, language,
		media_type, sha256, reader, size, text`

func (r *articleRow) values() []any {
	return []any{
		r.key, r.version, r.url, r.outlet, r.title, r.byline, r.published, r.publishedHow, r.retrieved, r.language,
		r.mediaType, r.hash, r.reader, r.size, r.text,
	}
}

// fields are where the columns go that a query reads.
func (r *articleRow) fields() []any {
	return []any{
		&r.key, &r.version, &r.url, &r.outlet, &r.title, &r.byline, &r.published, &r.publishedHow, &r.retrieved,
		&r.language, &r.mediaType, &r.hash, &r.reader, &r.size, &r.text,
	}
}

// issue is where and when the article came out.
func (r *articleRow) issue() merge.Issue {
	return merge.Issue{Published: r.published, Outlet: r.outlet}
}

// storedArticle is an article's row as it stands in the file.
type storedArticle struct {
	id int64
	articleRow
	digest []byte
}

func (r *storedArticle) fields() []any {
	return append([]any{&r.id, &r.digest}, r.articleRow.fields()...)
}

const (
	setReader = `UPDATE articles SET reader = ?, digest = ? WHERE id = ?`
	supersede = `INSERT INTO superseded (digest, article, version, url, outlet, title, byline, published,
		published_how, retrieved, language, media_type, sha256, size, text, bytes) SELECT ?, id, version, url, outlet, title,
		byline, published, published_how, retrieved, language, media_type, sha256, size, text, bytes
		FROM articles WHERE id = ?`
	insertArticle = `INSERT INTO articles (bytes, digest, ` + rowColumns + `)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	updateArticle = `UPDATE articles SET (bytes, digest, ` + rowColumns + `) =
		(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?`
	selectArticle = `SELECT id, digest, ` + rowColumns + ` FROM articles WHERE key = ?`
	selectTexts   = `SELECT r.text FROM tellings t JOIN reports r ON r.telling = t.id WHERE t.article = ? ORDER BY r.id`
)

// maxBytes bounds what a stored article may unpack to: a file from elsewhere is not trusted for its sizes.
const maxBytes = 1 << 30

// packer packs articles and unpacks them.
type packer struct {
	*zstd.Encoder
	*zstd.Decoder
	ofArchive *zstd.Decoder // for what stands in an archive, up to maxSource
}

// zstdPacker makes it once.
var zstdPacker = sync.OnceValue(func() packer {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err) // the options are sound
	}
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxBytes))
	if err != nil {
		panic(err) // the options are sound
	}
	a, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxSource))
	if err != nil {
		panic(err) // the options are sound
	}
	return packer{w, r, a}
})

func compress(b []byte) []byte { return zstdPacker().EncodeAll(b, []byte{}) }

// unpack returns the bytes of an article as they came; size is what the row says of them.
func unpack(compressed []byte, size int64) ([]byte, error) {
	var h zstd.Header
	if err := h.Decode(compressed); err != nil {
		return nil, err
	}
	if size > maxBytes || h.HasFCS && h.FrameContentSize != uint64(size) {
		return nil, fmt.Errorf("it says to be %d bytes long, which its bytes deny", size)
	}
	return zstdPacker().DecodeAll(compressed, nil)
}

// stored returns the row under the key, nil where there is none.
func (w *articleWriter) stored(key string) (*storedArticle, error) {
	s, err := w.db.stmt(selectArticle) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	var r storedArticle
	err = s.QueryRow(key).Scan(r.fields()...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &r, err
}

// storedByID returns the row with that id.
func (w *articleWriter) storedByID(id int64) (*storedArticle, error) {
	const query = `SELECT id, digest, ` + rowColumns + ` FROM articles WHERE id = ?`
	s, err := w.db.stmt(query) //nolint:sqlclosecheck // as above
	if err != nil {
		return nil, err
	}
	var r storedArticle
	return &r, s.QueryRow(id).Scan(r.fields()...)
}

// texts returns the texts of the article's reports in their order.
func (w *articleWriter) texts(id int64) ([]string, error) {
	s, err := w.db.stmt(selectTexts) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(id)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(t *string) []any { return []any{t} })
}

// Has reports whether the bytes with that SHA-256 are stored under the key as the same program read them: then
// reading them again would change nothing, and may be left out.
func (l SourceReader) Has(ctx context.Context, key, sha256, reader string) (bool, error) {
	var n int
	err := l.s.db.QueryRowContext(ctx, `SELECT count(*) FROM articles WHERE key = ? AND sha256 = ? AND reader = ?`,
		key, sha256, reader).Scan(&n)
	return n > 0, err
}
