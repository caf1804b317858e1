package timeline

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// official reads a phrase whose head is an office: "the Russian president", "Foreign Ministry spokesman Zhao Lijian",
// "governor of the district". nil when there is no office, or it only describes what was named.
func (r *reading) official(s *scene, lo, hi, end int) *entity {
	k := lo
	for k < hi && !officeHeads[s.low[k]] {
		if w := s.low[k]; w == "of" || w == "for" || w == "in" || s.verb(k) {
			return nil
		}
		if m := s.mention(k); m != nil && m.entry.Kind == actors.Organisation && !s.headAfter(k, hi) {
			return nil
		}
		k++
	}
	if k >= hi {
		return nil
	}
	// the last office noun of a run is the head: "deputy prime minister", "vice foreign minister"
	for k+1 < hi && officeHeads[s.low[k+1]] {
		k++
	}
	if k > lo && (s.low[k] == "general" || s.low[k] == "secretary") && (s.low[k-1] == "secretary" || s.low[k-1] == "director" || s.low[k-1] == "general") {
		k--
		if s.low[k] == "general" {
			k++
		}
	}
	if k+1 < hi && (bodies[s.low[k+1]] || s.low[k+1] == "'s" || s.low[k+1] == "'") && s.low[k+1] != "secretariat" {
		return nil
	}
	if strings.HasSuffix(s.low[k], "s") && !officeHeads[s.low[k]] {
		return nil
	}
	state, private := r.stateOf(s, lo, hi, k)
	if at := s.nameAfter(k, hi); at > 0 && !s.demonymAt(at) {
		// a spelling that the gazetteer does not know, of who holds the office
		if e := r.holder(s, lo, at, k, state, private); e != nil && e.short != "" && s.low[hi-1] == e.short {
			e.describe(s, lo, hi)
			return e
		}
		return r.person(s, at, hi, lo, end)
	}
	if at := r.namedElsewhere(s, k, hi); at > 0 {
		return r.person(s, at, hi, lo, end)
	}
	if e := r.holder(s, lo, hi, k, state, private); e != nil {
		e.describe(s, lo, hi)
		return e
	}
	e := &entity{plural: contains(s, k, hi, "and")} // "the reporter and speakers"
	e.Kind = actors.Person
	e.State = state
	e.Name = r.postName(s, lo, hi, k, state)
	e.Office = e.Name
	e.ID = actorID(e.Name, e.State)
	e = r.keep(e)
	e.describe(s, lo, hi)
	return e
}

