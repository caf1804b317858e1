package sqlite

import (
	"context"
	"errors"
	"fmt"

	"demarche/timeline"
	"demarche/timeline/record"
)

// ErrNoArticle is returned where no article has the key that was asked for.
const ErrNoArticle Refusal = "no such article"

const (
	deleteArticle = `DELETE FROM articles WHERE id = ?`
	namedArticles = `SELECT key FROM articles WHERE key = ?1 UNION SELECT key FROM articles WHERE url = ?1 OR sha256 = ?1`
)

// Remove takes an article out, with its earlier versions and all that was found in it, and appends an edit that says
// so, of which by gives who, when and why. Ids that led to its reports lead to what others tell of the same, where
// there is such; put again, the article has the ids that it had. The error is [ErrNoArticle] where none has that key.
func (s *Store) Remove(ctx context.Context, key string, by record.Edit) (removed timeline.Source, err error) {
	err = s.change(ctx, func(w *writer) error {
		old, err := w.articles.stored(key)
		if err != nil {
			return err
		}
		if old == nil {
			return fmt.Errorf("%s: %w", key, ErrNoArticle)
		}
		removed = timeline.Source{Key: old.key, URL: old.url, Outlet: old.outlet, Title: old.title, SHA256: old.hash}
		if err := w.tellings.removeTellings(old.id); err != nil {
			return err
		}
		if err := errors.Join(w.db.exec(deleteArticle, old.id), w.holdings.holds(-1, old.digest, nil)); err != nil {
			return err
		}
		e := by
		e.Kind, e.Target, e.Field, e.Before, e.After = "article", key, record.RemovedField, &old.hash, nil
		return w.corrector.edit(&e)
	})
	return removed, err
}

// Named returns the keys of the articles that a person may mean: that with the key, those with the URL or the SHA-256.
func (l SourceReader) Named(ctx context.Context, name string) ([]string, error) {
	rows, err := l.s.db.QueryContext(ctx, namedArticles, name)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(key *string) []any { return []any{key} })
}
