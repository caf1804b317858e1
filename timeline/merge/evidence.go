package merge

import (
	"slices"
	"strings"

	"demarche/timeline/record"
)

// The evidence that two tellings are of one event is a sum over the fields in which they can agree or differ, in
// hundredths of a nat, as in linking records: what a field gives is near the logarithm of how much more often it is so
// in tellings of one event than in neighbours of two. What one side does not tell gives nothing, or little against.
// The figures are set by hand, after the counts of eval merging and of groups judged by reading (eval groups).
const (
	// enough is the sum from which two tellings are one event.
	enough = 400
	// byFields is the least that the fields alone must give: no likeness of words outweighs that they differ.
	byFields = -100
)

// speakers of both tellings.
const (
	samePerson     = 200 // one whom the gazetteer knows
	sameName       = 170
	sameOffice     = 130 // a body, or a person told by office
	sameGovernment = 70
	sameVoice      = 20 // "Pyongyang" and Kim Jong Un
	sameMedium     = 30
	voiceUnknown   = -30
	otherBody      = -150
	otherName      = -300
)

// same returns the evidence that two tellings are of one event, 0 for too little, and what of it the words give.
func (p pair) same() (sum, words int) {
	if !p.mayBe() {
		return 0, 0
	}
	fields := p.fieldsOf()
	if fields < byFields || p.unsigned() {
		return 0, 0
	}
	words = p.words()
	if sum = fields + words; sum < enough || words < p.leastWords() || p.oneOutlet() && p.series() {
		return 0, 0
	}
	return sum, words
}

// leastWords is what the words must give at least: one outlet has many stories of a day that are alike in all but the
// words, unless one person spoke to another; and a month is no day.
func (p pair) leastWords() int {
	switch {
	case p.t.win.wide() || p.u.win.wide():
		return verbatim
	case !p.oneOutlet():
		return 0
	case p.oneLetter() && p.repeats():
		return 0
	case p.who() <= sameVoice && len(p.t.speakers) > 0 && len(p.u.speakers) > 0:
		return verbatim + copied
	case p.who() <= sameVoice:
		return verbatim
	}
	return repeated
}

// unsigned reports whether both are of one outlet and nobody is told whose words they could be: of a message without a
// sender, where many write on one occasion; of nobody's words on what may be two days; of a body's days apart.
func (p pair) unsigned() bool {
	if !p.oneOutlet() {
		return false
	}
	if len(p.t.speakers) == 0 || len(p.u.speakers) == 0 {
		return p.t.day != p.u.day || family(p.t.channel) == record.Message || family(p.u.channel) == record.Message
	}
	return p.days() < 0 && agreement(p.t.speakers, p.u.speakers) < sameName
}

// oneLetter reports whether one person spoke to another by one call, meeting or message on a day that both tell.
func (p pair) oneLetter() bool {
	f := family(p.t.channel)
	return f != "" && f == family(p.u.channel) && p.t.tells() && p.u.tells() && p.t.day == p.u.day &&
		p.who() == samePerson+sameAddressee
}

// repeats reports whether a report of both has the same words, however few.
func (p pair) repeats() bool {
	return slices.ContainsFunc(p.t.reports, func(r spoken) bool {
		return slices.ContainsFunc(
			p.u.reports,
			func(s spoken) bool { return len(r.seq) > 0 && slices.Equal(r.seq, s.seq) },
		)
	})
}

// fieldsOf is the evidence of all but the words.
func (p pair) fieldsOf() int {
	return p.who() + p.days() + p.channels() + p.occasions() + p.outlets()
}

