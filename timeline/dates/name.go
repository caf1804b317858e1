package dates

// names tells a month or a weekday from the name of a person, a paper or an event that is written like it.
type names struct {
	t     *tokens
	verbs *verbs
}

// inName tells whether the month or weekday at i, which has no number beside it, is part of a name: of a person
// ("April Glaspie", "Mr August"), a paper ("the Sunday Times"), an event ("the October Revolution", "Black Friday").
func (r *names) inName(i int) bool {
	if r.inFixedName(i) {
		return true
	}
	b, n := r.t.at(i-1), r.t.at(i+1)
	if b.capital && r.t.in(i-1, words.NameTitle) && (!n.capital || n.first) {
		return r.t.at(i).word.month > 0 // "Mr August"
	}
	return r.givenName(i)
}

// inFixedName tells whether the words beside the month or weekday at i make it part of the name of a paper, a feast,
// a programme or a titled person: "the Mail on Sunday", "Black Friday", "Saturday Night Live", "Gen. August".
func (r *names) inFixedName(i int) bool {
	b, n, weekday := r.t.at(i-1), r.t.at(i+1), r.t.at(i).word.weekday > 0
	dottedTitle := r.t.gluedMark(i-1, ".") && !r.t.at(i).first && r.t.in(i-2, words.NameTitle) && r.t.at(i-2).capital
	onDay := r.t.is(i-1, "on") && r.t.in(i-2, words.PaperOnDay) && r.t.at(i-2).capital && r.t.is(i-3, "the")
	switch {
	case dottedTitle, onDay, b.capital && r.t.in(i-1, words.NamedDay):
		return true
	case n.capital && (r.t.in(i+1, words.NewspaperName) || r.t.in(i+1, words.EventName)):
		return true
	}
	return weekday && (r.t.in(i+1, words.WeekdayRite) || n.capital && n.word.part != "")
}

// givenName tells whether the month or weekday at i is a given name before an unknown name in capitals: "Ambassador
// April Foley", "Friday Okafor". After a word that dates it is none: "On Friday Moscow said".
func (r *names) givenName(i int) bool {
	if !r.unknownName(i + 1) {
		return false
	}
	b := r.t.at(i - 1)
	switch {
	case b.capital && r.t.in(i-1, words.NameTitle):
		return true
	case r.t.in(i-1, words.ListLink, "&"):
		return r.t.at(i-2).word.month == 0 && r.t.at(i-2).word.weekday == 0 && r.t.in(i-1, words.NameLink)
	case r.t.is(i-1, "of") && r.partOfStretch(i-2), r.datesNext(i - 1):
		return false
	case r.t.at(i).word.month > 0:
		dates := b.word.prep && !r.t.in(i-1, words.NameLink) || r.modifiesNoun(i-1)
		return !dates
	}
	return (r.t.at(i).first || r.t.is(i-1, ",", ";")) && r.subjectAfter(i+2)
}

// unknownName tells whether a word in capitals at i, of more than a letter, is none of the lexicon's.
func (r *names) unknownName(i int) bool {
	n := r.t.at(i)
	return n.capital && !n.first && !n.glued && !n.known && isLetter(n.low) && len(n.low) >= 2
}

// datesNext tells whether a day's number, a modifier, a blur, a part or a hyphen stands at i, which can only date
// the month after it: "3rd April", "last April", "early April", "mid-April".
func (r *names) datesNext(i int) bool {
	b := r.t.at(i)
	if b.isNum || b.word.mod != "" || b.word.approx || b.word.edge != "" {
		return true
	}
	return b.glued && r.t.in(i, words.OrdinalSuffix) || r.t.is(i, "-")
}

// partOfStretch tells whether the word at i stands for a part of the month that "of" names: "the end of", "the 3rd of".
func (r *names) partOfStretch(i int) bool {
	t := r.t.at(i)
	return t.isNum || t.word.edge != "" || t.word.ord > 0 || t.word.approx || r.t.in(i, words.OrdinalSuffix)
}

// modifiesNoun tells whether a determiner stands at i or before the adjectives there: "a pre-war February Peace
// Conference".
func (r *names) modifiesNoun(i int) bool {
	const most = 3 // words of an adjective
	for k := i; k > i-most && k >= 0; k-- {
		if r.t.in(k, words.DayDeterminer) {
			return true
		}
		if t := r.t.at(k); t.capital || t.known || r.verbs.pastVerb(k) {
			return false
		}
	}
	return r.t.in(i-most, words.DayDeterminer)
}

// subjectAfter tells whether the words before i can be the subject of a verb that stands there: "Sunday Oliseh said".
func (r *names) subjectAfter(i int) bool {
	return r.verbs.pastVerb(i) || r.t.in(i, words.SubjectVerb)
}
