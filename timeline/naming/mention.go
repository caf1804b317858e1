package naming

import (
	"slices"
	"strings"
	"unicode"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// marker turns what the gazetteer finds in a text into the mentions and posts of its scene. It knows no entities.
type marker struct {
	*Setting
	written  []string // the states of whose places the first dateline tells, in its order
	dateline int      // its end
}

// mark turns the gazetteer's mentions into those of the scene.
func (r *marker) mark(s *scene.Scene) {
	found := r.Gazetteer.Find(s.Text)
	for i, m := range found {
		sp := text.Span{Start: m.Start, End: m.End}
		switch m.Kind {
		case actors.ByTitle:
			if s.Honour == nil {
				s.Honour = make([]bool, len(s.Lower))
			}
			for lo, hi := s.Range(sp); lo < hi; lo++ {
				s.Honour[lo] = true
			}
			continue
		case actors.ByOffice:
			s.Posts = append(s.Posts, scene.Post{Span: sp, Office: m.Candidates[0].Office})
			continue
		}
		if lo, _ := s.Range(sp); len(s.Dateline) > 0 && s.AfterDateline(lo) != lo {
			r.noteWritten(s, m)
			continue // a place where the article was written
		}
		if m.Kind == actors.BySurname && words.Determiner[strings.ToLower(sp.Of(s.Text))] {
			continue
		}
		if m.Kind == actors.ByName && len(m.Candidates) > 0 && m.Candidates[0].Entry != nil &&
			m.Candidates[0].Entry.Kind == actors.Person && r.endsLongerName(s, sp, m.Candidates[0].Entry.State) {
			continue
		}
		best := actors.Best(m.Candidates, r.Day)
		if len(best) == 0 {
			continue
		}
		if i+1 < len(found) {
			best = ofState(s, m.End, found[i+1], best)
		}
		s.Mentions = append(s.Mentions, r.mentionOf(s, m, best))
	}
	s.Index()
	settleAbbreviations(s)
	r.settleHalves(s)
	r.nameCarriers(s)
	r.nameGenericCarriers(s)
}

// hyphenOn reports whether the name that ends at byte end is but the start of one that goes on after a hyphen: "Ana
// Lund | -Moss", of a Korean or Chinese name also in lower case, "Cho Hyun | -dong".
func hyphenOn(s *scene.Scene, end int, state string) bool {
	rest, ok := strings.CutPrefix(s.Text[end:], "-")
	if !ok || rest == "" {
		return false
	}
	next := strings.FieldsFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) })
	hyphened := state == "KOR" || state == "PRK" || state == "CHN" || state == "TWN"
	syllable := hyphened && len(next) > 0 && len(next[0]) <= 5
	return unicode.IsUpper(rune(rest[0])) || syllable && unicode.IsLower(rune(rest[0])) && !words.HyphenTail[next[0]]
}

// endsLongerName reports a first name right before the name of a person whom the gazetteer knows: "Jamal Mohamed
// Hassan" is not the man who is called Mohamed Hassan.
func (r *marker) endsLongerName(s *scene.Scene, sp text.Span, state string) bool {
	if hyphenOn(s, sp.End, state) {
		return true
	}
	lo, hi := s.Range(sp)
	k := lo - 1
	if k < 0 || hi-lo != 2 || s.Doc.Tokens[k].End+1 != sp.Start || !s.Names.Proper(k) {
		return false
	}
	w := s.Lower[k] // "Monday" and "May" are given names too
	other := words.DayAdverb[w] || words.MonthName[w] || words.Office[w] || words.AddressForm[w]
	return !other && r.Gazetteer.Given.Begins(w)
}

