package resolve

import (
	"sort"
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/choice"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/earlier"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
	"demarche/timeline/tone"
)

// hindsight gives quotes what the article tells only after them, once all quotes are resolved: a later act, the day,
// channel and carrier of other words of the same speakers.
type hindsight struct{ *finders }

// session is one occasion of speaking: the words that somebody says on one day by one channel, over several sentences
// of an article.
type session struct {
	first *resolved // that told its day or channel
}

// carryOn gives words that tell neither their day nor their channel those of the occasion on which their speakers
// last spoke: "X said on Saturday. ... He added." Words plainly said earlier belong to no such occasion. The words of
// the first sentences take those of the first occasion after them.
func (r *hindsight) carryOn(list []*scene.Quote, out []resolved) {
	var open []session
	for i := range out {
		x := &out[i]
		if len(x.speakers) == 0 || list[i].Nested || x.asked || acts.OnlyMedium(x.speakers) {
			continue
		}
		if earlier.ToldAsEarlier(r.Body, list[i]) {
			if i > 0 {
				r.lookFurtherBack(list[i-1], list[i], &out[i-1], x)
			}
			continue
		}
		k := lastOf(open, x)
		if x.Said.Basis == dates.Published {
			if d := earlier.DayOfDeed(r.Reader, list[i], x.speakers, 1); d != nil {
				x.Said = *d
			}
		}
		if k >= 0 {
			x.follow(open[k].first)
		}
		if choice.Tells(&x.Report) && (k < 0 || open[k].differs(x)) {
			open = append(open, session{x})
		}
	}
	for i := range out {
		x := &out[i]
		if x.sentence <= lede && len(x.speakers) > 0 && !choice.Tells(&x.Report) && !list[i].Nested &&
			!earlier.ToldAsEarlier(r.Body, list[i]) {
			x.lead(list[i], open)
		}
	}
}

// lookFurtherBack gives words in the past perfect the day of those right before them that the same speakers had said:
// "In May Lind had warned ... He had added".
func (r *hindsight) lookFurtherBack(before, c *scene.Quote, y, x *resolved) {
	s := r.Body
	if x.Said.Basis == dates.Published && y.Said.Basis != dates.Published && y.Said.Earliest != "" &&
		naming.OneVoice(y.speakers, x.speakers) && c.Sentence-before.Sentence <= 1 &&
		earlier.Pluperfect(s, max(before.Lo, before.CueLo-3), before.CueLo) {
		x.Said = y.Said
	}
}

// differs reports whether the words were said by others, on another day or by another channel than those of the
// session.
func (s *session) differs(x *resolved) bool {
	f := s.first
	return f.Said != x.Said || f.Channel != x.Channel || !naming.SameAll(f.speakers, x.speakers)
}

// lead gives words of the lede what the first session of their speakers after them tells. Who relays a call took no
// part in it: "The Kremlin said the president had phoned Moss. The president told him ...".
func (x *resolved) lead(c *scene.Quote, open []session) {
	for _, s := range open {
		if f := s.first.act; f != nil && f.Mutual && inside(c, f) {
			continue
		}
		if f := s.first; f.sentence > x.sentence && mayGoOn(x, f) {
			x.follow(s.first)
			return
		}
	}
}

// lede is the last sentence of those that an article opens with, counted from 0.
const lede = 2

// follow takes over what the record does not know from an earlier one of the same occasion.
func (x *resolved) follow(y *resolved) {
	dated := x.Said.Basis != dates.Published && x.Said.Basis != ""
	named := x.Channel != record.UnknownChannel
	switch {
	case yearWide(&y.Said) && x.sentence > y.sentence+1:
		return // what somebody said last year is no occasion of the story
	case dated && x.Said.EDTF != y.Said.EDTF, named && y.Channel != record.UnknownChannel && x.Channel != y.Channel:
		return
	}
	if !dated && y.Said.Earliest != "" {
		x.Said = y.Said
	}
	if !named {
		x.Channel = y.Channel
	}
	if x.Occasion == nil {
		x.Occasion = y.Occasion
	}
}

// yearWide reports a year, season or decade.
func yearWide(d *record.Said) bool {
	return len(d.Earliest) == 10 && len(d.Latest) == 10 && d.Earliest[:7] != d.Latest[:7] && len(d.EDTF) < 10
}

// lastOf is the index of the last session of which the words go on, -1 for none.
func lastOf(open []session, x *resolved) int {
	for k := len(open) - 1; k >= 0; k-- {
		if f := open[k].first; mayGoOn(f, x) {
			return k
		}
	}
	return -1
}

