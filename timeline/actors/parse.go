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
	Of       string // a party, committee or society that is no part of a state: "Communist Party of Norway"; State is "" then
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
	p.ws = g.spelling.words(phrase, nil)
	p.split()
	if n := len(p.ws); len(p.offices) == 0 && p.metonym == "" && len(p.states) > 0 && p.word(n-1) == "side" {
		p.offices = append(
			p.offices,
			stretch{n - 1, n, Candidate{Kind: ByOffice, Office: "government"}},
		) // "the DPRK side"
		p.used[n-1] = true
	}
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
	rest := make([]word, 0, len(p.ws))
	at := make([]int, 0, len(p.ws))
	var organs []stretch
	for i := 0; i < len(p.ws); {
		c, end := p.g.names.longest(p.text, p.ws, i)
		if end > 0 && c[0].Kind == byPlace {
			p.mark(i, end)
			i = end
			continue
		}
		if end == 0 || c[0].Entry == nil || c[0].Entry.Kind == Medium {
			rest, at = p.keep(rest, at, i, i+1)
			i++
			continue
		}
		s := stretch{i, end, c[0]}
		switch {
		case c[0].Entry.Kind == Person:
			if first, n := p.g.names.longest(p.text, p.ws[:i+1], i); n > 0 && first[0].Entry == nil &&
				end > i+1 { // "King Norodom Sihamoni"
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
	if len(p.states)+len(organs) == 0 {
		p.stateInOffice()
	}
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

// findOffices looks for offices, bodies and forms of address in words that stand at the given places of the phrase. A
// part of the name of an organ is none: the "Department" of the State Department.
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
		switch {
		case words.FormerWord[p.word(i)]:
			p.out.Former = true
		case words.ActingOffice[p.word(i)]:
			p.out.Acting = true
		case words.DeputyWord[p.word(i)]:
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
		p.out.Several = strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") &&
			!strings.HasSuffix(last, "affairs") ||
			strings.HasSuffix(last, "men")
		if strings.HasSuffix(p.out.Class, "minister") && strings.HasSuffix(last, "affairs") ||
			strings.HasSuffix(last, "forces") {
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
	if t := strings.ToLower(p.out.Title); p.out.Class == "chairman" && words.HeadTitle[t] && len(p.out.State) > 0 {
		for _, class := range []string{"secretary-general", "director general"} { // "the UN chief"
			if _, ok := p.g.terms[termKey{p.out.State, class}]; ok {
				p.out.Class = class
				break
			}
		}
	}
	if p.out.Class == "UN ambassador" && p.out.To == "" {
		p.out.To = "UN"
	}
	if class, ok := p.g.local[localKey(p.out.State, p.out.Title)]; ok && !p.out.Body &&
		p.g.offices[p.out.Class] != nil {
		p.out.Class = class // "the Vatican's secretary of state" is no foreign minister
	}
}
