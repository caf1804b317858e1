package resolve

import (
	"sort"
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// speakers resolves the source of a quote; the words of an inner quote whose source is "I" or "we" are the outer
// speaker's. It returns the name of the rule that decided.
func (r *resolver) speakers(c *scene.Quote, act *discourse.Act) (list []*discourse.Entity, by string) {
	s := r.Body
	if list := r.Answerer(c); len(list) > 0 {
		return list, "layout"
	}
	if c.SourceHi <= c.SourceLo {
		return nil, ""
	}
	if c.SourceHi-c.SourceLo == 1 && words.FirstPerson[s.Lower[c.SourceLo]] {
		return enclosing(r, c), "outer-speaker"
	}
	lo, hi := s.Voice(c.SourceLo, c.SourceHi)
	if list := r.quotedAs(hi, c, act); len(list) > 0 {
		return list, "quoted-as"
	}
	list = r.Referents(lo, hi, act)
	by = r.Rule
	if acts.OnlyMedium(list) && c.Spans.Form != quotes.Indirect {
		if near := r.carriedSpeaker(c, act); len(near) > 0 {
			return near, "before-carrier"
		}
	}
	if len(list) == 1 && !list[0].Person() {
		if teller := r.introducedBy(c, act); len(teller) > 0 {
			return teller, "before-carrier"
		}
	}
	return list, by
}

// quotedAs finds the speaker where the source is who quotes him: "the agency quoted the ministry as saying".
func (r *resolver) quotedAs(hi int, c *scene.Quote, act *discourse.Act) []*discourse.Entity {
	s := r.Body
	k := hi
	for k < c.SourceHi+2 && (s.At(k) == "," || s.At(k) == "has" || s.At(k) == "also") {
		k++
	}
	_, last := s.SentenceBounds(c.Anchor)
	if !words.Quoting[s.At(k)] || k+1 >= last {
		return nil
	}
	end := s.PhraseEnd(k+1, last)
	if end <= k+1 || s.At(end) != "as" && s.At(end) != "." && s.At(end) != "," {
		return nil
	}
	return r.Referents(k+1, end, act)
}

// carriedSpeaker finds who spoke where the carrier was taken for the source: `"...," X said in a statement, KCNA
// reported`.
func (r *resolver) carriedSpeaker(c *scene.Quote, act *discourse.Act) []*discourse.Entity {
	s := r.Body
	lo := c.EndHi
	for lo < c.SourceLo && (s.Lower[lo] == "," || s.Lower[lo] == "”" || s.Lower[lo] == `"`) {
		lo++
	}
	e := lo
	if lo < c.SourceLo {
		e = s.PhraseEnd(lo, c.SourceLo)
	}
	if e <= lo || e >= c.SourceLo || !words.Speaking[s.Lower[e]] && s.Lower[e] != "wrote" {
		return nil
	}
	list := r.Referents(lo, e, act)
	if len(list) == 0 || !list[0].Person() {
		return nil
	}
	return list
}

// enclosing returns who speaks the words that hold the quote.
func enclosing(r *resolver, c *scene.Quote) []*discourse.Entity {
	pos := r.Body.Doc.Tokens[c.SourceLo].Start
	for i := len(r.Focus) - 1; i >= 0; i-- {
		if f := &r.Focus[i]; f.Speaking && f.Pos <= pos {
			return f.Entities
		}
	}
	return nil
}

// unnamed is who speaks where no source is written: both parties of a call or meeting ("it was agreed"), or the
// issuer of the text that the passage is about.
func (r *resolver) unnamed(c *scene.Quote, act *discourse.Act) []*discourse.Entity {
	pos := r.Body.Doc.Tokens[c.Anchor].Start
	if act != nil && act.Mutual && len(act.Parties()) >= 2 && len(c.Spans.Cue) > 0 {
		return act.Parties()
	}
	if act != nil && len(act.From) > 0 {
		return act.From
	}
	if len(c.Spans.Cue) == 0 {
		return nil
	}
	if p := r.BothParties(pos, act); len(p) >= 2 && act != nil && act.Mutual {
		return p
	}
	return nil
}

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
		if d := days[p.act]; p.act != nil && d != nil && p.Said.Basis == dates.Published &&
			discourse.SameAll(p.speakers, d.speakers) {
			p.Said = d.Said
		}
	}
}

// relays marks the accounts of carriers of news: "Kim sent a letter to Putin, KCNA reported" tells of a letter, and
// what is quoted inside of it are the words of another.
func (r *resolver) relays(list []*scene.Quote, out []resolved) {
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
			if f.Sentence >= 0 && scene.Covers(p.Content, f.Span) && !discourse.Includes(f.From, p.speakers[0]) &&
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
func reportsSpeech(r *resolver, c *scene.Quote) bool {
	s := r.Body
	lo := s.AfterDateline(c.ContentLo)
	e := s.PhraseEnd(lo, c.ContentHi)
	for e > lo && e < c.ContentHi && beforeVerb(s, e) {
		e++
	}
	if e <= lo || e >= c.ContentHi || !words.Speaking[s.Lower[e]] {
		return false
	}
	list := r.Named(s, lo, s.PhraseEnd(lo, c.ContentHi))
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
func (r *resolver) lookBack(list []*scene.Quote, out []resolved) {
	for i := range out {
		if f := out[i].act; f != nil && f.Channel != record.UnknownChannel {
			continue
		}
		act := r.actAfter(list[i], out[i].speakers, out[i].to)
		if act != nil && act.Channel != record.UnknownChannel && !otherDay(&out[i], act) {
			r.join(list[i], &out[i], act)
		}
	}
	for i := range out {
		p := &out[i]
		if p.act == nil {
			continue
		}
		if p.Channel == record.UnknownChannel {
			p.Channel = p.act.Channel
		}
		if p.Said.Basis == dates.Published && p.act.Said != nil {
			p.Said = *p.act.Said
		}
	}
	shareDates(out)
	r.relays(list, out)
	shareMedia(out)
}

// join makes a quote part of an act that is told after it: what the quote does not tell, the act does.
func (r *resolver) join(c *scene.Quote, p *resolved, act *discourse.Act) {
	p.act = act
	p.Channel = r.channelOf(c, p.speakers, act)
	if p.Said.Basis == dates.Published || p.Said.Basis == "" {
		p.Said = r.saidWhen(c, act)
	}
	p.Place = act.Place
	if p.Medium == nil {
		p.Medium = act.Medium
	}
	if p.Occasion == nil {
		p.Occasion = r.occasionOf(c, act)
	}
	if len(p.Addressees) == 0 {
		to := r.addressees(c, p.speakers, act)
		p.Addressees = discourse.Parties(to.list, to.basis, nil)
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
			discourse.SameAll(p.speakers, c.speakers) {
			p.Medium = c.Medium
		}
	}
}
