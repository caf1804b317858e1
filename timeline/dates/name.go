package dates

// inName tells whether the month or weekday at i, which has no number beside it, is part of a name: of a person
// ("April Glaspie", "Mr August"), a paper ("the Sunday Times"), an event ("the October Revolution", "Black Friday").
func (p *parser) inName(i int) bool {
	if p.inFixedName(i) {
		return true
	}
	b, n := p.at(i-1), p.at(i+1)
	if b.capital && p.in(i-1, words.NameTitle) && (!n.capital || n.first) {
		return p.at(i).word.month > 0 // "Mr August"
	}
	return p.givenName(i)
}

// inFixedName tells whether the words beside the month or weekday at i make it part of the name of a paper, a feast,
// a programme or a titled person: "the Mail on Sunday", "Black Friday", "Saturday Night Live", "Gen. August".
func (p *parser) inFixedName(i int) bool {
	b, n, weekday := p.at(i-1), p.at(i+1), p.at(i).word.weekday > 0
	dottedTitle := p.gluedMark(i-1, ".") && !p.at(i).first && p.in(i-2, words.NameTitle) && p.at(i-2).capital
	onDay := p.is(i-1, "on") && p.in(i-2, words.PaperOnDay) && p.at(i-2).capital && p.is(i-3, "the")
	switch {
	case dottedTitle, onDay, b.capital && p.in(i-1, words.NamedDay):
		return true
	case n.capital && (p.in(i+1, words.NewspaperName) || p.in(i+1, words.EventName)):
		return true
	}
	return weekday && (p.in(i+1, words.WeekdayRite) || n.capital && n.word.part != "")
}

// givenName tells whether the month or weekday at i is a given name before an unknown name in capitals: "Ambassador
// April Foley", "Friday Okafor". After a word that dates it is none: "On Friday Moscow said".
func (p *parser) givenName(i int) bool {
	if !p.unknownName(i + 1) {
		return false
	}
	b := p.at(i - 1)
	switch {
	case b.capital && p.in(i-1, words.NameTitle):
		return true
	case p.in(i-1, words.ListLink, "&"):
		return p.at(i-2).word.month == 0 && p.at(i-2).word.weekday == 0 && p.in(i-1, words.NameLink)
	case p.is(i-1, "of") && p.partOfStretch(i-2), p.datesNext(i - 1):
		return false
	case p.at(i).word.month > 0:
		dates := b.word.prep && !p.in(i-1, words.NameLink) || p.modifiesNoun(i-1)
		return !dates
	}
	return (p.at(i).first || p.is(i-1, ",", ";")) && p.subjectAfter(i+2)
}

// unknownName tells whether a word in capitals at i, of more than a letter, is none of the lexicon's.
func (p *parser) unknownName(i int) bool {
	n := p.at(i)
	return n.capital && !n.first && !n.glued && !n.known && isLetter(n.low) && len(n.low) >= 2
}

// datesNext tells whether a day's number, a modifier, a blur, a part or a hyphen stands at i, which can only date
// the month after it: "3rd April", "last April", "early April", "mid-April".
func (p *parser) datesNext(i int) bool {
	b := p.at(i)
	if b.isNum || b.word.mod != "" || b.word.approx || b.word.edge != "" {
		return true
	}
	return b.glued && p.in(i, words.OrdinalSuffix) || p.is(i, "-")
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
		if t := p.at(k); t.capital || t.known || p.pastVerb(k) {
			return false
		}
	}
	return p.in(i-most, words.DayDeterminer)
}

// subjectAfter tells whether the words before i can be the subject of a verb that stands there: "Sunday Oliseh said".
func (p *parser) subjectAfter(i int) bool {
	return p.pastVerb(i) || p.in(i, words.SubjectVerb)
}