// who is the evidence of who speaks to whom. In a call or a meeting either may be the one who is quoted.
func (p pair) who() int {
	all, others := slices.Concat(p.t.speakers, p.t.to), slices.Concat(p.u.speakers, p.u.to)
	if !p.talksWith() || shared(voices(speaking(all)), voices(speaking(others))) < 2 {
		return agreement(p.t.speakers, p.u.speakers) + p.addressees()
	}
	x, y := idsOf(all, party.single), idsOf(others, party.single)
	switch n := shared(x, y); {
	case n >= 2:
		return samePerson + sameAddressee
	case n < min(len(x), len(y)):
		return otherName
	case n == 1:
		return samePerson + sideSilent
	}
	return sameGovernment + sameHearers
}

// talksWith reports whether both may be of one call or meeting by their channels.
func (p pair) talksWith() bool {
	return p.t.talk() && p.u.talk() || p.t.talk() && p.u.answers() || p.t.answers() && p.u.talk()
}

// agreement is the evidence of two lists of speakers: that of the two who agree most.
func agreement(a, b []party) int {
	if len(a) == 0 || len(b) == 0 {
		return voiceUnknown
	}
	best := 2 * otherName
	for _, p := range a {
		for _, q := range b {
			best = max(best, p.agrees(q))
		}
	}
	return best
}

// agrees is the evidence of two speakers.
func (p party) agrees(q party) int {
	switch {
	case p.id == q.id:
		return [...]int{samePerson, sameName, sameOffice, sameOffice, sameGovernment, sameMedium}[p.kind]
	case p.kind == medium || q.kind == medium:
		return voiceUnknown
	case p.oneName(q) && (p.single() || q.single()):
		return sameName
	case p.oneName(q), p.speaksFor(q):
		return sameOffice
	case p.kind <= named && q.kind <= named, p.stated && q.stated && p.voice != q.voice:
		return otherName
	case p.kind == body && q.kind == body:
		return otherBody
	case p.voice == q.voice:
		return sameVoice
	case p.stated && q.stated:
		return otherName
	}
	return otherBody
}

// addressees of both tellings.
const (
	sameAddressee = 130
	sameHearers   = 80 // of one state
	sideSilent    = -20
	otherHearers  = -200
)

// addressees is the evidence of those who are spoken to.
func (p pair) addressees() int {
	a, b := heard(p.t.to), heard(p.u.to)
	if len(a) == 0 || len(b) == 0 {
		if len(a) == len(b) {
			return 0
		}
		return sideSilent
	}
	best := otherHearers
	for _, p := range a {
		for _, q := range b {
			switch {
			case p.id == q.id && p.single():
				return sameAddressee
			case p.id == q.id, p.voice == q.voice && (p.vague() || q.vague()):
				best = max(best, sameHearers)
			}
		}
	}
	return best
}

// heard are the addressees without media, whose readers everybody is.
func heard(list []party) []party {
	return slices.DeleteFunc(slices.Clone(list), func(p party) bool { return p.kind == medium })
}

// days of both tellings.
const (
	sameDay       = 150
	daysOverlap   = 80
	dayNext       = -300 // both are told
	sameIssue     = 30   // both are days of publication
	nextIssue     = -50
	farIssue      = -150
	reportedThen  = 50 // one is told, and the other published then
	reportedNext  = 60
	reportedLater = -30
	reportedLast  = -100
)

// days is the evidence of when the words were said.
func (p pair) days() int {
	switch {
	case p.t.tells() && p.u.tells() && p.t.day == p.u.day:
		return sameDay
	case p.t.tells() && p.u.tells() && p.overlaps():
		return daysOverlap
	case p.t.tells() && p.u.tells():
		return dayNext
	case !p.t.tells() && !p.u.tells():
		return [...]int{sameIssue, nextIssue, farIssue}[min(2, gap(p.t.win.day(), p.u.win.day()))]
	}
	told, issued := p.t, p.u
	if !p.t.tells() {
		told, issued = p.u, p.t
	}
	switch lag := issued.win.day() - told.win.day(); lag {
	case 0:
		return reportedThen
	case 1:
		return reportedNext
	case 2:
		return reportedLater
	}
	return reportedLast
}

