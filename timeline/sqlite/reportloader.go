package sqlite

import (
	"cmp"
	"context"
	"slices"

	"demarche/quotes"
	"demarche/timeline"
	"demarche/timeline/actors"
)

// reportLoader is the reading of reports under way. Articles and actors, of which many reports have the same, are read
// once each and not joined to every row.
type reportLoader struct {
	ctx    context.Context
	q      querier
	keys   func(ctx context.Context, q querier, articles []int64) (map[int64]string, error)
	list   []*storedReport
	medium map[int64][]*storedReport // by the actor's row
	faults []error
}

func (l *reportLoader) load(which, picked string) error {
	rows, err := l.q.QueryContext(l.ctx, selectReports+which, picked)
	if err != nil {
		return err
	}
	l.medium = map[int64][]*storedReport{}
	if err := each(rows, (*reportRow).fields, l.report); err != nil {
		return err
	}
	if err := l.name(); err != nil {
		return err
	}
	slices.SortFunc(l.list, func(a, b *storedReport) int { return cmp.Compare(a.id, b.id) })
	return l.parties()
}

// report takes a row.
func (l *reportLoader) report(x *reportRow) error {
	if err := x.unpack(); err != nil {
		l.faults = append(l.faults, err)
	}
	x.Act, x.Channel = quotes.Speech, timeline.Channel(x.channel)
	x.Said, x.Occasion, x.Place = x.when(), x.what(), x.place
	r := x.storedReport
	l.list = append(l.list, &r)
	if x.medium.Valid {
		l.medium[x.medium.Int64] = append(l.medium[x.medium.Int64], &r)
	}
	return nil
}

// name fills in the keys of the articles. Reports of no article are left out.
func (l *reportLoader) name() error {
	articles := make([]int64, len(l.list))
	for i, r := range l.list {
		articles[i] = r.article
	}
	slices.Sort(articles)
	keys, err := l.keys(l.ctx, l.q, slices.Compact(articles))
	if err != nil {
		return err
	}
	l.list = slices.DeleteFunc(l.list, func(r *storedReport) bool {
		r.ArticleKey = keys[r.article]
		return r.ArticleKey == ""
	})
	return nil
}

// parties reads who speaks, who is spoken to, and the media.
func (l *reportLoader) parties() error {
	byID, ids := make(map[int64]*storedReport, len(l.list)), make([]int64, len(l.list))
	for i, r := range l.list {
		byID[r.id], ids[i] = r, r.id
	}
	rows, err := l.q.QueryContext(l.ctx, reportParties, jsonArray(ids))
	if err != nil {
		return err
	}
	parties := make([]partyRow, 0, 2*len(ids))
	if err := each(rows, (*partyRow).withEvidence, func(p *partyRow) error {
		parties = append(parties, *p)
		return nil
	}); err != nil {
		return err
	}
	more := make([]int64, 0, len(l.medium))
	for id := range l.medium {
		more = append(more, id)
	}
	who, err := actorsOf(l.ctx, l.q, parties, more...)
	if err != nil {
		return err
	}
	for id, list := range l.medium {
		for _, r := range list {
			if a, ok := who[id]; ok {
				r.Medium = &a
			}
		}
	}
	for i := range parties {
		p := &parties[i]
		if r := byID[p.owner]; r != nil {
			p.into(who, &r.Speakers, &r.Addressees)
		}
	}
	return nil
}

// keysOf returns the keys of the articles with those row ids.
func keysOf(ctx context.Context, q querier, articles []int64) (map[int64]string, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, key FROM articles WHERE id`+picks, jsonArray(articles))
	if err != nil {
		return nil, err
	}
	type row struct {
		id  int64
		key string
	}
	keys := make(map[int64]string, len(articles))
	return keys, each(rows, func(r *row) []any { return []any{&r.id, &r.key} }, func(r *row) error {
		keys[r.id] = r.key
		return nil
	})
}

// partyRow is a speaker or addressee of a report or event, with the row of the actor.
type partyRow struct {
	owner, actor int64
	columns      string // see divide
	timeline.Party
}

func (p *partyRow) fields() []any { return []any{&p.owner, &p.actor, &p.columns} }

func (p *partyRow) withEvidence() []any {
	return append(p.fields(), &p.Evidence.Start, &p.Evidence.End)
}

// into appends the party to the list of its role, where there is such an actor.
func (p *partyRow) into(who map[int64]actors.Actor, speakers, addressees *[]timeline.Party) {
	a, ok := who[p.actor]
	if !ok {
		return
	}
	role := ""
	divide(p.columns, &role, &p.Basis, (*string)(&p.Status), &p.Office)
	p.Actor = a
	if role == addressee {
		*addressees = append(*addressees, p.Party)
		return
	}
	*speakers = append(*speakers, p.Party)
}

// actorsOf reads the actors of parties, and more of them by their rows.
func actorsOf(ctx context.Context, q querier, parties []partyRow, more ...int64) (map[int64]actors.Actor, error) {
	ids := more
	for i := range parties {
		ids = append(ids, parties[i].actor)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	rows, err := q.QueryContext(ctx, `SELECT id, ident, name, kind, state FROM actors WHERE id`+picks, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	type row struct {
		id int64
		actors.Actor
	}
	who := make(map[int64]actors.Actor, len(ids))
	return who, each(rows, func(r *row) []any {
		return []any{&r.id, &r.ID, &r.Name, (*string)(&r.Kind), &r.State}
	}, func(r *row) error {
		who[r.id] = r.Actor
		return nil
	})
}
