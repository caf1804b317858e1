package choice

import (
	"slices"
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/earlier"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Passage is a quote with what the rules made of it and what stands around it when its fields are chosen.
type Passage struct {
	*acts.Reader
	Quote    *scene.Quote
	Report   *record.Report
	Act      *discourse.Act // that the quote belongs to by the rules, nil for none
	Speakers []*naming.Entity
	To       []*naming.Entity
	Tone     []float32 // evidence of the words for a tone; the sum of those for and against comes first

	// Hear finds by the rules to whom other speakers than those of the rules say the words; nil for no rules.
	Hear func(speakers []*naming.Entity) ([]*naming.Entity, []record.Party)

	ruled heard // whom the rules find to be addressed, once a model has judged them

	last   *Passage   // the occasion on which the same speakers spoke last before, nil for none
	next   *Passage   // the first one after, nil for none
	prior  *Passage   // the quote told before, whoever spoke; nil for none
	outer  *Passage   // the quote in whose words this one is told; nil for none
	first  *Passage   // the first quote of the article that tells its occasion
	before *Passage   // the quote of the same speakers before, whether or not it tells its occasion; nil for none
	around []int      // indices of the quotes in whose words this one is told
	all    []*Passage // of the article
	index  int
	n      int          // quotes of the article
	turns  int          // of them the turns of a transcript
	asked  *scene.Quote // the first of these turns, nil for none
}

// heard is who is addressed, as the passage and its report have it.
type heard struct {
	to      []*naming.Entity
	parties []record.Party
	by      record.Decision
}

// forward is how many quotes after a quote are looked through for more words of its speakers, and backward how many
// before.
const forward, backward = 12, 40

// Link tells each passage of an article, in the order of the quotes, what stands around it.
func Link(ps []*Passage) {
	var open []*Passage
	var first *Passage
	turns := 0
	list := make([]*scene.Quote, len(ps))
	for i, p := range ps {
		turns += int(bit(p.Quote.Spans.By == quotes.ByTurn))
		list[i] = p.Quote
	}
	asked := FirstTurn(list)
	for i, p := range ps {
		p.all, p.index, p.n, p.turns, p.asked = ps, i, len(ps), turns, asked
		p.last, p.next, p.before, p.around = nil, nil, nil, nil
		if k := lastVoice(open, p); k >= 0 {
			p.last = open[k]
		}
		if i > 0 {
			p.prior = ps[i-1]
		}
		p.outer = outerOf(ps, i)
		if k := lastVoice(ps[:i], p); k >= 0 {
			p.before = ps[k]
		}
		p.first = first
		if Tells(p.Report) && !p.Quote.Nested {
			open = append(open, p)
			if first == nil {
				first = p
			}
		}
	}
	for i, p := range ps {
		for _, q := range ps[i+1 : min(len(ps), i+forward)] {
			if Tells(q.Report) && !q.Quote.Nested && naming.OneVoice(q.Speakers, p.Speakers) {
				p.next = q
				break
			}
		}
	}
}

// lastVoice is the index of the last one of the list with the speakers of p, -1 for none.
func lastVoice(list []*Passage, p *Passage) int {
	for k := len(list) - 1; k >= max(0, len(list)-backward); k-- {
		if len(p.Speakers) > 0 && naming.OneVoice(list[k].Speakers, p.Speakers) {
			return k
		}
	}
	return -1
}

// outerOf is the nearest passage in whose words quote i is told, nil for none. It notes all of them.
func outerOf(ps []*Passage, i int) *Passage {
	at := ps[i].Quote.Spans.Content[0]
	for j := i - 1; j >= max(0, i-backward/2); j-- {
		if scene.Covers(ps[j].Quote.Spans.Content, at) {
			ps[i].around = append(ps[i].around, j)
		}
	}
	if len(ps[i].around) == 0 {
		return nil
	}
	return ps[ps[i].around[0]]
}

// FirstTurn is the first of the quotes, in the order of the text, that is a turn of somebody in a transcript; nil for
// none.
func FirstTurn(list []*scene.Quote) *scene.Quote {
	var first *scene.Quote
	for _, c := range list {
		if c.Spans.By == quotes.ByTurn && len(c.Spans.Source) > 0 && (first == nil || c.Lo < first.Lo) {
			first = c
		}
	}
	return first
}

// DayOfInterview is the day on which somebody was asked what a transcript gives, as the sentences before its first
// turn tell it: "X received the newspaper on Friday". first is the first quote of the article that is a turn, nil for
// none. nil where they do not tell, and for words that are no turn of the one who was asked.
func DayOfInterview(r *acts.Reader, c, first *scene.Quote, speakers []*naming.Entity) *record.Said {
	if first == nil || c.Spans.By != quotes.ByTurn || len(speakers) != 1 {
		return nil
	}
	s := r.Body
	name := strings.Fields(strings.ToLower(speakers[0].Name))
	for n := first.Sentence - 1; n >= max(0, first.Sentence-beforeTurns) && len(name) > 0; n-- {
		sn := s.Doc.Sentences[n]
		if !s.Contains(sn.First, sn.Last, name[len(name)-1]) || earlier.Pluperfect(s, sn.First, sn.Last) {
			continue
		}
		whole := func(p text.Span) bool { return p.Contains(sn.Span) }
		within := slices.DeleteFunc(scene.Overlapping(r.Contents, sn.Span), whole)
		d := r.Days.Near(s, sn.First, sn.Last, sn.First, within)
		if d != nil && d.Earliest == d.Latest {
			return d
		}
	}
	return nil
}

// beforeTurns is how many sentences before the first turn of a transcript are searched for its day.
const beforeTurns = 8

// Tells reports whether the record knows more of its occasion than the day of publication.
func Tells(x *record.Report) bool {
	return x.Said.Basis != dates.Published && x.Said.Earliest != "" || x.Channel != record.UnknownChannel
}

// turnChannel is the channel of the turns of a page whose title tells of remarks: a speech at a ceremony, dinner or
// rally. What one person has remarked on a matter are words to the press where they ask, and else a speech. "" for
// remarks at meetings and wherever the title leaves it open.
func turnChannel(p *Passage) record.Channel {
	event, many := false, len(p.TitlePeople()) > 1
	for k, w := range p.Title.Lower {
		switch {
		case words.TalksTitle[w]:
			return ""
		case words.EventTitle[w]:
			event = true
		case k > 0 && words.OpenTitle[w]:
			many = true
		}
	}
	switch {
	case event && !p.Questions:
		return record.Speech
	case event, many, !words.RemarksTitle[p.Title.At(0)]:
		return ""
	case p.Questions:
		return record.PressConference
	}
	return record.Speech
}

// jointIssuers are those who issue the joint text of which the words are a paragraph, as its title or opening names
// them: several, or a body of several. nil for all other words.
func jointIssuers(p *Passage) []*naming.Entity {
	if p.Quote.Spans.By != quotes.ByJoint {
		return nil
	}
	list := p.Layout.Speaker(p.Quote)
	if len(list) == 1 && (list[0].Person() || list[0].Kind == actors.State) {
		return nil
	}
	return list
}

// settleTurn gives a turn at the press conference of a spokesperson, as the title calls the page, what its layout tells
// for sure: the day of the page, nobody whom it is said to but the press, and no occasion but the conference itself.
func settleTurn(p *Passage) {
	if p.Quote.Spans.By != quotes.ByTurn || p.Day == "" {
		return
	}
	if title := strings.ToLower(p.Article.Title); !words.Spokesperson.Within(title) || !words.PressTitle.Within(title) {
		return
	}
	r, by := p.Report, "layout"
	if r.Said.EDTF != p.Published.EDTF {
		r.Said, r.Decided.Day.By = record.Said{Date: p.Published, Basis: dates.Published}, by
	}
	if len(p.To) > 0 {
		p.To, r.Addressees, r.Decided.Addressee.By = nil, nil, by
	}
	if r.Occasion != nil {
		r.Occasion, r.Decided.Occasion.By = nil, by
	}
}

// sidesHear is to whom a turn goes in the remarks of three or more sides where the rules find it to go to all the
// others: to the one whom its first sentence calls by his office, "Mr. President", else to all. nil for every other.
func sidesHear(p *Passage) []*naming.Entity {
	others := p.ruled.to
	if p.Quote.Spans.By != quotes.ByTurn || !p.Remarks() || len(others) < 2 {
		return nil
	}
	s := p.Body
	lo, hi := p.Quote.ContentLo, p.Quote.ContentHi
	_, last := s.SentenceBounds(lo)
	var called []*naming.Entity
	for k := lo; k+1 < min(hi, last); k++ {
		if !words.AddressForm[s.Lower[k]] {
			continue
		}
		for _, e := range others {
			if e.CalledSo(s.Lower[k+1]) || e.CalledSo(s.Lower[k+1]+" "+s.At(k+2)) {
				called = append(called, e)
			}
		}
	}
	if called = naming.Distinct(called); len(called) == 1 {
		return called
	}
	return others
}

// settle gives the passage the most probable of its speakers or addressees.
func (p *Passage) settle(f Field, list []candidate, probability []float64) {
	switch f {
	case Addressee:
		p.ruled = heard{p.To, p.Report.Addressees, p.Report.Decided.Addressee}
	case AddresseeAmong:
		p.To, p.Report.Addressees, p.Report.Decided.Addressee = p.ruled.to, p.ruled.parties, p.ruled.by
	}
	f = f.Of()
	var best *candidate
	by, top := record.Decision{}, 0.0
	for k, q := range probability {
		score := p.weighed(f, &list[k], q)
		if score > top && (f != Speaker || !p.cannotSpeak(list[k].parties)) {
			best, by, top = &list[k], record.Decision{By: list[k].by, P: q, Evidence: list[k].evidence}, score
		}
	}
	if f == Speaker {
		best, by = summed(p, list, probability, best, by)
	}
	switch {
	case f == Addressee && (best == nil || len(best.parties) == 0 || naming.SameAll(best.parties, p.To)):
		p.Report.Decided.Addressee.P = p.asRuled(list, probability)
		p.doubtHearers()
	case f == Addressee:
		p.hear(best, by)
	case best == nil:
		p.Report.Decided.Speaker.P = 0
	default:
		p.speak(best, by)
	}
}

// speak gives the passage the speakers that the model chose.
func (p *Passage) speak(c *candidate, by record.Decision) {
	d := &p.Report.Decided.Speaker
	by.Evidence = d.Evidence
	if naming.SameAll(c.parties, p.Speakers) {
		by.By = d.By
	} else {
		p.Speakers = c.parties
		p.Report.Speakers = naming.Parties(p.Speakers, "", func(*naming.Entity) text.Span { return by.Evidence })
		p.dropSpeakers()
		if p.Hear != nil {
			p.To, p.Report.Addressees = p.Hear(p.Speakers)
		}
	}
	*d = by
}

// hear gives the passage the addressees that the model chose.
func (p *Passage) hear(c *candidate, by record.Decision) {
	basis := "implied"
	if p.Body.Span(p.Quote.Lo, p.Quote.Hi).Overlaps(c.evidence) {
		basis = "named"
	}
	p.To = c.parties
	p.Report.Addressees = naming.Parties(p.To, basis, func(*naming.Entity) text.Span { return c.evidence })
	p.Report.Decided.Addressee = by
}

// dropSpeakers takes the speakers out of the addressees: nobody speaks to himself.
func (p *Passage) dropSpeakers() {
	for _, e := range p.Speakers {
		p.Report.Addressees = slices.DeleteFunc(
			p.Report.Addressees,
			func(a record.Party) bool { return a.ID == e.ID },
		)
	}
	if p.To = naming.Without(p.To, p.Speakers); len(p.To) == 0 {
		p.Report.Addressees, p.Report.Decided.Addressee = nil, record.Decision{}
	}
}

// state is the state of the first speaker, "" for none.
func (p *Passage) state() string {
	if len(p.Speakers) == 0 {
		return ""
	}
	return p.Speakers[0].State
}

// namedLast are the people named before the words, without the speakers, the last first.
func (p *Passage) namedLast() []*naming.Entity {
	pos := p.Body.Doc.Tokens[p.Quote.Anchor].Start
	list := slices.DeleteFunc(p.People(), func(x *naming.Entity) bool {
		return x.LastBefore(pos) < 0 || naming.Includes(p.Speakers, x)
	})
	slices.SortStableFunc(list, func(a, b *naming.Entity) int { return b.LastBefore(pos) - a.LastBefore(pos) })
	return list
}

// firstOf is the first of a list, as a list.
func firstOf(list []*naming.Entity) []*naming.Entity { return list[:min(1, len(list))] }

// Transcript is the channel of a page that gives what was said turn by turn, by its title.
func Transcript(title string) record.Channel {
	t := strings.ToLower(title)
	switch {
	case words.PressTitle.Within(t):
		return record.PressConference
	case strings.Contains(t, "interview"):
		return record.Interview
	case words.StatementTitle.Within(t):
		return record.StatementText
	case words.SpeechTitle.Within(t):
		return record.Speech
	case words.MeetingTitle.Within(t):
		return record.Meeting
	}
	return record.Speech
}

// PageChannel is the channel of a page that gives what was said turn by turn: by its title, else by who asks.
func PageChannel(r *acts.Reader) record.Channel {
	ch := Transcript(r.Article.Title)
	if ch == record.PressConference || ch == record.Interview || r.Asked == record.UnknownChannel {
		return ch
	}
	return r.Asked
}