func gap(a, b int) int { return max(a-b, b-a) }

// channels of both tellings.
const (
	sameChannel  = 100
	sameKind     = 80 // a message and a letter
	sameLoose    = 45 // a statement, an article: there are many of a day
	samePost     = -40
	akinChannel  = 20 // said at a meeting, in a speech
	looseChannel = -40
	otherChannel = -250
	oneUnknown   = -20
	bothUnknown  = -60
)

// channels is the evidence of the way in which the words were given.
func (p pair) channels() int { return alikeChannels(p.t.channel, p.u.channel) }

func alikeChannels(a, b record.Channel) int {
	if a > b {
		a, b = b, a
	}
	switch {
	case a == b:
		return oneChannel(a)
	case a == record.UnknownChannel || b == record.UnknownChannel:
		return unknownChannel(a, b)
	case family(a) != "" && family(a) == family(b):
		return sameKind
	case a == record.Meeting && b == record.Speech:
		return akinChannel
	case loose(a), loose(b), a == record.PressConference && b == record.Speech:
		return looseChannel
	}
	return otherChannel
}

// unknownChannel is the evidence of two channels of which one is not known.
func unknownChannel(a, b record.Channel) int {
	if loose(a) || loose(b) {
		return looseChannel
	}
	return oneUnknown
}

// oneChannel is the evidence of a channel that both have.
func oneChannel(c record.Channel) int {
	switch {
	case c == record.UnknownChannel:
		return bothUnknown
	case c == record.Post:
		return samePost
	case loose(c):
		return sameLoose
	}
	return sameChannel
}

// loose reports whether a channel may be that of much which is said on a day.
func loose(c record.Channel) bool {
	return c == record.StatementText || c == record.Post || c == record.ArticleText
}

// occasions of both tellings.
const (
	sameOccasion  = 80
	otherOccasion = -250
)

// occasions is the evidence of the occasion.
func (p pair) occasions() int {
	switch {
	case len(p.t.occasion) == 0 || len(p.u.occasion) == 0:
		return 0
	case shared(p.t.occasion, p.u.occasion) > 0:
		return sameOccasion
	}
	return otherOccasion
}

// outlets of both tellings.
const (
	oneOutlet  = -200 // an outlet has one story of an event, mostly
	twoOutlets = 80
)

// outlets is the evidence of who printed the articles.
func (p pair) outlets() int {
	switch {
	case p.t.Outlet == "" || p.u.Outlet == "":
		return 0
	case !strings.EqualFold(p.t.Outlet, p.u.Outlet):
		return twoOutlets
	case p.oneLetter():
		return 0
	}
	return oneOutlet
}

// What words give: at most so much, where all of the shorter wording is in the longer one and says much.
const (
	allWords = 700
	halfSaid = 2500 // words that say so much give nearly two thirds of it
	copied   = 250  // besides, where a long wording is nearly all of both
	longCopy = 4000
	verbatim = 450 // the same words, and many of them
	repeated = 330 // much of the same words
	telling  = 50  // words that tell by themselves that it may be one event
	chance   = 60  // what words of one speaker have in common by chance
)

// words is the evidence of the two reports that are most like each other.
func (p pair) words() int {
	best := 0
	for i := range p.t.reports {
		for j := range p.u.reports {
			best = max(best, p.t.reports[i].evidence(&p.u.reports[j].wording))
		}
	}
	return best
}

// evidence is what the words of two reports give: more the greater the share of the shorter one that is in the other,
// and the more that says.
func (w *wording) evidence(v *wording) int {
	w.prepare()
	v.prepare()
	least := min(w.says, v.says)
	if least == 0 {
		return 0
	}
	both := w.saidInBoth(v)
	sum := allWords*both/least*both/(both+halfSaid) - chance
	if both >= longCopy && 10*both >= 9*max(w.says, v.says) {
		sum += copied
	}
	return max(0, sum)
}
