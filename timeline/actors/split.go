package actors

import "slices"

// splitter finds the parts of a phrase by the names of the gazetteer.
type splitter struct {
	phrase *phrase
	names  *names
	in     *parts
}

// split finds states, persons and offices. Offices are looked for after the states are taken out, so that "president
// of the Presidium of the DPRK Supreme People's Assembly" is one office.
func (p splitter) split() {
	rest := remains{ws: make([]word, 0, len(p.phrase.ws)), at: make([]int, 0, len(p.phrase.ws))}
	var organs []stretch
	for i := 0; i < len(p.phrase.ws); {
		c, end := p.names.longest(p.phrase.text, p.phrase.ws, i)
		if end == 0 || c[0].Kind != byPlace && (c[0].Entry == nil || c[0].Entry.Kind == Medium) {
			rest.keep(p.phrase.ws, i, i+1)
			i++
			continue
		}
		s := stretch{i, end, c[0]}
		switch {
		case c[0].Kind == byPlace:
			p.phrase.mark(i, end)
		case c[0].Entry.Kind == Person:
			if end > i+1 && p.beginsInOffice(i) { // "King Norodom Sihamoni"
				rest.keep(p.phrase.ws, i, i+1)
				s.from++
			}
			p.in.persons = append(p.in.persons, s)
		case c[0].Kind == ByMetonym: // its words may be part of an office: "Chairman of the State Affairs Commission"
			organs = append(organs, s)
			rest.keep(p.phrase.ws, i, end)
		default:
			p.in.states = append(p.in.states, s)
			p.phrase.mark(i, end)
		}
		i = end
	}
	p.findOffices(rest, organs)
	if len(p.in.states)+len(organs) == 0 {
		p.stateInOffice()
	}
	for _, s := range organs {
		p.takeOrgan(s)
	}
}

// beginsInOffice reports whether the first word of a person's name is an office by itself: "King".
func (p splitter) beginsInOffice(i int) bool {
	c, end := p.names.longest(p.phrase.text, p.phrase.ws[:i+1], i)
	return end > 0 && c[0].Entry == nil
}

// takeOrgan takes the state of an organ, and the organ as the body that is described if no office has its words.
func (p splitter) takeOrgan(s stretch) {
	p.in.states = append(p.in.states, s)
	if p.in.metonym == "" && !p.phrase.used[s.to-1] {
		p.in.metonym = s.c.Office
	}
	p.phrase.mark(s.from, s.to)
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
func (p splitter) findOffices(rest remains, organs []stretch) {
	for i := 0; i < len(rest.ws); {
		c, end := p.names.longest(p.phrase.text, rest.ws, i)
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
			p.in.address = append(p.in.address, s)
		} else {
			p.in.offices = append(p.in.offices, s)
		}
		for ; i < end; i++ {
			p.phrase.used[rest.at[i]] = true
		}
	}
}

// stateInOffice takes the state from an organ inside the office itself: "State Duma Speaker".
func (p splitter) stateInOffice() {
	for _, s := range p.in.offices {
		for i := s.from; i < s.to; i++ {
			for end := s.to; end > i; end-- {
				if c, n := p.names.longest(p.phrase.text, p.phrase.ws[:end], i); n == end && c[0].Kind == ByMetonym {
					p.in.states = append(p.in.states, stretch{i, end, c[0]})
					return
				}
			}
		}
	}
}

// side takes "side" for the government of the state before it: "the DPRK side".
func (p splitter) side() {
	last := len(p.phrase.ws) - 1
	if len(p.in.offices) == 0 && p.in.metonym == "" && len(p.in.states) > 0 && p.phrase.word(last) == "side" {
		p.in.offices = append(p.in.offices, stretch{last, last + 1, Candidate{Kind: ByOffice, Office: "government"}})
		p.phrase.used[last] = true
	}
}
