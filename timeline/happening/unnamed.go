package happening

import (
	"cmp"
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// mostUnnamed is how many events that the text gives no name are put forward.
const mostUnnamed = 4

// unnamed adds the events of the body that are called by a common noun alone, named by the place where the article is
// told or by the organisation that it is about: "his guest" in an article from Lima makes "visit to Peru", "the
// summit" one "NATO summit in Lima"; and the deaths over which it tells of condolences. A noun by which an event of
// the list was named before it stands for that event.
func unnamed(s *scene.Scene, list []Happening) []Happening {
	g, n := groundOf(s), len(list)
	mourned := slices.ContainsFunc(s.Lower, func(w string) bool { return words.Condolence[w] })
	for k := range s.Lower {
		if s.Capital(k) || !s.NounTag(k) || words.PressWord[s.At(k-1)] {
			continue
		}
		name := unnamedAt(s, k, g, mourned)
		if name == "" || namedEarlier(list[:n], k, s.Lower[k]) {
			continue
		}
		o := record.Occasion{Name: name, Evidence: s.Span(k, k+1)}
		list = enter(list, o, placeOf(s, k, k), n+mostUnnamed)
	}
	return append(list[:n], slices.DeleteFunc(list[n:], func(h Happening) bool { return h.passing(s) })...)
}

// unnamedAt is the name of the event that the common noun at token k calls; "" for none. mourned tells that the text
// tells of condolences.
func unnamedAt(s *scene.Scene, k int, g ground, mourned bool) string {
	switch w := s.Lower[k]; {
	case words.EventStay[w], words.VisitParty[w]:
		return visitOf(g)
	case words.EventUnnamed[w]:
		return gatheringOf(s, k, g)
	case words.EventTalks[w]:
		return meetingOf(s, k)
	case words.EventOath[w] && (s.Doc.Tokens[k].Tag != "JJ" || words.SpeechNoun[s.At(k+1)]):
		return "inauguration"
	case words.EventMourned[w] && mourned:
		return deathOf(s, k)
	case Noun(w) && !words.EventBody[w] && !words.EventWeek[w]:
		return heldUnnamed(s, k)
	}
	return ""
}

// heldUnnamed is the name of the event at token k at which one speaks, by its kind, what it is of and its place: "told
// | a party congress", "at | the graduation ceremony in Lima". "" for a noun alone, and where nobody speaks there.
func heldUnnamed(s *scene.Scene, k int) string {
	first, last := s.SentenceBounds(k)
	lo, hi := kindStart(s, k, first), k+1
	if lead := Lead(s, lo); !words.HeldLead[lead] && !words.EventHearing[lead] {
		return ""
	}
	if s.At(hi) == "of" {
		for hi = s.SkipDeterminer(k+2, last); hi < last && (s.Capital(hi) || s.NounTag(hi)) && !s.InTime(hi); hi++ {
		}
	}
	name := scene.Clean(s.Words(lo, hi))
	if place := placeAfter(s, hi, last); place != "" {
		name += " in " + place
	}
	if !strings.Contains(name, " ") {
		return ""
	}
	return name
}

// kindStart is the first token of the words that tell of what kind the event at token k is.
func kindStart(s *scene.Scene, k, first int) int {
	lo := k
	for lo > first && lo > k-3 && !s.Capital(lo-1) && partOfKind(s, lo-1) {
		lo--
	}
	return lo
}

// passing reports whether the text speaks once, further down, of talks whose place it does not tell: those may be
// anywhere.
func (h *Happening) passing(s *scene.Scene) bool {
	v := &h.At[0]
	_, last := s.SentenceBounds(v.Token)
	late := len(h.At) == 1 && v.Sentence >= openingSentences
	return late && words.EventNegotiation[v.Head] && placeAfter(s, v.Token+1, last) == ""
}

// placeOf is the place of the body that names an event from token lo on, with its head at token k.
func placeOf(s *scene.Scene, lo, k int) Place {
	return Place{
		Token: k, Sentence: s.SentenceAt(s.Doc.Tokens[k].Start), Head: s.Lower[k], Lead: Lead(s, lo), Named: s.Capital(lo),
	}
}

// namedEarlier reports whether an event of the kind of the noun was named before token k of the body.
func namedEarlier(list []Happening, k int, noun string) bool {
	visit := words.EventStay[noun] || words.VisitParty[noun]
	return slices.ContainsFunc(list, func(h Happening) bool {
		return slices.ContainsFunc(h.At, func(v Place) bool {
			same := v.Head == noun || visit && words.EventStay[v.Head]
			return same && (v.Title || v.Token <= k)
		})
	})
}

// visitOf is the name of a visit to where the article is told from; "" where that is not told.
func visitOf(g ground) string {
	if g.state == "" && g.city == "" {
		return ""
	}
	if g.state == "" {
		return "visit to " + g.city
	}
	return "visit to " + g.state
}

// deathOf is the name of the death that the noun at token k tells of, "death of Ana Lind"; "" where nobody is named.
func deathOf(s *scene.Scene, k int) string {
	_, last := s.SentenceBounds(k)
	if s.At(k+1) != "of" {
		return ""
	}
	from := s.SkipDeterminer(k+2, last)
	end := from
	for end < last && s.Capital(end) && !s.InTime(end) {
		end++
	}
	if end == from {
		return ""
	}
	return scene.Clean(s.Words(k, end))
}

// gatheringOf is the name of the gathering whose noun is token k, by its organisation, what it is on and its place:
// "ASEAN retreat in Cebu", "nuclear talks in Geneva". "" where the text tells none of them.
func gatheringOf(s *scene.Scene, k int, g ground) string {
	first, last := s.SentenceBounds(k)
	lo := kindStart(s, k, first)
	place := cmp.Or(placeAfter(s, k+1, last), placeBefore(s, first, lo), g.city)
	if words.EventNegotiation[s.Lower[k]] && Lead(s, lo) == "for" {
		return "" // "called home for consultations", "ready for talks"
	}
	name := scene.Clean(s.Words(lo, k+1))
	if org := organisationOf(s, k); org != "" && words.EventOfBody[s.Lower[k]] {
		name = org + " " + name
	} else if place == "" {
		return ""
	}
	if place != "" {
		name += " in " + place
	}
	return name
}

// partOfKind reports whether token k may be a common word that tells of what kind an event is: "nuclear", "ministers'".
func partOfKind(s *scene.Scene, k int) bool {
	switch s.Doc.Tokens[k].Tag {
	case "JJ":
		return !words.EventOtherTime[s.Lower[k]] && !words.PossessivePerson[s.At(k-1)] && !s.InTime(k)
	case "NN", "NNS", "POS":
		return !s.InTime(k) && !s.Capital(k-1)
	}
	return false
}

// organisationOf is the short name of the organisation that the text names last before token k, within the sentence
// or else the first one of all; "" for none.
func organisationOf(s *scene.Scene, k int) string {
	first, last := s.SentenceBounds(k)
	for _, ms := range [][]scene.Mention{s.MentionsIn(first, last), s.MentionsIn(0, k)} {
		for i := range ms {
			if a := &ms[i].Actor; a.Kind == actors.Organisation && a.State != "" {
				return a.State
			}
		}
	}
	return ""
}

// meetingOf is the name of the meeting at token k of those who hold an office in several states, with its place:
// "meeting of NATO defence ministers in Brussels". "" for another, which is no more than a way of speaking.
func meetingOf(s *scene.Scene, k int) string {
	_, last := s.SentenceBounds(k)
	if s.At(k+1) != "of" {
		return ""
	}
	for e := k + 2; e < min(last, k+farthestParty) && (s.Capital(e) || s.NounTag(e)); e++ {
		if words.Determiner[s.Lower[e]] || s.Doc.Tokens[e].Tag == "CD" {
			return ""
		}
		if !words.JointOffice[s.Lower[e]] {
			continue
		}
		name := scene.Clean(s.Words(k, e+1))
		if place := placeAfter(s, e+1, last); place != "" {
			name += " in " + place
		}
		return name
	}
	return ""
}

// farthestParty is the number of tokens in which a meeting is told to be that of its parties.
const farthestParty = 9
