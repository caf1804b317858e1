package discourse

import (
	"cmp"
	"slices"
	"strings"

	"demarche/data"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// several is what a phrase for several says of those for whom it stands.
type several struct {
	n      int    // how many, 0 where it does not say
	office string // by which it calls each of them, "" for none
	people bool   // whether they may be people
	states bool   // whether they may be states
}

// Several are the lists of those for whom a phrase for several may stand, tokens lo to hi-1: "they", "the three", "the
// two governments", "the ministers of both countries", "the joint statement". Whom it means is told before, so there
// are the people and the states that the text named last in one sentence, named last at all, and was about last. The
// caller chooses. nil for every other phrase.
func (r *Story) Several(lo, hi int) [][]*naming.Entity {
	c := &company{r}
	if list := c.withPronoun(lo, hi); list != nil {
		return list
	}
	return c.meant(lo, hi)
}

// withPronoun are those for whom "he and Lind" and "both she and the envoy, Karl Moss," may stand: each of those named
// last before, of the gender of the pronoun where it is known, with the other one. nil for every other phrase.
func (r *company) withPronoun(lo, hi int) (out [][]*naming.Entity) {
	s, k := r.Body, lo
	if s.Lower[k] == "both" {
		k++
	}
	pronoun := s.At(k)
	he, she := words.HePronoun[pronoun], words.ShePronoun[pronoun]
	if s.At(k+1) != "and" || !he && !she {
		return nil
	}
	var other *naming.Entity
	for i := k + 2; i < hi; i++ {
		if e := r.PersonAt(i); e != nil {
			other = e
		}
	}
	if other == nil {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	list := r.NamedBefore(pos, func(e *naming.Entity) bool {
		g := e.Gender()
		return e != other && e.Name != e.Office && (g == "" || (g == "m") == he)
	})
	slices.SortStableFunc(list, func(a, b *naming.Entity) int {
		return cmp.Compare(b.LastBefore(pos), a.LastBefore(pos))
	})
	for _, e := range list[:min(2, len(list))] {
		out = append(out, []*naming.Entity{e, other})
	}
	return out
}

// company finds those who may be meant together.
type company struct{ *Story }

// meant are the lists of those for whom a phrase for several may stand.
func (r *company) meant(lo, hi int) [][]*naming.Entity {
	x, ok := severalBy(r.Body, lo, hi)
	if !ok {
		return nil
	}
	told := r.toldTogether(r.Body.Doc.Tokens[lo].Start)
	out := slices.Clone(told)
	if x.people {
		out = append(out, r.severalPeople(lo, x)...)
	}
	if own := r.statesOf(r.Body.MentionsIn(lo, hi)); len(own) > 1 {
		out = append(out, own, r.eachOfStates(own, x))
	}
	if x.states {
		out = append(out, r.severalStates(lo, x)...)
		for _, list := range told {
			out = append(out, r.governmentsFor(list))
		}
	}
	return slices.DeleteFunc(out, func(list []*naming.Entity) bool { return len(list) < 2 })
}

// severalBy reads a phrase for several. ok is false for every other phrase.
func severalBy(s *scene.Scene, lo, hi int) (x several, ok bool) {
	if hi-lo == 1 && words.TheyPronoun[s.Lower[lo]] {
		return several{n: sizeIn(s, lo, hi), people: true, states: true}, true
	}
	head := severalHead(s, lo, hi)
	w := s.Lower[head]
	x = several{n: sizeIn(s, max(lo, head-3), head+1), people: true}
	switch {
	case words.TalkingSide[w]:
		x.states = true
	case words.StateNoun[w] || words.SideNoun[w] && strings.HasSuffix(w, "s"):
		x.people, x.states = false, true
	case words.JointOffice[w]:
		if office := strings.TrimSuffix(w, "s"); words.Office[office] {
			x.office = office
		}
		x.states = head+1 < hi && words.StateNoun[s.Lower[hi-1]] // "the ministers of both countries"
	case x.n > 0 && head == hi-1 && (words.PairNoun[w] || sizeIn(s, head, hi) > 0):
		x.states = true
	case words.ActStatement[w]:
		joint := slices.ContainsFunc(s.Lower[lo:head], func(w string) bool { return words.OfSeveral[w] })
		x.people, x.states = joint, joint
	default:
		return several{}, hi-lo == 1 && words.ItPronoun[w]
	}
	return x, true
}

// severalHead is the noun of a phrase for several: the last one before "of both countries", "issued on Monday" and the
// like, else its last word.
func severalHead(s *scene.Scene, lo, hi int) int {
	for k := lo; k+1 < hi; k++ {
		w := s.Lower[k]
		noun := words.JointOffice[w] || words.TalkingSide[w] || words.ActStatement[w]
		next := s.Lower[k+1] == "," || s.Lower[k+1] == "of" || s.Doc.Tokens[k+1].Tag == "VBN"
		if noun && (next || words.Preposition[s.Lower[k+1]]) {
			return k
		}
	}
	return hi - 1
}

// sizeIn is the number of people or states that the tokens tell, 0 for none: "both", "the three leaders".
func sizeIn(s *scene.Scene, lo, hi int) int {
	sizes := []data.Set{words.OfTwo, words.OfThree, words.OfFour, words.OfFive, words.OfSix, words.OfSeven}
	for k := lo; k < hi; k++ {
		if n := slices.IndexFunc(sizes, func(c data.Set) bool { return c[s.Lower[k]] }); n >= 0 {
			return n + 2
		}
	}
	return 0
}

// fits reports whether a person may be one of several: called by their office, and nobody who only relays.
func (x *several) fits(e *naming.Entity) bool {
	if !e.Person() || e.Plural || e.CalledSpokesperson() {
		return false
	}
	return x.office == "" || holdsOneOf(e, x.office) || e.Held == "" && len(e.Heads) == 0
}

// counts reports whether a list has as many as the phrase says.
func (x *several) counts(list []*naming.Entity) bool {
	return len(list) > 1 && (x.n == 0 || len(list) == x.n)
}

// severalPeople are the people named together in a sentence before token lo, those named last, the last ones of
// different states, and the last ones of one rank.
func (r *company) severalPeople(lo int, x several) [][]*naming.Entity {
	s := r.Body
	pos := s.Doc.Tokens[lo].Start
	list := r.NamedBefore(pos, x.fits)
	slices.SortStableFunc(list, func(a, b *naming.Entity) int {
		return cmp.Compare(b.LastBefore(pos), a.LastBefore(pos))
	})
	n := max(x.n, 2)
	out := [][]*naming.Entity{r.peopleTogether(pos, x), lastDifferent(list, n, func(*naming.Entity) bool { return true })}
	out = append(out, lastDifferent(list, n, func(e *naming.Entity) bool { return e.State != "" }))
	if len(list) > 0 {
		out = append(out, lastDifferent(list, n, func(e *naming.Entity) bool {
			return e.State != "" && (e == list[0] || e.Held == list[0].Held && e.Held != "" || sharesOffice(e, list[0]))
		}))
	}
	if x.states {
		out = append(out, r.eachOfStates(r.mainStates(), x), r.eachOfStates(r.statesTogether(lo, x), x))
	}
	return out
}

// sharesOffice reports whether the text calls both by one office.
func sharesOffice(a, b *naming.Entity) bool {
	return slices.ContainsFunc(a.Heads, func(h string) bool { return slices.Contains(b.Heads, h) })
}

// lastDifferent are the first n of a list, the last named first, that fit, where they are known each of another state.
func lastDifferent(list []*naming.Entity, n int, fits func(*naming.Entity) bool) []*naming.Entity {
	var out []*naming.Entity
	for _, e := range list {
		same := func(o *naming.Entity) bool { return e.State != "" && o.State == e.State }
		if len(out) < n && fits(e) && !slices.ContainsFunc(out, same) {
			out = append(out, e)
		}
	}
	if len(out) < n {
		return nil
	}
	slices.Reverse(out)
	return out
}

// peopleTogether are the people of the last sentence that names as many as the phrase means before byte pos.
func (r *company) peopleTogether(pos int, x several) []*naming.Entity {
	s := r.Body
	all := r.NamedBefore(pos, x.fits)
	for n := s.SentenceAt(pos); n >= 0; n-- {
		in := s.Doc.Sentences[n].Span
		var list []*naming.Entity
		for _, e := range all {
			if slices.ContainsFunc(e.Places, func(at int) bool { return in.Start <= at && at < min(in.End, pos) }) {
				list = append(list, e)
			}
		}
		if x.counts(list) {
			return list
		}
	}
	return nil
}

// severalStates are the two states that the text is about, those that a sentence before token lo names together, and
// those named last.
func (r *company) severalStates(lo int, x several) [][]*naming.Entity {
	s := r.Body
	out := [][]*naming.Entity{r.mainStates(), r.statesTogether(lo, x)}
	var last []*naming.Entity
	n := max(x.n, 2)
	for k := s.FirstMention[lo] - 1; k >= 0 && len(last) < n; k-- {
		last = naming.Distinct(append(last, r.statesOf(s.Mentions[k:k+1])...))
	}
	if len(last) == n {
		out = append(out, last)
	}
	return out
}

// statesTogether are the states and unions of the last sentence that names as many as the phrase means before token
// lo; of more in its own sentence the first ones.
func (r *company) statesTogether(lo int, x several) []*naming.Entity {
	s := r.Body
	own := s.SentenceAt(s.Doc.Tokens[lo].Start)
	for n := own; n >= 0; n-- {
		sn := &s.Doc.Sentences[n]
		list := r.statesOf(s.MentionsIn(sn.First, min(sn.Last, lo)))
		if n == own && x.n > 0 && len(list) > x.n {
			list = list[:x.n]
		}
		if x.counts(list) {
			return list
		}
	}
	return nil
}

// statesOf are the states and the organisations of several states among mentions, each once.
func (r *company) statesOf(list []scene.Mention) []*naming.Entity {
	var out []*naming.Entity
	for i := range list {
		a := list[i].Actor
		if a.Kind == actors.State {
			out = append(out, r.StateEntity(a))
		} else if e := r.ByID[a.ID]; a.Kind == actors.Organisation && a.ID != "" && e != nil && e.Class == "" {
			out = append(out, e)
		}
	}
	return naming.Distinct(out)
}

// eachOfStates is of each state whom the text names with the office of the phrase, else who leads it where the phrase
// means leaders. nil where that of one is unknown.
func (r *company) eachOfStates(states []*naming.Entity, x several) []*naming.Entity {
	if x.office == "" {
		return nil
	}
	var out []*naming.Entity
	for _, of := range states {
		k := slices.IndexFunc(r.Persons, func(e *naming.Entity) bool { return e.State == of.State && x.fits(e) })
		switch {
		case k >= 0:
			out = append(out, r.Persons[k])
		case naming.OfficeOfEach(x.office+"s") != "":
			out = append(out, one(r.Incumbent(of.State, naming.OfficeOfEach(x.office+"s")))...)
		}
	}
	if len(out) != len(states) {
		return nil
	}
	return naming.Distinct(out)
}

// toldTogether are the last two lists of several whom the text was about before byte pos, and the parties to the last
// act of several.
func (r *company) toldTogether(pos int) [][]*naming.Entity {
	var out [][]*naming.Entity
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach) && len(out) < 2; i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) > 1 {
			out = append(out, f.Entities)
		}
	}
	for i := len(r.Acts) - 1; i >= max(0, len(r.Acts)-Reach); i-- {
		if f := r.Acts[i]; f.Pos < pos && len(f.issuers()) > 1 {
			return append(out, f.issuers())
		}
	}
	return out
}

