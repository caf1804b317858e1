package sqlite

import "demarche/timeline"

const (
	insertReport = `INSERT INTO reports (telling, digest, medium, n, ident, form, content, cue, source, "by", p, text,
		around_start, around_end, about, tone, plover, score, decided, status, channel, said, earliest, latest, basis,
		said_start, said_end, occasion, occasion_date, occasion_start, occasion_end, place, clock)
		VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertReportParty = `INSERT INTO report_parties (report, role, n, actor, office, basis, evidence_start,
		evidence_end, status)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

// reportColumns are the columns of a report from ident on.
func reportColumns(r *timeline.Report) []any {
	return append([]any{
		r.ID, string(r.Form), spansJSON(r.Content), spansJSON(r.Cue), spansJSON(r.Source), r.By, r.P, r.Text,
		r.Around.Start, r.Around.End, listJSON(r.About), string(r.Tone), r.Plover, r.Score, decidedJSON(&r.Decided),
		string(r.Status), string(r.Channel),
	}, saidColumns(r.Said, r.Occasion, r.Place)...)
}

// partyColumns are the columns of a report's party from office on.
func partyColumns(p *timeline.Party) []any {
	return []any{p.Office, p.Basis, p.Evidence.Start, p.Evidence.End, string(p.Status)}
}

// saidColumns are the columns said to clock.
func saidColumns(s timeline.Said, o *timeline.Occasion, place string) []any {
	args := []any{s.EDTF, s.Earliest, s.Latest, string(s.Basis), s.Evidence.Start, s.Evidence.End}
	if o == nil {
		return append(args, nil, nil, nil, nil, place, s.Clock)
	}
	return append(args, o.Name, o.Date, o.Evidence.Start, o.Evidence.End, place, s.Clock)
}

func (w *eventWriter) insertReport(telling int64, r *timeline.Report, digest []byte) error {
	var medium any
	if r.Medium != nil {
		id, err := w.actors.actor(*r.Medium)
		if err != nil {
			return err
		}
		medium = id
	}
	id, err := w.db.insert(insertReport, append([]any{telling, digest, medium}, reportColumns(r)...)...)
	if err != nil {
		return err
	}
	if err := w.insertReportParties(id, speaker, r.Speakers); err != nil {
		return err
	}
	return w.insertReportParties(id, addressee, r.Addressees)
}

func (w *eventWriter) insertReportParties(report int64, role string, parties []timeline.Party) error {
	for n := range parties {
		actor, err := w.actors.actor(parties[n].Actor)
		if err != nil {
			return err
		}
		args := append([]any{report, role, n, actor}, partyColumns(&parties[n])...)
		if err := w.db.exec(insertReportParty, args...); err != nil {
			return err
		}
	}
	return nil
}
