package timeline

import (
	"strings"

	"demarche/timeline/actors"
)

// namedElsewhere returns the start of a person's name at the end of the phrase where only the rest of the article tells that the
// last two words are one: "Acting Governor of the Omsk Region John Smith" and later "Mr Smith". 0 when nothing does.
func (r *entities) namedElsewhere(s *scene, k, hi int) int {
	for _, at := range []int{hi - 3, hi - 2} {
		if at > k+2 && s.allCapital(at, hi) && s.unnamed(at) && s.surname(r, at) && !s.surname(r, at-1) && !s.bodyWithin(at, hi) && s.low[at-1] != "of" {
			return at // "Vice-Minister of Chemical Industry Pak Chol"
		}
	}
	at := hi - 2
	if at <= k+2 || !s.capital(at) || !s.capital(at+1) || !s.unnamed(at) || !s.unnamed(at+1) || bodies[s.low[at+1]] || bodies[s.low[at]] || s.low[at-1] == "of" || s.low[at-1] == "the" {
		return 0
	}
	last := s.d.Word(at + 1)
	if strings.Contains(r.body.text, "Mr "+last) || strings.Contains(r.body.text, "Ms "+last) || strings.Contains(r.body.text, "\n"+s.words(at, hi)) {
		return at
	}
	return 0
}

// surname reports whether token i is a Korean or Chinese surname, with which a full name begins.
func (s *scene) surname(r *entities, i int) bool {
	for _, e := range r.g.NamedEntries(s.d.Word(i), r.day) {
		if e.Kind == actors.Person && (e.State == "PRK" || e.State == "KOR" || e.State == "CHN") && strings.HasPrefix(e.Name, s.d.Word(i)+" ") {
			return true
		}
	}
	return false
}

// person returns an unknown person whose name is tokens at to hi-1, described by tokens lo to end-1.
func (r *entities) person(s *scene, at, hi, lo, end int) *entity {
	full := clean(s.words(at, hi))
	if e := r.met(full); e != nil {
		e.describe(s, lo, end)
		return e
	}
	e := &entity{}
	e.Kind, e.Name = actors.Person, full
	described := false
	for k := lo; k < end; k++ {
		if officeHeads[s.low[k]] {
			e.State, _ = r.stateOf(s, lo, end, k)
			from, to := s.skipDeterminer(lo, at), at
			if from >= to { // in apposition
				from, to = s.skipDeterminer(hi, end), end
				for from < to && s.low[from] == "," {
					from = s.skipDeterminer(from+1, end)
				}
			}
			e.Office = upperFirst(clean(s.words(from, to)))
			described = true
			break
		}
	}
	if !described {
		described = r.introduced(e)
	}
	if !described {
		e.State = r.nativeState(s, at)
	}
	e.ID = actorID(e.Name, e.State)
	e.describe(s, lo, end)
	return r.keep(e)
}

// met returns the entity of that name, if the article has one.
func (r *entities) met(full string) *entity {
	for _, e := range r.people {
		if e.Name == full {
			return e
		}
	}
	return nil
}

// keep enters a new entity, or returns the one that has its ID.
func (r *entities) keep(e *entity) *entity {
	if old := r.byID[e.ID]; old != nil {
		return old
	}
	r.byID[e.ID] = e
	if e.short == "" && e.person() {
		if f := strings.Fields(strings.ToLower(e.Name)); len(f) > 0 && !strings.Contains(e.Name, " of ") {
			e.short = f[len(f)-1]
		}
	}
	if e.person() && !strings.Contains(e.Name, " of ") {
		r.remember(e)
	}
	return e
}

