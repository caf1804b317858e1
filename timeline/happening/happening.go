// Package happening finds the events at which something may have been said, "the Oslo Forum", "his visit to Lima", as a
// text names them. In come the title and the body of an article; out go the events, each with its name and the places
// that name it, and for a sentence the event at which it tells that something was said. It does not know whose words
// are reported, nor which event is the occasion of which words.
package happening

import (
	"slices"
	"strings"

	"demarche/data"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// words are the classes of English words that this package asks for.
var words = data.Classes[struct {
	AfterEvent, BodyMeeting, BodyMet, ClauseOfSame, Condolence, CourtWord, DayAdverb, Determiner,
	EventAhead, EventAny, EventBody, EventCourt, EventHead, EventHearing, EventJourney, EventMeets, EventMoment,
	EventMourned, EventNegotiation, EventOath, EventOfBody, EventOther, EventOtherTime, EventPlace,
	EventPointing, EventStay, EventSummit, EventTail, EventTakingPart, EventTalks, EventTitle, EventUnnamed,
	EventVisit,
	EventWeek, GovernmentHouse, HeldLead, IndefiniteArticle, JointOffice, LeavingVerb, NoNameStart, Office,
	ParliamentLead, PlainMeeting, PossessivePerson, PressWord, SittingBody, SittingLead, SittingWord, SpeechNoun,
	TitleOccasionNoun, ToPlace,
	TravelVerb, VisitParty, VisitingVerb data.Set
	BackFrom, CallingOff data.Phrases
}]()

// Place is a place of the title or body that names an event at which words may have been said.
type Place struct {
	Token    int // of the head
	Sentence int // -1 in the title
	Title    bool
	Head     string // "summit", "visit"
	Lead     string // the preposition before it: "at", "during"
	Named    bool   // by a name of its own, with a capital
}

// Happening is an event with the places that name it.
type Happening struct {
	Key      string // its name in lower case
	Occasion record.Occasion
	At       []Place // never empty
}

// Of lists the events that title and body name first, at most the given number.
func Of(title, body *scene.Scene, most int) []Happening {
	var out []Happening
	for _, s := range []*scene.Scene{title, body} {
		for k := range s.Lower {
			lo, hi, ok := At(s, k)
			if !ok || words.EventBody[s.Lower[k]] {
				continue
			}
			v := Place{Token: k, Sentence: -1, Title: s.IsTitle, Head: s.Lower[k], Lead: Lead(s, lo)}
			o := record.Occasion{Name: scene.Clean(s.Words(lo, hi))}
			for i := lo; i < hi; i++ {
				v.Named = v.Named || s.Capital(i)
			}
			if !s.IsTitle {
				v.Sentence, o.Evidence = s.SentenceAt(s.Doc.Tokens[k].Start), s.Span(lo, hi)
			}
			out = enter(out, o, v, most)
		}
	}
	return out
}

// WithUnnamed adds the events that the article has no name for: visits and gatherings that are called by a common noun,
// and the sessions of bodies that it tells to sit.
func WithUnnamed(list []Happening, title, body *scene.Scene) []Happening {
	return sessions(title, body, travelled(body, unnamed(body, list)))
}

// enter adds a place to the event of that name, which is added while there are fewer than most.
func enter(list []Happening, o record.Occasion, v Place, most int) []Happening {
	key := strings.ToLower(o.Name)
	n := slices.IndexFunc(list, func(h Happening) bool { return h.Key == key })
	if n < 0 {
		if len(list) == most {
			return list
		}
		n, list = len(list), append(list, Happening{Key: key, Occasion: o})
	}
	list[n].At = append(list[n].At, v)
	return list
}

// Going are those of the list that took place and were not over: one that the body names only to tell that somebody
// called it off or is back from it is left out.
func Going(list []Happening, body *scene.Scene) []Happening {
	return slices.DeleteFunc(list, func(h Happening) bool {
		return !slices.ContainsFunc(h.At, func(v Place) bool { return v.Title || !Off(body, v.Token) })
	})
}

// OfReadout are those of the list at which the call or meeting of a readout was held.
func OfReadout(list []Happening, title, body *scene.Scene) []Happening {
	return slices.DeleteFunc(list, func(h Happening) bool { return !h.ofReadout(title, body) })
}