// mayGoOn reports whether the words y, told after x, may be of one occasion with them: of the same speakers, or soon
// after x of others of one state. "Peru protested on Monday" tells nothing of when, at the end of the article, its
// minister spoke.
func mayGoOn(x, y *resolved) bool {
	near := y.sentence-x.sentence <= ofState
	return naming.OneVoice(x.speakers, y.speakers) && (near || naming.SameAll(x.speakers, y.speakers))
}

// ofState is the number of sentences within which a minister is taken to speak when his state did.
const ofState = 4

// shareDates gives the day that one quote of a message or text tells to the others of the same speakers, for which
// the day of publication stands in.
func shareDates(out []resolved) {
	days := map[*discourse.Act]*resolved{}
	for i := range out {
		p := &out[i]
		if p.act != nil && !p.act.Open() && p.Said.Basis != dates.Published && p.Said.Earliest != "" &&
			days[p.act] == nil {
			days[p.act] = p
		}
	}
	for i := range out {
		p := &out[i]
		if d := days[p.act]; p.act != nil && d != nil && !p.asked && p.Said.Basis == dates.Published &&
			naming.SameAll(p.speakers, d.speakers) {
			p.Said = d.Said
		}
	}
}

// relays marks the accounts of carriers of news: "Kim sent a letter to Putin, KCNA reported" tells of a letter, and
// what is quoted inside of it are the words of another.
func (r *hindsight) relays(list []*scene.Quote, out []resolved) {
	for i := range out {
		p := &out[i]
		if !acts.OnlyMedium(p.speakers) || p.Form == quotes.Direct || p.Form == quotes.Unmarked {
			continue
		}
		if reportsSpeech(r, list[i]) {
			p.Relay = true
			continue
		}
		first := sort.Search(len(r.Acts), func(k int) bool { return r.Acts[k].Pos >= p.Content[0].Start })
		for _, f := range r.Acts[first:min(len(r.Acts), first+discourse.Reach)] {
			if f.Sentence >= 0 && scene.Covers(p.Content, f.Span) && !naming.Includes(f.From, p.speakers[0]) &&
				len(f.From) > 0 {
				p.Relay = true
			}
		}
		for j := max(0, i-discourse.Reach); j < min(len(list), i+discourse.Reach); j++ {
			if j != i && list[j].CueHi > list[j].CueLo &&
				scene.Covers(p.Content, r.Body.Span(list[j].CueLo, list[j].CueHi)) &&
				!acts.OnlyMedium(out[j].speakers) {
				p.Relay = true
			}
		}
	}
}

// reportsSpeech reports whether the content is itself "X pledged ...": the carrier tells what somebody else said.
func reportsSpeech(r *hindsight, c *scene.Quote) bool {
	s := r.Body
	lo := s.AfterDateline(c.ContentLo)
	e := s.PhraseEnd(lo, c.ContentHi)
	for e > lo && e < c.ContentHi && beforeVerb(s, e) {
		e++
	}
	if e <= lo || e >= c.ContentHi || !words.Speaking[s.Lower[e]] {
		return false
	}
	list := r.Names.Read(s, lo, s.PhraseEnd(lo, c.ContentHi))
	return len(list) > 0 && (list[0].Person() || list[0].Kind == actors.State)
}

// beforeVerb reports a word between a subject and its verb: the end of an apposition, an adverb, a time.
func beforeVerb(s *scene.Scene, i int) bool {
	return words.SpeakerEnd[s.Lower[i]] || strings.HasPrefix(s.Doc.Tokens[i].Tag, "RB") || s.InTime(i)
}

// otherDay reports whether the report tells a time of its own that is not the act's: words of last year are none of
// today's.
func otherDay(p *resolved, act *discourse.Act) bool {
	return p.Said.Basis != dates.Published && p.Said.Earliest != "" && acts.Wide(&p.Said) &&
		(act.Said == nil || act.Said.EDTF != p.Said.EDTF)
}

// lookBack gives what is told later to earlier quotes: a lede may leave the letter and its carrier to the second
// paragraph.
func (r *hindsight) lookBack(list []*scene.Quote, out []resolved) {
	for i := range out {
		if f := out[i].act; f != nil && f.Channel != record.UnknownChannel {
			continue
		}
		act := r.act.after(list[i], out[i].speakers, out[i].to)
		if act != nil && act.Channel != record.UnknownChannel && !otherDay(&out[i], act) {
			r.join(list[i], &out[i], act)
		}
	}
	for i := range out {
		p := &out[i]
		if p.act == nil {
			continue
		}
		if p.Channel == record.UnknownChannel && !gotten(p.act, p.speakers) {
			p.Channel = p.act.Channel
		}
		if p.Said.Basis == dates.Published && p.act.Said != nil && !p.asked {
			p.Said = *p.act.Said
		}
	}
	shareDates(out)
	r.relays(list, out)
	shareMedia(out)
}

