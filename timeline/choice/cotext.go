package choice

import (
	"slices"
	"strings"

	"demarche/quotes/logit"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/cotext"
	"demarche/timeline/dates"
	"demarche/timeline/happening"
	"demarche/timeline/naming"
)

// Worded reports whether a model of words reads the candidates for the field before the trees judge them. Media are not
// chosen better with one.
func (f Field) Worded() bool {
	switch f {
	case Speaker, Addressee, Day, Channel, Tone, Occasion:
		return true
	}
	return false
}

// Sets are the features of the words around each quote for each candidate for a field, by quote and candidate.
func (t *Slate) Sets(f Field) [][][]uint32 {
	out := make([][][]uint32, len(t.ps))
	for i := range t.ps {
		w := t.around(i)
		for k := range t.sheets[f].list[i] {
			out[i] = append(out[i], w.text.Features(nil, w.of(f, &t.sheets[f].list[i][k])))
		}
	}
	return out
}

// Read adds to the features of each candidate for a field what a model of words makes of it: its share in the
// probability of all, how far its score is from the best of its rivals, and the score. The field is a worded one, and
// no model has judged it yet; see [Field.Worded].
func (t *Slate) Read(f Field, m *logit.Model) {
	var sum sums
	for i := range t.ps {
		w := t.around(i)
		sum.reset(m, w.text)
		list := t.sheets[f].list[i]
		score := make([]float64, len(list))
		for k := range list {
			score[k] = m.Score(sum.of(w.of(f, &list[k])))
		}
		share := slices.Clone(score)
		logit.Share(share)
		for k := range list {
			rival := lowest
			for j := range score {
				if j != k {
					rival = max(rival, score[j])
				}
			}
			list[k].row = append(list[k].row, float32(share[k]), float32(score[k]-rival), float32(score[k]))
		}
	}
}

// sums adds up the weights of the candidates for a field of a quote, and keeps what several of them share.
type sums struct {
	model                  *logit.Model
	text                   *cotext.Quote
	class, kind, proposers map[string]int
	list                   []uint32
}

// reset begins with another quote.
func (s *sums) reset(m *logit.Model, q *cotext.Quote) {
	s.model, s.text = m, q
	s.class, s.kind, s.proposers = map[string]int{}, map[string]int{}, map[string]int{}
}

// of is the sum of a candidate.
func (s *sums) of(c *cotext.Candidate) int {
	s.list = s.text.Alone(s.list[:0], c)
	return s.model.Sum(s.list) + s.shared(s.class, s.text.Class, c.Class) +
		s.shared(s.kind, s.text.Kind, c.Kind) + s.shared(s.proposers, s.text.Proposer, c.Proposer)
}

// shared is the sum of the features of a value, which is added up once.
func (s *sums) shared(known map[string]int, features func([]uint32, string) []uint32, value string) int {
	n, ok := known[value]
	if !ok {
		s.list = features(s.list[:0], value)
		n = s.model.Sum(s.list)
		known[value] = n
	}
	return n
}

// lowest is the score of a rival where there is none.
const lowest = -20.0

// around reads the words around quote i, once for all fields while its speakers are of the same state.
func (t *Slate) around(i int) wording {
	p := t.ps[i]
	own := ""
	if len(p.Speakers) > 0 {
		own = p.Speakers[0].State
	}
	if q := t.quotes[i]; q == nil || q.Own() != own {
		t.quotes[i] = t.text.Around(p.Quote, own)
	}
	return wording{p, t.e, t.quotes[i]}
}

// wording reads the words around a passage for its candidates.
type wording struct {
	p    *Passage
	e    *evidence
	text *cotext.Quote
}

// of is the candidate as words can speak for it.
func (w *wording) of(f Field, c *candidate) *cotext.Candidate {
	x := &cotext.Candidate{Class: "some", Proposer: c.by}
	switch f {
	case Channel, Tone:
		x.Class, x.Kind = c.key, c.by
		return x
	case Day:
		x.Class, x.Kind, x.Places = w.placeOfDay(c), string(c.said.Basis), w.ofDay(c)
		return x
	case Occasion:
		if c.occasion != nil {
			x.Kind, x.Places = headOfEvent(c.key), w.ofEvent(c.key)
			return x
		}
	default:
		if len(c.parties) > 0 {
			x.Kind, x.Places = kindOf(c.parties), w.ofParties(f, c.parties)
			if f == Speaker {
				e := c.parties[0]
				x.Places = append(x.Places, w.text.Source(x.Kind, c.by, e.Office, e.Class)...)
			}
			return x
		}
	}
	x.Class, x.Kind = "none", "none"
	return x
}

// kindOf is the kind of the first of the parties, and whether there are more.
func kindOf(list []*naming.Entity) string {
	kind := "body"
	switch e := list[0]; {
	case e.Person():
		kind = "person"
	case e.Kind == actors.State:
		kind = "state"
	case e.StateBody():
		kind = "body of a state"
	case e.Kind == actors.Medium:
		kind = "medium"
	}
	if len(list) > 1 {
		kind += ", several"
	}
	return kind
}

