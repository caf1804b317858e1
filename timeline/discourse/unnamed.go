package discourse

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// unnamed finds other names of somebody whom a phrase does not name: as it is written, with what they are of, "priest
// in Lima"; with the state of which the text tells, "Turkish defence official"; with the body named before, "NATO
// spokesperson"; one of those named before, "Gulf official".
type unnamed struct {
	*Story
	referents func(lo, hi int, act *Act) []*naming.Entity // resolves "the ministry" of "an official of the ministry"
}

// headed is a phrase for somebody unnamed: tokens lo to hi-1 without what leads in, and its head.
type headed struct{ lo, head, hi int }

// read are those names for the phrase of tokens lo to hi-1, the likeliest first.
func (r *unnamed) read(lo, hi int) []*naming.Entity {
	if at, end := r.introduction(lo, hi); at >= 0 {
		lo, hi = at, end
	}
	if e := r.oneOf(lo, hi); e != nil {
		return one(e)
	}
	from := r.ofGroup(lo, hi)
	p, ok := r.phrase(from, hi)
	if !ok {
		return nil
	}
	s := r.Body
	if words.PossessivePerson[s.Lower[from]] {
		list := r.servant(p, from)
		if len(list) == 1 && from > lo {
			return one(namedBy(memberOf(list[0].Name), list[0].State, false))
		}
		return list
	}
	states := r.statesNear(p.lo, 2)
	home := ""
	if len(states) > 0 {
		home = states[0]
	}
	plural := s.Doc.Tokens[p.head].Tag == "NNS"
	list := append(r.atBody(p), r.ofBodies(p)...)
	if p.hi > p.head+1 {
		list = append(list, namedBy(s.Words(p.lo, p.hi), home, plural))
	}
	if next := s.At(p.head + 1); p.hi == p.head+1 || next != "of" && next != "for" && next != "to" {
		list = append(list, namedBy(s.Words(p.lo, p.head+1), home, plural))
	}
	if !s.NamesState(p.lo, p.hi) {
		for _, state := range states {
			if name := r.ofState(p, state); name != "" {
				list = append(list, namedBy(name, state, plural))
			}
		}
	}
	return list
}

// ofState is the name of somebody by the state that the phrase does not name: "Turkish defence official", "Treasury
// spokesperson of the United States", "Parliamentary committee of Peru". "" where it is not the state's.
func (r *unnamed) ofState(p headed, state string) string {
	s := r.Body
	noun := s.Lower[p.head]
	class := naming.PostClass(s, p.lo, p.hi)
	if u, ok := r.Gazetteer.Unnamed(state, class); ok && class != "" && words.Spokesperson[noun] {
		return servantOf(u.Name, class, "spokesperson")
	} else if of := r.Gazetteer.Adjective(state); ok && class != "" && of != "" && words.Unnamed[noun] {
		return of + " " + class + " " + noun
	}
	switch {
	case words.Spokesperson[noun] && p.head > p.lo:
		return s.Words(p.lo, p.head) + " spokesperson of " + r.Articled(state)
	case words.Spokesperson[noun]:
	case words.Body[noun] && p.head > p.lo:
		return s.Words(p.lo, p.head+1) + " of " + r.Articled(state)
	case words.Office[strings.TrimSuffix(noun, "s")]:
		from := p.lo
		if words.SeniorWord[s.Lower[from]] && from < p.head {
			from++ // "senior | defence official"
		}
		if of := r.Gazetteer.Adjective(state); of != "" {
			return of + " " + s.Words(from, p.head+1)
		}
	}
	return ""
}

// servant is somebody whom a phrase names by the person whose they are: "his adviser" is an adviser to the one of whom
// the text spoke last. lo is the token of "his".
func (r *unnamed) servant(p headed, lo int) []*naming.Entity {
	s := r.Body
	gender := map[string]string{"his": "m", "her": "f"}[s.Lower[lo]]
	e := (&pronouns{r.Story}).he(s.Doc.Tokens[lo].Start, gender)
	if gender == "" || e == nil || e.Name == e.Office {
		return nil
	}
	return r.servants(p, e)
}

