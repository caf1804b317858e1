package naming

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// states finds the state of a body or office that a phrase names without one, by what the article was speaking of. It
// does not know who holds the office.
type states struct {
	*Cast
	bodies []bodyPlace // where bodies of states are named
}

// of returns the state for which the holder of the office at k speaks: the first state that the phrase names
// outside of a "to" complement, unless the office belongs to a private body; else for offices of state the one that
// the article was speaking of.
func (r *states) of(s *scene.Scene, lo, hi, k int) (state string, private bool) {
	return r.told(s, lo, hi, k, func(class string) string {
		if class != "" {
			return r.meant(s, lo, class)
		}
		return r.before(s, lo)
	})
}

// ofNamed is the same for a phrase that describes a person whose name begins at token at. Where it tells no
// state, a neighbour of the name does not lend one: neither whom the person speaks to nor the outlet of another state.
func (r *states) ofNamed(s *scene.Scene, lo, hi, k, at int) string {
	state, _ := r.told(s, lo, hi, k, func(class string) string {
		if m := scene.StateAfter(s, hi); m != nil {
			return m.Actor.State
		}
		first := min(lo, at)
		if e := bodyMeant(r, class, s.Doc.Tokens[first].Start); class != "" && e != nil && e.State != "" {
			return e.State
		}
		list := r.inParagraph(s, first)
		switch {
		case len(list) == 1:
			return list[0]
		case r.OwnSite, r.native(s, at):
			return r.Home
		case len(list) > 1:
			return "" // "Chile accused Peru. Defence Secretary Jane Doe said"
		}
		return r.Written
	})
	return state
}

// told is the state that the phrase names for its office, or what meant finds for the class of body of an office
// of state, "" for an office of none.
func (r *states) told(
	s *scene.Scene, lo, hi, k int, meant func(class string) string,
) (state string, private bool) {
	b, head := s.Offices.Bodies(lo, hi), s.Lower[k]
	stateOffice := words.StateOffice[head]
	if b.State == "" {
		if state, private, told := ofIts(s, lo, hi, b.Organ, meant); told {
			return state, private
		}
		if ofNobodyKnown(s, hi, k) || postedAt(s, lo, k) || ofGroup(s, lo, hi, k) {
			return "", true
		}
	}
	ofBody := b.Body && !b.Organ && (!stateOffice || head == "minister")
	switch {
	case b.Private && (b.State == "" || !b.Known), ofBody && !s.Offices.Has(lo, hi, "party"):
		return "", true
	case b.State == "" && (stateOffice || b.Organ || topOffice(s, lo, hi) || s.HasWords(k, "delegate")):
		return r.ofOffice(s, lo, hi, k, b.To, meant), false
	case words.PrivatePerson[head]:
		return "", true
	}
	return b.State, b.Private
}

// ofGroup reports an office of a body that is called by its kind alone and is no organ of a state: "the group's
// leader", "the Fund's mission chief".
func ofGroup(s *scene.Scene, lo, hi, k int) bool {
	i := s.SkipDeterminer(lo, hi)
	if i == lo || i+2 > k || s.Lower[i+1] != "'s" || s.MentionAt(i) != nil {
		return false
	}
	w := s.Lower[i]
	return words.GeneralBody[w] || words.Body[w] && (!words.Organ[w] || words.MinorOrgan[w])
}

// postedAt reports one of the diplomats at a place, who may be of any state: "a Western ambassador | in Lima".
func postedAt(s *scene.Scene, lo, k int) bool {
	head := strings.TrimSuffix(s.Lower[k], "s")
	return (words.Envoy[head] || words.DiplomatNoun[head]) && s.At(k+1) == "in" &&
		s.Lower[lo] != "the" && !words.PossessivePerson[s.Lower[lo]]
}

// ofIts reads an office of "its" body: "a senior official of its defence ministry" is of the state that the phrase
// names, or of the one that is meant; "its president", of a company, of none. Told is false where the phrase has no
// "its".
func ofIts(s *scene.Scene, lo, hi int, organ bool, meant func(string) string) (state string, private, told bool) {
	if !slices.Contains(s.Lower[lo:hi], "its") {
		return "", false, false
	}
	switch m := s.FirstState(lo); {
	case m != nil:
		return m.Actor.State, false, true
	case organ:
		return meant(""), false, true
	}
	return "", true, true
}

// ofNobodyKnown reports an office after which "of" stands with a delegation, of whomever, or with a name that nobody
// knows.
func ofNobodyKnown(s *scene.Scene, hi, k int) bool {
	if k+2 >= hi || s.Lower[k+1] != "of" {
		return false
	}
	if k+3 < hi && s.Lower[k+2] == "the" && words.DelegationHead[s.At(hi-1)] {
		return true
	}
	head := s.Lower[k]
	return s.Capital(k+2) && s.MentionAt(k+2) == nil && !words.StateOffice[head] && head != "minister"
}

