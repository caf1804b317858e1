package timeline

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// stateOf returns the state for which the holder of the office at k speaks: the first state that the phrase names outside of
// a "to" complement, unless the office belongs to a private body; else for offices of state the one that the article was
// speaking of.
func (r *entities) stateOf(s *scene, lo, hi, k int) (state string, private bool) {
	b := s.bodiesIn(lo, hi)
	to, organ, body, known := b.to, b.organ, b.body, b.known
	state, private = b.state, b.private
	head := s.low[k]
	if state == "" {
		for i := lo; i < hi; i++ {
			if s.low[i] == "its" {
				m := s.firstState(lo)
				if m == nil && organ {
					return r.stateBefore(s, lo), false
				}
				if m == nil {
					return "", true // "its president", of a company
				}
				return m.entry.State, false // "a senior official of its defence ministry"
			}
		}
	}
	if n := s.at(hi - 1); state == "" && k+3 < hi && s.low[k+1] == "of" && s.low[k+2] == "the" && (n == "delegation" || n == "group" || n == "party" || n == "team") {
		return "", true // of whomever
	}
	if state == "" && k+2 < hi && s.low[k+1] == "of" && s.capital(k+2) && s.mention(k+2) == nil && !stateOffices[head] && head != "minister" {
		return "", true // of something that nobody knows
	}
	if private && state == "" || private && !known {
		return "", true
	}
	if body && !organ && (!stateOffices[head] || head == "minister") && !s.postAt(lo, hi, "party") {
		return "", true
	}
	if state == "" && (stateOffices[head] || organ || r.topOffice(s, lo, hi) || s.seq(k, "delegate")) {
		if to && r.home != "" {
			return r.home, false
		}
		if a, b := s.expand(k, hi); b > a {
			// "Midland District, Lima, Peru": the state after the first mention
			for i := a; i < b+6 && i < len(s.low) && s.low[i] != "."; i++ {
				if m := s.mention(i); m != nil && m.entry.Kind == actors.State {
					return m.entry.State, false
				}
			}
		}
		return r.stateBefore(s, lo), false
	}
	if head == "widow" || head == "wife" || head == "expert" || head == "professor" || head == "analyst" || head == "journalist" {
		return "", true
	}
	return state, false
}

// bodiesSeen is what a phrase tells of the body that an office belongs to.
type bodiesSeen struct {
	state   string // the first state named outside of a "to" complement, or that of a known organisation
	to      bool   // the phrase ends in a "to" complement
	organ   bool   // an organ of a state
	body    bool   // some body
	private bool   // a body that speaks for no state by its kind
	known   bool   // a body of the gazetteer that speaks for a state
}

// bodiesIn scans the tokens for states and bodies.
func (s *scene) bodiesIn(lo, hi int) (b bodiesSeen) {
	for i := lo; i < hi; i++ {
		w := s.low[i]
		switch {
		case privateBodies[w] && s.capital(i):
			b.body, b.private = true, true
		case organHeads[w] && w != "agency" && w != "service" && w != "side" || s.seq(i, "general", "staff") || s.seq(i, "people", "'s", "committee"):
			b.organ = true
		case bodies[w] && s.capital(i):
			b.body = true
		case w == "to" || w == "in" || w == "on":
			b.to = true
		case w == "of" || w == "for":
			b.to = false
		}
		m := s.mention(i)
		if m == nil {
			continue
		}
		switch {
		case m.entry.Kind == actors.Organisation && b.state == "" && !b.to:
			b.state = m.entry.State
			b.organ, b.known = b.state != "", b.state != ""
			b.body = b.body || b.state == ""
		case m.entry.Kind == actors.State && !b.to && b.state == "" && m.entry.State != "":
			b.state = m.entry.State
		}
	}
	return b
}

// firstState is the first state that the sentence of token i names before it, nil for none.
func (s *scene) firstState(i int) *name {
	first, _ := s.bounds(i)
	ms := s.mentions(s.afterDateline(first), i)
	for k := range ms {
		if ms[k].entry.Kind == actors.State {
			return &ms[k]
		}
	}
	return nil
}

// postAt reports whether an office or body of the class is mentioned in the phrase.
func (s *scene) postAt(lo, hi int, class string) bool {
	p := s.span(lo, hi)
	for i := range s.posts {
		if s.posts[i].Start >= p.Start && s.posts[i].End <= p.End && s.posts[i].class == class {
			return true
		}
	}
	return false
}

