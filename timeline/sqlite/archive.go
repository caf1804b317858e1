package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/klauspost/compress/zstd"

	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/record"
)

// Archived is an article with what a copy of the file needs of it, beside its events.
type Archived struct {
	Source    timeline.Source
	MediaType string
	Reader    string // the program that read it
	Packed    []byte // its bytes as they came, in zstd
	Tellings  []Account
	Earlier   []Former // of the article, the oldest first
}

// Former is what an article was before it was read with other bytes; its Source has no Key.
type Former struct {
	Source    timeline.Source
	MediaType string
	Packed    []byte // its bytes as they came, in zstd
}

// Account is what an article tells of one event: reports by id, in the order of the article, and background as bytes
// of the article's text.
type Account struct {
	ID       string
	Reports  []string
	Contexts []text.Span
}

// Alias is an id that was given and is no longer, with the report that stands for it now.
type Alias struct{ ID, Report string }

const (
	selectArchive = `SELECT id, key, url, outlet, title, byline, published, published_how, retrieved, language, sha256,
		text, media_type, reader, bytes FROM articles ORDER BY key`
	selectAccounts = `SELECT t.id, t.ident FROM tellings t WHERE t.article = ? ORDER BY t.id`
	selectAccount  = `SELECT ident FROM reports WHERE telling = ? ORDER BY id`
	selectVersions = `SELECT url, outlet, title, byline, published, published_how, retrieved, language, sha256, text,
		media_type, bytes FROM superseded WHERE article = ? ORDER BY version`
	selectGround  = `SELECT start, "end" FROM contexts WHERE telling = ? ORDER BY n`
	selectAliases = `SELECT ident, report FROM aliases ORDER BY ident`
)

// Archive gives every article by its key, whole.
func (v *Snapshot) Archive(do func(*Archived) error) error {
	rows, err := v.tx.QueryContext(v.ctx, selectArchive)
	if err != nil {
		return err
	}
	type row struct {
		id int64
		Archived
	}
	return each(rows, func(r *row) []any {
		s := &r.Source
		return []any{
			&r.id, &s.Key, &s.URL, &s.Outlet, &s.Title, &s.Byline, &s.Published, &s.PublishedHow, &s.Retrieved, &s.Language,
			&s.SHA256, &s.Text, &r.MediaType, &r.Reader, &r.Packed,
		}
	}, func(r *row) error {
		accounts, err := v.accounts(r.id)
		if err != nil {
			return err
		}
		r.Tellings = accounts
		if r.Earlier, err = v.versions(r.id); err != nil {
			return err
		}
		return do(&r.Archived)
	})
}

// versions reads the earlier versions of an article.
func (v *Snapshot) versions(articleRow int64) ([]Former, error) {
	rows, err := v.tx.QueryContext(v.ctx, selectVersions, articleRow)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(x *Former) []any {
		s := &x.Source
		return []any{
			&s.URL, &s.Outlet, &s.Title, &s.Byline, &s.Published, &s.PublishedHow, &s.Retrieved, &s.Language, &s.SHA256, &s.Text,
			&x.MediaType, &x.Packed,
		}
	})
}

// accounts reads what an article tells.
func (v *Snapshot) accounts(articleRow int64) ([]Account, error) {
	rows, err := v.tx.QueryContext(v.ctx, selectAccounts, articleRow)
	if err != nil {
		return nil, err
	}
	type row struct {
		id int64
		Account
	}
	list, err := collect(rows, func(r *row) []any { return []any{&r.id, &r.ID} })
	if err != nil {
		return nil, err
	}
	out := make([]Account, 0, len(list))
	for _, r := range list {
		rows, err := v.tx.QueryContext(v.ctx, selectAccount, r.id)
		if err != nil {
			return nil, err
		}
		if r.Reports, err = collect(rows, func(id *string) []any { return []any{id} }); err != nil {
			return nil, err
		}
		if rows, err = v.tx.QueryContext(v.ctx, selectGround, r.id); err != nil {
			return nil, err
		}
		if r.Contexts, err = collect(rows, func(s *text.Span) []any { return []any{&s.Start, &s.End} }); err != nil {
			return nil, err
		}
		out = append(out, r.Account)
	}
	return out, nil
}

// Edits returns all edits in the order in which they were made.
func (v *Snapshot) Edits() ([]record.Edit, error) {
	all, err := readEdits(v.ctx, v.tx)
	out := make([]record.Edit, len(all))
	for i := range all {
		out[i] = all[i].Edit
	}
	return out, err
}

