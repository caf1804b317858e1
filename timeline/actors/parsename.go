package actors

// nameReader finds the name of the person in a phrase.
type nameReader struct {
	phrase *phrase
	in     *parts
	m      *OfficeMention
}

// read takes the known person, or else the longest run of capitalised words that is nothing else. A known surname
// with other capitalised words at its side is somebody else's name.
func (p nameReader) read() {
	for _, s := range p.in.persons {
		if s.c.Kind == ByName {
			p.m.Name, p.m.Person = p.phrase.written(s), s.c.Entry
			return
		}
	}
	best := p.longestName()
	if best.to == 0 || p.m.Body {
		return
	}
	p.m.Name = p.phrase.written(best)
	for _, s := range p.in.persons {
		if s.from == best.from && s.to == best.to {
			p.m.Person = s.c.Entry
		}
	}
}

// longestName is the longest run of capitalised words that is nothing else, the zero stretch for none. A place or body
// on the way is what the office is of: "Governor of the Northern Province".
func (p nameReader) longestName() (best stretch) {
	for i := 0; i < len(p.phrase.ws); i++ {
		if !p.beginsName(i) {
			continue
		}
		s := stretch{from: i, to: p.nameEnd(i)}
		switch {
		case words.NamedBody[p.phrase.word(s.to-1)] || p.placeBefore(i):
			if p.m.Of == "" && !p.m.Body && p.m.Title != "" {
				p.m.Of = p.phrase.written(s)
			}
		case s.to-s.from > best.to-best.from:
			best = s
		}
		i = s.to
	}
	return best
}

// beginsName tells whether word i can be the first of an unknown name.
func (p nameReader) beginsName(i int) bool {
	w := p.phrase.ws[i]
	return !p.phrase.used[i] && w.shape >= title && !w.hyphen && !isSmall(p.phrase.word(i))
}

// nameEnd is the index after the name that begins at i. Particles stand in it, not at its end.
func (p nameReader) nameEnd(i int) int {
	j := i + 1
	for j < len(p.phrase.ws) && !p.phrase.used[j] && p.phrase.ws[j].joined && p.inName(j) {
		j++
	}
	return p.phrase.trimSmall(i+1, j)
}

// inName tells whether word i can stand inside a person's name.
func (p nameReader) inName(i int) bool {
	w := p.phrase.word(i)
	return p.phrase.ws[i].shape >= title && !isSmallName(w) || words.NameParticle[w]
}

// placeBefore tells whether a preposition makes the words at i a place or a body rather than a person.
func (p nameReader) placeBefore(i int) bool {
	for i--; i >= 0; i-- {
		switch {
		case p.phrase.word(i) == "the":
			continue
		case words.OfficePreposition[p.phrase.word(i)]:
			return true
		}
		return false
	}
	return false
}

// isSmallName tells whether a capitalised word ends a name; "In" of "Ri In Sok" does not.
func isSmallName(w string) bool { return isSmall(w) && !words.SmallNotName[w] }
