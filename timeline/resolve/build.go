package resolve

import (
	"cmp"
	"slices"
	"strings"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Events resolves the quotes of one article and groups the reports of one message, call, meeting, briefing or text
// into one event each, with the background that the event needs. Thoughts are left out: nobody was told them. The
// events are in the order of their first report; their IDs depend on this article alone.
func Events(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) []record.Event {
	speech := make([]quotes.Quote, 0, len(qs))
	for i := range qs {
		if qs[i].Act != quotes.Thought && len(qs[i].Content) > 0 {
			speech = append(speech, qs[i])
		}
	}
	r, list := resolveAll(a, d, speech, g)
	var events []record.Event
	var groups []*group
	for i := range list {
		x := &list[i]
		if x.Relay {
			continue
		}
		gr := find(groups, x)
		if gr == nil {
			gr = &group{act: x.act}
			groups = append(groups, gr)
		}
		gr.members = append(gr.members, x)
	}
	for _, gr := range together(groups) {
		slices.SortStableFunc(gr.members, func(a, b *resolved) int {
			return cmp.Compare(a.Content[0].Start, b.Content[0].Start)
		})
		events = append(events, gr.event(r.context(gr, list)))
	}
	return events
}

// group is the reports of one event.
type group struct {
	act     *discourse.Act
	members []*resolved
}

// find returns the group that a report belongs to: that of its act and day; without an act, that of the same speakers
// to the same addressees by the same channel on the same day, if nothing but sentences of theirs lies between.
func find(groups []*group, x *resolved) *group {
	for i := len(groups) - 1; i >= 0; i-- {
		g := groups[i]
		first := g.members[0]
		if g.act != x.act || first.Said.EDTF != x.Said.EDTF || first.Channel != x.Channel {
			continue
		}
		if x.act != nil && (x.act.Mutual || !x.act.Open() && record.SameParties(first.Speakers, x.Speakers)) {
			return g
		}
		if record.SameParties(first.Speakers, x.Speakers) && record.SameParties(first.Addressees, x.Addressees) &&
			len(x.Speakers) > 0 {
			if x.act != nil || x.sentence-g.members[len(g.members)-1].sentence <= 6 {
				return g
			}
		}
	}
	return nil
}

// together joins groups of one article that are one happening told in several places: one briefing, one statement, one
// letter of the same speakers on the same day, to the same addressees as far as they are told.
func together(groups []*group) []*group {
	var out []*group
	for _, g := range groups {
		if k := slices.IndexFunc(out, func(o *group) bool { return o.continues(g) }); k >= 0 {
			out[k].members = append(out[k].members, g.members...)
			continue
		}
		out = append(out, g)
	}
	return out
}

// continues reports whether another group of the article tells of the same happening.
func (gr *group) continues(o *group) bool {
	a, b := gr.members[0], o.members[0]
	if a.Channel != b.Channel || a.Channel == record.UnknownChannel || a.Said.EDTF != b.Said.EDTF || a.Said.EDTF == "" {
		return false
	}
	if len(a.Speakers) == 0 || !record.SameParties(a.Speakers, b.Speakers) {
		return false
	}
	if a.Occasion != nil && b.Occasion != nil && a.Occasion.Name != b.Occasion.Name {
		return false
	}
	return a.Channel == record.PressConference || len(a.Addressees) == 0 || len(b.Addressees) == 0 ||
		record.SameParties(a.Addressees, b.Addressees) || oneRecipient(a, b)
}

// oneRecipient reports whether one of two reports of a message or letter has a government where the other has who
// speaks for it: "wished Moscow victory" beside "said in a message to Vladimir Putin".
func oneRecipient(a, b *resolved) bool {
	if a.Channel != record.Message && a.Channel != record.Letter {
		return false
	}
	governs := func(a, b []record.Party) bool {
		return !slices.ContainsFunc(a, func(p record.Party) bool { return p.Kind != actors.State }) &&
			slices.Equal(record.Voices(a), record.Voices(b))
	}
	return governs(a.Addressees, b.Addressees) || governs(b.Addressees, a.Addressees)
}

// event makes an event of a group. Its id is that which it has from the report with the smallest id; the room merge
// says what becomes of it later.
func (gr *group) event(context []record.Context) record.Event {
	reports := make([]record.Report, len(gr.members))
	least := ""
	for i, m := range gr.members {
		reports[i] = m.Report
		if least == "" || m.ID < least {
			least = m.ID
		}
	}
	return record.Gather(record.EventID(least), reports, context)
}

// context finds the sentences around an event's reports that it needs to be understood: those without a quote of
// their own, next to a report, that tell of a war, test, treaty, summit or visit.
func (r *reading) context(gr *group, all []resolved) []record.Context {
	s := r.Body
	quoted := map[int]bool{}
	for i := range all {
		for k := s.SentenceAt(all[i].Around.Start); k <= s.SentenceAt(max(all[i].Around.End-1, 0)); k++ {
			quoted[k] = true
		}
	}
	var out []record.Context
	seen := map[int]bool{}
	for _, m := range gr.members {
		a, b := s.SentenceAt(m.Around.Start), s.SentenceAt(max(m.Around.End-1, 0))
		for _, k := range []int{a - 1, b + 1, b + 2} {
			if k < 0 || k >= len(s.Doc.Sentences) || quoted[k] || seen[k] || len(out) >= 4 || !background(s, k) {
				continue
			}
			seen[k] = true
			sp := s.Doc.Sentences[k].Span
			out = append(out, record.Context{ArticleKey: r.key, Span: sp, Text: sp.Of(s.Text)})
		}
	}
	slices.SortFunc(out, func(x, y record.Context) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return out
}

// background reports whether sentence k is background: not too long, with a word for what happened.
func background(s *scene.Scene, k int) bool {
	n := s.Doc.Sentences[k]
	if n.Last-n.First > 60 || n.Last-n.First < 5 {
		return false
	}
	for i := n.First; i < n.Last; i++ {
		if words.Background[strings.TrimSuffix(s.Lower[i], ".")] {
			return true
		}
	}
	return false
}