// namedElsewhere returns the start of a person's name at the end of the phrase where only the rest of the article tells that the
// last two words are one: "Acting Governor of the Omsk Region John Smith" and later "Mr Smith". 0 when nothing does.
func (r *reading) namedElsewhere(s *scene, k, hi int) int {
	for _, at := range []int{hi - 3, hi - 2} {
		if at > k+2 && s.allCapital(at, hi) && s.surname(r, at) && !s.bodyWithin(at, hi) && s.low[at-1] != "of" {
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
func (s *scene) surname(r *reading, i int) bool {
	for _, e := range r.g.NamedEntries(s.d.Word(i), r.day) {
		if e.Kind == actors.Person && (e.State == "PRK" || e.State == "KOR" || e.State == "CHN") && strings.HasPrefix(e.Name, s.d.Word(i)+" ") {
			return true
		}
	}
	return false
}

// headAfter reports whether an office follows token k: "UN Secretary-General", "Defence Ministry spokesman".
func (s *scene) headAfter(k, hi int) bool {
	for ; k < hi; k++ {
		if officeHeads[s.low[k]] {
			return true
		}
		if w := s.low[k]; w == "of" || w == "for" {
			return false
		}
	}
	return false
}

// stateOf returns the state for which the holder of the office at k speaks: the first state that the phrase names outside of
// a "to" complement, unless the office belongs to a private body; else for offices of state the one that the article was
// speaking of.
func (r *reading) stateOf(s *scene, lo, hi, k int) (state string, private bool) {
	to := false
	organ, body, known := false, false, false // known: a body of the gazetteer
	for i := lo; i < hi; i++ {
		w := s.low[i]
		switch {
		case privateBodies[w] && s.capital(i):
			body, private = true, true
		case organHeads[w] && w != "agency" && w != "service" && w != "side" || s.seq(i, "general", "staff") || s.seq(i, "people", "'s", "committee"):
			organ = true
		case bodies[w] && s.capital(i):
			body = true
		case w == "to" || w == "in" || w == "on":
			to = true
		case w == "of" || w == "for":
			to = false
		}
		m := s.mention(i)
		if m == nil {
			continue
		}
		switch {
		case m.entry.Kind == actors.Organisation && state == "" && !to:
			state = m.entry.State
			organ, known = state != "", state != ""
			body = body || state == ""
		case m.entry.Kind == actors.State && !to && state == "" && m.entry.State != "":
			state = m.entry.State
		}
	}
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
	private = false
	if body && !organ && !(stateOffices[head] && head != "minister") && !s.postAt(lo, hi, "party") {
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
func (r *reading) topOffice(s *scene, lo, hi int) bool {
	switch s.classIn(lo, hi) {
	case "president", "prime minister", "monarch", "foreign minister", "defence minister", "head of state", "head of government", "leader", "supreme leader":
		return true
	}
	return false
}

// holder returns who held the office on the day, when the gazetteer knows. Former, deputy and acting ones are others.
func (r *reading) holder(s *scene, lo, hi, k int, state string, private bool) *entity {
	if state == "" || private {
		return nil
	}
	class := s.classIn(lo, hi)
	if s.low[k] == "head" && s.seq(hi-1, "state") {
		class = "head of state" // "the head of the Russian state"
	}
	if class == "" {
		return nil
	}
	for i := lo; i <= k; i++ {
		switch s.low[i] {
		case "former", "ex", "ex-president", "deputy", "vice", "assistant", "then", "late", "incoming", "first", "new", "next":
			return nil
		}
		if i < k && (bodies[s.low[i]] || organHeads[s.low[i]]) {
			return nil
		}
	}
	// "spokesman for the president": the office of somebody else
	head := s.low[k]
	switch head {
	case "spokesman", "spokeswoman", "spokesperson", "official", "adviser", "advisor", "aide", "representative", "delegate",
		"envoy", "deputy", "member", "director", "ambassador", "wife", "widow", "son", "daughter", "husband", "chief", "secretary-general":
		if head != "secretary-general" {
			return nil
		}
	}
	e, ok := r.g.Holder(state, class, r.day)
	if !ok {
		return nil
	}
	m := &name{entry: e.Actor, gender: e.Gender, surname: e.Surname, office: class, holder: true}
	m.entry.State = state
	return r.entityOf(s, m, lo, hi)
}

// person returns an unknown person whose name is tokens at to hi-1, described by tokens lo to end-1.
func (r *reading) person(s *scene, at, hi, lo, end int) *entity {
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

// introduced takes office and state from where the body first gives the name with a description: "Present were John Smith, vice
// foreign minister of X, and". It reports whether there is such a place.
func (r *reading) introduced(e *entity) bool {
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
func (r *reading) nativeState(s *scene, at int) string {
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

// met returns the entity of that name, if the article has one.
func (r *reading) met(full string) *entity {
	for _, e := range r.people {
		if e.Name == full {
			return e
		}
	}
	return nil
}

// keep enters a new entity, or returns the one that has its ID.
func (r *reading) keep(e *entity) *entity {
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
func (r *reading) shortName(s *scene, lo, hi int) *entity {
	k := lo
	for k < hi && (officeHeads[s.low[k]] || s.low[k] == "mr" || s.low[k] == "mr." || s.low[k] == "ms" || s.low[k] == "mrs" || s.low[k] == "ms." || s.low[k] == "the" || s.low[k] == "comrade") {
		k++
	}
	alone := hi-k == 1 || hi-k == 2 && strings.HasPrefix(s.low[k+1], "'")
	if hi-k != 1 && !(hi-k == 2 && (s.low[k+1] == "'s" || s.low[k+1] == "himself" || s.low[k+1] == "herself")) || !s.capital(k) {
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
func (r *reading) newName(s *scene, lo, hi, end int) *entity {
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
		case s.low[k] == "and" && roles > 0, strings.HasPrefix(t, "JJ"):
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

// government reads a phrase that stands for the government of a state: its name, capital or demonym with a noun.
func (r *reading) government(s *scene, lo, hi int) *entity {
	ms := s.mentions(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.entry.Kind != actors.State {
			continue
		}
		a, b := s.tokens(m.Span)
		if a > lo && (s.low[a-1] == "in" || s.low[a-1] == "of" && !s.governs(lo, a) || s.low[a-1] == "for") {
			return nil
		}
		last := s.low[hi-1]
		if s.bodyWithin(lo, hi) && !s.governs(lo, hi) {
			return nil
		}
		if b == hi && (m.kind != actors.ByDemonym) || s.governs(lo, hi) {
			return r.stateEntity(m.entry)
		}
		if last == "people" || last == "nation" || s.at(a-1) == "of" && s.at(a-2) == "people" {
			e := &entity{plural: true}
			e.Kind, e.State = actors.Organisation, m.entry.State
			e.Name = "People of " + r.articled(m.entry.State)
			e.ID = actorID(e.Name, e.State)
			return r.keep(e)
		}
		return nil
	}
	if n := hi - 3; len(ms) == 0 && n >= lo && s.low[hi-1] == "country" && s.low[n] == "of" && s.governs(lo, n) {
		if a, ok := r.stateNamed(s, lo); ok {
			return r.stateEntity(a) // "the government of the country"
		}
	}
	if len(ms) == 0 && hi-lo <= 4 && (s.low[hi-1] == "authorities" || s.low[hi-1] == "government" || s.low[hi-1] == "regime" || s.low[hi-1] == "administration") {
		if a, ok := r.stateNamed(s, lo); ok {
			return r.stateEntity(a)
		}
	}
	return nil
}

// stateNamed is the last state that was named before token i, other than the outlet's own when there is another.
func (r *reading) stateNamed(s *scene, i int) (actors.Actor, bool) {
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

// stateEntity returns the entity of a state's government.
func (r *reading) stateEntity(a actors.Actor) *entity {
	if e := r.byID[a.ID]; e != nil {
		return e
	}
	e := &entity{Party: Party{Actor: a}, plural: true}
	r.byID[a.ID] = e
	return e
}

// governs reports whether a noun of the phrase stands for a government.
func (s *scene) governs(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if w := strings.TrimRight(strings.TrimLeft(s.low[k], `"“`), `"”`); governments[w] && (!s.capital(k) || w == "government") {
			return true
		}
	}
	return false
}

// articled returns the name of a state as it stands after "of", such as "the Philippines".
func (r *reading) articled(code string) string {
	n := r.g.StateName(code)
	switch {
	case strings.HasPrefix(n, "United "), strings.HasSuffix(n, "s") && code != "LAO" && code != "CYP" && code != "HND" && code != "MUS" && code != "BRB",
		strings.HasSuffix(n, "Republic"), strings.Contains(n, " Republic of "):
		return "the " + n
	}
	return n
}

// organisation reads everything else: an organisation of the gazetteer, or the phrase as it is written.
func (r *reading) organisation(s *scene, lo, hi, end int) *entity {
	ms := s.mentions(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.entry.Kind != actors.Organisation && m.entry.Kind != actors.Medium {
			continue
		}
		a, b := s.tokens(m.Span)
		if b < hi && !(hi-b <= 2 && (papers[s.low[hi-1]] || s.low[hi-1] == ")" || s.low[b] == "(")) && !(b+1 < hi && s.low[b] == "of") && s.low[b] != "(" {
			continue
		}
		if a > lo && (s.low[a-1] == "of" || s.low[a-1] == "for" || s.low[a-1] == "the" && (s.at(a-2) == "of" || s.at(a-2) == "for")) {
			continue
		}
		if e := r.byID[m.entry.ID]; e != nil {
			return e
		}
		e := &entity{Party: Party{Actor: m.entry}, plural: true}
		r.byID[e.ID] = e
		return e
	}
	from := s.skipDeterminer(s.skipMembers(lo, hi), hi)
	if from > lo {
		if cut := s.placeTail(from, hi); cut > from {
			hi = cut
		}
	}
	e := &entity{plural: true}
	e.Kind = actors.Organisation
	e.Name = upperFirst(clean(s.words(from, hi)))
	if e.Name == "" || hi-from == 1 && things[s.low[from]] {
		return nil
	}
	e.State = r.bodyState(s, lo, hi)
	if len(e.State) == 3 && hi-from <= 3 && s.classIn(from, hi) != "" && !s.namesState(from, hi) {
		e.Name = titleCase(e.Name) + " of " + r.articled(e.State)
	}
	e.ID = actorID(e.Name, e.State)
	for k := from; k < hi; k++ {
		if w := s.low[k]; bodies[w] || organHeads[w] || papers[w] {
			e.heads = append(e.heads, w)
		}
	}
	return r.keep(e)
}

// skipMembers drops "more than 3 000 members of" before the name of a body: it is the body that speaks.
func (s *scene) skipMembers(lo, hi int) int {
	for k := lo; k+2 < hi && k < lo+6; k++ {
		if (s.low[k] == "members" || s.low[k] == "officials" || s.low[k] == "representatives") && s.low[k+1] == "of" && s.bodyWithin(k+2, hi) {
			return k + 2
		}
	}
	return lo
}

// placeTail returns the end of a body's name before the place where it is: "in south Korea". 0 for none.
func (s *scene) placeTail(lo, hi int) int {
	for k := hi - 1; k > lo; k-- {
		if s.low[k] == "in" && s.demonymAt(hi-1) && !strings.HasSuffix(s.low[k-1], "s") {
			return k
		}
	}
	return 0
}

// bodyState returns the state of a body that is an organ of one: its name has the word for an organ.
func (r *reading) bodyState(s *scene, lo, hi int) string {
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

// skipDeterminer returns the first token that is no article.
func (s *scene) skipDeterminer(lo, hi int) int {
	for lo < hi && (s.low[lo] == "the" || s.low[lo] == "a" || s.low[lo] == "an" || s.low[lo] == "this" || s.low[lo] == "its") {
		lo++
	}
	return lo
}

// clean folds white space and takes marks of quotation off the ends.
func clean(t string) string {
	t = strings.Join(strings.Fields(t), " ")
	t = strings.TrimSuffix(strings.TrimSuffix(t, "’s"), "'s")
	return strings.Trim(t, "\"“”'’ ,")
}

// upperFirst puts the first letter in upper case.
func upperFirst(t string) string {
	if t != "" && t[0] >= 'a' && t[0] <= 'z' {
		return string(t[0]-'a'+'A') + t[1:]
	}
	return t
}

// actorID is the stable identity of an actor that only a text gives.
func actorID(name, state string) string {
	h := sha256.Sum256([]byte(strings.ToLower(name) + "\x00" + state))
	return "x" + hex.EncodeToString(h[:6])
}
