package dates

// inName tells whether the month or weekday at i, which has no number beside it, is part of a name: of a person
// ("April Glaspie", "Mr August"), a paper ("the Sunday Times"), an event ("the October Revolution", "Black Friday").
func (p *parser) inName(i int) bool {
	b, n := p.at(i-1), p.at(i+1)
	dottedTitle := p.is(i-1, ".") && b.glued && !p.at(i).first && p.in(i-2, words.NameTitle) && p.at(i-2).capital
	switch {
	case dottedTitle, b.capital && p.in(i-1, words.NamedDay):
		return true
	case p.is(i-1, "on") && p.in(i-2, words.PaperOnDay) && p.at(i-2).capital && p.is(i-3, "the"): // "the Mail on Sunday"
		return true
	case n.capital && (p.in(i+1, words.NewspaperName) || p.in(i+1, words.EventName)):
		return true
	case p.in(i+1, words.WeekdayRite) && p.at(i).word.weekday > 0:
		return true
	case n.capital && n.word.part != "" && p.at(i).word.weekday > 0: // "Saturday Night Live"
		return true
	case b.capital && p.in(i-1, words.NameTitle) && (!n.capital || n.first):
		return p.at(i).word.month > 0
	}
	return p.givenName(i)
}

// givenName tells whether the month or weekday at i is a given name before an unknown name in capitals: "Ambassador
// April Foley", "Friday Okafor". After a word that dates it is none: "On Friday Moscow said".
func (p *parser) givenName(i int) bool {
	n := p.at(i + 1)
	if !n.capital || n.first || n.glued || n.word != &noEntry || !isLetter(n.low) || len(n.low) < 2 {
		return false
	}
	b := p.at(i - 1)
	switch {
	case b.capital && p.in(i-1, words.NameTitle):
		return true
	case p.in(i-1, words.ListLink, "&"):
		return p.at(i-2).word.month == 0 && p.at(i-2).word.weekday == 0 && p.in(i-1, words.NameLink)
	case p.is(i-1, "of") && p.partOfStretch(i-2):
		return false
	case b.word.mod != "",
		b.word.approx,
		b.isNum,
		b.word.edge != "",
		p.in(i-1, words.OrdinalSuffix) && b.glued,
		p.is(i-1, "-"):
		return false
	}
	if p.at(i).word.month > 0 {
		dates := b.word.prep && !p.in(i-1, words.NameLink) || p.modifiesNoun(i-1)
		return !dates
	}
	return (p.at(i).first || p.is(i-1, ",", ";")) && p.subjectAfter(i+2)
}

// partOfStretch tells whether the word at i stands for a part of the month that "of" names: "the end of", "the 3rd of".
func (p *parser) partOfStretch(i int) bool {
	t := p.at(i)
	return t.isNum || t.word.edge != "" || t.word.ord > 0 || t.word.approx || p.in(i, words.OrdinalSuffix)
}

// modifiesNoun tells whether a determiner stands at i or before the adjectives there: "a pre-war February Peace
// Conference".
func (p *parser) modifiesNoun(i int) bool {
	const most = 3 // words of an adjective
	for k := i; k > i-most && k >= 0; k-- {
		if p.in(k, words.DayDeterminer) {
			return true
		}
		if t := p.at(k); t.capital || t.word != &noEntry || p.pastVerb(k) {
			return false
		}
	}
	return p.in(i-most, words.DayDeterminer)
}

// subjectAfter tells whether the words before i can be the subject of a verb that stands there: "Sunday Oliseh said".
func (p *parser) subjectAfter(i int) bool {
	return p.pastVerb(i) || p.in(i, words.SubjectVerb)
}
