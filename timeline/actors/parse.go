package actors

import (
	"slices"
	"strings"
)

// OfficeMention is a description of somebody by office: "a spokesman for the Chinese Foreign Ministry",
// "Ukrainian President Volodymyr Zelenskyy".
type OfficeMention struct {
	Class    string // class of the office or body: "president", "foreign ministry spokesperson", "foreign ministry"
	Title    string // the office as written: "President"
	State    string // whose office: ISO 3166-1 alpha-3 or the code of an organisation; "" when the phrase does not tell
	To       string // to what state or organisation an ambassador or envoy is sent; "" for none
	Name     string // the person's name as written; "" for none
	Person   *Entry // whom the name means without regard to a date; nil when unknown
	Of       string // a party or society that is no part of a state: "Communist Party of Norway"; State is "" then
	Ministry string // the ministry as written, where it is none of the known ones: "Ministry of Culture and Sports"
	Phrase   string // the whole description, without a leading article and forms of address
	Body     bool   // a body, not a person: "the Foreign Ministry"
	Former   bool   // "former", "ex-", "late"
	Acting   bool   // "acting", "interim"
	Several  bool   // "officials", "the spokesmen"
}

// ParseOffice reads a noun phrase that describes somebody by office, in any of the orders that news use. It is false
// for a phrase without an office or body.
func (g *Gazetteer) ParseOffice(phrase string) (OfficeMention, bool) {
	p := officeParser{g: g, text: phrase}
	p.ws = g.names.spelling.words(phrase, nil)
	p.split()
	p.side()
	if len(p.offices) == 0 && p.metonym == "" || p.isSociety() {
		return OfficeMention{}, false
	}
	p.class()
	p.state()
	p.society()
	p.ministry()
	p.name()
	if e := p.out.Person; p.out.Body && e != nil { // "the Lee Myung-bak government"
		p.out.Name, p.out.Person = "", nil
		if p.out.State == "" {
			p.out.State = e.State
		}
	}
	p.out.Phrase = p.phrase()
	return p.out, p.out.Class != ""
}

// side takes "side" for the government of the state before it: "the DPRK side".
func (p *officeParser) side() {
	last := len(p.ws) - 1
	if len(p.offices) == 0 && p.metonym == "" && len(p.states) > 0 && p.word(last) == "side" {
		p.offices = append(p.offices, stretch{last, last + 1, Candidate{Kind: ByOffice, Office: "government"}})
		p.used[last] = true
	}
}

// An officeParser holds a phrase as its rules read it.
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

// split finds states, persons and offices. Offices are looked for after the states are taken out, so that "president
// of the Presidium of the DPRK Supreme People's Assembly" is one office.
func (p *officeParser) split() {
	p.used = make([]bool, len(p.ws))
	rest := remains{ws: make([]word, 0, len(p.ws)), at: make([]int, 0, len(p.ws))}
	var organs []stretch
	for i := 0; i < len(p.ws); {
		c, end := p.g.names.longest(p.text, p.ws, i)
		if end == 0 || c[0].Kind != byPlace && (c[0].Entry == nil || c[0].Entry.Kind == Medium) {
			rest.keep(p.ws, i, i+1)
			i++
			continue
		}
		s := stretch{i, end, c[0]}
		switch {
		case c[0].Kind == byPlace:
			p.mark(i, end)
		case c[0].Entry.Kind == Person:
			if end > i+1 && p.beginsInOffice(i) { // "King Norodom Sihamoni"
				rest.keep(p.ws, i, i+1)
				s.from++
			}
			p.persons = append(p.persons, s)
		case c[0].Kind == ByMetonym: // its words may be part of an office: "Chairman of the State Affairs Commission"
			organs = append(organs, s)
			rest.keep(p.ws, i, end)
		default:
			p.states = append(p.states, s)
			p.mark(i, end)
		}
		i = end
	}
	p.findOffices(rest, organs)
	if len(p.states)+len(organs) == 0 {
		p.stateInOffice()
	}
	for _, s := range organs {
		p.takeOrgan(s)
	}
}

