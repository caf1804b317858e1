package discourse

import (
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Entities are who and what one article speaks of: the actors that it names, and from where and when it speaks.
type Entities struct {
	Article   *article.Article
	Gazetteer *actors.Gazetteer
	Published dates.Date // zero when unknown
	Day       string     // of publication, YYYY-MM-DD; "" when unknown
	Home      string     // state of the outlet when it speaks for one, else ""
	OwnSite   bool       // the outlet is the site of a government, not a carrier of news
	Body      *scene.Scene
	Title     *scene.Scene
	Contents  []text.Span // of all quotes, by start: what they name, others have named
	ByID      map[string]*Entity
	shorts    map[string][]*Entity // by surname or short name, lower case, in the order of the text
	bodies    []bodyPlace          // where bodies of states are named
	Written   string               // the state where the article was written, by its dateline; "" when unknown
	people    []*Entity            // persons in the order of their first mention
	readAs    string               // the reader that took the last phrase, see member
	role      scene.Member         // the office that the phrase before a comma gives to the name being read
}

// newEntities finds the names and dates of an article.
func newEntities(a *article.Article, d *text.Doc, g *actors.Gazetteer) *Entities {
	r := &Entities{
		Article: a, Gazetteer: g, Body: scene.New(d, false), ByID: map[string]*Entity{},
		shorts: map[string][]*Entity{},
	}
	if p, err := dates.Parse(a.Published); err == nil && a.Published != "" {
		r.Published = p
		r.Day = p.Latest
	}
	r.Title = scene.New(text.Parse(strings.ReplaceAll(a.Title, "_", " ")), true)
	r.Home = r.outletState()
	for _, s := range []*scene.Scene{r.Title, r.Body} {
		s.Dateline = scene.Datelines(s)
		r.findNames(s)
		s.Times = dates.Find(s.Text, r.Day)
	}
	r.meet()
	meetBodies(r)
	r.placeNames()
	r.meetBearers()
	return r
}

// People lists the persons of the article in the order of their first mention.
func (r *Entities) People() []*Entity { return append([]*Entity(nil), r.people...) }

// StateEntity returns the entity of a state's government.
func (r *Entities) StateEntity(a actors.Actor) *Entity {
	if e := r.ByID[a.ID]; e != nil {
		return e
	}
	e := &Entity{Party: record.Party{Actor: a}, Plural: true}
	r.ByID[a.ID] = e
	return e
}

// EntityOf returns the article's entity for a mention, with the nouns that describe it between lo and end.
func (r *Entities) EntityOf(s *scene.Scene, m *scene.Mention, lo, end int) *Entity {
	e := r.ByID[m.Actor.ID]
	if e == nil {
		e = &Entity{
			Party:  record.Party{Actor: m.Actor, Office: officeOn(r, m)},
			gender: m.Gender,
			short:  strings.ToLower(m.Surname),
			held:   m.Office,
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

// met returns the entity of that name, if the article has one.
func met(r *Entities, full string) *Entity {
	for _, e := range r.people {
		if e.Name == full {
			return e
		}
	}
	return nil
}

// Keep enters a new entity, or returns the one that has its ID.
func (r *Entities) Keep(e *Entity) *Entity {
	if old := r.ByID[e.ID]; old != nil {
		return old
	}
	r.ByID[e.ID] = e
	if e.short == "" && e.Person() {
		if f := strings.Fields(strings.ToLower(e.Name)); len(f) > 0 && !strings.Contains(e.Name, " of ") {
			e.short = f[len(f)-1]
		}
	}
	if e.Person() && !strings.Contains(e.Name, " of ") {
		r.remember(e)
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
			return k + 1
		}
		if s.FiniteVerb(k) || s.Lower[k] == "," {
			break
		}
	}
	return hi
}

// remember enters an entity under its short names.
func (r *Entities) remember(e *Entity) {
	if e.Person() {
		r.people = append(r.people, e)
		e.byName = r.Gazetteer.GenderOf(e.Name)
	}
	words := strings.Fields(strings.ToLower(e.Name))
	if e.short != "" {
		r.shorts[e.short] = append(r.shorts[e.short], e)
	}
	if e.Person() && len(words) > 1 {
		for _, w := range []string{words[0], words[len(words)-1]} {
			if w != e.short {
				r.shorts[w] = append(r.shorts[w], e)
			}
		}
		if e.short == "" {
			e.short = words[len(words)-1]
		}
	}
}

// officeOn returns the title of the office that the person held on the day of publication, "" for none.
func officeOn(r *Entities, m *scene.Mention) string { return r.Gazetteer.Office(m.Actor.ID, r.Day) }

// calledBy is the noun by which a text calls the holder of an office of the class: who has the title of a secretary
// is no "minister".
func calledBy(class, title string) string {
	if strings.HasSuffix(class, "minister") && strings.Contains(strings.ToLower(title), "secretary") {
		return "secretary"
	}
	return class
}
