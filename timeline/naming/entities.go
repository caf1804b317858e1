package naming

import (
	"slices"
	"sort"
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Setting is from where and when an article speaks, with its texts. It knows nobody of whom they speak.
type Setting struct {
	Article   *article.Article
	Gazetteer *actors.Gazetteer
	Published dates.Date // zero when unknown
	Day       string     // of publication, YYYY-MM-DD; "" when unknown
	Home      string     // state of the outlet when it speaks for one, else ""
	OwnSite   bool       // the outlet is the site of a government, not a carrier of news
	Body      *scene.Scene
	Title     *scene.Scene
	Contents  []text.Span // of all quotes, by start: what they name, others have named
	Written   string      // the state where the article was written, by its dateline; "" when unknown
}

// Cast is everybody of whom one article has spoken so far, each once. It does not know how a phrase is read.
type Cast struct {
	*Setting
	ByID    map[string]*Entity
	Shorts  map[string][]*Entity // by surname or short name, lower case, in the order of the text
	Persons []*Entity            // persons in the order of their first mention
}

// Entities are who and what one article speaks of, with what reads their names.
type Entities struct {
	*Cast
	Names *Names
}

// NewEntities finds the names and dates of an article.
func NewEntities(a *article.Article, d *text.Doc, g *actors.Gazetteer) *Entities {
	c := &Cast{Setting: newSetting(a, d, g), ByID: map[string]*Entity{}, Shorts: map[string][]*Entity{}}
	names := marker{Setting: c.Setting}
	for _, s := range []*scene.Scene{c.Title, c.Body} {
		s.Dateline = scene.Datelines(s)
		s.Times = dates.Find(s.Text, c.Day)
		names.mark(s)
		names.settleWritten(s)
		names.settleSeats(s)
	}
	c.meet()
	n := newNames(c)
	meetBodies(n.organisations)
	c.placeNames()
	n.meetBearers()
	return &Entities{c, n}
}

// People lists the persons of the article in the order of their first mention.
func (r *Cast) People() []*Entity { return append([]*Entity(nil), r.Persons...) }

// StateEntity returns the entity of a state's government.
func (r *Cast) StateEntity(a actors.Actor) *Entity {
	if e := r.ByID[a.ID]; e != nil {
		return e
	}
	e := &Entity{Party: record.Party{Actor: a}, Plural: true}
	r.ByID[a.ID] = e
	return e
}

// EntityOf returns the article's entity for a mention, with the nouns that describe it between lo and end.
func (r *Cast) EntityOf(s *scene.Scene, m *scene.Mention, lo, end int) *Entity {
	e := r.ByID[m.Actor.ID]
	if e == nil {
		e = &Entity{
			Party:  record.Party{Actor: m.Actor, Office: officeOn(r.Setting, m)},
			gender: m.Gender,
			short:  strings.ToLower(m.Surname),
			Held:   m.Office,
		}
		r.ByID[m.Actor.ID] = e
		if m.Office != "" {
			e.Heads = append(e.Heads, calledBy(m.Office, e.Office))
		}
		r.remember(e)
	}
	e.describe(s, lo, end)
	return e
}

// met returns the entity of that name, if the article has one. The label of a turn may give the name in capitals.
func met(r *Cast, full string) *Entity {
	label := strings.ToUpper(full) == full
	for _, e := range r.Persons {
		if e.Name == full || label && strings.EqualFold(e.Name, full) {
			return e
		}
	}
	return nil
}

// Keep enters a new entity, or returns the one that has its ID.
func (r *Cast) Keep(e *Entity) *Entity {
	if old := r.ByID[e.ID]; old != nil {
		return old
	}
	r.ByID[e.ID] = e
	if e.Person() {
		r.introduce(e)
	}
	return e
}

// titleBefore returns the start of the office words right before token lo: "Russian President Vladimir Putin".
func titleBefore(s *scene.Scene, lo int) int {
	first, _ := s.SentenceBounds(lo)
	k := lo
	for k > first && lo-k < 8 {
		w := s.Lower[k-1]
		if words.Office[w] || words.NameOfficeInner[w] || s.StateAt(k-1) {
			k--
			continue
		}
		break
	}
	return k
}

// appositionAfter returns the end of an apposition after token hi: "Kim Yong Nam, president of the Presidium".
func appositionAfter(s *scene.Scene, hi int) int {
	if s.At(hi) != "," {
		return hi
	}
	_, last := s.SentenceBounds(hi)
	for k := hi + 1; k < last && k < hi+7; k++ {
		if words.Office[s.Lower[k]] {
			if s.Lower[hi+1] == "the" && k+1 < last && s.FiniteVerb(k+1) {
				return hi // "In a letter to Ri In Sok, the colonel offered"
			}
			return k + 1
		}
		if s.FiniteVerb(k) || s.Lower[k] == "," {
			break
		}
	}
	return hi
}

// remember enters an entity under its short names.
func (r *Cast) remember(e *Entity) {
	if e.Person() {
		r.Persons = append(r.Persons, e)
		e.byName = r.Gazetteer.Given.Gender(e.Name)
	}
	words := strings.Fields(strings.ToLower(e.Name))
	if e.short != "" {
		r.Shorts[e.short] = append(r.Shorts[e.short], e)
	}
	if e.Person() && len(words) > 1 {
		for _, w := range []string{words[0], words[len(words)-1]} {
			if w != e.short {
				r.Shorts[w] = append(r.Shorts[w], e)
			}
		}
		if e.short == "" {
			e.short = words[len(words)-1]
		}
	}
}

// officeOn returns the title of the office that the person held on the day of publication, "" for none.
func officeOn(r *Setting, m *scene.Mention) string { return r.Gazetteer.Office(m.Actor.ID, r.Day) }

// Incumbent is who holds the office for the state on the day of publication; nil when nobody is known.
func (r *Cast) Incumbent(state, office string) *Entity {
	e, ok := r.Gazetteer.Holder(state, office, r.Day)
	if !ok {
		return nil
	}
	m := &scene.Mention{Actor: e.Actor, Gender: e.Gender, Surname: e.Surname, Office: office, Holder: true}
	m.Actor.State = state
	return r.EntityOf(r.Body, m, 0, 0)
}

// meet enters all persons whom the article names in full, in its order, so that a short name finds them.
func (r *Cast) meet() {
	for _, s := range []*scene.Scene{r.Title, r.Body} {
		for k := range s.Mentions {
			m := &s.Mentions[k]
			if m.Actor.Kind == actors.Person && m.Kind != actors.BySurname && m.Actor.ID != "" {
				lo, hi := s.Range(m.Span)
				r.EntityOf(s, m, titleBefore(s, lo), appositionAfter(s, hi))
			}
		}
		r.resolveSurnames(s)
	}
}

// resolveSurnames gives a surname that stands alone to the person of that name whom the article names in full.
func (r *Cast) resolveSurnames(s *scene.Scene) {
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if m.Kind != actors.BySurname {
			continue
		}
		list := r.Shorts[strings.ToLower(m.Of(s.Text))]
		if list == nil {
			list = r.withInnerName(m, m.Of(s.Text))
		}
		if len(list) > 0 && !officeTells(s, m, list) {
			e := list[len(list)-1]
			m.Actor, m.Gender, m.Surname = e.Actor, e.gender, e.short
		}
		m.End = s.Names.Suffix(m.End)
	}
	s.Index()
}

