package actors

// bodyReader finds the bodies that the gazetteer does not have: societies, parties and ministries.
type bodyReader struct {
	phrase *phrase
	in     *parts
	table  *officeTable
	m      *OfficeMention
}

// society finds a party, committee or society whose chairman or secretary is described. Such a person speaks for no
// state.
func (p bodyReader) society() {
	if !p.mayLeadSociety() {
		return
	}
	for i := 1; i < len(p.phrase.ws); i++ {
		if p.phrase.used[i] || p.phrase.ws[i].shape < title || !words.NamedBody[p.phrase.word(i)] {
			continue
		}
		from, to := p.societyAround(i)
		p.m.Of, p.m.State = p.phrase.written(stretch{from: from, to: to}), ""
		p.phrase.mark(from, to)
		return
	}
}

// mayLeadSociety reports whether the office is one that parties and societies have too.
func (p bodyReader) mayLeadSociety() bool {
	o := p.table.byClass[p.m.Class]
	if p.m.Body || o == nil {
		return false
	}
	return o.rank <= 30 || p.m.Class == "party leader" || p.m.Class == "president"
}

// societyAround is the run of words of a name around its noun at i: "the Russia-Korea Friendship Society for Arts".
func (p bodyReader) societyAround(i int) (from, to int) {
	for from = i; from > 0 && p.reachesBefore(from); {
		from--
	}
	for from < i && p.phrase.ws[from].shape < title {
		from++
	}
	to = i + 1
	for to < len(p.phrase.ws) && p.phrase.ws[to].joined && p.phrase.inTitle(to) {
		to++
	}
	return from, p.phrase.trimSmall(i+1, to)
}

// reachesBefore reports whether the name of a body that has word i may have the word before it, too.
func (p bodyReader) reachesBefore(i int) bool {
	before := p.phrase.ws[i-1]
	return p.phrase.ws[i].joined && (p.phrase.inTitle(i-1) || before.hyphen) && !p.in.inOffice(i-1)
}

// isSociety reports whether the phrase is the name of a society that has an office in it: "Committee for the Birthday
// of President Nobody".
func (p bodyReader) isSociety() bool {
	for i := range p.phrase.ws {
		if p.in.inOffice(i) {
			return false
		}
		if !p.phrase.used[i] && p.phrase.ws[i].shape >= title && words.NamedBody[p.phrase.word(i)] {
			return i+1 < len(p.phrase.ws) && isLink(p.phrase.word(i+1))
		}
	}
	return false
}

// ministry reads the rest of a ministry's name that the gazetteer does not have: "Ministry of Culture, Sports and
// Science".
func (p bodyReader) ministry() {
	for _, s := range p.in.offices {
		if s.c.Office != "ministry" || p.phrase.ws[s.to-1].shape < title || s.to >= len(p.phrase.ws) && s.to-s.from == 1 {
			continue
		}
		to := s.to
		for to < len(p.phrase.ws) && !p.phrase.used[to] && p.phrase.inTitle(to) {
			to++
		}
		to = p.phrase.trimSmall(s.to, to)
		p.phrase.mark(s.from, to)
		p.m.Ministry = p.phrase.written(stretch{from: s.from, to: to})
		return
	}
}
