package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"demarche/timeline"
)

// original is what the program says of a report that a person has changed, confirmed or rejected.
type original struct {
	report  string // its id
	telling string // the id of the telling in which the program put it
	said    string // the report as JSON
	digest  []byte
}

func (o *original) fields() []any { return []any{&o.report, &o.telling, &o.said, &o.digest} }

// originalDigest covers an original.
func originalDigest(o *original) []byte {
	return digestOf("original", []any{o.report, o.telling, o.said})
}

// read returns the report; the error names it.
func (o *original) read() (timeline.Report, error) {
	g, err := o.grounded()
	return g.Report, err
}

func (o *original) grounded() (grounded, error) {
	var g grounded
	if err := json.Unmarshal([]byte(o.said), &g); err != nil {
		return g, fmt.Errorf("original of report %s: %w", o.report, err)
	}
	return g, nil
}

// grounded is what the program said of a report, with the contexts of its telling where nothing else of that is left.
type grounded struct {
	timeline.Report
	Ground []timeline.Context `json:",omitempty"`
}

func originalOf(r *timeline.Report, telling string, ground ...timeline.Context) (original, error) {
	b, err := json.Marshal(grounded{*r, ground})
	if err != nil {
		return original{}, err
	}
	o := original{report: r.ID, telling: telling, said: string(b)}
	o.digest = originalDigest(&o)
	return o, nil
}

// originals looks at what the program said of the reports that people decided on.
func (c *checker) originals() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT report, telling, said, digest FROM originals ORDER BY report`)
	if err != nil {
		return err
	}
	return each(rows, (*original).fields, func(o *original) error {
		c.compare(o.digest, originalDigest(o), "what the program said of report %s", o.report)
		return nil
	})
}

// readOriginals returns the originals of an article by the reports' ids.
func readOriginals(ctx context.Context, q querier, article int64) (map[string]*original, error) {
	rows, err := q.QueryContext(ctx, selectOriginals, article)
	if err != nil {
		return nil, err
	}
	out := map[string]*original{}
	return out, each(rows, (*original).fields, func(o *original) error {
		kept := *o
		out[o.report] = &kept
		return nil
	})
}

// keepOriginals puts the originals of an article in the place of those that are stored.
func (w *articleWriter) keepOriginals(article int64, list []original) error {
	if err := w.db.exec(deleteOriginals, article); err != nil {
		return err
	}
	for i := range list {
		o := &list[i]
		if err := w.db.exec(insertOriginal, o.report, article, o.telling, o.said, o.digest); err != nil {
			return err
		}
	}
	return nil
}
