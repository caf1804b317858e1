package discourse

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// Layout finds speakers by the title and the layout of the page. It reads no source beside a cue.
type Layout struct{ *Story }

// Speaker finds who speaks a quote that the layout gives to a speaker: the bearer of a turn's label, or whom the
// title names as the one who answers or issues the document; nil where the layout tells nothing or the label says
// more than the title.
func (r *Layout) Speaker(c *scene.Quote) []*naming.Entity {
	switch c.Spans.By {
	case quotes.ByJoint:
		return r.jointIssuers()
	case quotes.ByParagraph:
		return r.spokeBefore(c.Spans.Content[0].Start)
	case quotes.ByStatement, quotes.ByTurn:
	default:
		return r.askedOf(c)
	}
	named := people(r.titleParties())
	if c.SourceHi <= c.SourceLo || c.SourceHi-c.SourceLo == 1 && words.AnswerLabel[r.Body.Lower[c.SourceLo]] {
		return named[:min(1, len(named))]
	}
	return r.labelled(c, named)
}

// labelled finds the bearer of a label among those whom the title names, by office or surname, and then among those
// of the text.
func (r *Layout) labelled(c *scene.Quote, named []*naming.Entity) []*naming.Entity {
	s := r.Body
	if s.Lower[c.SourceLo] == "the" {
		return r.byOffice(c, named)
	}
	last := s.Lower[c.SourceHi-1]
	for _, e := range named {
		if endsWithName(e, last) && r.fitsLabel(c, e) {
			return []*naming.Entity{e}
		}
	}
	var found []*naming.Entity
	for _, e := range r.Shorts[last] {
		if e.Person() && endsWithName(e, last) && r.fitsLabel(c, e) {
			found = append(found, e)
		}
	}
	if len(naming.Distinct(found)) == 1 {
		return found[:1]
	}
	return nil
}

// byOffice finds the bearer of a label such as "THE PRESIDENT": whom the title names with a first name and calls so,
// else who holds the office in the state of the outlet, else the only one whom the title names, unless the text knows
// him by another office.
func (r *Layout) byOffice(c *scene.Quote, named []*naming.Entity) []*naming.Entity {
	s := r.Body
	last := s.Lower[c.SourceHi-1]
	whole := strings.Join(s.Lower[c.SourceLo+1:c.SourceHi], " ")
	for _, office := range []string{whole, last} {
		if office != whole && words.UnderOffice[s.Lower[c.SourceHi-2]] {
			break // "the vice | president"
		}
		for _, e := range named {
			if strings.Contains(e.Name, " ") && calledExactly(e, office) {
				return one(e)
			}
		}
	}
	entitled := r.entitled(c)
	if len(named) == 1 && entitled && strings.Contains(named[0].Name, " ") {
		return named
	}
	if e := r.Incumbent(r.Home, whole); topOffice(whole) && e != nil {
		return one(e)
	}
	if len(named) != 1 || !entitled && topOffice(whole) && inOffice(named[0]) {
		return nil
	}
	return named
}

// calledExactly reports whether the text or the gazetteer knows the person by the office: no vice president by
// "president".
func calledExactly(e *naming.Entity, office string) bool {
	return e.Held == office || e.Has(office) && (office != "president" || naming.Called(e, office))
}

// entitled reports whether the title has the office of a label such as "THE SPEAKER", and no other one made of it.
func (r *Layout) entitled(c *scene.Quote) bool {
	for k := range r.Title.Lower {
		if r.Title.HasWords(k, r.Body.Lower[c.SourceLo+1:c.SourceHi]...) && !words.UnderOffice[r.Title.At(k-1)] {
			return true
		}
	}
	return false
}

// topOffice reports an office that one knows by its state alone: "president", "vice president", "first lady".
func topOffice(office string) bool { return words.TopOffice[office] || under(office) }

// under reports an office that a word before it makes of another: "vice president", "first lady".
func under(office string) bool {
	first, _, two := strings.Cut(office, " ")
	return two && words.UnderOffice[first]
}

// inOffice reports whether the text or the gazetteer knows the person by an office.
func inOffice(e *naming.Entity) bool { return e.Held != "" || len(e.Heads) > 0 }

// fitsLabel reports whether the words before the surname in a label, offices and first names, do not speak against the
// person: "PRESIDENT LIND" is no first lady, and "MS. ANA LIND" no Karl Lind.
func (r *Layout) fitsLabel(c *scene.Quote, e *naming.Entity) bool {
	s := r.Body
	for k := c.SourceLo; k < c.SourceHi-1; k++ {
		office := s.Lower[k]
		if k > c.SourceLo && words.UnderOffice[s.Lower[k-1]] {
			office = s.Lower[k-1] + " " + office
		}
		if (under(office) || under(e.Held)) && topOffice(office) {
			if inOffice(e) && !calledExactly(e, office) {
				return false
			}
			continue
		}
		if r.Gazetteer.Given.Begins(s.Lower[k]) && !words.Office[s.Lower[k]] && !naming.NameHas(e, s.Lower[k]) {
			return false
		}
	}
	return true
}