// beginsInOffice tells whether the first word of a person's name is an office by itself: "King".
func (p *officeParser) beginsInOffice(i int) bool {
	c, end := p.g.names.longest(p.text, p.ws[:i+1], i)
	return end > 0 && c[0].Entry == nil
}

// takeOrgan takes the state of an organ, and the organ as the body that is described if no office has its words.
func (p *officeParser) takeOrgan(s stretch) {
	p.states = append(p.states, s)
	if p.metonym == "" && !p.used[s.to-1] {
		p.metonym = s.c.Office
	}
	p.mark(s.from, s.to)
}

// remains are the words of a phrase that are left when states are taken out, with their places in it.
type remains struct {
	ws []word
	at []int
}

// keep adds words to the remains; a gap before them does not separate them.
func (r *remains) keep(ws []word, from, to int) {
	for i := from; i < to; i++ {
		w := ws[i]
		if n := len(r.at); n > 0 && r.at[n-1] != i-1 {
			w.joined = true
		}
		r.ws, r.at = append(r.ws, w), append(r.at, i)
	}
}

// findOffices looks for offices, bodies and forms of address in what is left of the phrase. A part of the name of an
// organ is none: the "Department" of the State Department.
func (p *officeParser) findOffices(rest remains, organs []stretch) {
	for i := 0; i < len(rest.ws); {
		c, end := p.g.names.longest(p.text, rest.ws, i)
		if end == 0 || c[0].Entry != nil {
			i++
			continue
		}
		s := stretch{rest.at[i], rest.at[end-1] + 1, c[0]}
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
			p.used[rest.at[i]] = true
		}
	}
}

