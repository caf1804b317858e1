package actors

import (
	"slices"
)

// society finds a party, committee or society whose chairman or secretary is described. Such a person speaks for no
// state.
func (p *officeParser) society() {
	if p.out.Body || p.out.Class == "" || p.g.offices[p.out.Class] == nil || p.g.offices[p.out.Class].rank > 30 &&
		p.out.Class != "party leader" && p.out.Class != "president" {
		return
	}
	for i := 1; i < len(p.ws); i++ {
		if p.used[i] || p.ws[i].shape < title || !words.NamedBody[p.word(i)] {
			continue
		}
		from := i
		for from > 0 && p.ws[from].joined && (p.ws[from-1].shape >= title || isLink(p.word(from-1)) || p.ws[from-1].hyphen) && !p.isOffice(from-1) {
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
		for to < len(p.ws) && !p.used[to] && (p.ws[to].shape >= title || isLink(p.word(to))) {
			to++
		}
		for to > s.to && p.ws[to-1].shape < title {
			to--
		}
		p.mark(s.from, to)
		p.out.Ministry = p.text[p.ws[s.from].start:p.ws[to-1].end]
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
	best, bestLen := stretch{}, 0
	for i := 0; i < len(p.ws); i++ {
		if p.used[i] || p.ws[i].shape < title || isSmall(p.word(i)) || p.ws[i].hyphen {
			continue
		}
		j := i + 1
		for j < len(p.ws) && !p.used[j] && p.ws[j].joined && (p.ws[j].shape >= title && !isSmallName(p.word(j)) || words.NameParticle[p.word(j)]) {
			j++
		}
		for j > i+1 && p.ws[j-1].shape < title {
			j--
		}
		if words.NamedBody[p.word(j-1)] || p.placeBefore(i) {
			if p.out.Of == "" && !p.out.Body && p.out.Title != "" {
				p.out.Of = p.text[p.ws[i].start:p.ws[j-1].end] // "Governor of the Northern Province"
			}
			i = j
			continue
		}
		if j-i > bestLen {
			best, bestLen = stretch{from: i, to: j}, j-i
		}
		i = j
	}
	if bestLen == 0 || p.out.Body {
		return
	}
	p.out.Name = p.written(best)
	for _, s := range p.persons {
		if s.from == best.from && s.to == best.to {
			p.out.Person = s.c.Entry
		}
	}
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
