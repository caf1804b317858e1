package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"

	"demarche/timeline"
	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// corrector lays the edits of people over what articles tell, and tells anew what an edit touches.
type corrector struct {
	db          *connection
	holdings    *holdingWriter
	backlog     *backlog
	tellings    *tellingWriter
	articles    *articleWriter
	settler     *settler
	corrections *edits.Log // nil until they are read
}

const (
	insertOriginal  = `INSERT INTO originals (report, article, telling, said, digest) VALUES (?, ?, ?, ?, ?)`
	deleteOriginals = `DELETE FROM originals WHERE article = ?`
	selectOriginals = `SELECT report, telling, said, digest FROM originals WHERE article = ? ORDER BY report`
)

// logOf are stored edits, ready to be laid over reports.
func logOf(all []storedEdit) *edits.Log {
	list := make([]record.Edit, len(all))
	for i := range all {
		list[i] = all[i].Edit
	}
	return edits.NewLog(list)
}

// corrected lays edits over an event. What a person has moved to other parties, another channel or another day is
// no longer of the event, but of one of its own.
func corrected(e *timeline.Event, body string, log *edits.Log) ([]timeline.Event, []original, error) {
	var stay []timeline.Report
	var originals []original
	moved := map[string][]timeline.Report{}
	for _, r := range reportsIn(e) {
		was, named := r, r // named: with its actors as people say that they are
		if err := errors.Join(log.Lay(&r, body), log.LayActors(&named)); err != nil {
			return nil, nil, err
		}
		if r.Status != record.Machine || !reflect.DeepEqual(was, named) {
			o, err := originalOf(&was, e.ID)
			if err != nil {
				return nil, nil, err
			}
			originals = append(originals, o)
		}
		switch place := happeningOf(&r); {
		case r.Status == record.Rejected:
		case place != happeningOf(&named):
			moved[place] = append(moved[place], r)
		default:
			stay = append(stay, r)
		}
	}
	if len(originals) == 0 {
		return []timeline.Event{*e}, nil, nil
	}
	if len(stay)+len(moved) == 0 {
		first := reportsIn(e)[0]
		whole, err := originalOf(&first, e.ID, e.Context...)
		originals[0] = whole
		return nil, originals, err
	}
	rest, err := homeless(e.ID, stay, originals)
	return divided(e, stay, moved), append(originals, rest...), err
}

// homeless are the originals of the reports that have stayed and that nobody changed, where the event's id has gone
// with one that has moved: what they keep is of which event the program had them.
func homeless(had string, stay []timeline.Report, known []original) ([]original, error) {
	if len(stay) == 0 || idOf(had, stay) == had {
		return nil, nil
	}
	var out []original
	for i := range stay {
		r := &stay[i]
		if slices.ContainsFunc(known, func(o original) bool { return o.report == r.ID }) {
			continue
		}
		o, err := originalOf(r, had)
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	return out, nil
}

// divided makes the events of what has stayed and what has moved. The event's id goes where the report is from which it
// has it; the contexts stay with what stays.
func divided(e *timeline.Event, stay []timeline.Report, moved map[string][]timeline.Report) []timeline.Event {
	var parts [][]timeline.Report
	if len(stay) > 0 {
		parts = append(parts, stay)
	}
	var places []string
	for place := range moved {
		places = append(places, place)
	}
	slices.Sort(places)
	for _, place := range places {
		parts = append(parts, moved[place])
	}
	var out []timeline.Event
	for i, reports := range parts {
		var context []timeline.Context
		if i == 0 {
			context = e.Context
		}
		out = append(out, record.Gather(idOf(e.ID, reports), reports, context))
	}
	return out
}

// idOf is the id of the event that holds reports: the one that it had, where the report is among them from which it
// has it, else that from the report with the smallest id.
func idOf(had string, reports []timeline.Report) string {
	least := ""
	for i := range reports {
		id := record.EventID(reports[i].ID)
		if id == had {
			return had
		}
		if least == "" || id < least {
			least = id
		}
	}
	return least
}

// happeningOf is what makes a report one of a happening: who, to whom, how and when.
func happeningOf(r *timeline.Report) string {
	var b strings.Builder
	for _, list := range [][]timeline.Party{r.Speakers, r.Addressees} {
		for i := range list {
			b.WriteString(list[i].ID + "\x00")
		}
		b.WriteString("\x01")
	}
	b.WriteString(string(r.Channel) + "\x01" + r.Said.EDTF)
	return b.String()
}

// reportsIn are the reports of an event in the order of its statements.
func reportsIn(e *timeline.Event) []timeline.Report {
	var out []timeline.Report
	for i := range e.Statements {
		out = append(out, e.Statements[i].Reports...)
	}
	return out
}

// finding gathers the reports and contexts of an article by the id of the telling that the program put them in.
type finding struct {
	order   []string
	reports map[string][]timeline.Report
	context map[string][]timeline.Context
}

func (f *finding) add(telling string, r timeline.Report) {
	if len(f.reports[telling]) == 0 {
		f.order = append(f.order, telling)
	}
	f.reports[telling] = append(f.reports[telling], r)
}

// events makes the events, in the order of their first reports. The contexts of a telling that is no more, because
// all its reports have moved, go with the first that it has left.
func (f *finding) events() []timeline.Event {
	var out []timeline.Event
	for _, id := range f.order {
		reports := f.reports[id]
		slices.SortStableFunc(
			reports,
			func(a, b timeline.Report) int { return a.Content[0].Start - b.Content[0].Start },
		)
		out = append(out, record.Gather(id, reports, f.context[id]))
	}
	slices.SortStableFunc(out, func(a, b timeline.Event) int {
		return a.Statements[0].Reports[0].Content[0].Start - b.Statements[0].Reports[0].Content[0].Start
	})
	return out
}

// log is what people decided of reports.
func (w *corrector) log() (*edits.Log, error) {
	if w.corrections != nil {
		return w.corrections, nil
	}
	all, err := readEdits(context.Background(), w.db.conn)
	if err != nil {
		return nil, err
	}
	w.corrections = logOf(all)
	return w.corrections, nil
}

// correct lays what people decided over the events that the program found in an article, and returns with them the
// originals of the reports that it changed or added. Reports that were rejected are in the originals alone. Body is
// the text of the article with that key.
func (w *corrector) correct(events []timeline.Event, key, body string) ([]timeline.Event, []original, error) {
	log, err := w.log()
	if err != nil || log.Empty() {
		return events, nil, err
	}
	var out []timeline.Event
	var all []original
	for i := range events {
		laid, originals, err := corrected(&events[i], body, log)
		if err != nil {
			return nil, nil, err
		}
		out, all = append(out, laid...), append(all, originals...)
	}
	out, added, err := withAdded(out, foundIn(events), key, body, log)
	if err != nil {
		return nil, nil, err
	}
	all = append(all, added...)
	slices.SortFunc(all, func(a, b original) int { return strings.Compare(a.report, b.report) })
	return out, all, nil
}

// uncorrected are the events of an article as the program found them.
func (w *corrector) uncorrected(article int64) ([]timeline.Event, error) {
	ids, err := w.db.ids(`SELECT id FROM tellings WHERE article = ? ORDER BY id`, article)
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	list, faults, err := loadTellings(ctx, w.db.conn, ids)
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, faults[0]
	}
	originals, err := readOriginals(ctx, w.db.conn, article)
	if err != nil {
		return nil, err
	}
	said, added, err := byProgram(originals)
	if err != nil {
		return nil, err
	}
	found := &finding{reports: map[string][]timeline.Report{}, context: map[string][]timeline.Context{}}
	for _, t := range list {
		home := "" // the telling that the program found, of which this one is or is a part
		for _, r := range reportsIn(&t.event) {
			if added[r.ID] {
				continue
			}
			if o, ok := originals[r.ID]; ok {
				home = cmp.Or(home, o.telling)
				continue
			}
			if edits.ByPerson(r.By) {
				continue // added, in an archive whose edits are not read yet
			}
			home = t.event.ID
			found.add(t.event.ID, r)
		}
		found.context[home] = append(found.context[home], t.event.Context...)
	}
	for _, id := range slices.Sorted(maps.Keys(said)) {
		o := originals[id]
		found.add(o.telling, said[id].Report)
		found.context[o.telling] = append(found.context[o.telling], said[id].Ground...)
	}
	return found.events(), nil
}