// settleSurnames gives a surname to the person of that name whom the article names in full and the gazetteer does not
// know, where the article never names the one whom the gazetteer knows by it.
func settleSurnames(r *Cast, s *scene.Scene) {
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if m.Kind != actors.BySurname || m.Actor.ID == "" || r.ByID[m.Actor.ID] != nil {
			continue
		}
		lo, _ := s.Range(m.Span)
		office := s.At(lo - 1)
		var list []*Entity
		for _, e := range r.Shorts[strings.ToLower(m.Of(s.Text))] {
			if strings.Contains(e.Name, " ") && (!words.Office[office] || e.holds(office)) {
				list = append(list, e)
			}
		}
		if len(list) > 0 {
			e := nearest(list, m.Start)
			m.Actor, m.Gender, m.Surname, m.Office = e.Actor, e.gender, e.short, ""
		}
	}
}

// Articled returns the name of a state as it stands after "of", such as "the Philippines".
func (r *Setting) Articled(code string) string {
	n := r.Gazetteer.StateName(code)
	switch {
	case strings.HasPrefix(n, "United "),
		strings.HasSuffix(n, "s") && code != "LAO" && code != "CYP" && code != "HND" && code != "MUS" && code != "BRB",
		strings.HasSuffix(n, "Republic"),
		strings.Contains(n, " Republic of "):
		return "the " + n
	}
	return n
}

// placeOf notes where the body names a person, in bytes.
func (r *Cast) placeOf(e *Entity, pos int) {
	if e.Person() && (len(e.Places) == 0 || e.Places[len(e.Places)-1] < pos) {
		e.Places = append(e.Places, pos)
	}
}

