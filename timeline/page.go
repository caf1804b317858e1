package timeline

import (
	"strings"

	"demarche/data"
	"demarche/timeline/actors"
)

// genre is what kind of page the title says that the article is.
type genre int

// The genres; news is what every other title says.
const (
	news    genre = iota
	readout       // an account of one call, meeting or trip by one side: "Readout of the President's call with X"
	remarks       // what two sides said to each other before or after a meeting: "Remarks by X and Y before bilateral meeting"
)

// page is what the title says of the whole article.
type page struct {
	genre   genre
	channel Channel // of everything that the page tells, UnknownChannel where the title does not say
}

var (
	readoutWords  = data.Class("readout")
	remarkWords   = data.Class("remarks")
	callWords     = data.Class("call")
	encounterWord = data.Class("encounter")
	// together are prepositions that set remarks at a meeting: "before bilateral meeting".
	together = data.Class("at-encounter")
)

// pageOf reads the genre of the page off its title.
func (s *scene) pageOf() page {
	p := page{channel: UnknownChannel}
	at := false
	for i, w := range s.low {
		w = strings.TrimRight(w, "_,.:")
		switch {
		case readoutWords[w] && p.genre == news:
			p.genre = readout
		case remarkWords[w] && p.genre == news:
			p.genre = remarks
		case callWords[w] && p.channel == UnknownChannel && s.title:
			p.channel = Call
		case encounterWord[w] && p.channel == UnknownChannel:
			p.channel = Meeting
			at = at || i > 0 && s.setAtEncounter(i)
		}
	}
	if p.genre == remarks && (p.channel != Meeting || !at) {
		p.genre = news
	}
	if p.genre == news {
		p.channel = UnknownChannel
	}
	return p
}

// setAtEncounter reports whether the noun for a meeting at token i follows "before", "at" or the like.
func (s *scene) setAtEncounter(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if together[s.low[k]] {
			return true
		}
	}
	return false
}

// pageFrame opens the frame of a page whose title names the parties of one call or meeting.
func (r *reading) pageFrame() {
	if r.page.genre == news || r.page.channel == UnknownChannel {
		return
	}
	var list []*entity
	for i := range r.title.names {
		m := &r.title.names[i]
		if m.entry.Kind == actors.Person && m.entry.ID != "" {
			lo, hi := r.title.tokens(m.Span)
			list = append(list, r.entityOf(r.title, m, lo, hi))
		}
	}
	list = distinct(list)
	if len(list) < 2 {
		return
	}
	f := &frame{kind: r.page.channel, noun: string(r.page.channel), mutual: true, from: list[:1], to: list[1:], pos: -1, sentence: -1, titled: true}
	r.add(f)
}

// spokeAt reads "spoke today with", "spoke by phone with": a call or meeting as the sentence or the title says, else of unknown kind.
func (r *reading) spokeAt(s *scene, lo, i, hi int) *frame {
	f := &frame{kind: r.page.channel, mutual: true, noun: "conversation"}
	f.to = r.persons(s, r.afterWithin(s, i, hi, 12, "with"))
	f.from = r.persons(s, r.subjectOf(s, i))
	f.to = without(f.to, f.from)
	if len(f.from) == 0 || len(f.to) == 0 {
		return nil
	}
	for k := i + 1; k < hi && k < i+8 && !s.verb(k); k++ {
		if callWords[s.low[k]] {
			f.kind, f.noun = Call, "call"
		}
	}
	return f
}