// ofOffice is the state of an office of state for which the phrase names none: the home of the outlet where it
// is told to the outlet, the state after a full name with a place ("Midland District, Lima, Peru"), else the one
// that is meant.
func (r *states) ofOffice(s *scene.Scene, lo, hi, k int, to bool, meant func(string) string) string {
	if to && r.Home != "" {
		return r.Home
	}
	if a, b := s.Offices.FullName(k, hi); b > a {
		for i := a; i < b+6 && i < len(s.Lower) && s.Lower[i] != "."; i++ {
			if m := s.MentionAt(i); m != nil && m.Actor.Kind == actors.State {
				return m.Actor.State
			}
		}
	}
	return meant(PostClass(s, lo, hi))
}

// topOffice reports whether the phrase is an office that one person holds for a state.
func topOffice(s *scene.Scene, lo, hi int) bool {
	return words.StateTopOffice[s.Offices.In(lo, hi)]
}

// ofBody returns the state of a body that is an organ of one: its name has the word for an organ.
func (r *states) ofBody(s *scene.Scene, lo, hi int) string {
	organ, state := organIn(s, lo, hi)
	if state != "" {
		if organ || officials(s, lo, hi) && !s.HasBody(lo, hi) {
			return state
		}
		return ""
	}
	if p := postIn(s, lo, hi); !organ || p != nil && words.AbroadBody[hyphened(p.Office)] {
		return ""
	}
	if s.At(hi) == "in" {
		if m := s.MentionAt(hi + 1); m != nil && m.Actor.Kind == actors.State {
			return m.Actor.State // "the foreign ministry in Beijing"
		}
	}
	if s.Offices.In(lo, hi) == "" && namedApart(s, lo, hi) {
		return ""
	}
	if state := r.placed(s, lo); state != "" {
		return state
	}
	return r.meant(s, lo, PostClass(s, lo, hi))
}

// organIn reports whether the phrase has the noun of a state's organ, before "in" or "for" or together with them, and
// the first state or organisation that it names.
func organIn(s *scene.Scene, lo, hi int) (organ bool, state string) {
	for i := lo; i < hi; i++ {
		w := s.Lower[i]
		if (w == "in" || w == "for" || w == "to") && !organ && i > lo {
			break
		}
		if words.Organ[w] && !words.MinorOrgan[w] {
			organ = true
		}
		m := s.MentionAt(i)
		if m != nil && state == "" && (m.Actor.Kind == actors.State || m.Actor.Kind == actors.Organisation) {
			state = m.Actor.State
		}
	}
	return organ, state
}

// officials reports whether the phrase has the noun of an office, of one or many: "Russian officials".
func officials(s *scene.Scene, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if words.Office[strings.TrimSuffix(s.Lower[i], "s")] {
			return true
		}
	}
	return false
}

// namedApart reports a body under a name of its own, of no state that the text is about: "New York City Education
// Authorities", "the Meridian Arbitration Court Authority".
func namedApart(s *scene.Scene, lo, hi int) bool {
	return s.Capital(lo) && s.Lower[lo] != "the" && s.Lower[lo] != "a" ||
		s.Capital(s.SkipDeterminer(lo, hi)) && hi-lo > 3
}

// before returns the state that was named last before token i in its paragraph, else the outlet's, else the one
// that the article names first.
func (r *states) before(s *scene.Scene, i int) string {
	if list := r.inParagraph(s, i); len(list) > 0 {
		return list[0]
	}
	if r.Home != "" {
		return r.Home
	}
	for _, s := range []*scene.Scene{r.Title, r.Body} {
		for k := range s.Mentions {
			if s.Mentions[k].Actor.Kind == actors.State {
				return s.Mentions[k].Actor.State
			}
		}
	}
	return ""
}

// inParagraph are the states that the paragraph of token i named before it, outside of others' words, last one first.
func (r *states) inParagraph(s *scene.Scene, i int) []string {
	if i < 0 || i >= len(s.FirstMention) {
		return nil
	}
	p := 0
	if len(s.Doc.Paragraphs) > 0 {
		p = s.Doc.Paragraphs[s.ParagraphAt(s.Doc.Tokens[i].Start)].Start
	}
	var list []string
	for k := s.FirstMention[i] - 1; k >= 0 && s.Mentions[k].Start >= p; k-- {
		m := &s.Mentions[k]
		if m.Actor.Kind == actors.State && !slices.Contains(list, m.Actor.State) &&
			(s.IsTitle || !scene.Covers(scene.Overlapping(r.Contents, m.Span), m.Span)) {
			list = append(list, m.Actor.State)
		}
	}
	return list
}