// Aliases returns all ids that are given no longer.
func (v *Snapshot) Aliases() ([]Alias, error) {
	rows, err := v.tx.QueryContext(v.ctx, selectAliases)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(a *Alias) []any { return []any{&a.ID, &a.Report} })
}

// Original is what the program said of a report on which a person has decided something.
type Original struct {
	Report, Article, Telling string // the ids of the report and of its telling, the article's key
	Said                     string // the report as JSON
}

// Originals returns all of them, by report.
func (v *Snapshot) Originals() ([]Original, error) {
	rows, err := v.tx.QueryContext(v.ctx, `SELECT o.report, a.key, o.telling, o.said FROM originals o
		JOIN articles a ON a.id = o.article ORDER BY o.report`)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(o *Original) []any { return []any{&o.Report, &o.Article, &o.Telling, &o.Said} })
}

// Held is what is stored under a key.
type Held struct {
	SHA256   string // of the article's bytes, "" where nothing is stored
	Excerpts bool   // the words that an export cites alone
}

// Restored is what a file is given beside articles.
type Restored struct {
	Edits     []record.Edit
	Aliases   []Alias
	Originals []Original // what the program said of the reports of the edits
	Runs      []Run      // by id
	Visits    []Visit    // their Run is the ID of one of Runs, or 0
}

// Restore appends the edits that the file does not have yet, merges anew what they touch, and notes the aliases that
// lead to a report that is stored. It returns how many edits are new.
func (s *Store) Restore(ctx context.Context, all *Restored) (added int, err error) {
	edits, aliases, originals := all.Edits, all.Aliases, all.Originals
	err = s.change(ctx, func(w *writer) error {
		for i := range originals {
			if err := w.restorer.restoreOriginal(&originals[i]); err != nil {
				return err
			}
		}
		have, err := readEdits(ctx, w.db.conn)
		if err != nil {
			return err
		}
		for i := range edits {
			if slices.ContainsFunc(have, func(e storedEdit) bool { return sameEdit(&e.Edit, &edits[i]) }) {
				continue
			}
			added++
			if err := w.corrector.edit(&edits[i]); err != nil {
				return fmt.Errorf("edit %d of %s %s: %w", i+1, edits[i].Kind, edits[i].Target, err)
			}
		}
		for i := range originals {
			if err := w.corrector.retell(originals[i].Report); err != nil {
				return err
			}
		}
		for _, a := range aliases {
			if err := w.restorer.restoreAlias(a); err != nil {
				return err
			}
		}
		return w.restorer.restoreVisits(all)
	})
	return added, err
}

// sameEdit reports whether two edits are one: made by the same person at the same time of the same field.
func sameEdit(a, b *record.Edit) bool {
	same := a.Kind == b.Kind && a.Target == b.Target && a.Field == b.Field && a.Who == b.Who && a.At == b.At &&
		a.Why == b.Why
	return same && sameText(a.Before, b.Before) && sameText(a.After, b.After)
}

func sameText(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// maxSource is the largest source in bytes, unpacked, that is taken from an archive.
const maxSource = 64 << 20

// Unpack returns the bytes of an archived article as they came. The error says that they can't be unpacked, or are
// more than an article may have.
func Unpack(packed []byte) ([]byte, error) {
	var h zstd.Header
	if err := h.Decode(packed); err != nil {
		return nil, err
	}
	if h.HasFCS && h.FrameContentSize > maxSource {
		return nil, fmt.Errorf("unpacked it has more than %d bytes", maxSource)
	}
	b, err := zstdPacker().ofArchive.DecodeAll(packed, nil) // a short source does not tell its length
	if errors.Is(err, zstd.ErrDecoderSizeExceeded) {
		return nil, fmt.Errorf("unpacked it has more than %d bytes", maxSource)
	}
	return b, err
}

// Sound tells the first thing that is wrong with an entry, such as a report whose text is not the article's at its
// spans.
func (e *Entry) Sound() error { return sound(e.Article, e.Events) }

// Held tells what is stored under a key.
func (l SourceReader) Held(ctx context.Context, key string) (Held, error) {
	rows, err := l.s.db.QueryContext(
		ctx,
		`SELECT sha256, media_type = ? FROM articles WHERE key = ?`,
		record.Excerpts,
		key,
	)
	if err != nil {
		return Held{}, err
	}
	found, err := collect(rows, func(h *Held) []any { return []any{&h.SHA256, &h.Excerpts} })
	if len(found) == 0 {
		return Held{}, err
	}
	return found[0], err
}
