package discourse

import (
	"slices"
	"sort"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// bodies finds further bodies for which a phrase may stand than those that the rules and names make of it: of each
// state that the text has just told of where the phrase names none, and those that the text named before. It decides
// nothing.
type bodies struct {
	*Story
	referents func(lo, hi int, act *Act) []*naming.Entity // of a phrase within the text
	told      map[int][]bodyTold                          // by sentence
}

// bodyTold is a body that the text names; token is its head.
type bodyTold struct {
	token  int
	entity *naming.Entity
}

// How many bodies are put forward: of other states, and of those named before.
const (
	statesBefore  = 3
	bodiesBefore  = 2
	bodyReach     = 2  // in sentences, for "it"
	kindReach     = 40 // in sentences, for "the council"
	documentReach = 12 // in sentences, for "the statement"
)

// readings are the further bodies for the phrase of tokens lo to hi-1, which is read as found says.
func (r *bodies) readings(lo, hi int, found []Reading) (out []Reading) {
	for _, k := range []struct {
		name string
		list []*naming.Entity
	}{
		{"body-written", r.written(lo, hi, found)},
		{"body-of-state", r.ofOtherStates(lo, hi, found)},
		{"body-of-president", r.ofPresident(lo, hi)},
		{"embassy", r.embassies(lo, hi)},
		{"body-of-state", r.ofCounterpart(lo, hi)},
		{"body-at-end", r.atEnd(lo, hi)},
		{"body-of-holder", r.ofHolders(lo, hi)},
		{"body-issuing", r.issuing(lo, hi)},
		{"body-before", r.before(lo, hi)},
	} {
		for _, e := range k.list {
			out = append(out, Reading{k.name, one(e)})
		}
	}
	return out
}

// ofOtherStates are the bodies of that name of the states told of last: "the foreign ministry", after words of Norway
// and Peru, of either.
func (r *bodies) ofOtherStates(lo, hi int, found []Reading) (out []*naming.Entity) {
	if r.Body.NamesState(lo, hi) {
		return nil
	}
	for _, f := range found {
		if len(f.Entities) != 1 || f.Entities[0].Kind != actors.Organisation || r.Placed(lo, f.Entities[0].State) {
			continue
		}
		for _, state := range r.lastStates(lo) {
			if e := r.BodyOf(f.Entities[0], state); e != nil {
				out = append(out, e)
			}
		}
	}
	if class := r.Body.Offices.In(lo, hi); words.MinistryBody[class] && slices.ContainsFunc(found, unplaced) {
		for _, state := range r.lastStates(lo) {
			if u, ok := r.Gazetteer.Unnamed(state, class); ok {
				out = append(out, naming.KeepBody(r.Cast, class, u.Name, state))
			}
		}
	}
	if k := ofTheCountry(r.Body, lo, hi); k > 0 {
		for _, state := range r.lastStates(lo) {
			out = append(out, r.NamedBody(r.Body, k, hi, state))
		}
	}
	return naming.Distinct(out)
}

// unplaced reports a reading as a body by its name as it is written, without its state.
func unplaced(f Reading) bool {
	return len(f.Entities) == 1 && f.Entities[0].Kind == actors.Organisation && !f.Entities[0].StateBody()
}

// ofCounterpart is the body of another state like the one named last: "its Norwegian counterpart", "its counterpart in
// Oslo". nil for every other phrase.
func (r *bodies) ofCounterpart(lo, hi int) []*naming.Entity {
	s := r.Body
	k := lo + 1
	for k < hi && !words.CounterpartNoun[s.Lower[k]] {
		k++
	}
	if k >= hi || !words.ItPronoun[strings.TrimSuffix(s.Lower[lo], "s")] {
		return nil
	}
	of := s.MentionAt(lo + 1)
	if words.Workplace[s.At(k+1)] {
		of = s.MentionAt(k + 2)
	}
	last := r.namedBefore(lo, bodyReach, (*naming.Entity).StateBody)
	if of == nil || of.Actor.Kind != actors.State || len(last) == 0 {
		return nil
	}
	return one(r.BodyOf(last[0], of.Actor.State))
}

// ofTheCountry returns the token after the possessor of "the country's National Council", 0 for every other phrase.
func ofTheCountry(s *scene.Scene, lo, hi int) int {
	k := s.SkipDeterminer(lo, hi)
	if k == lo || k+2 >= hi || !words.StateNoun[s.Lower[k]+"s"] && s.Lower[k] != "country" || s.Lower[k+1] != "'s" {
		return 0
	}
	return k + 2
}

// lastStates are the states that the text names before token k, the last one first, then those of its title.
func (r *bodies) lastStates(k int) (out []string) {
	note := func(m *scene.Mention) {
		if m.Actor.Kind == actors.State && len(out) < statesBefore && !slices.Contains(out, m.Actor.State) {
			out = append(out, m.Actor.State)
		}
	}
	s := r.Body
	for i := s.FirstMention[k] - 1; i >= max(0, s.FirstMention[k]-Reach); i-- {
		note(&s.Mentions[i])
	}
	for i := range r.Title.Mentions {
		note(&r.Title.Mentions[i])
	}
	return out
}

// ofHolders are the bodies that each of those lead who were named last: for "his ministry".
func (r *bodies) ofHolders(lo, hi int) (out []*naming.Entity) {
	s := r.Body
	if hi-lo != 2 || !words.OwnBody[s.Lower[hi-1]] || !words.PossessivePerson[s.Lower[lo]] && s.Lower[lo] != "the" {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	people := r.NamedBefore(pos, func(e *naming.Entity) bool { return len(e.State) == 3 })
	sort.SliceStable(people, func(i, j int) bool { return people[i].Far(pos) < people[j].Far(pos) })
	d := definites{r.Story}
	for _, e := range people {
		b := d.bodyOfHolder(e, s.Lower[hi-1] != "office")
		if b == nil {
			b = r.MinistryLed(e)
		}
		if b != nil && len(out) < statesBefore {
			out = append(out, b)
		}
	}
	return naming.Distinct(out)
}

// before are the bodies named before for which "it", "its members" or "the council" may stand.
func (r *bodies) before(lo, hi int) []*naming.Entity {
	s := r.Body
	noun := s.Lower[hi-1]
	all := func(*naming.Entity) bool { return true }
	switch {
	case hi-lo == 1 && (words.ItPronoun[noun] || words.TheyPronoun[noun]),
		hi-lo == 2 && words.ItPronoun[strings.TrimSuffix(s.Lower[lo], "s")]:
		return r.namedBefore(lo, bodyReach, all)
	case hi-lo > 4 || DocumentNoun(s, lo, hi) >= 0 || !words.Body[noun] && !words.Organ[noun] && !words.GeneralBody[noun]:
		return nil
	}
	state := ""
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind != actors.State {
			return nil
		}
		state = m.Actor.State
	}
	list := r.namedBefore(lo, kindReach, func(e *naming.Entity) bool {
		return (state == "" || e.State == state) && (naming.NameHas(e, noun) || e.Has(noun))
	})
	if len(list) == 0 && state == "" {
		list = r.namedBefore(lo, bodyReach, all)
	}
	return list
}

// issuing are the bodies of whose documents the text tells before "the statement" or "it": those named in the sentences
// that hold the noun of one.
func (r *bodies) issuing(lo, hi int) (out []*naming.Entity) {
	s := r.Body
	if DocumentNoun(s, lo, hi) < 0 && (hi-lo != 1 || !words.ItPronoun[s.Lower[lo]]) {
		return nil
	}
	n := s.SentenceAt(s.Doc.Tokens[lo].Start)
	for i := n; i >= max(0, n-documentReach) && len(out) < bodiesBefore; i-- {
		sn := &s.Doc.Sentences[i]
		if !slices.ContainsFunc(s.Lower[sn.First:sn.Last], func(w string) bool { return words.Document[w] }) {
			continue
		}
		for _, b := range r.in(i) {
			if b.token < lo && !naming.Includes(out, b.entity) && len(out) < bodiesBefore {
				out = append(out, b.entity)
			}
		}
	}
	return out
}

// namedBefore are the last bodies that fit and are named before token lo, in its sentence or one of the reach before.
func (r *bodies) namedBefore(lo, reach int, fits func(*naming.Entity) bool) (out []*naming.Entity) {
	n := r.Body.SentenceAt(r.Body.Doc.Tokens[lo].Start)
	for i := n; i >= max(0, n-reach); i-- {
		for _, b := range r.in(i) {
			if b.token < lo && fits(b.entity) && !naming.Includes(out, b.entity) {
				if out = append(out, b.entity); len(out) == bodiesBefore {
					return out
				}
			}
		}
	}
	return out
}

// in are the bodies that sentence n names, the last one first.
func (r *bodies) in(n int) []bodyTold {
	if list, ok := r.told[n]; ok {
		return list
	}
	r.told[n] = nil // while it is read
	s := r.Body
	var list []bodyTold
	for k := s.Doc.Sentences[n].Last - 1; k >= s.Doc.Sentences[n].First; k-- {
		if w := s.Lower[k]; !words.Body[w] && !words.Organ[w] && !words.PalaceNoun[w] && !r.organisationEnds(k) {
			continue
		}
		lo, hi := r.phraseAround(k)
		found := r.referents(lo, hi, nil)
		if len(found) == 1 && found[0].Kind == actors.Organisation && r.isNamed(found[0], lo, k) {
			list = append(list, bodyTold{k, found[0]})
		}
		k = lo
	}
	r.told[n] = list
	return list
}

// isNamed reports whether the body that the phrase from token lo to its head k stands for has a name: "the board" and
// "a front" have none.
func (r *bodies) isNamed(e *naming.Entity, lo, k int) bool {
	if !actors.Unlisted(e.ID) || e.StateBody() {
		return true
	}
	s := r.Body
	from := s.SkipDeterminer(lo, k)
	named := from < k && s.Capital(k-1) || afterComplements(s, k+1, len(s.Lower)) > k+1
	return !gathered(e) && s.Capital(k) && named
}

// organisationEnds reports whether the name of an organisation of the gazetteer ends at token k.
func (r *bodies) organisationEnds(k int) bool {
	m := r.Body.MentionAt(k)
	return m != nil && m.Actor.Kind == actors.Organisation && m.End == r.Body.Doc.Tokens[k].End
}

// phraseAround returns the noun phrase whose head is the body at token k: with what stands before it, and after it the
// name of whose or where it is.
func (r *bodies) phraseAround(k int) (lo, hi int) {
	s := r.Body
	first, last := s.SentenceBounds(k)
	for lo = k; lo > first && !s.InTime(lo-1); lo-- {
		inner := (s.Lower[lo-1] == "of" || s.Lower[lo-1] == "and") && s.Capital(lo) && lo-1 > first && s.Capital(lo-2)
		if !s.NounTag(lo-1) && !inner && s.Lower[lo-1] != "'s" {
			break
		}
	}
	return lo, afterComplements(s, k+1, last)
}

// written is the phrase as the text gives it where it names a body in full, of which a reader took a part: "the Public
// Health Agency | of Norway", "the UN mission | in Peru", "the gas company | Moldogaz".
func (r *bodies) written(lo, hi int, found []Reading) (out []*naming.Entity) {
	s, whole := r.Body, hi
	if slices.ContainsFunc(found, func(f Reading) bool {
		return len(f.Entities) != 1 || f.Entities[0].Person() || f.Entities[0].StateBody()
	}) {
		return nil
	}
	hi = r.beforeAside(lo, hi)
	first, last := s.SentenceBounds(lo)
	for lo-2 >= first && s.Capital(lo) && s.Lower[lo-1] == "and" && s.Capital(lo-2) {
		lo -= 2 // "the Justice and | Equality Movement"
	}
	from := s.SkipDeterminer(lo, hi)
	if from < hi && words.PossessivePerson[s.Lower[from]] {
		from++
	}
	end := from
	for end < hi && !words.Body[s.Lower[end]] && !words.Organ[s.Lower[end]] {
		end++
	}
	if end < hi && (s.Capital(from) || s.Capital(end)) {
		out = append(out, r.AsWritten(s, from, afterComplements(s, end+1, last)))
	}
	if e := r.called(from, whole); e != nil {
		out = append(out, e)
	}
	return out
}

// beforeAside is where a phrase ends before what stands in commas or brackets, and before a document.
func (r *bodies) beforeAside(lo, hi int) int {
	for k := lo; k < hi; k++ {
		if w := r.Body.Lower[k]; w == "," || w == "(" || words.Document[w] {
			return k
		}
	}
	return hi
}

// called is the name with which a phrase ends after a noun for what its bearer is: "the gas company | Moldogaz", "the
// rebel movement, the | Harbour Front". nil for none.
func (r *bodies) called(from, hi int) *naming.Entity {
	s := r.Body
	at := hi
	for at > from && s.Capital(at-1) && s.MentionAt(at-1) == nil {
		at--
	}
	noun := at - 1
	if s.At(noun) == "the" {
		noun--
	}
	if s.At(noun) == "," {
		if noun--; !words.Body[s.At(noun)] && !words.Organ[s.At(noun)] {
			return nil
		}
	}
	if at == hi || noun < from || s.Capital(noun) || !strings.HasPrefix(s.Doc.Tokens[noun].Tag, "NN") {
		return nil
	}
	return r.AsWritten(s, at, hi)
}

// afterComplements returns the end of the names that follow the head of a body, which ends before token k, after
// prepositions: "| to the EU", "| of Norway", "| in Peru".
func afterComplements(s *scene.Scene, k, last int) int {
	for k+1 < last && words.NameTail[s.Lower[k]] {
		at := s.SkipDeterminer(k+1, last)
		if at >= last || !s.Capital(at) || s.InTime(at) {
			break
		}
		for k = at; k < last && s.Capital(k); {
			k++
		}
	}
	return k
}

// atEnd are the bodies that the last noun phrase of the tokens names where the one before it has no part in it: "that
// morning | the Norwegian army", "Downing Street | afterwards".
func (r *bodies) atEnd(lo, hi int) []*naming.Entity {
	s := r.Body
	for k := hi - 1; k > lo; k-- {
		if w := s.Lower[k]; (w == "the" || w == "its" || words.PossessivePerson[w]) &&
			strings.HasPrefix(s.Doc.Tokens[k-1].Tag, "NN") {
			return r.referents(k, hi, nil)
		}
	}
	if hi-lo > 1 && s.Doc.Tokens[hi-1].Tag == "RB" {
		return r.referents(lo, hi-1, nil)
	}
	return nil
}
