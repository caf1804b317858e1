package actors

import (
	"slices"
	"strings"
)

// OfficeMention is a description of somebody by office: "a spokesman for the Chinese Foreign Ministry",
// "Ukrainian President Volodymyr Zelenskyy".
type OfficeMention struct {
	Class   string // class of the office or body: "president", "foreign ministry spokesperson", "foreign ministry"
	Title   string // the office as written: "President"
	State   string // whose office: ISO 3166-1 alpha-3 or the code of an organisation; "" when the phrase does not tell
	To      string // to what state or organisation an ambassador or envoy is sent; "" for none
	Name    string // the person's name as written; "" for none
	Person  *Entry // whom the name means without regard to a date; nil when unknown
	Of      string // a party, committee or society that is no part of a state: "Communist Party of Norway"; State is "" then
	Phrase  string // the whole description, without a leading article and forms of address
	Body    bool   // a body, not a person: "the Foreign Ministry"
	Former  bool   // "former", "ex-", "late"
	Acting  bool   // "acting", "interim"
	Several bool   // "officials", "the spokesmen"
}

// ParseOffice reads a noun phrase that describes somebody by office, in any of the orders that news use. It is false for a
// phrase without an office or body.
func (g *Gazetteer) ParseOffice(phrase string) (OfficeMention, bool) {
	p := officeParser{g: g, text: phrase}
	p.ws = words(phrase, nil)
	p.split()
	if len(p.offices) == 0 && p.metonym == "" {
		return OfficeMention{}, false
	}
	p.class()
	p.state()
	p.society()
	p.name()
	p.out.Phrase = p.phrase()
	return p.out, p.out.Class != ""
}

type officeParser struct {
	g       *Gazetteer
	text    string
	ws      []word
	used    []bool    // words that are part of an office, a state or a small word
	offices []stretch // offices and bodies, in order
	states  []stretch // states and organisations, in order
	persons []stretch // known persons
	metonym string    // body that a metonym stands for: "presidency" of "Kremlin"
	address []stretch // forms of address
	out     OfficeMention
}

// stretch is a run of words with what it means.
type stretch struct {
	from, to int
	c        Candidate
}

// split finds states, persons and offices. Offices are looked for after the states are taken out, so that "president of the
// Presidium of the DPRK Supreme People's Assembly" is one office.
func (p *officeParser) split() {
	p.used = make([]bool, len(p.ws))
	rest := make([]word, 0, len(p.ws))
	at := make([]int, 0, len(p.ws))
	var organs []stretch
	for i := 0; i < len(p.ws); {
		c, end := p.g.names.longest(p.text, p.ws, i)
		if end == 0 || c[0].Entry == nil || c[0].Entry.Kind == Medium {
			rest, at = p.keep(rest, at, i, i+1)
			i++
			continue
		}
		s := stretch{i, end, c[0]}
		switch {
		case c[0].Entry.Kind == Person:
			if first, n := p.g.names.longest(p.text, p.ws[:i+1], i); n > 0 && first[0].Entry == nil && end > i+1 { // "King Norodom Sihamoni"
				rest, at = p.keep(rest, at, i, i+1)
				s.from++
			}
			p.persons = append(p.persons, s)
		case c[0].Kind == ByMetonym: // its words may be part of an office: "Chairman of the State Affairs Commission"
			organs = append(organs, s)
			rest, at = p.keep(rest, at, i, end)
		default:
			p.states = append(p.states, s)
			p.mark(i, end)
		}
		i = end
	}
	p.findOffices(rest, at, organs)
	for _, s := range organs {
		p.states = append(p.states, s)
		if p.metonym == "" && !p.used[s.to-1] {
			p.metonym = s.c.Office
		}
		p.mark(s.from, s.to)
	}
}

// keep hands words over to the search for offices; a gap before them does not separate them.
func (p *officeParser) keep(rest []word, at []int, from, to int) ([]word, []int) {
	for i := from; i < to; i++ {
		w := p.ws[i]
		if n := len(at); n > 0 && at[n-1] != i-1 {
			w.joined = true
		}
		rest, at = append(rest, w), append(at, i)
	}
	return rest, at
}

