package naming

import (
	"slices"
	"sort"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// Names reads noun phrases as names, without looking back on what the text was about. It does not know for whom a
// pronoun or "the minister" stands.
type Names struct {
	*Cast
	persons       *persons
	offices       *offices
	organisations *organisations
	Readers       []reader
	ReadAs        string // the reader that took the last phrase, see Member
}

// reader reads a phrase as a name of one kind; nil where it is of another.
type reader struct {
	Name       string
	Read       func(s *scene.Scene, lo, hi, end int) *Entity
	Knows      bool // it finds only whom the gazetteer or the article knows
	LastResort bool // it takes the phrase as it is written
}

// newNames makes the table of those who read a phrase, in the order in which they are asked.
func newNames(c *Cast) *Names {
	st := &states{Cast: c}
	p, o := &persons{Cast: c, states: st}, &organisations{c, st}
	off := &offices{c, st, p, o}
	within := func(read func(s *scene.Scene, lo, hi int) *Entity) func(*scene.Scene, int, int, int) *Entity {
		return func(s *scene.Scene, lo, hi, _ int) *Entity { return read(s, lo, hi) }
	}
	ofHolder := func(s *scene.Scene, lo, hi int) *Entity { return officeOfHolder(c, s, lo, hi) }
	metonym := func(s *scene.Scene, lo, hi int) *Entity { return metonymBody(o, s, lo, hi) }
	return &Names{Cast: c, persons: p, offices: off, organisations: o, Readers: []reader{
		{Name: "carrier", Read: o.paper},
		{Name: "own-office", Read: within(ofHolder)},
		{Name: "known-person", Read: p.namedPerson, Knows: true},
		{Name: "office", Read: off.read},
		{Name: "short-name", Read: within(p.shortName), Knows: true},
		{Name: "new-name", Read: p.newName, LastResort: true},
		{Name: "name-of-possessor", Read: p.possessed},
		{Name: "called-by-kind", Read: within(o.calledByKind)},
		{Name: "ministry", Read: within(metonym), Knows: true},
		{Name: "government", Read: within(o.government), Knows: true},
		{Name: "body", Read: within(o.body), LastResort: true},
	}}
}

// OfficeOfEach is the office that a plural gives to each of those it stands for, "" for other words: offices each of
// which one holder has in a state.
func OfficeOfEach(plural string) string {
	switch {
	case words.LeaderPlural[plural]:
		return strings.TrimSuffix(plural, "s")
	case words.PremierPlural[plural]:
		return "prime minister"
	case words.ChancellorPlural[plural]:
		return "leader"
	case words.HeadPlural[plural]:
		return strings.Replace(plural, "s ", " ", 1)
	}
	return ""
}

// LeadersOf reads "the leaders of Chile and Norway": the holder of the office in each state whom the article names or
// the day tells. ok is false where the phrase is another, or one of them is unknown.
func (r *Names) LeadersOf(s *scene.Scene, lo, hi int) (list []*Entity, ok bool) {
	lo = s.SkipDeterminer(lo, hi)
	office, k := "", lo
	for n := 1; n <= 3 && lo+n < hi && office == ""; n++ {
		k = lo + n
		office = OfficeOfEach(strings.Join(s.Lower[lo:k], " "))
	}
	if office == "" {
		return r.leadersAfter(s, lo, hi)
	}
	if s.At(k) != "of" {
		return nil, false
	}
	return r.eachOf(s, k+1, hi, office, false)
}

// leadersAfter reads "Chilean and Norwegian leaders" as LeadersOf does.
func (r *Names) leadersAfter(s *scene.Scene, lo, hi int) (list []*Entity, ok bool) {
	for k := max(lo, hi-2); k < hi; k++ {
		if office := OfficeOfEach(strings.Join(s.Lower[k:hi], " ")); office != "" {
			return r.eachOf(s, lo, k, office, true)
		}
	}
	return nil, false
}

// eachOf are the holders of an office in each of the states that tokens lo to hi-1 list, by their names or by their
// peoples. ok is false where the tokens hold anything else, or one of the holders is unknown.
func (r *Names) eachOf(s *scene.Scene, lo, hi int, office string, peoples bool) (list []*Entity, ok bool) {
	for k := lo; k < hi; k++ {
		m := s.MentionAt(k)
		switch {
		case s.Lower[k] == "(":
			n := slices.Index(s.Lower[k:hi], ")") // "the Republic of Korea (ROK), and"
			if n < 0 {
				return Distinct(list), len(list) >= 2
			}
			k += n
		case m != nil && m.Actor.Kind == actors.State && (m.Kind == actors.ByDemonym) == peoples:
			e := r.Incumbent(m.Actor.State, office)
			if e == nil {
				return nil, false
			}
			list = append(list, e)
			_, k = s.Range(m.Span)
			k--
		case s.Lower[k] != "and" && s.Lower[k] != "," && s.Lower[k] != "the":
			return nil, false
		}
	}
	return Distinct(list), len(list) >= 2
}

// meetBearers enters the people whom the body names together with their office ("army spokesman N", "N, the envoy of
// M"), so that "a spokesman" of an opening sentence finds the name that the article gives later. Those whom it names in
// full come first: "Minister N" is one of them, not somebody else whom the gazetteer knows by that surname.
func (r *Names) meetBearers() {
	var bySurname []scene.Member
	r.eachIntroduction(func(i, end int) {
		if r.guessed(r.Body, i, end) {
			bySurname = append(bySurname, scene.Member{Lo: i, Hi: end})
			return
		}
		r.meetIn(i, end)
	})
	settleSurnames(r.Cast, r.Title)
	settleSurnames(r.Cast, r.Body)
	for _, m := range bySurname {
		r.meetIn(m.Lo, m.Hi)
	}
}

// meetIn enters the people whom a phrase of the body names with their office.
func (r *Names) meetIn(lo, hi int) {
	for _, e := range r.Read(r.Body, lo, hi) {
		r.placeOf(e, r.Body.Doc.Tokens[lo].Start)
	}
}

// meetBodies notes where the article names bodies of states, so that "the ministry" and "the embassy" find them.
func meetBodies(r *organisations) {
	s := r.Body
	for i := range s.Posts {
		p := &s.Posts[i]
		if !words.BodyClass[hyphened(p.Office)] {
			continue
		}
		lo, hi := bodyPhrase(s, p)
		if !s.NamesState(lo, hi) || postIn(s, lo, hi) != p {
			continue
		}
		if e := bodyOf(r, s, lo, hi); e != nil {
			r.states.bodies = append(r.states.bodies, bodyPlace{p.Start, p.Office, e})
		}
	}
	for i := range s.Mentions {
		m := &s.Mentions[i]
		lo, hi := s.Range(m.Span)
		if e := metonymBody(r, s, lo, hi); e != nil {
			r.states.bodies = append(r.states.bodies, bodyPlace{m.Start, m.Office, e})
		}
	}
	sort.SliceStable(r.states.bodies, func(i, j int) bool { return r.states.bodies[i].pos < r.states.bodies[j].pos })
}

// eachIntroduction calls visit with each phrase of the body that names somebody with an office.
func (r *Names) eachIntroduction(visit func(lo, hi int)) {
	s := r.Body
	for n := range s.Doc.Sentences {
		sn := &s.Doc.Sentences[n]
		for i := s.AfterDateline(sn.First); i < sn.Last; {
			i = s.Names.AfterPlace(i, sn.First, sn.Last)
			end := i
			if s.Capital(i) || words.Determiner[s.Lower[i]] || s.NounTag(i) {
				end = afterPost(s, i, s.PhraseEnd(i, sn.Last), sn.Last)
			}
			if last := r.introduced(i, end); last > i {
				visit(i, last)
				end = last
			}
			i = max(end, i+1)
		}
	}
}

// introduced is the end of the people with whom a phrase of the body begins and whom it names with an office: of a list
// also without the members after them. It is lo for none.
func (r *Names) introduced(lo, hi int) int {
	s := r.Body
	if hi <= lo {
		return lo
	}
	if introducing(s, lo, hi) || r.persons.givenName(s, s.Offices.Head(lo, hi), hi) > 0 {
		return hi
	}
	list := s.Lists.Members(lo, hi)
	for n := len(list) - 1; n >= 2 && len(list) <= longestList; n-- {
		if end := list[n-1].End; introducing(s, lo, end) {
			return end
		}
	}
	return lo
}

// longestList is how many members a list may have at the most of which the first ones are looked at alone.
const longestList = 12

// guessed reports whether a phrase names a person by a surname alone, of which only the gazetteer tells whose it is.
func (r *Names) guessed(s *scene.Scene, lo, hi int) bool {
	ms := s.MentionsIn(lo, hi)
	return slices.ContainsFunc(ms, func(m scene.Mention) bool {
		a, b := s.Range(m.Span)
		return m.Kind == actors.BySurname && m.Actor.ID != "" && !s.Names.PartOf(a, b, lo, hi) && r.ByID[m.Actor.ID] == nil
	})
}

// introducing reports whether the phrase names a person with an office, or several of whom each has a name and one of
// them an office: "A, Minister of X of M, and B, Secretary of Y of N".
func introducing(s *scene.Scene, lo, hi int) bool {
	if !s.Lists.Joins(lo, hi) && s.Offices.Head(lo, hi) >= 0 && s.Names.Naming(lo, hi) {
		return true
	}
	list, described := s.Lists.Members(lo, hi), false
	for i, m := range list {
		if i+1 < len(list) && s.Lists.OneBearer(m, list[i+1]) {
			described = true
			continue
		}
		if (i == 0 || !s.Lists.OneBearer(list[i-1], m)) && !named(s, m) {
			return false
		}
		described = described || m.End > m.Hi && s.Offices.HasHead(m.Hi, m.End) || s.Offices.Head(m.Lo, m.Hi) >= 0
	}
	return described
}

// named reports a member of a list that ends in a person's name, also after what an office before it is for: "Minister
// for Foreign Affairs | Ri In Sok".
func named(s *scene.Scene, m scene.Member) bool {
	if s.Names.Naming(m.Lo, s.Bearers.BeforeState(m.Lo, m.Hi)) {
		return true
	}
	at := m.Hi - 2
	return at > m.Lo && s.Offices.Head(m.Lo, at) >= 0 && s.Capital(at) && s.Names.Own(at, m.Hi)
}

// Member reads one member of a list: a name, an office, a state, a body, or whatever stands there.
func (r *Names) Member(s *scene.Scene, lo, hi, end int) *Entity {
	whole := hi
	if hi = s.Bearers.BeforeState(lo, hi); hi < whole {
		end = max(end, whole)
	} else if at := s.Bearers.BeforeBody(lo, hi); at > 0 {
		hi, end = at, max(end, whole)
	}
	for lo < hi && beforeName(s, lo) {
		lo++
	}
	if lo >= hi {
		return nil
	}
	for _, k := range r.Readers {
		if e := k.Read(s, lo, hi, end); e != nil {
			r.ReadAs = k.Name
			return e
		}
	}
	r.ReadAs = ""
	return nil
}

// Read returns whom the noun phrase of tokens lo to hi-1 names, without looking back: one entity a member of the list.
func (r *Names) Read(s *scene.Scene, lo, hi int) []*Entity {
	if list, ok := r.LeadersOf(s, lo, hi); ok {
		return list
	}
	if at := nameAfter(s, lo, hi); at > 0 {
		lo = at
	}
	lo = afterPlural(s, lo, hi)
	var out []*Entity
	list := s.Lists.Members(lo, hi)
	for i := 0; i < len(list); i++ {
		m := list[i]
		if r.persons.role = (scene.Member{}); i+1 < len(list) && s.Lists.OneBearer(m, list[i+1]) {
			r.persons.role = m
			i++
			m = list[i]
		}
		e := r.Member(s, m.Lo, m.Hi, m.End)
		if e == nil || ofSomebody(s, m.Lo, m.Hi) {
			continue
		}
		e.describe(s, r.persons.role.Lo, r.persons.role.Hi)
		out = append(out, e)
		next := i + 1
		described := out[0].Person() || s.Names.Naming(m.Lo, m.Hi) || next < len(list) && s.Lists.Describing(list[next].Lo)
		if described && !s.Lists.Joins(lo, hi) && !namesEach(s, list[i:]) {
			break // what follows the first comma describes who was named
		}
	}
	r.persons.role = scene.Member{}
	return Distinct(out)
}

// ofSomebody reports whether the phrase is a thing of somebody's that cannot speak: "President Lind's commitment".
func ofSomebody(s *scene.Scene, lo, hi int) bool {
	head := beforeComplement(s, lo, hi)
	return head > lo+1 && words.NoSpeaker[s.Lower[head]] && !s.Capital(head) && s.Contains(lo, head, "'s")
}

// afterPlural returns the token after the plural of an office before a list of names: "Presidents | Lind and Moss".
func afterPlural(s *scene.Scene, lo, hi int) int {
	for k := lo; k+1 < hi && k < lo+6 && !words.Preposition[s.Lower[k]]; k++ {
		office, many := strings.CutSuffix(s.Lower[k], "s")
		if many && words.Office[office] && s.Capital(k+1) && !s.StateAt(k+1) && s.Lists.Joins(k, hi) {
			return k + 1
		}
	}
	return lo
}

// nameAfter returns the token of the known name of a body with which a phrase ends that else only describes it: "the
// military's media wing, | ISPR". 0 for every other phrase.
func nameAfter(s *scene.Scene, lo, hi int) int {
	m := s.MentionAt(hi - 1)
	if m == nil {
		return 0
	}
	organ := m.Kind == actors.ByMetonym && words.NamedOrgan[hyphened(m.Office)]
	if !organ && m.Actor.Kind != actors.Organisation {
		return 0
	}
	a, b := s.Range(m.Span)
	comma := a - 1
	if s.At(comma) == "the" {
		comma--
	}
	if b != hi || comma <= lo || s.Lower[comma] != "," || s.Contains(lo, comma, ",") || s.Contains(lo, comma, "and") {
		return 0
	}
	head := beforeComplement(s, s.SkipDeterminer(lo, comma), comma)
	if s.Capital(head) || !s.NounTag(head) || s.MentionAt(head) != nil || words.Office[s.Lower[head]] {
		return 0
	}
	return comma + 1
}

// namesEach reports three members or more that each have a name of their own: a list whose "and" the phrase does not
// hold, as in "met with A, B and C and left".
func namesEach(s *scene.Scene, list []scene.Member) bool {
	return len(list) >= 3 && !slices.ContainsFunc(list, func(m scene.Member) bool { return !s.Names.Naming(m.Lo, m.Hi) })
}

// beforeName reports a mark or an adverb of time that stands in front of a name.
func beforeName(s *scene.Scene, k int) bool {
	switch w := s.Lower[k]; w {
	case ",", "``", "“", `"`:
		return true
	default:
		return words.DayAdverb[w] && s.MentionAt(k) == nil
	}
}

// PersonAt is the person of whose name token k of the body is a part, nil for none.
func (r *Cast) PersonAt(k int) *Entity {
	s := r.Body
	if m := s.MentionAt(k); m != nil {
		if m.Actor.Kind == actors.Person && !m.Holder {
			return r.ByID[m.Actor.ID]
		}
		return nil
	}
	if list := r.Shorts[s.Lower[k]]; len(list) > 0 && s.Capital(k) {
		return nearest(list, s.Doc.Tokens[k].Start)
	}
	return nil
}

// BeforeListed reports a word that stands before the name of a member of a list: an office, a state, a form of address.
func (r *Cast) BeforeListed(k int) bool {
	s := r.Body
	w := strings.TrimSuffix(s.Lower[k], ".")
	title := words.Office[w] || words.NameOfficeInner[w] || words.AddressForm[w]
	return title || s.StateAt(k) || w == "'s"
}
