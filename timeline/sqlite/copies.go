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

// One piece in sampled is kept, at most maxKept of a text; the maxNear articles that share most of them are compared,
// if it is one in leastNear at least: a copy shares more than a quarter even of a text that is three times as long.
// Of a piece that many texts have, the maxHolders oldest count: phrases of an office must not cost more with every
// article.
const (
	sampled    = 16
	maxKept    = 64
	maxNear    = 8
	leastNear  = 10
	maxHolders = 64
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
		ids, err := unprinted(ctx, tx)
		for i := 0; i < len(ids) && err == nil; i++ {
			var of any
			if of, err = printOf(ctx, tx, ids[i]); of != nil {
				found++
			}
		}
		return err
	})
	return found, err
}

// unprinted are the articles whose texts have not been looked at, in order.
func unprinted(ctx context.Context, tx *sql.Tx) ([]int64, error) {
	rows, err := tx.QueryContext(ctx, `SELECT a.id FROM articles a LEFT JOIN prints p ON p.article = a.id
		WHERE p.article IS NULL OR p.hash <> a.digest ORDER BY a.id`)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *int64) []any { return []any{id} })
}

// printOf notes what an article's text is nearly the same as, and its pieces.
func printOf(ctx context.Context, tx *sql.Tx, id int64) (of any, err error) {
	var body string
	if err := tx.QueryRowContext(ctx, `SELECT text FROM articles WHERE id = ?`, id).Scan(&body); err != nil {
		return nil, err
	}
	own := pieces(body)
	kept := sample(own)
	if of, err = copyOf(ctx, tx, id, own, jsonArray(kept)); err != nil {
		return nil, err
	}
	for _, step := range []struct {
		query string
		args  []any
	}{
		{`DELETE FROM pieces WHERE article = ?`, []any{id}},
		{`INSERT INTO pieces SELECT value, ? FROM json_each(?)`, []any{id, jsonArray(kept)}},
		{`INSERT OR REPLACE INTO prints (article, hash, copy_of) SELECT id, digest, ? FROM articles
			WHERE id = ?`, []any{of, id}},
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

// selectNear reads the articles before one that share most of its pieces.
const selectNear = `SELECT a.id, coalesce(p.copy_of, a.id), a.text FROM
	(SELECT h.article, count(*) AS n FROM json_each(?1) j JOIN pieces h ON h.value = j.value AND h.article <= coalesce(
		(SELECT article FROM pieces WHERE value = j.value AND article < ?2 ORDER BY article LIMIT 1 OFFSET ?4 - 1), ?2 - 1)
	GROUP BY h.article HAVING n * ?5 >= json_array_length(?1) ORDER BY n DESC, h.article LIMIT ?3) c
	JOIN articles a ON a.id = c.article JOIN prints p ON p.article = a.id ORDER BY a.id`

// copyOf returns the oldest article before one that has nearly its text, nil for none.
func copyOf(ctx context.Context, tx *sql.Tx, id int64, own map[uint64]bool, kept string) (any, error) {
	if len(own) < minPieces {
		return nil, nil
	}
	rows, err := tx.QueryContext(ctx, selectNear, kept, id, maxNear, maxHolders, leastNear)
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
