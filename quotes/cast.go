package quotes

// part is what the turns of one label show of its bearer.
type part struct {
	role      labelRole
	official  bool
	medium    bool // a carrier of news asks
	inTitle   bool
	host      bool // the title announces questions to somebody else
	turns     int
	questions int // turns that end with a question
	words     int
	answered  int // turns that the bearer of a known part follows
}

// cast decides which turns are questions: those of labels that say so, of carriers of news, and of whoever mostly asks
// while others answer. Nobody who asks is ever a speaker.
func (g *page) cast(ts []turn) {
	parts := g.parts(ts)
	answering := false
	for _, p := range parts {
		answering = answering || !p.asks() && !p.aside()
	}
	for i := range ts {
		p := parts[ts[i].key]
		ts[i].asks = p.aside() || p.asks() && (answering || p.role == roleAsks)
	}
}

// parts gathers the parts of a transcript by the keys of their labels.
func (g *page) parts(ts []turn) map[string]*part {
	parts := map[string]*part{}
	for _, t := range ts {
		p := parts[t.key]
		if p == nil {
			p = &part{role: g.names.role(t.name), inTitle: g.inTitle(t.name), host: g.title.genre == genreQuestions}
			parts[t.key] = p
		}
		p.official = p.official || g.names.official(t.name)
		p.medium = p.medium || g.names.medium(t.name)
		p.turns++
		p.words += g.texts.length(t)
		if g.texts.endsAsking(t) {
			p.questions++
		}
	}
	for i := 0; i+1 < len(ts); i++ {
		if next := parts[ts[i+1].key]; g.title.genre == genreQuestions && next.inTitle || next.role == roleAnswers {
			parts[ts[i].key].answered++
		}
	}
	return parts
}

// aside reports a bearer without a name whose words are nobody's statement.
func (p *part) aside() bool { return p.role == roleAside }

// asks reports whether the turns of a part are questions.
func (p *part) asks() bool {
	const most, short = 0.7, 120
	share := float64(p.questions) / float64(p.turns)
	switch {
	case p.role != "":
		return p.role == roleAsks
	case p.inTitle || p.official:
		return p.turns > 2 && share >= most
	case p.medium || share >= 0.5 || p.host && share >= 0.25:
		return true
	}
	return p.answered == p.turns && p.words < short*p.turns
}

// inTitle reports whether the document's title has the name of a label: a capitalised word that is no office.
func (g *page) inTitle(name tokens) bool {
	for i := name.lo; i < name.hi; i++ {
		w := g.w[i]
		if g.capital(i) && len(w.low) > 2 && w.noun&nounOffice == 0 && lexicon().labels[w.low] == "" && g.title.has[w.low] {
			return true
		}
	}
	return false
}