// mentionOf is the mention of the first of those whom a name may mean; of a surname alone, of the one who is sure
// enough.
func (r *marker) mentionOf(s *scene.Scene, m actors.Mention, best []*actors.Entry) scene.Mention {
	sp := text.Span{Start: m.Start, End: m.End}
	e := best[0]
	if m.Kind == actors.BySurname {
		e = bySurname(r.Setting, s, sp, best)
	}
	n := scene.Mention{Span: sp, Kind: m.Kind, Actor: actors.Actor{Kind: actors.Person}, Surname: sp.Of(s.Text)}
	if e != nil {
		n.Actor, n.Gender, n.Surname = e.Actor, e.Gender, e.Surname
	}
	if m.Kind == actors.ByMetonym {
		n.Office, n.Seat = m.Candidates[0].Office, m.Candidates[0].Seat
	}
	if e != nil && e.Kind == actors.Person {
		if t, ok := e.At(r.Day); ok &&
			(m.Kind != actors.BySurname || words.TopOffice[t.Office] || s.Offices.AddressBefore(m.Start)) {
			n.Office, n.Actor.State = t.Office, t.State
		} else if m.Kind == actors.BySurname && !s.Offices.AddressBefore(m.Start) {
			n.Actor = actors.Actor{Kind: actors.Person} // too weak to tell who; an earlier full name may
			n.Surname = sp.Of(s.Text)
		}
	}
	if m.Kind != actors.BySurname && n.Actor.Kind == actors.Person {
		n.End = s.Names.Suffix(m.End)
	}
	return n
}

// bySurname returns the first of those whom a surname alone may mean: somebody whom the article's readers knew by
// then, and who had the office, if any, that stands before the name. nil for none.
func bySurname(r *Setting, s *scene.Scene, at text.Span, list []*actors.Entry) *actors.Entry {
	lo, hi := s.Range(at)
	office := s.At(lo - 1)
	label := r.OwnSite && at.Of(s.Text) == strings.ToUpper(at.Of(s.Text)) && s.At(hi) == ":"
	for _, e := range list {
		sure := !words.LesserOffice[office] && (!label || e.State == r.Home) || titled(e, office)
		if e.Kind != actors.Person || e.KnownBy(r.Day) && sure {
			return e
		}
	}
	return nil
}

// ofState puts first those of the state that stands after the name at byte end: "Albert II of Monaco" is not the one
// of Belgium.
func ofState(s *scene.Scene, end int, next actors.Mention, list []*actors.Entry) []*actors.Entry {
	state := next.Candidates[0].Entry
	if b := strings.TrimSpace(s.Text[end:next.Start]); b != "of" && b != "of the" || state == nil ||
		state.Kind != actors.State ||
		len(list) < 2 {
		return list
	}
	var of, others []*actors.Entry
	for _, e := range list {
		if e.Kind == actors.Person && e.State == state.State {
			of = append(of, e)
		} else {
			others = append(others, e)
		}
	}
	return append(of, others...)
}

// officeTells reports whether the office before a surname tells that somebody else than those of the list is meant,
// whom the gazetteer knows by it: "President | Lind" where the article names only his wife in full.
func officeTells(s *scene.Scene, m *scene.Mention, list []*Entity) bool {
	lo, _ := s.Range(m.Span)
	office := s.At(lo - 1)
	return m.Actor.ID != "" && endsIn(m.Office, office) && !slices.ContainsFunc(list, func(e *Entity) bool {
		return e.holds(office) || endsIn(e.Held, office)
	})
}

// titled reports whether one of the person's offices is called by the word.
func titled(e *actors.Entry, word string) bool {
	for i := range e.Terms {
		if t := &e.Terms[i]; strings.Contains(t.Office, word) || strings.Contains(strings.ToLower(t.Title), word) {
			return true
		}
	}
	return false
}

// noteWritten notes the state of a place in the first dateline of the body.
func (r *marker) noteWritten(s *scene.Scene, m actors.Mention) {
	k := slices.IndexFunc(m.Candidates, func(c actors.Candidate) bool {
		return c.Entry != nil && c.Entry.Kind == actors.State && c.Kind != actors.ByDemonym
	})
	if s.IsTitle || k < 0 {
		return
	}
	lo, _ := s.Range(text.Span{Start: m.Start, End: m.End})
	if end := s.AfterDateline(lo); len(r.written) == 0 || r.dateline == end {
		r.written, r.dateline = append(r.written, m.Candidates[k].Entry.State), end
	}
}

// settleWritten gives the state where the article was written: of several in one dateline, "OSLO/LIMA", the only one
// that its first sentence names, else the first.
func (r *marker) settleWritten(s *scene.Scene) {
	if s.IsTitle || len(r.written) == 0 {
		return
	}
	r.Written = r.written[0]
	var named []string
	lo, hi := s.SentenceBounds(r.dateline)
	for _, m := range s.MentionsIn(lo, hi) {
		if state := m.Actor.State; slices.Contains(r.written, state) && !slices.Contains(named, state) {
			named = append(named, state)
		}
	}
	if len(named) == 1 {
		r.Written = named[0]
	}
}