// findOffices looks for offices, bodies and forms of address in words that stand at the given places of the phrase. A part
// of the name of an organ is none: the "Department" of the State Department.
func (p *officeParser) findOffices(rest []word, at []int, organs []stretch) {
	for i := 0; i < len(rest); {
		c, end := p.g.names.longest(p.text, rest, i)
		if end == 0 || c[0].Entry != nil {
			i++
			continue
		}
		s := stretch{at[i], at[end-1] + 1, c[0]}
		if slices.ContainsFunc(organs, func(o stretch) bool { return o.from <= s.from && s.to <= o.to }) {
			i++
			continue
		}
		if c[0].Kind == ByTitle {
			p.address = append(p.address, s)
		} else {
			p.offices = append(p.offices, s)
		}
		for ; i < end; i++ {
			p.used[at[i]] = true
		}
	}
}

func (p *officeParser) mark(from, to int) {
	for i := from; i < to; i++ {
		p.used[i] = true
	}
}

func (p *officeParser) word(i int) string {
	return strings.ToLower(p.text[p.ws[i].start:p.ws[i].end])
}

// spokesperson classes by the body for which they speak.
var spokespersonOf = map[string]string{
	"presidency": "presidential spokesperson", "government": "government spokesperson",
	"foreign ministry": "foreign ministry spokesperson", "defence ministry": "defence ministry spokesperson",
	"unification ministry": "unification ministry spokesperson", "prime minister's office": "prime minister spokesperson",
	"security council": "national security spokesperson",
}

// class combines the offices and bodies of the phrase: a spokesman and a ministry are a ministry's spokesperson.
func (p *officeParser) class() {
	var office, body *stretch
	for i := range p.offices {
		s := &p.offices[i]
		switch o := p.g.offices[s.c.Office]; {
		case o.sort == "body":
			if body == nil {
				body = s
			}
		case office == nil || p.g.offices[office.c.Office].rank < o.rank && office.c.Office != "spokesperson" && !p.joinedByOf(office, s):
			office = s
		}
	}
	bodyClass := p.metonym
	if body != nil && (bodyClass == "" || bodyClass == "government" || bodyClass == "presidency") {
		bodyClass = body.c.Office
	}
	switch {
	case office == nil:
		p.out.Class, p.out.Body = bodyClass, true
		if body != nil {
			p.out.Title = p.written(*body)
		}
	case office.c.Office == "spokesperson" || office.c.Office == "presidential spokesperson" && bodyClass != "":
		p.out.Class, p.out.Title = office.c.Office, p.written(*office)
		if c, ok := spokespersonOf[bodyClass]; ok {
			p.out.Class = c
		} else if bodyClass != "" {
			p.out.Class = bodyClass + " spokesperson"
		} else if p.has("prime minister") {
			p.out.Class = "prime minister spokesperson"
		} else if p.has("president") {
			p.out.Class = "presidential spokesperson"
		}
	default:
		p.out.Class, p.out.Title = office.c.Office, p.written(*office)
		if bodyClass != "" && p.g.offices[p.out.Class].rank <= 30 {
			p.out.Class = bodyClass + " " + p.out.Class // "foreign ministry official"
		}
	}
	p.modifiers(office)
}

// joinedByOf tells whether the second office only completes the first: "assistant to the President", "aide to the Premier".
func (p *officeParser) joinedByOf(first, second *stretch) bool {
	for i := first.to; i < second.from; i++ {
		switch p.word(i) {
		case "to", "of", "for":
			return true
		}
	}
	return false
}

func (p *officeParser) has(class string) bool {
	return slices.ContainsFunc(p.offices, func(s stretch) bool { return s.c.Office == class })
}

func (p *officeParser) written(s stretch) string {
	return p.text[p.ws[s.from].start:p.ws[s.to-1].end]
}

// modifiers reads the words before an office that change it.
func (p *officeParser) modifiers(office *stretch) {
	for i := range p.ws {
		switch p.word(i) {
		case "former", "ex", "late", "onetime", "erstwhile", "then":
			p.out.Former = true
		case "acting", "interim", "caretaker":
			p.out.Acting = true
		case "deputy", "vice", "assistant":
			if office != nil && i < office.from && !p.used[i] && !strings.Contains(p.out.Class, "deputy") {
				if c := "deputy " + p.out.Class; p.g.offices[c] != nil {
					p.out.Class = c
				}
			}
		default:
			continue
		}
		p.used[i] = true
	}
	if office != nil {
		last := p.word(office.to - 1)
		p.out.Several = strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !strings.HasSuffix(last, "affairs") ||
			strings.HasSuffix(last, "men")
		if strings.HasSuffix(p.out.Class, "minister") && strings.HasSuffix(last, "affairs") || strings.HasSuffix(last, "forces") {
			p.out.Several = false
		}
	}
}

