package sqlite

import (
	"bytes"
	"slices"
)

// holdingWriter keeps count of all that the file holds. It knows digests, not what they are of.
type holdingWriter struct {
	db   *connection
	held *holdings // as this transaction leaves them; nil while it has changed nothing
}

// holdings are what the file holds as a whole: how many articles, the exclusive or of their digests, and how many
// edits.
type holdings struct {
	articles int
	digest   []byte
	edits    int
}

const (
	selectHoldings = `SELECT articles, digest, edits FROM holdings`
	updateHoldings = `UPDATE holdings SET articles = ?, digest = ?, edits = ?`
)

func (h *holdings) fields() []any { return []any{&h.articles, &h.digest, &h.edits} }

// take counts n more articles, and one of the digest now in the place of one of the digest before; nil stands for none.
func (h *holdings) take(n int, before, now []byte) {
	h.articles += n
	for _, d := range [][]byte{before, now} {
		for i := range min(len(d), len(h.digest)) {
			h.digest[i] ^= d[i]
		}
	}
}

func (h *holdings) equal(o *holdings) bool {
	return h.articles == o.articles && bytes.Equal(h.digest, o.digest)
}

func (h *holdings) clone() *holdings {
	if h == nil {
		return nil
	}
	return &holdings{h.articles, slices.Clone(h.digest), h.edits}
}

// readHoldings reads them when the transaction needs them first.
func (w *holdingWriter) readHoldings() error {
	if w.held == nil {
		s, err := w.db.stmt(selectHoldings) //nolint:sqlclosecheck // the writer closes it
		if err != nil {
			return err
		}
		var h holdings
		if err := s.QueryRow().Scan(h.fields()...); err != nil {
			return err
		}
		w.held = &h
	}
	return nil
}

// holds notes a change of the holdings; storeHoldings writes it at the end of the transaction.
func (w *holdingWriter) holds(n int, before, now []byte) error {
	if err := w.readHoldings(); err != nil {
		return err
	}
	w.held.take(n, before, now)
	return nil
}

func (w *holdingWriter) storeHoldings() error {
	if w.held == nil {
		return nil
	}
	return w.db.exec(updateHoldings, w.held.articles, w.held.digest, w.held.edits)
}
