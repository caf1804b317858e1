package timeline

import (
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// entities are who and what one article speaks of: the actors that it names, and from where and when it speaks.
type entities struct {
	a         *article.Article
	g         *actors.Gazetteer
	published dates.Date // zero when unknown
	day       string     // of publication, YYYY-MM-DD; "" when unknown
	home      string     // state of the outlet when it speaks for one, else ""
	ownSite   bool       // the outlet is the site of a government, not a carrier of news
	body      *scene.Scene
	title     *scene.Scene
	contents  []text.Span // of all quotes, by start: what they name, others have named
	byID      map[string]*entity
	shorts    map[string][]*entity // by surname or short name, lower case, in the order of the text
	people    []*entity            // persons in the order of their first mention
}

// discourse is who the words of an article stand for where it does not name them: its entities with those that the text is about,
// sentence by sentence, and the acts that it has told of so far.
type discourse struct {
	*entities
	frames []*frame // in the order in which they are told
	focus  []focus  // whom the text was about, in its order
}

// focus is a list of entities that a sentence is about, or that have just spoken.
type focus struct {
	pos      int // byte of the body; -1 in the title
	list     []*entity
	speaking bool
	frame    *frame // what they speak in; nil for none
}

// newDiscourse is the discourse of an article before its first sentence is read.
func newDiscourse(a *article.Article, d *text.Doc, g *actors.Gazetteer) *discourse {
	return &discourse{entities: newEntities(a, d, g)}
}

// actReader finds the acts of communication that an article tells of, sentence by sentence.
type actReader struct {
	*discourse
	lede    *record.Occasion // of the first sentence: what the whole article is told for
	covered []text.Span      // words reported in the sentence that is being read
	here    []*scene.Quote   // quotes told in that sentence
}

// newActReader is a reader of the acts of an article.
func newActReader(d *discourse) *actReader { return &actReader{discourse: d} }

// reading resolves the quotes of one article to their reports.
type reading struct {
	*actReader
	key  string    // of the article
	last *resolved // the quote before
}

// newReading reads the names and dates of an article.
func newReading(a *article.Article, d *text.Doc, g *actors.Gazetteer) *reading {
	return &reading{actReader: newActReader(newDiscourse(a, d, g)), key: a.Key()}
}

// newEntities finds the names and dates of an article.
func newEntities(a *article.Article, d *text.Doc, g *actors.Gazetteer) *entities {
	r := &entities{
		a: a, g: g, body: scene.New(d, false), byID: map[string]*entity{},
		shorts: map[string][]*entity{},
	}
	if p, err := dates.Parse(a.Published); err == nil && a.Published != "" {
		r.published = p
		r.day = p.Latest
	}
	r.title = scene.New(text.Parse(a.Title), true)
	r.home = r.outletState()
	for _, s := range []*scene.Scene{r.title, r.body} {
		s.Dateline = scene.Datelines(s)
		r.findNames(s)
		s.Times = dates.Find(s.Text, r.day)
	}
	r.meet()
	return r
}

// findNames turns the gazetteer's mentions into those of the scene.
func (r *entities) findNames(s *scene.Scene) {
	found := r.g.Find(s.Text)
	for i, m := range found {
		sp := text.Span{Start: m.Start, End: m.End}
		switch m.Kind {
		case actors.ByTitle:
			if s.Honour == nil {
				s.Honour = make([]bool, len(s.Lower))
			}
			for lo, hi := s.Range(sp); lo < hi; lo++ {
				s.Honour[lo] = true
			}
			continue
		case actors.ByOffice:
			s.Posts = append(s.Posts, scene.Post{Span: sp, Office: m.Candidates[0].Office})
			continue
		}
		if lo, _ := s.Range(sp); len(s.Dateline) > 0 && s.AfterDateline(lo) != lo {
			continue // a place where the article was written
		}
		if m.Kind == actors.BySurname && scene.Determiners[strings.ToLower(sp.Of(s.Text))] {
			continue
		}
		best := actors.Best(m.Candidates, r.day)
		if len(best) == 0 {
			continue
		}
		if i+1 < len(found) {
			best = ofState(s, m.End, found[i+1], best)
		}
		e := best[0]
		if m.Kind == actors.BySurname {
			e = r.bySurname(s, sp, best)
		}
		n := scene.Mention{Span: sp, Kind: m.Kind, Actor: actors.Actor{Kind: actors.Person}, Surname: sp.Of(s.Text)}
		if e != nil {
			n.Actor, n.Gender, n.Surname = e.Actor, e.Gender, e.Surname
		}
		if e != nil && e.Kind == actors.Person {
			if t, ok := e.At(r.day); ok && (m.Kind != actors.BySurname || topOffices[t.Office] || s.AddressBefore(m.Start)) {
				n.Office, n.Actor.State = t.Office, t.State
			} else if m.Kind == actors.BySurname && !s.AddressBefore(m.Start) {
				n.Actor = actors.Actor{Kind: actors.Person} // too weak to tell who; an earlier full name may
				n.Surname = sp.Of(s.Text)
			}
		}
		s.Mentions = append(s.Mentions, n)
	}
	s.Index()
}

// meet enters all persons whom the article names in full, in its order, so that a short name finds them.
func (r *entities) meet() {
	for _, s := range []*scene.Scene{r.title, r.body} {
		for k := range s.Mentions {
			m := &s.Mentions[k]
			if m.Actor.Kind == actors.Person && m.Kind != actors.BySurname && m.Actor.ID != "" {
				lo, hi := s.Range(m.Span)
				r.entityOf(s, m, titleBefore(s, lo), appositionAfter(s, hi))
			}
		}
		r.resolveSurnames(s)
	}
}

// resolveSurnames gives a surname that stands alone to the person of that name whom the article names in full.
func (r *entities) resolveSurnames(s *scene.Scene) {
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if m.Kind != actors.BySurname {
			continue
		}
		if list := r.shorts[strings.ToLower(m.Of(s.Text))]; len(list) > 0 {
			e := list[len(list)-1]
			m.Actor, m.Gender, m.Surname = e.Actor, e.gender, e.short
		}
	}
}