// servants are the names of one who serves a person: "Spokesperson for Ana Lind", "Adviser to Ana Lind".
func (r *unnamed) servants(p headed, e *naming.Entity) []*naming.Entity {
	s := r.Body
	noun := s.Words(p.lo, p.head+1)
	join := " of "
	switch head := strings.TrimSuffix(s.Lower[p.head], "s"); {
	case words.Spokesperson[head]:
		noun, join = "spokesperson", " for "
	case words.ToMaster[head]:
		join = " to "
	}
	return one(namedBy(noun+join+e.Name, e.State, s.Doc.Tokens[p.head].Tag == "NNS"))
}

// namedBy is somebody who is known by a phrase only.
func namedBy(phrase, state string, plural bool) *naming.Entity {
	e := naming.Group(scene.UpperFirst(scene.Clean(phrase)), state)
	if !plural {
		e.Kind, e.Plural = actors.Person, false
	}
	return e
}

// phrase reads a phrase whose head is a common noun for people or a body: what leads in is left out, and what the head
// is of taken in, up to the verb, a comma or a clause. ok is false for names, documents and pronouns.
func (r *unnamed) phrase(lo, hi int) (p headed, ok bool) {
	s := r.Body
	_, last := s.SentenceBounds(lo)
	for lo < hi && (words.Determiner[s.Lower[lo]] || words.JointLead[s.Lower[lo]] || s.Doc.Tokens[lo].Tag == "CD") {
		lo++
	}
	head := lo
	for head < last && r.inner(head) {
		head++
	}
	for head > lo && (head == last || !s.NounTag(head-1)) {
		head--
	}
	head--
	if head < lo || s.Capital(head) && head > lo || s.MentionAt(head) != nil {
		return p, false
	}
	text := words.Document[s.Lower[head]] || words.Paper[s.Lower[head]]
	if text || !strings.HasPrefix(s.Doc.Tokens[head].Tag, "NN") {
		return p, false
	}
	return headed{lo, head, r.tail(head+1, last)}, true
}

// inner reports a token that may stand in a noun phrase up to its head.
func (r *unnamed) inner(k int) bool {
	s := r.Body
	nominal := s.NounTag(k) || s.Doc.Tokens[k].Tag == "VBG" || s.MentionAt(k) != nil
	return nominal && !s.InTime(k) && !s.FiniteVerb(k) && !words.Relative[s.Lower[k]] && s.Lower[k] != ","
}

// tail is the end of what stands from token k on and tells whom the noun before it means: "in Lima", "at the ministry
// of trade", "close to the talks".
func (r *unnamed) tail(k, last int) int {
	s := r.Body
	for k < last {
		at := k
		if words.AfterNoun[s.Lower[at]] {
			at++
		}
		if at >= last || !words.Complementing[s.Lower[at]] && !words.Workplace[s.Lower[at]] || s.Lower[at] == "and" {
			return k
		}
		end := s.PhraseEnd(at+1, last)
		if end <= at+1 || s.InTime(at+1) {
			return k
		}
		for i := at + 1; i < end; i++ {
			if s.Lower[i] == "," {
				return i
			}
		}
		k = end
	}
	return k
}

// statesNear are the states of which the text tells at token i, at most n: that of the place with which the sentence
// opens and those named last before.
func (r *unnamed) statesNear(i, n int) []string {
	s := r.Body
	var list []string
	put := func(state string) {
		if len(state) == 3 && len(list) < n && !slices.Contains(list, state) {
			list = append(list, state)
		}
	}
	if m := scene.OpeningPlace(s, i); m != nil {
		put(m.Actor.State)
	}
	if state, _ := scene.Topic(s, i); state != "" {
		put(state)
	}
	for k := s.FirstMention[i] - 1; k >= max(0, s.FirstMention[i]-Reach/5); k-- {
		if m := &s.Mentions[k]; m.Actor.Kind == actors.State || m.Actor.Kind == actors.Person {
			put(m.Actor.State)
		}
	}
	return list
}

// introducedBefore are the names of the one without a name whom the text has introduced in the sentence of a pronoun,
// token k, or the one before: "A diplomat from a third country was late. He".
func (r *unnamed) introducedBefore(k int) []*naming.Entity {
	s := r.Body
	floor, _ := s.SentenceBounds(k)
	if floor > 0 {
		floor, _ = s.SentenceBounds(floor - 1)
	}
	for i := k - 1; i > floor; i-- {
		if !words.Office[s.Lower[i]] && !words.Unnamed[s.Lower[i]] {
			continue
		}
		if from := indefinite(s, i); from >= floor {
			list := r.read(from, i+1)
			return list[:min(2, len(list))]
		}
	}
	return nil
}