// retellArticle is retell for an article by its row.
func (w *corrector) retellArticle(article int64) error {
	old, err := w.articles.storedByID(article)
	if err != nil {
		return err
	}
	events, err := w.uncorrected(old.id)
	if err != nil {
		return err
	}
	events, originals, err := w.correct(events, old.key, old.text)
	if err == nil {
		err = soundEvents(old.key, old.text, events)
	}
	if err != nil {
		return err
	}
	digests, tellings := digestTellings(events)
	tellings = append(tellings, digestsOf(originals, func(o original) []byte { return o.digest })...)
	digest := articleDigest(&old.articleRow, tellings)
	return errors.Join(
		w.tellings.removeTellings(old.id),
		w.db.exec(`UPDATE articles SET digest = ? WHERE id = ?`, digest, old.id),
		w.tellings.insertTellings(old.id, old.issue(), events, digests),
		w.articles.keepOriginals(old.id, originals),
		w.holdings.holds(0, old.digest, digest),
	)
}

// retell lays the edits anew over what the program found in the article of a report. A report that is not there is
// passed over: its edits wait for its words.
func (w *corrector) retell(report string) error {
	articles, err := w.db.ids(`SELECT t.article FROM reports r JOIN tellings t ON t.id = r.telling WHERE r.ident = ?1
		UNION SELECT article FROM originals WHERE report = ?1`, report)
	if err == nil && len(articles) == 0 {
		articles, err = w.addedTo(report)
	}
	if err != nil || len(articles) == 0 {
		return err
	}
	return w.retellArticle(articles[0])
}

// addedTo is the article to which a person added a report, none where nobody did, or the article is not stored.
func (w *corrector) addedTo(report string) ([]int64, error) {
	log, err := w.log()
	if err != nil {
		return nil, err
	}
	e, ok := log.Of(report, edits.AddField)
	if !ok {
		return nil, nil
	}
	return w.db.ids(`SELECT id FROM articles WHERE key = ?`, edits.ArticleOf(e))
}

// retellActor lays the edits anew over all articles that an edit of an actor may change.
func (w *corrector) retellActor(actor string) error {
	quoted, err := json.Marshal(actor)
	if err != nil {
		return err
	}
	articles, err := w.db.ids(affected, actor, string(quoted))
	if err != nil {
		return err
	}
	for _, id := range articles {
		if err := w.retellArticle(id); err != nil {
			return err
		}
	}
	return nil
}