// stateInOffice takes the state from an organ inside the office itself: "State Duma Speaker".
func (p *officeParser) stateInOffice() {
	for _, s := range p.offices {
		for i := s.from; i < s.to; i++ {
			for end := s.to; end > i; end-- {
				if c, n := p.g.names.longest(p.text, p.ws[:end], i); n == end && c[0].Kind == ByMetonym {
					p.states = append(p.states, stretch{i, end, c[0]})
					return
				}
			}
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

// class combines the offices and bodies of the phrase: a spokesman and a ministry are a ministry's spokesperson.
func (p *officeParser) class() {
	office, body := p.ranking()
	bodyClass := p.metonym
	if body != nil && (bodyClass == "" || bodyClass == "government" || bodyClass == "presidency") {
		bodyClass = body.c.Office
	}
	if office == nil {
		p.out.Class, p.out.Body = bodyClass, true
		if body != nil {
			p.out.Title = p.written(*body)
		}
	} else {
		p.out.Class, p.out.Title = p.officeClass(office.c.Office, bodyClass), p.written(*office)
	}
	p.modifiers(office)
}

// ranking returns the highest office of the phrase and its first body, nil where there is none.
func (p *officeParser) ranking() (office, body *stretch) {
	for i := range p.offices {
		s := &p.offices[i]
		switch {
		case p.g.offices.byClass[s.c.Office].sort == sortBody:
			if body == nil {
				body = s
			}
		case office == nil || p.outranks(s, office):
			office = s
		}
	}
	return office, body
}

// outranks tells whether the second office of a phrase is the one that is described: "member of the Politburo and
// Premier". A spokesperson's is never another's.
func (p *officeParser) outranks(second, first *stretch) bool {
	if p.g.offices.byClass[second.c.Office].rank <= p.g.offices.byClass[first.c.Office].rank {
		return false
	}
	return first.c.Office != "spokesperson" && !p.joinedByOf(first, second)
}

// officeClass is the class of an office in a body, "" for none: the official of a foreign ministry is a "foreign
// ministry official".
func (p *officeParser) officeClass(office, body string) string {
	switch {
	case office == "spokesperson" || office == "presidential spokesperson" && body != "":
		return p.spokesClass(office, body)
	case body != "" && p.g.offices.byClass[office].rank <= 30:
		return body + " " + office
	}
	return office
}

// spokesClass is the class of a spokesperson by the body, or else the office, for which he speaks.
func (p *officeParser) spokesClass(office, body string) string {
	switch {
	case body == "presidency", body == "" && p.has("president") && !p.has("prime minister"):
		return "presidential spokesperson"
	case body == "prime minister's office", body == "" && p.has("prime minister"):
		return "prime minister spokesperson"
	case body == "security council":
		return "national security spokesperson"
	case body != "":
		return body + " spokesperson"
	}
	return office
}

// joinedByOf tells whether the second office only completes the first: "assistant to the President", "aide to the
// Premier".
func (p *officeParser) joinedByOf(first, second *stretch) bool {
	for i := first.to; i < second.from; i++ {
		if words.NameOf[p.word(i)] {
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
		switch w := p.word(i); {
		case words.FormerWord[w]:
			p.out.Former = true
		case words.ActingOffice[w]:
			p.out.Acting = true
		case words.DeputyWord[w]:
			if office != nil && i < office.from && !p.used[i] {
				p.deputy()
			}
		default:
			continue
		}
		p.used[i] = true
	}
	if office != nil {
		p.out.Several = inPlural(p.word(office.to - 1))
	}
}

// deputy makes the office that of a deputy, if there is such an office.
func (p *officeParser) deputy() {
	if c := "deputy " + p.out.Class; p.g.offices.byClass[c] != nil && !strings.Contains(p.out.Class, "deputy") {
		p.out.Class = c
	}
}

// inPlural tells whether the last word of an office is a plural of persons: "officials", "spokesmen", but not
// "affairs", "forces".
func inPlural(last string) bool {
	switch {
	case strings.HasSuffix(last, "men"):
		return true
	case strings.HasSuffix(last, "ss"), strings.HasSuffix(last, "affairs"), strings.HasSuffix(last, "forces"):
		return false
	}
	return strings.HasSuffix(last, "s")
}

// state chooses whose office it is. A state after "to" (of an envoy also "for" or "on") is where somebody is sent.
func (p *officeParser) state() {
	for _, s := range p.states {
		e := s.c.Entry
		switch {
		case s.c.Kind == ByMetonym && p.out.State != "":
		case p.sentTo(p.linkBefore(s.from)):
			if p.out.To == "" {
				p.out.To = e.ID
			}
		case p.out.State == "" || p.out.State == p.out.To:
			if p.out.State = e.State; e.State == "" {
				p.out.State = e.ID
			}
		}
	}
	if p.out.Class == "chairman" {
		p.chairman()
	}
	if p.out.Class == "UN ambassador" && p.out.To == "" {
		p.out.To = "UN"
	}
	if class, ok := p.g.offices.localClass(p.out.State, p.out.Title); ok && !p.out.Body &&
		p.g.offices.byClass[p.out.Class] != nil {
		p.out.Class = class // "the Vatican's secretary of state" is no foreign minister
	}
}

// linkBefore is the word before a place of the phrase, "the" left out; "" at its beginning.
func (p *officeParser) linkBefore(i int) string {
	for i--; i >= 0; i-- {
		if w := p.word(i); w != "the" {
			return w
		}
	}
	return ""
}

// sentTo tells whether a state behind the word is where the holder of the office is sent.
func (p *officeParser) sentTo(link string) bool {
	class := p.out.Class
	switch link {
	case "to":
		return class != ""
	case "for", "on":
		return strings.Contains(class, "ambassador") || strings.Contains(class, "envoy")
	}
	return false
}

// chairman gives the head of a state or organisation the class that its head has: "Chairman of the PRC", "the UN
// chief".
func (p *officeParser) chairman() {
	if p.out.State == "CHN" && len(p.states) == 1 && p.states[0].from <= 3 {
		p.out.Class = "president"
		return
	}
	if p.out.State == "" || !words.HeadTitle[strings.ToLower(p.out.Title)] {
		return
	}
	for _, class := range []string{"secretary-general", "director general"} {
		if p.g.holders.known(p.out.State, class) {
			p.out.Class = class
			return
		}
	}
}