// settleSeats gives the name of a body that several states have to one of them: "the Foreign Office" of an article
// from Islamabad is Pakistan's.
func (r *marker) settleSeats(s *scene.Scene) {
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Kind != actors.ByMetonym {
			continue
		}
		if list := r.Gazetteer.NamedEntries(m.Of(s.Text), r.Day); len(list) > 1 {
			m.Actor = r.owner(s, i, list).Actor
		}
	}
}

// owner is the one of those who have a body of that name whose body the mention is: by a state beside it, the place of
// its sentence, where the article was written, the outlet, else by whom the text names.
func (r *marker) owner(s *scene.Scene, i int, list []*actors.Entry) *actors.Entry {
	lo, hi := s.Range(s.Mentions[i].Span)
	for _, state := range []string{besideState(s, lo, hi), r.placed(s, lo), r.Written, r.Home, r.outletState()} {
		if e := entryOf(list, state); e != nil {
			return e
		}
	}
	for k := i - 1; k >= 0 && s.ParagraphAt(s.Mentions[k].Start) == s.ParagraphAt(s.Mentions[i].Start); k-- {
		if e := entryOf(list, s.Mentions[k].Actor.State); e != nil {
			return e
		}
	}
	for k := range s.Mentions {
		if e := entryOf(list, s.Mentions[k].Actor.State); e != nil && !sharesName(s, i, k) {
			return e
		}
	}
	return list[0]
}

// sharesName reports two mentions by the same words.
func sharesName(s *scene.Scene, i, k int) bool {
	return strings.EqualFold(s.Mentions[i].Of(s.Text), s.Mentions[k].Of(s.Text))
}

// besideState is the state that stands before the tokens lo to hi-1, or after them after "of" or "in": "Pakistan's |
// Foreign Office", "the | Foreign Office | in Berlin". "" for none.
func besideState(s *scene.Scene, lo, hi int) string {
	k := lo - 1
	if s.At(k) == "'s" || s.At(k) == "'" {
		k--
	}
	if s.StateAt(k) {
		return s.MentionAt(k).Actor.State
	}
	if words.BodyPreposition[s.At(hi)] && s.StateAt(s.SkipDeterminer(hi+1, len(s.Lower))) {
		return s.MentionAt(s.SkipDeterminer(hi+1, len(s.Lower))).Actor.State
	}
	return ""
}

// entryOf is the entry of that state, nil for none.
func entryOf(list []*actors.Entry, state string) *actors.Entry {
	for _, e := range list {
		if e.State == state {
			return e
		}
	}
	return nil
}

// outletState is the state of the outlet as the gazetteer has it, "" for none.
func (r *Setting) outletState() string {
	for _, e := range r.Gazetteer.NamedEntries(strings.TrimPrefix(r.Article.Outlet, "The "), r.Day) {
		if e.Kind == actors.Medium {
			return e.State
		}
	}
	return ""
}

// ofOrgan is the name of the organ whose the body before token k is: "Supreme Command | of the Korean People's Army".
// It is "" for a body of the state itself.
func ofOrgan(s *scene.Scene, k, hi int) string {
	if k+2 >= hi || s.Lower[k] != "of" {
		return ""
	}
	at := s.SkipDeterminer(k+1, hi)
	m := s.MentionAt(at)
	if m == nil || m.Kind != actors.ByMetonym || !words.NamedOrgan[hyphened(m.Office)] {
		return ""
	}
	if a, b := s.Range(m.Span); a != at || b != hi {
		return ""
	}
	return m.Seat
}

// inNameOfBody reports whether the words with a capital after a name, from token k on, make it that of a body: "the Ada
// Lind | Maritime Foundation".
func inNameOfBody(s *scene.Scene, k, hi int) bool {
	for from := k; k < hi && s.Capital(k) && s.MentionAt(k) == nil && !words.Office[s.Lower[k]]; k++ {
		if k > from && words.Body[s.Lower[k]] {
			return true
		}
	}
	return false
}