// nativeState is the state of a person whom the media of a state name without a description: foreigners get one. ""
// where the sentence names another state, or the outlet speaks for none.
func (r *states) nativeState(s *scene.Scene, at int) string {
	if r.Home == "" {
		return ""
	}
	lo, hi := s.SentenceBounds(at)
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.State && m.Actor.State != r.Home {
			return ""
		}
	}
	if r.native(s, at) {
		return r.Home
	}
	return ""
}

// native reports whether the name at token at begins or ends with a surname of the state for which the outlet speaks.
func (r *states) native(s *scene.Scene, at int) bool {
	if r.Home == "" {
		return false
	}
	_, end := s.SentenceBounds(at)
	last := at
	for last+1 < end && s.Capital(last+1) {
		last++
	}
	for _, k := range []int{at, last} {
		for _, e := range r.Gazetteer.NamedEntries(s.Doc.Word(k), r.Day) {
			if e.Kind == actors.Person && e.State == r.Home {
				return true
			}
		}
	}
	return false
}

// named is the last state that was named before token i, other than the outlet's own when there is another.
func (r *states) named(s *scene.Scene, i int) (actors.Actor, bool) {
	var own actors.Actor
	for k := s.FirstMention[i] - 1; k >= 0 && k >= s.FirstMention[i]-40; k-- {
		switch a := s.Mentions[k].Actor; {
		case a.Kind != actors.State:
		case a.State != r.Home:
			return a, true
		case own.ID == "":
			own = a
		}
	}
	return own, own.ID != ""
}

// meant is the state of an office or body that the phrase at token i does not name: that of the body of its
// class that was named last; for the media of a state see stateBefore; else the state where the article was written,
// else the one that its text names first, else the first of its title.
func (r *states) meant(s *scene.Scene, i int, class string) string {
	if s.IsTitle || i >= len(s.Doc.Tokens) {
		return r.before(s, i)
	}
	if state := r.local(s, i, class); class != "" && state != "" {
		return state
	}
	if e := bodyMeant(r, class, s.Doc.Tokens[i].Start); class != "" && e != nil && e.State != "" {
		return e.State
	}
	if r.Home != "" {
		return r.before(s, i)
	}
	if r.Written != "" {
		return r.Written
	}
	for k := 0; k < len(s.Mentions) && k < s.FirstMention[i]; k++ {
		if a := &s.Mentions[k].Actor; a.Kind == actors.State {
			return a.State
		}
	}
	for k := range r.Title.Mentions {
		m := &r.Title.Mentions[k]
		if _, next := r.Title.Range(m.Span); m.Actor.Kind == actors.State && m.Kind != actors.ByDemonym &&
			!words.Office[r.Title.At(next)] {
			return m.Actor.State
		}
	}
	return ""
}

// placed is the state of the place with which the sentence of token i opens, outside of the words of others. A body
// that the sentence names without a state is of that one. "" for none.
func (r *Setting) placed(s *scene.Scene, i int) string {
	m := scene.OpeningPlace(s, i)
	if m == nil || scene.Covers(scene.Overlapping(r.Contents, m.Span), m.Span) {
		return ""
	}
	return m.Actor.State
}

// Placed reports whether the place with which the sentence of token i opens is of the state.
func (r *Setting) Placed(i int, state string) bool {
	return state != "" && r.placed(r.Body, i) == state
}

// local is the state of a body of the class that the phrase at token i names without its state, by the place with
// which its sentence opens, else by the subject of its paragraph where the article knows the body as one of that state.
// "" for neither: an embassy is of another state than where it is.
func (r *states) local(s *scene.Scene, i int, class string) string {
	if s.IsTitle || i >= len(s.Doc.Tokens) || words.AbroadBody[hyphened(class)] {
		return ""
	}
	if state := r.placed(s, i); state != "" {
		return state
	}
	state, at := scene.Topic(s, i)
	if state == "" || r.Home != "" {
		return ""
	}
	last := bodyMeantAt(r, class, s.Doc.Tokens[i].Start)
	if last != nil && last.pos >= at || last == nil && r.Written != "" && r.Written != state {
		return ""
	}
	if last == nil || class != "ministry" || r.Written == state || r.hasBody(class, state, at) {
		return state
	}
	return ""
}

// hasBody reports whether the article names a body of the class and state before byte pos.
func (r *states) hasBody(class, state string, pos int) bool {
	for i := range r.bodies {
		if b := &r.bodies[i]; b.pos < pos && b.fits(class) && b.entity.State == state {
			return true
		}
	}
	return false
}

// Elsewhere reports whether a body that the text spoke of at byte pos is of another state than the one of which the
// place or paragraph of token i speaks since then.
func (r *Setting) Elsewhere(s *scene.Scene, i int, e *Entity, pos int) bool {
	if e.Class == "" || words.AbroadBody[hyphened(e.Class)] {
		return false
	}
	if state := r.placed(s, i); state != "" {
		return e.State != state
	}
	state, at := scene.Topic(s, i)
	return state != "" && r.Home == "" && e.State != state && pos < at
}