// shortName returns the person of whom the article gave the full name and now only one part, with or without "Mr".
func (r *entities) shortName(s *scene, lo, hi int) *entity {
	k := lo
	for k < hi && (officeHeads[s.low[k]] || s.low[k] == "mr" || s.low[k] == "mr." || s.low[k] == "ms" || s.low[k] == "mrs" || s.low[k] == "ms." || s.low[k] == "the" || s.low[k] == "comrade") {
		k++
	}
	alone := hi-k == 1 || hi-k == 2 && strings.HasPrefix(s.low[k+1], "'")
	self := hi-k == 2 && (s.low[k+1] == "'s" || s.low[k+1] == "himself" || s.low[k+1] == "herself")
	if hi-k != 1 && !self || !s.capital(k) {
		if hi-k < 2 || hi-k > 3 || !s.allCapital(k, hi) {
			return nil
		}
	}
	key := strings.ToLower(clean(s.words(k, hi)))
	if s.mention(k) != nil && s.mention(k).kind != actors.BySurname {
		return nil
	}
	if list := r.shorts[s.low[k]]; len(list) > 0 && alone {
		return list[len(list)-1]
	}
	if list := r.shorts[key]; len(list) > 0 {
		return list[len(list)-1]
	}
	if m := s.mention(k); m != nil && m.entry.ID != "" && alone {
		return r.entityOf(s, m, lo, hi)
	}
	return nil
}

// newName reads the full name of a person whom nobody knows: two to four capitalised words without the head of a body.
func (r *entities) newName(s *scene, lo, hi, end int) *entity {
	k := lo
	for k < hi && (s.low[k] == "mr" || s.low[k] == "mr." || s.low[k] == "ms" || s.low[k] == "ms." || s.low[k] == "mrs") {
		k++
	}
	if at := s.afterRole(k, hi); at > 0 {
		return r.person(s, at, hi, lo, end)
	}
	if hi-k < 2 && end == hi && k == lo || hi-k > 5 || hi == k || s.demonymAt(k) || determiners[s.low[k]] || !s.allCapital(k, hi) || s.bodyWithin(k, hi) {
		return nil
	}
	for i := k; i < hi; i++ {
		if organHeads[s.low[i]] || governments[s.low[i]] {
			return nil
		}
		if m := s.mention(i); m != nil && m.entry.Kind != actors.Person {
			return nil
		}
	}
	// a newspaper or body is no person: only one that is described as one, or that looks like one
	return r.person(s, k, hi, lo, end)
}

// afterRole returns the start of a name behind what its bearer does: "French actress Jane Doe", "artist and sculptor John Doe".
// 0 when the phrase is none of that form.
func (s *scene) afterRole(lo, hi int) int {
	k, roles := s.skipDeterminer(lo, hi), 0
	for k < hi && (!s.capital(k) || s.demonymAt(k)) {
		switch t := s.d.Tokens[k].Tag; {
		case s.demonymAt(k):
		case (s.low[k] == "and" || s.low[k] == ",") && roles > 0, strings.HasPrefix(t, "JJ"):
		case t == "NN" && !bodies[s.low[k]] && !organHeads[s.low[k]] && !papers[s.low[k]] && !documents[s.low[k]]:
			roles++
		default:
			return 0
		}
		k++
	}
	if roles == 0 || hi-k < 2 || hi-k > 4 || !s.allCapital(k, hi) || s.bodyWithin(k, hi) || !s.unnamed(k) {
		return 0
	}
	return k
}

// beforeState returns the end of a person's name behind which stands only a state: "President John Smith | of Kenya". It is hi for
// every other phrase: "Minister of Foreign Affairs of Kenya" names nobody.
func (s *scene) beforeState(lo, hi int) int {
	at := hi - 1
	for at > lo && s.low[at] != "of" {
		at--
	}
	if at <= lo || s.mention(at) != nil || !s.capital(at-1) {
		return hi
	}
	state := s.mention(s.skipDeterminer(at+1, hi))
	if state == nil || state.entry.Kind != actors.State || state.kind == actors.ByDemonym || state.End != s.d.Tokens[hi-1].End {
		return hi
	}
	if m := s.mention(at - 1); m != nil {
		if m.entry.Kind == actors.Person && m.kind != actors.BySurname && m.entry.State == state.entry.State {
			return at
		}
		return hi
	}
	k := at
	for k > lo && !officeHeads[s.low[k-1]] {
		k--
	}
	if k == lo || at-k < 2 || !s.allCapital(k, at) {
		return hi
	}
	return at
}