// classIn returns the class of the first office that the gazetteer finds in the phrase, "" for none.
func (s *scene) classIn(lo, hi int) string {
	p := s.span(lo, hi)
	for i := range s.posts {
		if s.posts[i].Start >= p.Start && s.posts[i].End <= p.End {
			return s.posts[i].class
		}
		if s.posts[i].Start >= p.End {
			break
		}
	}
	return ""
}

// topOffice reports whether the phrase is an office that one person holds for a state.
func (r *entities) topOffice(s *scene, lo, hi int) bool {
	switch s.classIn(lo, hi) {
	case "president", "prime minister", "monarch", "foreign minister", "defence minister", "head of state", "head of government", "leader", "supreme leader":
		return true
	}
	return false
}

// introduced takes office and state from where the body first gives the name with a description: "Present were John Smith, vice
// foreign minister of X, and". It reports whether there is such a place.
func (r *entities) introduced(e *entity) bool {
	s := r.body
	at := strings.Index(s.text, e.Name+",")
	if at < 0 {
		return false
	}
	lo, _ := s.tokens(text.Span{Start: at, End: at + 1})
	_, last := s.bounds(lo)
	list := s.items(lo, s.phraseEnd(lo, last))
	if len(list) == 0 || list[0].end <= list[0].hi {
		return false
	}
	it := list[0]
	for k := it.hi; k < it.end; k++ {
		if !officeHeads[s.low[k]] {
			continue
		}
		e.State, _ = r.stateOf(s, it.lo, it.end, k)
		from := s.skipDeterminer(it.hi, it.end)
		for from < it.end && s.low[from] == "," {
			from = s.skipDeterminer(from+1, it.end)
		}
		e.Office = upperFirst(clean(s.words(from, it.end)))
		e.describe(s, it.lo, it.end)
		return true
	}
	return false
}

// nativeState is the state of a person whom the media of a state name without a description: foreigners get one. "" where the
// sentence names another state, or the outlet speaks for none.
func (r *entities) nativeState(s *scene, at int) string {
	if r.home == "" {
		return ""
	}
	lo, hi := s.bounds(at)
	for _, m := range s.mentions(lo, hi) {
		if m.entry.Kind == actors.State && m.entry.State != r.home {
			return ""
		}
	}
	_, end := s.bounds(at)
	last := at
	for last+1 < end && s.capital(last+1) {
		last++
	}
	for _, k := range []int{at, last} {
		for _, e := range r.g.NamedEntries(s.d.Word(k), r.day) {
			if e.Kind == actors.Person && e.State == r.home {
				return r.home // the surname is one of that state
			}
		}
	}
	return ""
}

// stateNamed is the last state that was named before token i, other than the outlet's own when there is another.
func (r *entities) stateNamed(s *scene, i int) (actors.Actor, bool) {
	var own actors.Actor
	for k := s.first[i] - 1; k >= 0 && k >= s.first[i]-40; k-- {
		switch a := s.names[k].entry; {
		case a.Kind != actors.State:
		case a.State != r.home:
			return a, true
		case own.ID == "":
			own = a
		}
	}
	return own, own.ID != ""
}

// bodyState returns the state of a body that is an organ of one: its name has the word for an organ.
func (r *entities) bodyState(s *scene, lo, hi int) string {
	organ := false
	state := ""
	for i := lo; i < hi; i++ {
		w := s.low[i]
		if (w == "in" || w == "for") && !organ && i > lo {
			break
		}
		if organHeads[w] && w != "side" && w != "agency" && w != "service" && w != "commission" && w != "council" && w != "office" && w != "bureau" && w != "department" {
			organ = true
		}
		m := s.mention(i)
		if m != nil && state == "" && (m.entry.Kind == actors.State || m.entry.Kind == actors.Organisation) {
			state = m.entry.State
		}
	}
	for i := lo; i < hi; i++ {
		if officeHeads[strings.TrimSuffix(s.low[i], "s")] && state != "" && !s.bodyWithin(lo, hi) {
			return state // "Russian officials"
		}
	}
	if !organ {
		return ""
	}
	if state == "" && s.at(hi) == "in" {
		if m := s.mention(hi + 1); m != nil && m.entry.Kind == actors.State {
			return m.entry.State // "the foreign ministry in Beijing"
		}
	}
	if state == "" && s.capital(lo) && s.low[lo] != "the" && s.low[lo] != "a" && s.classIn(lo, hi) == "" {
		return "" // "New York City Education Authorities"
	}
	if state == "" && s.capital(s.skipDeterminer(lo, hi)) && hi-lo > 3 && s.classIn(lo, hi) == "" {
		return ""
	}
	if state == "" {
		return r.stateBefore(s, lo)
	}
	return state
}