// introduction is the phrase with which the text has introduced who is called by "the" and a noun: "an official at
// the ministry" for "the official". It is -1 for every other phrase.
func (r *unnamed) introduction(lo, hi int) (at, end int) {
	s := r.Body
	if hi-lo != 2 || s.Lower[lo] != "the" || !words.Unnamed[s.Lower[hi-1]] {
		return -1, -1
	}
	for k := lo - 1; k > max(0, lo-2*Reach); k-- {
		if s.Lower[k] != s.Lower[hi-1] {
			continue
		}
		if from := indefinite(s, k); from >= 0 {
			return from, k + 1
		}
	}
	return -1, -1
}

// oneOf is one of the group of people whom the text named last: "one of them", "one" after "two Gulf officials". nil
// for every other phrase.
func (r *unnamed) oneOf(lo, hi int) *naming.Entity {
	s := r.Body
	if !words.Introducing[s.Lower[lo]] || hi-lo > 1 && s.At(lo+1) != "of" {
		return nil
	}
	noun := ""
	if hi-lo > 2 && s.Doc.Tokens[hi-1].Tag == "NNS" {
		noun = s.Lower[hi-1]
	}
	pos := s.Doc.Tokens[lo].Start
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos || len(f.Entities) == 0 {
			continue
		}
		e := f.Entities[0]
		if !e.Plural || e.StateBody() || e.Kind == actors.State || noun != "" && !naming.NameHas(e, noun) {
			continue
		}
		if name := memberOf(e.Name); name != "" {
			return namedBy(name, e.State, false)
		}
	}
	if group, state := r.groupTold(lo); group != "" && (hi-lo == 1 || s.Lower[hi-1] == "them") {
		if name := memberOf(group); name != "" {
			return namedBy(name, state, false)
		}
	}
	return nil
}

// memberOf is the name of one of the people of a group of that name: "Two Turkish officials" are each a Turkish
// official. "" where its head is no plural.
func memberOf(group string) string {
	list := strings.Fields(group)
	if w := strings.ToLower(list[0]); words.Determiner[w] || words.JointLead[w] {
		list = list[1:]
	}
	for k, w := range list {
		if k+1 < len(list) && !words.Complementing[list[k+1]] && !words.Workplace[list[k+1]] {
			continue
		}
		single := strings.TrimSuffix(w, "s")
		if single == w || strings.HasSuffix(single, "s") {
			return ""
		}
		list[k] = single
		return strings.Join(list, " ")
	}
	return ""
}

// ofBodies are the names of one who speaks for a body or works there, by the bodies that the text named last: "a
// spokesperson" after "the State Department", "a ministry official", "a spokesman for the alliance".
func (r *unnamed) ofBodies(p headed) []*naming.Entity {
	s := r.Body
	noun := s.Lower[p.head]
	if words.Spokesperson[noun] {
		noun = "spokesperson"
	}
	if !words.Unnamed[strings.TrimSuffix(noun, "s")] || s.NamesState(p.lo, p.hi) && !s.HasBody(p.lo, p.hi) {
		return nil
	}
	kind := ""
	for k := p.lo; k < p.hi; k++ {
		if words.Body[s.Lower[k]] || words.Organ[s.Lower[k]] {
			kind = s.Lower[k]
		}
	}
	var list []*naming.Entity
	for _, e := range r.Names.BodiesBefore(s.Doc.Tokens[p.lo].Start) {
		if kind != "" && !e.Has(kind) && !naming.NameHas(e, kind) {
			continue
		}
		list = append(list, namedBy(servantOf(e.Name, e.Class, noun), e.State, false))
		if len(list) == 2 {
			break
		}
	}
	return list
}

// servantOf names one who works for a body of that name and class: "Foreign Ministry spokesperson of Chile", "NATO
// spokesperson".
func servantOf(body, class, noun string) string {
	i := strings.LastIndex(body, " of ")
	switch {
	case i < 0:
		return body + " " + noun
	case class == "embassy":
		return scene.UpperFirst(noun) + " of the " + body
	}
	return body[:i] + " " + noun + body[i:]
}