// conferenceReach is how many sentences after the last words of a conference of the press those of its other side may
// stand.
const conferenceReach = 3

// shareConference gives the words of the other side of a conference of the press, which was held with somebody or where
// the speaker stood beside him, its channel and day: "he said at a press conference with N. ... N thanked his host".
func (r *hindsight) shareConference(list []*scene.Quote, out []resolved) {
	for i := range out {
		if out[i].Channel != record.PressConference || !r.heldWith(list[i]) {
			continue
		}
		last := out[i].sentence
		for j := i + 1; j < len(out) && list[j].Sentence-last <= conferenceReach; j++ {
			x := &out[j]
			if list[j].Nested || x.Channel == record.PressConference {
				continue
			}
			if sameVoice(x, &out[i]) {
				last = x.sentence
			}
			if r.atConference(list[i], list[j], x, &out[i]) {
				x.Channel, last = record.PressConference, x.sentence
				if x.Said.Basis == dates.Published && out[i].Said.EDTF != "" {
					x.Said = out[i].Said
				}
			}
		}
	}
}

// heldWith reports whether the sentence of the quote tells that its conference of the press was held with somebody.
func (r *hindsight) heldWith(c *scene.Quote) bool {
	s := r.Body
	for k := c.Lo; k < c.Hi && !c.Nested; k++ {
		with := words.ConferenceNoun[s.Lower[k]] && s.At(k+1) == "with"
		if (with || besidePartner(s, k)) && !r.reportedAt(c, k) {
			return true
		}
	}
	return false
}

// atConference reports whether the words x were said at the conference of the quote at: by one whom its sentence names,
// on no other occasion.
func (r *hindsight) atConference(at, c *scene.Quote, x, told *resolved) bool {
	s := r.Body
	if x.asked || len(x.speakers) != 1 || sameVoice(x, told) || !named(s, at.Lo, at.Hi, x.speakers) ||
		earlier.ToldAsEarlier(s, c) || r.act.otherOccasion(c, c.Lo, c.Hi) {
		return false
	}
	met := x.Channel == record.Meeting && x.act != nil && !x.act.ToldIn(c.Sentence)
	return (met || x.Channel == record.UnknownChannel) &&
		(x.Said.Basis == dates.Published || x.Said.EDTF == told.Said.EDTF)
}

// join makes a quote part of an act that is told after it: what the quote does not tell, the act does.
func (r *hindsight) join(c *scene.Quote, p *resolved, act *discourse.Act) {
	p.act = act
	p.Channel = r.channel.find(c, p.speakers, p.to, act)
	if p.Said.Basis == dates.Published || p.Said.Basis == "" {
		p.Said = r.day.find(c, p.speakers, act)
	}
	p.Place = act.Place
	if p.Medium == nil {
		p.Medium = act.Medium
	}
	if p.Occasion == nil {
		p.Occasion = r.occasion.find(c, act)
	}
	if len(p.Addressees) == 0 {
		to := r.addressee.find(c, p.speakers, act)
		p.to, p.Addressees = to.list, naming.Parties(to.list, to.basis, nil)
	}
}

// shareMedia gives the medium that one quote of an act names to the same speakers' others.
func shareMedia(out []resolved) {
	carriers := map[*discourse.Act]*resolved{}
	for i := range out {
		if p := &out[i]; p.act != nil && p.Medium != nil && carriers[p.act] == nil {
			carriers[p.act] = p
		}
	}
	for i := range out {
		p := &out[i]
		if c := carriers[p.act]; p.act != nil && p.Medium == nil && c != nil &&
			naming.SameAll(p.speakers, c.speakers) {
			p.Medium = c.Medium
		}
	}
}

// settleTones gives a report that has no word of either kind the tone of what the same speakers say around it.
func settleTones(out []resolved) {
	for i := range out {
		p := &out[i]
		if p.toneOf.Sum() != 0 || p.Plover == "REQUEST" || len(p.speakers) == 0 {
			continue
		}
		sum := 0
		for j := max(0, i-6); j < min(len(out), i+7); j++ {
			if naming.SameAll(out[j].speakers, p.speakers) && out[j].act == p.act {
				sum += max(-2, min(2, out[j].toneOf.Sum()))
			}
		}
		if sum >= 2 || sum <= -2 {
			p.Tone = tone.Of(sum)
		}
	}
}
