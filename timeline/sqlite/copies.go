package sqlite

import (
	"context"
	"database/sql"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// Two texts are nearly the same where they share minShared of the three-word pieces of the shorter one, which has at
// least minPieces and a third of those of the longer one: a wire story on several sites, a print view, a story with
// another last paragraph.
const (
	minShared = 0.8
	minPieces = 20
	minRatio  = 1.0 / 3
)

// One piece in sampled is kept, at most maxKept of a text; the maxNear articles that share most of them are compared.
const (
	sampled = 16
	maxKept = 64
	maxNear = 8
)

// pieces returns the hashes of the three-word pieces of a text, in lower case and without marks.
func pieces(text string) map[uint64]bool {
	words := strings.FieldsFunc(
		strings.ToLower(text),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) },
	)
	out := make(map[uint64]bool, len(words))
	for i := 0; i+3 <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+3] {
			_, _ = h.Write([]byte(w + " ")) // it never fails
		}
		out[mixed(h.Sum64())] = true
	}
	return out
}

// mixed spreads the bits of a hash (the finaliser of MurmurHash3).
func mixed(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// nearlyAlike reports whether two texts are nearly the same.
func nearlyAlike(a, b map[uint64]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < minPieces || float64(len(a)) < minRatio*float64(len(b)) {
		return false
	}
	same := 0
	for h := range a {
		if b[h] {
			same++
		}
	}
	return float64(same) >= minShared*float64(len(a))
}

// FindCopies finds, for every article whose text has not been looked at, the oldest stored article with nearly the same
// text, and returns how many it found.
func (s *Store) FindCopies(ctx context.Context) (found int, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		for {
			n, copies, err := nextPrints(ctx, tx)
			found += copies
			if err != nil || n == 0 {
				return err
			}
		}
	})
	return found, err
}

// unprinted is an article whose text has not been looked at.
type unprinted struct {
	id   int64
	text string
}

// nextPrints looks at the next articles.
func nextPrints(ctx context.Context, tx *sql.Tx) (n, copies int, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT a.id, a.text FROM articles a LEFT JOIN prints p ON p.article = a.id
		WHERE p.article IS NULL OR p.hash <> a.digest ORDER BY a.id LIMIT 100`)
	if err != nil {
		return 0, 0, err
	}
	list, err := collect(rows, func(u *unprinted) []any { return []any{&u.id, &u.text} })
	if err != nil {
		return 0, 0, err
	}
	for _, u := range list {
		of, err := printOf(ctx, tx, u)
		if err != nil {
			return len(list), copies, err
		}
		if of != nil {
			copies++
		}
	}
	return len(list), copies, nil
}

// printOf notes what an article's text is nearly the same as, and its pieces.
func printOf(ctx context.Context, tx *sql.Tx, u unprinted) (of any, err error) {
	own := pieces(u.text)
	kept := sample(own)
	if of, err = copyOf(ctx, tx, u.id, own, jsonArray(kept)); err != nil {
		return nil, err
	}
	for _, step := range []struct {
		query string
		args  []any
	}{
		{`DELETE FROM pieces WHERE article = ?`, []any{u.id}},
		{`INSERT INTO pieces SELECT value, ? FROM json_each(?)`, []any{u.id, jsonArray(kept)}},
		{`INSERT OR REPLACE INTO prints (article, hash, copy_of) SELECT id, digest, ? FROM articles
			WHERE id = ?`, []any{of, u.id}},
	} {
		if _, err := tx.ExecContext(ctx, step.query, step.args...); err != nil {
			return nil, err
		}
	}
	return of, nil
}

// sample returns one piece in [sampled], the smallest first.
func sample(own map[uint64]bool) []int64 {
	var out []int64
	for h := range own {
		if h%sampled == 0 {
			out = append(out, int64(h>>1)) //nolint:gosec // the sign bit is free
		}
	}
	slices.Sort(out)
	return out[:min(len(out), maxKept)]
}

// candidate is an article that shares pieces.
type candidate struct {
	id, of int64
	text   string
}

// copyOf returns the oldest article before one that has nearly its text, nil for none.
func copyOf(ctx context.Context, tx *sql.Tx, id int64, own map[uint64]bool, kept string) (any, error) {
	if len(own) < minPieces {
		return nil, nil
	}
	rows, err := tx.QueryContext(ctx, `SELECT a.id, coalesce(p.copy_of, a.id), a.text FROM
		(SELECT article, count(*) AS n FROM pieces WHERE value IN (SELECT value FROM json_each(?1)) AND article < ?2
		GROUP BY article ORDER BY n DESC, article LIMIT ?3) c
		JOIN articles a ON a.id = c.article JOIN prints p ON p.article = a.id ORDER BY a.id`, kept, id, maxNear)
	if err != nil {
		return nil, err
	}
	list, err := collect(rows, func(c *candidate) []any { return []any{&c.id, &c.of, &c.text} })
	if err != nil {
		return nil, err
	}
	for _, c := range list {
		if nearlyAlike(own, pieces(c.text)) {
			return c.of, nil
		}
	}
	return nil, nil
}
