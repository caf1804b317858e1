package actors

import (
	"slices"
)

// society finds a party, committee or society whose chairman or secretary is described. Such a person speaks for no
// state.
func (p *officeParser) society() {
	if !p.mayLeadSociety() {
		return
	}
	for i := 1; i < len(p.ws); i++ {
		if p.used[i] || p.ws[i].shape < title || !words.NamedBody[p.word(i)] {
			continue
		}
		from, to := p.societyAround(i)
		p.out.Of, p.out.State = p.written(stretch{from: from, to: to}), ""
		p.mark(from, to)
		return
	}
}

// mayLeadSociety tells whether the office is one that parties and societies have too.
func (p *officeParser) mayLeadSociety() bool {
	o := p.g.offices.byClass[p.out.Class]
	if p.out.Body || o == nil {
		return false
	}
	return o.rank <= 30 || p.out.Class == "party leader" || p.out.Class == "president"
}

// societyAround is the run of words of a name around its noun at i: "the Russia-Korea Friendship Society for Arts".
func (p *officeParser) societyAround(i int) (from, to int) {
	for from = i; from > 0 && p.ws[from].joined && (p.inTitle(from-1) || p.ws[from-1].hyphen) && !p.isOffice(from-1); {
		from--
	}
	for from < i && p.ws[from].shape < title {
		from++
	}
	to = i + 1
	for to < len(p.ws) && p.ws[to].joined && p.inTitle(to) {
		to++
	}
	return from, p.trimSmall(i+1, to)
}

// inTitle tells whether a word can stand in the name of a body: with a capital, or small as "of" and "and" are.
func (p *officeParser) inTitle(i int) bool { return p.ws[i].shape >= title || isLink(p.word(i)) }

// trimSmall returns the end of a run of words without the small ones at its end; it is least at the lowest.
func (p *officeParser) trimSmall(least, to int) int {
	for to > least && p.ws[to-1].shape < title {
		to--
	}
	return to
}

// isSociety tells whether the phrase is the name of a society that has an office in it: "Committee for the Birthday
// of President Nobody".
func (p *officeParser) isSociety() bool {
	for i := range p.ws {
		if p.isOffice(i) {
			return false
		}
		if !p.used[i] && p.ws[i].shape >= title && words.NamedBody[p.word(i)] {
			return i+1 < len(p.ws) && isLink(p.word(i+1))
		}
	}
	return false
}

func (p *officeParser) isOffice(i int) bool {
	return slices.ContainsFunc(p.offices, func(s stretch) bool { return s.from <= i && i < s.to })
}

// ministry reads the rest of a ministry's name that the gazetteer does not have: "Ministry of Culture, Sports and
// Science".
func (p *officeParser) ministry() {
	for _, s := range p.offices {
		if s.c.Office != "ministry" || p.ws[s.to-1].shape < title || s.to >= len(p.ws) && s.to-s.from == 1 {
			continue
		}
		to := s.to
		for to < len(p.ws) && !p.used[to] && p.inTitle(to) {
			to++
		}
		to = p.trimSmall(s.to, to)
		p.mark(s.from, to)
		p.out.Ministry = p.written(stretch{from: s.from, to: to})
		return
	}
}

func isLink(w string) bool {
	return words.OrganInner[w]
}

// name takes the known person, or else the longest run of capitalised words that is nothing else. A known surname
// with other capitalised words at its side is somebody else's name.
func (p *officeParser) name() {
	for _, s := range p.persons {
		if s.c.Kind == ByName {
			p.out.Name, p.out.Person = p.written(s), s.c.Entry
			return
		}
	}
	best := p.longestName()
	if best.to == 0 || p.out.Body {
		return
	}
	p.out.Name = p.written(best)
	for _, s := range p.persons {
		if s.from == best.from && s.to == best.to {
			p.out.Person = s.c.Entry
		}
	}
}

// longestName is the longest run of capitalised words that is nothing else, the zero stretch for none. A place or body
// on the way is what the office is of: "Governor of the Northern Province".
func (p *officeParser) longestName() (best stretch) {
	for i := 0; i < len(p.ws); i++ {
		if !p.beginsName(i) {
			continue
		}
		s := stretch{from: i, to: p.nameEnd(i)}
		switch {
		case words.NamedBody[p.word(s.to-1)] || p.placeBefore(i):
			if p.out.Of == "" && !p.out.Body && p.out.Title != "" {
				p.out.Of = p.written(s)
			}
		case s.to-s.from > best.to-best.from:
			best = s
		}
		i = s.to
	}
	return best
}

// beginsName tells whether word i can be the first of an unknown name.
func (p *officeParser) beginsName(i int) bool {
	w := p.ws[i]
	return !p.used[i] && w.shape >= title && !w.hyphen && !isSmall(p.word(i))
}

// nameEnd is the index after the name that begins at i. Particles stand in it, not at its end.
func (p *officeParser) nameEnd(i int) int {
	j := i + 1
	for j < len(p.ws) && !p.used[j] && p.ws[j].joined && p.inName(j) {
		j++
	}
	return p.trimSmall(i+1, j)
}

// inName tells whether word i can stand inside a person's name.
func (p *officeParser) inName(i int) bool {
	w := p.word(i)
	return p.ws[i].shape >= title && !isSmallName(w) || words.NameParticle[w]
}

// placeBefore tells whether a preposition makes the words at i a place or a body rather than a person.
func (p *officeParser) placeBefore(i int) bool {
	for i--; i >= 0; i-- {
		switch {
		case p.word(i) == "the":
			continue
		case words.OfficePreposition[p.word(i)]:
			return true
		}
		return false
	}
	return false
}

// isSmallName tells whether a capitalised word ends a name; "In" of "Ri In Sok" does not.
func isSmallName(w string) bool { return isSmall(w) && !words.SmallNotName[w] }

// phrase returns the description without a leading article and form of address.
func (p *officeParser) phrase() string {
	i := 0
	for i < len(p.ws)-1 {
		w := p.word(i)
		j := slices.IndexFunc(p.address, func(s stretch) bool { return s.from == i })
		if j >= 0 && p.address[j].to < len(p.ws) {
			i = p.address[j].to
		} else if words.Article[w] {
			i++
		} else {
			break
		}
	}
	return p.text[p.ws[i].start:p.ws[len(p.ws)-1].end]
}

func isSmall(w string) bool {
	return words.SmallWord[w]
}