// headOfEvent is the noun that says what the event is, its last word where none is known.
func headOfEvent(name string) string {
	head := ""
	for w := range strings.FieldsSeq(name) {
		if happening.Noun(w) || !happening.Noun(head) {
			head = w
		}
	}
	return head
}

// How many places of a candidate are read, and how many tokens before and after the sentence of the quote are searched
// for places that name his state or somebody of it.
const (
	mostPlaces, mostOfState = 8, 14
	stateBack, stateAhead   = 60, 40
)

// ofParties reads the places that name the parties; of addressees also those that name their state or its people.
func (w *wording) ofParties(f Field, list []*naming.Entity) []uint32 {
	var out []uint32
	c := w.p.Quote
	seen := map[int]bool{}
	for _, e := range list {
		for _, at := range w.e.names[e.ID] {
			near := at.sentence >= c.Sentence-cotext.Reach && at.sentence <= c.Sentence+1
			if near && !seen[at.token] && len(seen) < mostPlaces {
				seen[at.token] = true
				out = w.text.Place(out, at.token, "")
			}
		}
		if f == Addressee && e.State != "" {
			out = w.ofState(out, e.State, seen)
		}
	}
	if len(seen) == 0 {
		out = append(out, cotext.Nowhere())
	}
	return out
}

// ofState adds the places near the quote that name the state or somebody of it, but for those seen.
func (w *wording) ofState(out []uint32, state string, seen map[int]bool) []uint32 {
	s, c := w.p.Body, w.p.Quote
	near := s.MentionsIn(max(0, c.Lo-stateBack), min(len(s.Lower), c.Hi+stateAhead))
	for i := range near {
		m := &near[i]
		k, _ := s.Range(m.Span)
		if m.Actor.State == state && !seen[k] && len(seen) < mostOfState {
			seen[k] = true
			out = w.text.Place(out, k, "state")
		}
	}
	return out
}

// mostOfEvent is how many places that name an event are read.
const mostOfEvent = 6

// ofEvent reads the places that name the event.
func (w *wording) ofEvent(key string) []uint32 {
	var out []uint32
	for i := range w.e.happenings {
		h := &w.e.happenings[i]
		if h.key != key {
			continue
		}
		for _, v := range h.at[:min(len(h.at), mostOfEvent)] {
			if !v.Title {
				out = w.text.Place(out, v.token, "")
			}
		}
	}
	return out
}

// placeOfDay says where the text tells the day.
func (w *wording) placeOfDay(c *candidate) string {
	switch {
	case c.said.Basis == dates.Published:
		return "publication"
	case c.said.Earliest == "":
		return "any before"
	case c.said.Evidence == (text.Span{}):
		return "nowhere"
	}
	switch back := w.p.Quote.Sentence - w.p.Body.SentenceAt(c.said.Evidence.Start); {
	case back < 0:
		return "later"
	case back == 0:
		return "same sentence"
	case back == 1:
		return "sentence before"
	case back <= cotext.Reach:
		return "before"
	}
	return "far before"
}

// ofDay reads the place that tells the day.
func (w *wording) ofDay(c *candidate) []uint32 {
	if c.said.Evidence == (text.Span{}) {
		return nil
	}
	lo, hi := w.p.Body.Range(c.said.Evidence)
	return w.text.Time(nil, lo, hi)
}

// toldNow reports whether the words are told in the present, "says", or the present perfect, "has said", by somebody of
// whom the article speaks: their day is then hardly one that was told before. What a text says is told in the present
// whenever it was written.
func toldNow(p *Passage) bool {
	s, c := p.Body, p.Quote
	if p.outer != nil || c.CueHi <= c.CueLo || c.SourceHi > c.SourceLo && words.Document[s.Lower[c.SourceHi-1]] {
		return false
	}
	had, has := aux(s, c)
	tag := s.Doc.Tokens[c.CueLo].Tag
	return tag == "VBZ" || tag == "NNS" && !c.Nominal || has && !had // the tagger takes "rules out" for a noun
}

// toldBefore reports whether the candidate is a single day before publication of which a sentence before that of the
// quote tells, and none of the act that the quote belongs to.
func toldBefore(p *Passage, c *candidate) bool {
	d := &c.said
	if d.Earliest == "" || d.Evidence == (text.Span{}) || d.EDTF == dayOfTelling(p).EDTF {
		return false
	}
	if p.Act != nil && p.Act.Said != nil && p.Act.Said.EDTF == d.EDTF {
		return false
	}
	return p.Body.SentenceAt(d.Evidence.Start) < p.Quote.Sentence
}

// ofEntryBefore reports whether the words stand in an entry of a live report with its own time, and the day is told
// before that entry.
func ofEntryBefore(p *Passage, c *candidate) bool {
	d := &c.said
	if d.Evidence == (text.Span{}) || d.EDTF == dayOfTelling(p).EDTF {
		return false
	}
	return d.Evidence.Start < p.Days.EntryAt(p.Body.Doc.Tokens[p.Quote.Anchor].Start)
}

// seldomThen is by what the probability of a day told before is multiplied for words that are told in the present, or
// in a later entry. Of 119 words in annotated news that are told in the present or the present perfect, 14 were of
// another known day than that of publication.
const seldomThen = 0.2