// titleBefore returns the start of the office words right before token lo: "Russian President Vladimir Putin".
func titleBefore(s *scene.Scene, lo int) int {
	first, _ := s.SentenceBounds(lo)
	k := lo
	for k > first && lo-k < 8 {
		w := s.Lower[k-1]
		if scene.OfficeHeads[w] || w == "of" || w == "the" || s.StateAt(k-1) || w == "prime" || w == "foreign" || w == "mr" || w == "mr." || w == "deputy" || w == "vice" || w == "republic" || w == "former" {
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
		if scene.OfficeHeads[s.Lower[k]] {
			return k + 1
		}
		if s.FiniteVerb(k) || s.Lower[k] == "," {
			break
		}
	}
	return hi
}

// remember enters an entity under its short names.
func (r *entities) remember(e *entity) {
	if e.person() {
		r.people = append(r.people, e)
	}
	words := strings.Fields(strings.ToLower(e.Name))
	if e.short != "" {
		r.shorts[e.short] = append(r.shorts[e.short], e)
	}
	if e.person() && len(words) > 1 {
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
func (r *entities) officeOn(m *scene.Mention) string { return r.g.Office(m.Actor.ID, r.day) }

// outletState returns the state for which the article's outlet speaks, "" for a private or unknown one.
func (r *entities) outletState() string {
	out := r.a.Outlet
	for _, e := range r.g.NamedEntries(out, r.day) {
		if e.Kind == actors.Medium && (e.Detail == "state" || e.Detail == "party") || e.Kind == actors.State {
			return e.State
		}
	}
	// the site of a government: a domain whose label before the last is a seat of power, or a state's own domain
	if host, _, _ := strings.Cut(strings.ToLower(out), "/"); strings.Contains(host, ".") && !strings.Contains(host, " ") {
		for _, label := range strings.Split(host, ".") {
			if code, ok := r.g.StateCode(label); ok && len(label) > 3 {
				r.ownSite = true
				return code
			}
		}
	}
	return ""
}

// stateBefore returns the state that was named last before token i in its paragraph, else the outlet's, else the one that the
// article names first.
func (r *entities) stateBefore(s *scene.Scene, i int) string {
	if i < len(s.FirstMention) && i >= 0 {
		p := 0
		if len(s.Doc.Paragraphs) > 0 {
			p = s.Doc.Paragraphs[s.ParagraphAt(s.Doc.Tokens[i].Start)].Start
		}
		for k := s.FirstMention[i] - 1; k >= 0 && s.Mentions[k].Start >= p; k-- {
			if s.Mentions[k].Actor.Kind == actors.State && (s.IsTitle || !scene.WithinAny(scene.Overlapping(r.contents, s.Mentions[k].Span), s.Mentions[k].Span)) {
				return s.Mentions[k].Actor.State
			}
		}
	}
	if r.home != "" {
		return r.home
	}
	for _, s := range []*scene.Scene{r.title, r.body} {
		for k := range s.Mentions {
			if s.Mentions[k].Actor.Kind == actors.State {
				return s.Mentions[k].Actor.State
			}
		}
	}
	return ""
}