// governmentsFor are the governments of those who speak for states, each once.
func (r *Story) governmentsFor(list []*naming.Entity) []*naming.Entity {
	var out []*naming.Entity
	for _, e := range list {
		if a, ok := r.Gazetteer.Unnamed(e.State, "government"); ok && len(e.State) == 3 {
			out = append(out, r.StateEntity(a))
		}
	}
	return naming.Distinct(out)
}

// Listed is the whole list, with "and", of which tokens lo to hi-1 hold the last members: "France, Peru and | Kenya".
// nil where nothing of it stands before them, and where it joins states with people.
func (r *Story) Listed(lo, hi int) []*naming.Entity {
	s := r.Body
	var run []*naming.Entity
	joined, and, before, at := false, false, false, hi
	for k := hi - 1; k >= 0; k-- {
		e, w := r.memberAt(k), s.Lower[k]
		if e != nil && (len(run) == 0 || joined) {
			run, joined, before, at = append([]*naming.Entity{e}, run...), false, k < lo, k
		} else if e == nil && (w == "," || w == "and") {
			joined, and = len(run) > 0, and || w == "and"
		} else if (e == nil || e != run[0]) && w != "the" && !r.BeforeListed(k) && k < lo {
			break
		}
	}
	run = naming.Distinct(run)
	kinds := slices.IndexFunc(run, func(e *naming.Entity) bool { return e.Person() != run[0].Person() })
	if !and || !before || kinds >= 0 {
		return nil
	}
	if heads := r.headsOf(run, at); heads != nil {
		return heads
	}
	return run
}

// headsOf are the holders of an office in each of several states, where the list of these, which begins at token at, is
// what a plural is of: "the leaders of | Chile, Peru and Kenya". nil where one of them is unknown or none is meant.
func (r *Story) headsOf(states []*naming.Entity, at int) []*naming.Entity {
	s, of := r.Body, at-1
	if s.At(of) == "the" {
		of--
	}
	if s.At(of) != "of" || len(states) == 0 || states[0].Kind != actors.State {
		return nil
	}
	first, _ := s.SentenceBounds(at)
	for lo := of - 1; lo >= max(first, of-3); lo-- {
		plural := strings.Join(s.Lower[lo:of], " ")
		g := &groups{Story: r}
		var out []*naming.Entity
		for _, e := range states {
			out = append(out, one(g.ofState(e.State, plural))...)
		}
		if len(out) == len(states) {
			return out
		}
	}
	return nil
}

// memberAt is the person or the state that token k of the body names, nil for none.
func (r *Story) memberAt(k int) *naming.Entity {
	m := r.Body.MentionAt(k)
	if m != nil && m.Actor.Kind == actors.State && m.Kind != actors.ByDemonym {
		return r.StateEntity(m.Actor)
	}
	return r.PersonAt(k)
}