// state chooses whose office it is. A state after "to" (of an envoy also "for" or "on") is where somebody is sent.
func (p *officeParser) state() {
	sent := strings.Contains(p.out.Class, "ambassador") || strings.Contains(p.out.Class, "envoy")
	for _, s := range p.states {
		before := ""
		for i := s.from - 1; i >= 0; i-- {
			if before = p.word(i); before != "the" {
				break
			}
		}
		e := s.c.Entry
		if s.c.Kind == ByMetonym && p.out.State != "" {
			continue
		}
		if before == "to" && p.out.Class != "" || sent && (before == "for" || before == "on") {
			if p.out.To == "" {
				p.out.To = e.ID
			}
			continue
		}
		if p.out.State == "" || p.out.State == p.out.To {
			p.out.State = e.State
			if e.State == "" {
				p.out.State = e.ID
			}
		}
	}
	if p.out.Class == "chairman" && p.out.State == "CHN" && len(p.states) == 1 && p.states[0].from <= 3 {
		p.out.Class = "president" // "Chairman of the PRC"
	}
	if p.out.Class == "UN ambassador" && p.out.To == "" {
		p.out.To = "UN"
	}
}

// particles are small words inside a name.
var particles = map[string]bool{"al": true, "el": true, "bin": true, "ben": true, "ibn": true, "de": true, "da": true, "del": true,
	"der": true, "di": true, "dos": true, "du": true, "la": true, "le": true, "van": true, "von": true, "ould": true, "ul": true}

// societies are the last words of the names of bodies that are no part of a state.
var societies = map[string]bool{"party": true, "committee": true, "association": true, "union": true, "society": true,
	"institute": true, "league": true, "federation": true, "organization": true, "organisation": true, "center": true, "centre": true,
	"group": true, "company": true, "university": true, "front": true, "movement": true, "foundation": true, "club": true,
	"corporation": true, "church": true, "bank": true, "academy": true, "district": true, "city": true, "province": true}

// society finds a party, committee or society whose chairman or secretary is described. Such a person speaks for no state.
func (p *officeParser) society() {
	if p.out.Body || p.out.Class == "" || p.g.offices[p.out.Class] == nil || p.g.offices[p.out.Class].rank > 30 &&
		p.out.Class != "party leader" && p.out.Class != "president" {
		return
	}
	for i := 1; i < len(p.ws); i++ {
		if p.used[i] || p.ws[i].shape < title || !societies[p.word(i)] {
			continue
		}
		from := i
		for from > 0 && p.ws[from].joined && (p.ws[from-1].shape >= title || isLink(p.word(from-1))) && !p.isOffice(from-1) {
			from--
		}
		for from < i && p.ws[from].shape < title {
			from++
		}
		to := i + 1
		for to < len(p.ws) && p.ws[to].joined && (p.ws[to].shape >= title || isLink(p.word(to))) {
			to++
		}
		for p.ws[to-1].shape < title {
			to--
		}
		p.out.Of, p.out.State = p.text[p.ws[from].start:p.ws[to-1].end], ""
		p.mark(from, to)
		return
	}
}

func (p *officeParser) isOffice(i int) bool {
	return slices.ContainsFunc(p.offices, func(s stretch) bool { return s.from <= i && i < s.to })
}

func isLink(w string) bool {
	return w == "of" || w == "for" || w == "the" || w == "and" || w == "in" || w == "on" || w == "with"
}

