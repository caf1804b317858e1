package timeline

import (
	"sort"
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// speakers resolves the source of a quote; the words of an inner quote whose source is "I" or "we" are the outer speaker's.
func (r *reading) speakers(c *cued, fr *frame) []*entity {
	s := r.body
	if list := r.answerer(c); len(list) > 0 {
		return list
	}
	if c.srcHi <= c.srcLo {
		return nil
	}
	if c.srcHi-c.srcLo == 1 {
		switch s.low[c.srcLo] {
		case "i", "we", "me", "us":
			return r.enclosing(c)
		}
	}
	list := r.who(c.srcLo, c.srcHi, fr)
	if r.medium(list) && c.q.Form != quotes.Indirect {
		if near := r.carriedSpeaker(c, fr); len(near) > 0 {
			return near
		}
	}
	return list
}

// carriedSpeaker finds who spoke where the carrier was taken for the source: `"...," X said in a statement, KCNA reported`.
func (r *reading) carriedSpeaker(c *cued, fr *frame) []*entity {
	s := r.body
	lo := c.endHi
	for lo < c.srcLo && (s.low[lo] == "," || s.low[lo] == "”" || s.low[lo] == `"`) {
		lo++
	}
	e := lo
	if lo < c.srcLo {
		e = s.phraseEnd(lo, c.srcLo)
	}
	if e <= lo || e >= c.srcLo || !speaking[s.low[e]] && s.low[e] != "wrote" {
		return nil
	}
	list := r.who(lo, e, fr)
	if len(list) == 0 || !list[0].person() {
		return nil
	}
	return list
}

// enclosing returns who speaks the words that hold the quote.
func (r *reading) enclosing(c *cued) []*entity {
	pos := r.body.d.Tokens[c.srcLo].Start
	for i := len(r.focus) - 1; i >= 0; i-- {
		if f := &r.focus[i]; f.speaking && f.pos <= pos {
			return f.list
		}
	}
	return nil
}

// unnamed is who speaks where no source is written: both parties of a call or meeting ("it was agreed"), or the issuer of the
// text that the passage is about.
func (r *reading) unnamed(c *cued, fr *frame) []*entity {
	pos := r.body.d.Tokens[c.anchor].Start
	if fr != nil && fr.mutual && len(fr.parties()) >= 2 && len(c.q.Cue) > 0 {
		return fr.parties()
	}
	if fr != nil && len(fr.from) > 0 {
		return fr.from
	}
	if len(c.q.Cue) == 0 {
		return nil
	}
	if p := r.pair(pos, fr); len(p) >= 2 && fr != nil && fr.mutual {
		return p
	}
	return nil
}

// shareDates gives the day that one quote of a message or text tells to the others of the same speakers, for which the day of
// publication stands in.
func (r *reading) shareDates(out []resolved) {
	days := map[*frame]*resolved{}
	for i := range out {
		p := &out[i]
		if p.frame != nil && !p.frame.open() && p.Said.Basis != dates.Published && p.Said.Earliest != "" && days[p.frame] == nil {
			days[p.frame] = p
		}
	}
	for i := range out {
		p := &out[i]
		if d := days[p.frame]; p.frame != nil && d != nil && p.Said.Basis == dates.Published && sameAll(p.speakers, d.speakers) {
			p.Said = d.Said
		}
	}
}

// relays marks the accounts of carriers of news: "Kim sent a letter to Putin, KCNA reported" tells of a letter, and what is
// quoted inside of it are the words of another.
func (r *reading) relays(list []*cued, out []resolved) {
	for i := range out {
		p := &out[i]
		if !r.medium(p.speakers) || p.Form == quotes.Direct || p.Form == quotes.Unmarked {
			continue
		}
		if r.reportsSpeech(list[i]) {
			p.Relay = true
			continue
		}
		first := sort.Search(len(r.frames), func(k int) bool { return r.frames[k].pos >= p.Content[0].Start })
		for _, f := range r.frames[first:min(len(r.frames), first+reach)] {
			if f.sentence >= 0 && within(p.Content, f.at) && !includes(f.from, p.speakers[0]) && len(f.from) > 0 {
				p.Relay = true
			}
		}
		for j := max(0, i-reach); j < min(len(list), i+reach); j++ {
			if j != i && list[j].cueHi > list[j].cueLo && within(p.Content, r.body.span(list[j].cueLo, list[j].cueHi)) && !r.medium(out[j].speakers) {
				p.Relay = true
			}
		}
	}
}

// reportsSpeech reports whether the content is itself "X pledged ...": the carrier tells what somebody else said.
func (r *reading) reportsSpeech(c *cued) bool {
	s := r.body
	lo := s.afterDateline(c.conLo)
	e := s.phraseEnd(lo, c.conHi)
	for e > lo && e < c.conHi && (s.low[e] == "has" || s.low[e] == "have" || s.low[e] == "had" || strings.HasPrefix(s.d.Tokens[e].Tag, "RB") || s.inTime(e) || s.low[e] == "on") {
		e++
	}
	if e <= lo || e >= c.conHi || !speaking[s.low[e]] {
		return false
	}
	list := r.read(s, lo, s.phraseEnd(lo, c.conHi))
	return len(list) > 0 && (list[0].person() || list[0].Kind == actors.State)
}

// speaking are verbs of saying in the past.
var speaking = set(`said told pledged promised vowed urged warned accused congratulated thanked called denounced condemned praised wished
	expressed stressed noted agreed assured hailed offered demanded rejected threatened announced declared`)

// lookBack gives what is told later to earlier quotes: a lede may leave the letter and its carrier to the second paragraph.
func (r *reading) lookBack(list []*cued, out []resolved) {
	for i := range out {
		if f := out[i].frame; f != nil && f.kind != UnknownChannel {
			continue
		}
		fr := r.ahead(list[i], out[i].speakers, out[i].to)
		if fr == nil || fr.kind == UnknownChannel {
			continue
		}
		p := &out[i]
		p.frame = fr
		p.Channel = r.channelOf(list[i], p.speakers, fr)
		if p.Said.Basis == dates.Published || p.Said.Basis == "" {
			p.Said = r.saidWhen(list[i], fr)
		}
		p.Place = fr.place
		if p.Medium == nil {
			p.Medium = fr.medium
		}
		if p.Occasion == nil {
			p.Occasion = r.occasionOf(list[i], fr)
		}
		if len(p.Addressees) == 0 {
			to := r.addressees(list[i], p.speakers, fr)
			p.Addressees = parties(to.list, to.basis, nil)
		}
	}
	for i := range out {
		p := &out[i]
		if p.frame == nil {
			continue
		}
		if p.Channel == UnknownChannel {
			p.Channel = p.frame.kind
		}
		if p.Said.Basis == dates.Published && p.frame.said != nil {
			p.Said = *p.frame.said
		}
	}
	r.shareDates(out)
	r.relays(list, out)
	carriers := map[*frame]*resolved{}
	for i := range out {
		if p := &out[i]; p.frame != nil && p.Medium != nil && carriers[p.frame] == nil {
			carriers[p.frame] = p
		}
	}
	for i := range out {
		p := &out[i]
		if c := carriers[p.frame]; p.frame != nil && p.Medium == nil && c != nil && sameAll(p.speakers, c.speakers) {
			p.Medium = c.Medium
		}
	}
}
