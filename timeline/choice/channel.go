package choice

import (
	"strings"

	"demarche/data"
	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// spoken is a word or two that speak for a channel, under a condition on what stands around them.
type spoken struct {
	channel record.Channel
	where   string
	strong  bool // names the way of speaking of itself
}

// readChannelWords are the rows of lexicon/channels.tsv, by word or pair of words.
func readChannelWords() map[string][]spoken {
	rows, err := data.Table("lexicon/channels.tsv", "word", "channel", "where", "strength")
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	m := map[string][]spoken{}
	for _, r := range rows {
		m[r.Fields[0]] = append(
			m[r.Fields[0]],
			spoken{record.Channel(r.Fields[1]), r.Fields[2], r.Fields[3] == "strong"},
		)
	}
	return m
}

// scan calls found for each word of the scene that speaks for a channel. Of a pair of words in the table the first is
// not read alone.
func scan(s *scene.Scene, found func(token int, w spoken)) {
	m := tables().channels
	for k := 0; k < len(s.Lower); k++ {
		if k+1 < len(s.Lower) {
			if pair := m[s.Lower[k]+" "+s.Lower[k+1]]; pair != nil {
				for _, w := range pair {
					found(k, w)
				}
				k++
				continue
			}
		}
		for _, w := range m[s.Lower[k]] {
			if w.fits(s, k) {
				found(k, w)
			}
		}
	}
}

// fits reports whether the word at token k stands where its row says.
func (w spoken) fits(s *scene.Scene, k int) bool {
	tag := s.Doc.Tokens[k].Tag
	switch w.where {
	case "noun":
		return strings.HasPrefix(tag, "NN")
	case "verb":
		return strings.HasPrefix(tag, "VB")
	case "platform":
		return s.Capital(k) && words.OnPlatform[s.At(k-1)]
	}
	return true
}

// channelProposer puts forward the channel by which words were given; "" when it has nothing to say of them.
type channelProposer struct {
	name    string
	propose func(p *Passage) record.Channel
}

// channelProposers is the table of those who propose channels, in the order in which ties are broken.
func channelProposers() []channelProposer {
	return []channelProposer{
		{"rules", func(p *Passage) record.Channel { return p.Report.Channel }},
		{"act", func(p *Passage) record.Channel {
			if p.Act == nil {
				return ""
			}
			return p.Act.Channel
		}},
		{"text-in-source", func(p *Passage) record.Channel { return channelOfNoun(p.Quote.Document) }},
		{"told", channelOfTold},
		{"same-speaker", func(p *Passage) record.Channel { return channelOf(p.last) }},
		{"same-speaker-later", func(p *Passage) record.Channel { return channelOf(p.next) }},
		{"quote-before", func(p *Passage) record.Channel { return channelOf(p.prior) }},
		{"outer-words", func(p *Passage) record.Channel { return channelOf(p.outer) }},
		{"first-occasion", func(p *Passage) record.Channel { return channelOf(p.first) }},
		{"spokesperson", func(p *Passage) record.Channel {
			if len(p.Speakers) == 1 && p.Speakers[0].CalledSpokesperson() {
				return record.PressConference
			}
			return ""
		}},
		{"carrier", func(p *Passage) record.Channel {
			if acts.OnlyMedium(p.Speakers) {
				return record.ArticleText
			}
			return ""
		}},
		{"body", func(p *Passage) record.Channel {
			if len(p.Speakers) == 1 &&
				(p.Speakers[0].Kind == actors.Organisation || p.Speakers[0].Kind == actors.State) {
				return record.StatementText
			}
			return ""
		}},
		{"page", func(p *Passage) record.Channel { return PageChannel(p.Reader) }},
	}
}

func channelOf(x *Passage) record.Channel {
	if x == nil {
		return ""
	}
	return x.Report.Channel
}

// channelOfTold reads a carrier of news to which something is told: "told the Times".
func channelOfTold(p *Passage) record.Channel {
	s, c := p.Body, p.Quote
	if c.CueHi > c.CueLo && p.Carriers.Heard(s, c.CueHi, s.PhraseEnd(c.CueHi, min(c.CueHi+7, len(s.Lower)))) {
		return record.Interview
	}
	return ""
}

// channelList are all channels, in the order in which ties are broken: each is a candidate.
func channelList() []record.Channel {
	return []record.Channel{
		record.UnknownChannel, record.Message, record.Letter, record.Call, record.Meeting, record.Speech,
		record.PressConference, record.Interview,
		record.StatementText, record.JointStatement, record.ArticleText, record.Post, record.Document,
	}
}

// channelCandidates are all channels, each with those who propose it and the words that speak for it.
func channelCandidates(ps []*Passage, p *Passage, e *evidence, traits []float32) []candidate {
	by := map[record.Channel]marks{}
	name := map[record.Channel]string{}
	proposers := channelProposers()
	for i := range proposers {
		ch := proposers[i].propose(p)
		if ch == "" {
			continue
		}
		if _, ok := name[ch]; !ok {
			name[ch] = proposers[i].name
		}
		m := by[ch]
		m.add(i)
		by[ch] = m
	}
	near := nearWords(ps, p, e)
	out := make([]candidate, 0, len(channelList()))
	for k, ch := range channelList() {
		if p.Report.Channel != ch && !impliedBySource(p, ch) && (onlyOver(p, e, ch) || onlyOnOtherDays(p, e, ch)) {
			continue
		}
		m := by[ch]
		row := m.appendTo(append(make([]float32, 0, len(traits)+70), traits...), len(proposers))
		for j := range channelList() {
			row = append(row, bit(j == k))
		}
		w := near[ch]
		if w == nil {
			w = farAway()
		}
		row = append(
			row,
			float32(m.count()),
			float32(k),
			w.after,
			w.before,
			w.count,
			w.back,
			w.forward,
			w.own,
			w.opening,
			w.weak,
			float32(e.title[ch]),
			float32(min(e.all[ch], 10)),
			w.rank,
		)
		voice := e.ofVoice(ps, p, string(ch))
		told := actsOf(p, func(f *discourse.Act) bool { return f.Channel == ch })
		row = append(append(row, voice...), told...)
		weight := append(
			append(
				[]float32{
					float32(m.count()),
					w.after,
					w.before,
					w.back,
					w.forward,
					w.own,
					w.rank,
					float32(e.title[ch]),
				},
				voice...),
			told...)
		if ch == record.UnknownChannel {
			weight = nil
		}
		n := name[ch]
		if n == "" {
			n = "words"
		}
		out = append(out, candidate{key: string(ch), by: n, row: row, weight: weight, evidence: w.at})
	}
	compare(out, 0)
	return out
}

// impliedBySource reports whether the channel needs no word of it: what several agreed to they agreed to in a call or
// meeting, also where that is told as over, and a body speaks by a statement, whatever it issued on another day.
func impliedBySource(p *Passage, ch record.Channel) bool {
	if ch == record.StatementText {
		return len(p.Speakers) == 1 && (p.Speakers[0].Kind == actors.Organisation || p.Speakers[0].Kind == actors.State)
	}
	encounter := ch == record.Call || ch == record.Meeting
	return encounter && p.Quote.CueHi > p.Quote.CueLo && words.ConcurringVerb[p.Body.Lower[p.Quote.CueLo]]
}

// onlyOver reports whether all words for the channel in the quote's sentence are of a call or meeting that was over:
// "said after a phone call with X", "After the meeting, X told the BBC".
func onlyOver(p *Passage, e *evidence, ch record.Channel) bool {
	if ch != record.Call && ch != record.Meeting {
		return false
	}
	over := false
	for _, w := range e.wordsIn(p.Quote.Sentence, p.Quote.Sentence+1) {
		if w.channel != ch || !w.strong {
			continue
		}
		if over = acts.Over(p.Body, p.Quote.Lo, w.token, p.Quote.Anchor); !over {
			return false
		}
	}
	return over
}

// onlyOnOtherDays reports whether all acts of the channel that the article tells of were on other days than the one
// that the quote's sentence states, and no word of it speaks for the channel: "spoke with X on Monday. On Friday, he
// said".
func onlyOnOtherDays(p *Passage, e *evidence, ch record.Channel) bool {
	d := &p.Report.Said
	if acts.Wide(d) || p.Quote.CueHi <= p.Quote.CueLo || e.own[p.index][string(ch)] ||
		!p.Body.Span(p.Quote.Lo, p.Quote.Hi).Contains(d.Evidence) {
		return false
	}
	other := false
	for _, f := range p.Acts {
		if f.Channel != ch {
			continue
		}
		if other = f.Said != nil && (f.Said.Latest < d.Earliest || d.Latest < f.Said.Earliest); !other {
			return false
		}
	}
	return other
}

// laidOutChannel is the channel of words that the layout of the page tells for sure: a paragraph of a joint
// statement, a turn of a transcript whose title names the press or an event, a text that its title calls a letter. ""
// for others.
func laidOutChannel(p *Passage) record.Channel {
	switch p.Quote.Spans.By {
	case quotes.ByJoint:
		return record.JointStatement
	case quotes.ByStatement:
		return p.OfText()
	case quotes.ByTurn:
		if ch := PageChannel(p.Reader); ch == record.PressConference || p.Asked != record.UnknownChannel {
			return ch
		}
		return turnChannel(p)
	}
	return ""
}

// channelOfNoun is the channel of the noun for a text, "" for none.
func channelOfNoun(noun string) record.Channel {
	if l := tables().channels[noun]; len(l) > 0 {
		return l[0].channel
	}
	return ""
}

// reach is how many sentences before and after a quote are searched for words that speak for a channel.
const reach = 12

// never stands for the distance of what is not there.
const never = 99

// nearness tells where the words for a channel stand as seen from a quote.
type nearness struct {
	after, before float32 // tokens from the cue to the nearest in its sentence
	count         float32 // in its sentence
	back, forward float32 // sentences to the nearest before and after
	own           float32 // sentences to the nearest in a sentence about the speakers
	opening       float32 // in the first three sentences
	weak          float32 // weak words in its sentence and the one before
	rank          float32 // of the nearest before among all channels' nearest
	at            text.Span
}

func farAway() *nearness {
	return &nearness{after: never, before: never, back: never, forward: never, own: never, rank: never}
}

// nearWords tells for each channel that has words around the quote where they stand.
func nearWords(ps []*Passage, p *Passage, e *evidence) map[record.Channel]*nearness {
	out := map[record.Channel]*nearness{}
	of := func(ch record.Channel) *nearness {
		if out[ch] == nil {
			out[ch] = farAway()
		}
		return out[ch]
	}
	n := p.Quote.Sentence
	around := e.wordsIn(n-reach, n+reach/2)
	rank := float32(0)
	for i := len(around) - 1; i >= 0; i-- {
		w := &around[i]
		if !w.speaksOf(p, ps) {
			continue
		}
		x := of(w.channel)
		x.place(p, w, e)
		if w.strong && w.sentence <= n && x.rank == never {
			x.rank = rank
			rank++
		}
		if x.at.End == 0 || w.sentence == n {
			x.at = p.Body.Doc.Tokens[w.token].Span
		}
	}
	for _, w := range e.wordsIn(0, 3) {
		if w.strong && w.speaksOf(p, ps) {
			of(w.channel).opening++
		}
	}
	return out
}

// place enters one word.
func (x *nearness) place(p *Passage, w *word, e *evidence) {
	n := p.Quote.Sentence
	if !w.strong {
		if w.sentence == n || w.sentence == n-1 {
			x.weak++
		}
		return
	}
	far := float32(w.token - p.Quote.Anchor)
	switch {
	case w.sentence == n && far >= 0:
		x.after = min(x.after, far)
		x.count++
	case w.sentence == n:
		x.before = min(x.before, -far)
		x.count++
	case w.sentence < n:
		x.back = min(x.back, float32(n-w.sentence))
	default:
		x.forward = min(x.forward, float32(w.sentence-n))
	}
	if d := float32(max(n-w.sentence, w.sentence-n)); d < x.own && e.about(w.sentence, p.Speakers) {
		x.own = d
	}
}