// name takes the known person, or else the longest run of capitalised words that is nothing else. A known surname with other
// capitalised words at its side is somebody else's name.
func (p *officeParser) name() {
	for _, s := range p.persons {
		if s.c.Kind == ByName {
			p.out.Name, p.out.Person = p.written(s), s.c.Entry
			return
		}
	}
	best, bestLen := stretch{}, 0
	for i := 0; i < len(p.ws); i++ {
		if p.used[i] || p.ws[i].shape < title || isSmall(p.word(i)) {
			continue
		}
		j := i + 1
		for j < len(p.ws) && !p.used[j] && p.ws[j].joined && (p.ws[j].shape >= title && !isSmallName(p.word(j)) || particles[p.word(j)]) {
			j++
		}
		for j > i+1 && p.ws[j-1].shape < title {
			j--
		}
		if j-i > bestLen {
			best, bestLen = stretch{from: i, to: j}, j-i
		}
		i = j
	}
	if bestLen == 0 {
		return
	}
	p.out.Name = p.written(best)
	for _, s := range p.persons {
		if s.from == best.from && s.to == best.to {
			p.out.Person = s.c.Entry
		}
	}
}

// isSmallName tells whether a capitalised word ends a name; "In" of "Ri In Sok" does not.
func isSmallName(w string) bool { return isSmall(w) && w != "in" && w != "on" && w != "an" && w != "s" }

// phrase returns the description without a leading article and form of address.
func (p *officeParser) phrase() string {
	i := 0
	for i < len(p.ws)-1 {
		w := p.word(i)
		j := slices.IndexFunc(p.address, func(s stretch) bool { return s.from == i })
		if j >= 0 && p.address[j].to < len(p.ws) {
			i = p.address[j].to
		} else if w == "the" || w == "a" || w == "an" {
			i++
		} else {
			break
		}
	}
	return p.text[p.ws[i].start:p.ws[len(p.ws)-1].end]
}

func isSmall(w string) bool {
	switch w {
	case "the", "a", "an", "of", "for", "to", "and", "at", "in", "on", "s", "its", "his", "her", "their", "new", "top", "senior",
		"first", "second", "third", "current", "by", "with", "from":
		return true
	}
	return false
}

// Resolve returns the actor that a description means on an EDTF day: the person named, if the state agrees; the holder of
// the office that day; or else an actor of its own with the state and office that the text gives ("Foreign Ministry
// spokesperson of China", "Government of Japan"). A name that the gazetteer does not have becomes a person of that state.
// It is false when there is neither name nor state.
func (g *Gazetteer) Resolve(m OfficeMention, at string) (Actor, bool) {
	if m.Name != "" {
		for _, a := range g.Named(m.Name, at) {
			if a.Kind == Person && (m.State == "" || a.State == m.State || g.byID[a.ID].State == m.State) {
				if m.State != "" {
					a.State = m.State
				}
				return a, true
			}
		}
		return Actor{ID: strings.ToLower(m.State) + "/" + slug(m.Name), Name: m.Name, Kind: Person, State: m.State}, true
	}
	if m.Of != "" && m.Phrase != "" {
		return Actor{ID: "/" + slug(m.Phrase), Name: strings.ToUpper(m.Phrase[:1]) + m.Phrase[1:], Kind: Person}, true
	}
	if m.State == "" {
		return Actor{}, false
	}
	if o := g.offices[m.Class]; o != nil && o.single && !m.Former && !m.Several {
		if e, ok := g.Holder(m.State, m.Class, at); ok {
			a := e.actorAt(when(at))
			a.State = m.State
			return a, true
		}
	}
	return g.Unnamed(m.State, m.Class)
}

// Unnamed returns the actor for an office or body of a state whose holder nobody names: "Foreign Ministry spokesperson of
// China"; for the government itself the state.
func (g *Gazetteer) Unnamed(state, class string) (Actor, bool) {
	e, ok := g.byID[state]
	if !ok {
		return Actor{}, false
	}
	if class == "government" {
		return e.Actor, true
	}
	a := Actor{ID: state + "/" + strings.ReplaceAll(class, " ", "-"), Kind: Person, State: state}
	o, known := g.offices[class]
	if !known {
		// "foreign ministry official": the label of the body and the office
		for _, role := range []string{"spokesperson", "official", "diplomat", "lawmaker", "chairman"} {
			if body, found := strings.CutSuffix(class, " "+role); found && g.offices[body] != nil {
				a.Name = g.offices[body].labelOf(state) + " " + role + " of " + g.nameOf(state)
				return a, true
			}
		}
		a.Name = class + " of " + g.nameOf(state)
		return a, true
	}
	if o.sort == "body" {
		a.Kind = State
	}
	a.Name = g.titleOf(o, state)
	return a, true
}