// bearer returns the person whom the article names as holder of the office that tokens lo to hi-1 speak of without a
// name; k is the head of the office. nil when nobody is named so, or more than one who is as near.
func (r *Cast) bearer(s *scene.Scene, lo, hi, k int, state string) *Entity {
	head := s.Lower[k]
	if !words.HeldByOne[head] || s.IsTitle {
		return nil
	}
	if words.IndefiniteArticle[s.Lower[lo]] && (hi > k+1 || keptSecret(s, lo)) {
		return nil // "a spokesman for the guild" is somebody new
	}
	if slices.ContainsFunc(s.Lower[lo:k], func(w string) bool { return words.OtherOne[w] }) {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	explicit := s.NamesState(lo, hi)
	var fits []*Entity
	for _, e := range r.Persons {
		otherState := explicit && (e.State == "" || e.State != state)
		otherTime := OfPast(s, lo, k) != e.Once(head)
		if e.Name == e.Office || otherState || otherTime || !bears(s, k, e) || !SameBranch(s, lo, hi, e) {
			continue
		}
		fits = append(fits, e)
	}
	if len(fits) == 0 || len(fits) > 1 && explicit && s.Lower[lo] == "a" {
		return nil
	}
	sort.SliceStable(fits, func(i, j int) bool { return fits[i].Far(pos) < fits[j].Far(pos) })
	return fits[0]
}

// bears reports whether the text calls the entity by the office at token k. A prime minister is no "minister".
func bears(s *scene.Scene, k int, e *Entity) bool {
	return e.holds(s.Lower[k]) && (s.Lower[k] != "minister" || s.At(k-1) == "prime" || Called(e, s.Lower[k]))
}

// keptSecret reports whether the sentence of token i keeps the name of its source back: "on condition of anonymity".
func keptSecret(s *scene.Scene, i int) bool {
	lo, hi := s.SentenceBounds(i)
	for k := lo; k < hi; k++ {
		if words.SourceKeptSecret[s.Lower[k]] || s.HasPhrase(k, words.NameKeptBack) {
			return true
		}
	}
	return false
}

// placeNames notes where the body names the people whom the gazetteer knows.
func (r *Cast) placeNames() {
	s := r.Body
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if e := r.ByID[m.Actor.ID]; e != nil && m.Actor.ID != "" {
			r.placeOf(e, m.Start)
		}
	}
}

// home returns the state for which the article's outlet speaks, "" for a private or unknown one.
func (r *Setting) home() string {
	out := r.Article.Outlet
	for _, e := range r.Gazetteer.NamedEntries(strings.TrimPrefix(out, "The "), r.Day) {
		if e.Kind == actors.State { // "The White House"
			r.OwnSite = true
			return e.State
		}
		if e.Kind == actors.Medium && (e.Detail == "state" || e.Detail == "party") {
			return e.State
		}
	}
	state := r.siteState(out)
	if state == "" {
		state = r.houseState(out)
	}
	r.OwnSite = state != ""
	return state
}

// siteState returns the state whose government has the domain that the outlet gives: a label of it is a seat of power
// or a state's name, or it is a domain for governments under a state's own. "" for none.
func (r *Setting) siteState(outlet string) string {
	apart := func(c rune) bool { return c == ' ' || c == '(' || c == ')' }
	for _, word := range strings.FieldsFunc(strings.ToLower(outlet), apart) {
		host, _, _ := strings.Cut(word, "/")
		labels := strings.Split(host, ".")
		official := false
		for _, label := range labels[:len(labels)-1] {
			if code, ok := r.Gazetteer.StateCode(label); ok && len(label) > 3 {
				return code
			}
			official = official || words.OfficialDomain[label]
		}
		if last := labels[len(labels)-1]; official && len(last) == 2 {
			code, _ := r.Gazetteer.StateCode(last)
			return code
		}
	}
	return ""
}

// houseState returns the state whose ministry, embassy or other house the outlet is by its name: "Ministry of Foreign
// Affairs of Norway", "Embassy of Norway in Lima". "" for none.
func (r *Setting) houseState(outlet string) string {
	house := false
	for _, w := range strings.Fields(strings.ToLower(outlet)) {
		house = house || words.OfficialHouse[w]
	}
	if !house {
		return ""
	}
	for _, m := range r.Gazetteer.Find(outlet) {
		if e := m.Candidates[0].Entry; e != nil && e.Kind == actors.State {
			return e.State
		}
	}
	return ""
}