// endsWithName reports whether the last word of the entity's name, accents and capitals aside, is the word.
func endsWithName(e *naming.Entity, word string) bool {
	name := strings.Fields(e.Name)
	return len(name) > 1 && actors.Fold(name[len(name)-1]) == actors.Fold(word)
}

// askedOf resolves "you" in a question: the one who answers.
func (r *Layout) askedOf(c *scene.Quote) []*naming.Entity {
	if c.SourceHi-c.SourceLo != 1 || r.Body.Lower[c.SourceLo] != "you" ||
		r.speakingAt(r.Body.Doc.Tokens[c.SourceLo].Start) != nil {
		return nil
	}
	if list := people(r.titleParties()); len(list) == 1 {
		return list
	}
	return nil
}

// titleParties are those whom the title names as speaking: after "by" or "from", or as owner of the conference or
// remarks.
func (r *Layout) titleParties() []*naming.Entity {
	s := r.Title
	lo, hi := -1, -1
	for k := range s.Lower {
		switch w := s.Lower[k]; {
		case lo < 0 && k < 12 && words.ParticipantPreposition[w]:
			lo, hi = k+1, len(s.Lower)
		case lo < 0 && w == "of" && ofText(s, k):
			lo, hi = k+1, len(s.Lower) // "Statement of President X on ..."
		case lo < 0 && (w == "'s" || w == "’s") && !issuedLater(s, k) && !onTopic(s, k):
			return r.Names.Read(s, 0, k)
		case lo >= 0 && k > lo && endsIssuers(s, k):
			return r.readIssuers(lo, beforeLeaders(s, k))
		}
	}
	if lo < 0 {
		return nil
	}
	return r.readIssuers(lo, hi)
}

// readIssuers reads those whom tokens of the title name: under a plural each of those of whom it is, "the Trade
// Ministers of Peru and Chile".
func (r *Layout) readIssuers(lo, hi int) []*naming.Entity {
	s := r.Title
	for k := lo + 1; k < min(hi, lo+longestPlural); k++ {
		if s.Lower[k] == "of" && words.JointOffice[s.Lower[k-1]] {
			if list := r.heading(s, lo, k, hi); len(list) > 1 {
				return list
			}
			break
		}
	}
	return r.Names.Read(s, lo, hi)
}

// ofText reports whether the "of" at token k tells whose the text is with whose name the title begins: "Statement | of
// Peru", "Joint Press Statement | of Peru and Chile".
func ofText(s *scene.Scene, k int) bool {
	if k == 1 {
		return words.StatementNoun[s.Lower[0]]
	}
	if k > longestJointNoun || s.Lower[0] != "joint" || !words.ActStatement[s.Lower[k-1]] {
		return false
	}
	for i := k + 1; i < k+4; i++ {
		if words.JointOffice[s.At(i)] || words.Body[s.At(i)] || s.MentionAt(i) != nil {
			return true
		}
	}
	return false // "Joint Declaration of Support for"
}

// longestJointNoun is how many words the name of a joint text has at most: "joint leaders' press statement".
const longestJointNoun = 5

// beforeLeaders is the token before which those end who issue a text where the leaders of a body do: "NATO and the G7 |
// Leaders". k for all others.
func beforeLeaders(s *scene.Scene, k int) int {
	if m := s.MentionAt(k - 2); words.LeadersText[s.At(k-1)] && m != nil && m.Actor.Kind == actors.Organisation {
		return k - 1
	}
	return k
}

// endsIssuers reports whether those whom the title names as speaking end before token k: with a word that tells on what
// they speak, a time, or after a known name with what they do, "Peru and Chile | Reaffirming".
func endsIssuers(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	doing := strings.HasSuffix(w, "ing") && s.MentionAt(k) == nil && s.MentionAt(k-1) != nil
	return doing || words.TitleEnd[w] || w == "," && s.InTime(k+1)
}

// onTopic reports whether the owner before token k owns a thing on which the text is that the title names before:
// "Leaders' Statement on Peru | 's harbours".
func onTopic(s *scene.Scene, k int) bool {
	for i := 1; i < k; i++ {
		if words.TitleEnd[s.Lower[i]] && words.ActStatement[s.Lower[i-1]] {
			return true
		}
	}
	return false
}

// issuedLater reports whether the owner before token k owns what a statement is on, and whose statement it is
// follows: "Statement on Peru's harbors by ...".
func issuedLater(s *scene.Scene, k int) bool {
	if !words.StatementNoun[s.Lower[0]] && (len(s.Lower) < 2 || !words.StatementNoun[s.Lower[1]]) {
		return false
	}
	for ; k < len(s.Lower) && k < 12; k++ {
		if words.ParticipantPreposition[s.Lower[k]] {
			return true
		}
	}
	return false
}

// people keeps the persons of a list.
func people(list []*naming.Entity) []*naming.Entity {
	var out []*naming.Entity
	for _, e := range list {
		if e.Person() {
			out = append(out, e)
		}
	}
	return out
}
