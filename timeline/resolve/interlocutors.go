package resolve

import (
	"slices"
	"strings"

	"demarche/quotes"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// ofBothSides reports whether speakers of both sides of a call or meeting say the same, though not all who took part.
func ofBothSides(speakers []*naming.Entity, act *discourse.Act) bool {
	return naming.IncludesAny(act.From, speakers) && naming.IncludesAny(act.To, speakers)
}

// interlocutors are the others of the call or meeting: of a side that is told with several of one state the other side
// alone.
func interlocutors(speakers []*naming.Entity, act *discourse.Act) addressed {
	for _, sides := range [][2][]*naming.Entity{{act.From, act.To}, {act.To, act.From}} {
		own, other := sides[0], sides[1]
		rest := naming.Without(own, speakers)
		if len(other) > 0 && len(rest) < len(own) && naming.Subset(speakers, own) && sameState(rest, speakers[0].State) {
			return addressed{list: other, basis: "implied"}
		}
	}
	return addressed{list: naming.Without(act.Parties(), speakers), basis: "implied"}
}

// sameState reports whether all speak for the state.
func sameState(list []*naming.Entity, state string) bool {
	for _, e := range list {
		if e.State != state {
			return false
		}
	}
	return true
}

// pastVerb reports a verb in the past at token k, or its participle.
func pastVerb(s *scene.Scene, k int) bool {
	tag := s.Doc.Tokens[k].Tag
	return tag == "VBD" || tag == "VBN"
}

// objectBefore is the person whom the first verb after the source names as its object, before the "and" at token and:
// "summoned | the Norwegian ambassador | and warned him", "accused | the Prime Minister | of haste and urged him". nil
// for none.
func (r *phrases) objectBefore(c *scene.Quote, and int, speakers []*naming.Entity) []*naming.Entity {
	s := r.Body
	verb := max(c.SourceHi, c.Lo)
	for verb < and && (words.HaveForm[s.Lower[verb]] || !pastVerb(s, verb)) {
		verb++
	}
	if verb >= and {
		return nil
	}
	hi := and
	for k := verb + 1; k < and && words.AccusingVerb[s.Lower[verb]]; k++ {
		if s.Lower[k] == "of" {
			hi = k
			break
		}
	}
	end := s.PhraseEnd(verb+1, hi)
	if end <= verb+1 {
		return nil
	}
	list := naming.Without(acts.SpokenTo(r.Referents(verb+1, end, nil)), speakers)
	if len(list) != 1 || !list[0].Person() {
		return nil
	}
	return list
}

// titled finds the one whom the words call by his office or form of address and his name, set off by marks at the end
// of a sentence, or at their beginning where they go on to speak to "you": "“Think again, President Moss,”", "“Mr.
// Moss, you are late”".
func (r *appealReader) titled(lo, hi int, speakers []*naming.Entity) addressed {
	s := r.Body
	you := slices.ContainsFunc(s.Lower[lo:hi], func(w string) bool { return words.ToYou[w] })
	for k := lo + 1; k < hi; k++ {
		first := k == lo+1 && isMark(s.At(lo))
		if first && !you || !first && s.Lower[k-1] != "," {
			continue
		}
		end := titleAndName(s, k, hi)
		if end == k || !isMark(s.At(end)) && !closes(s, end, hi) && !(first && s.At(end) == ",") {
			continue
		}
		if e := r.PersonAt(end - 1); e != nil && !naming.Includes(speakers, e) {
			return addressed{list: []*naming.Entity{e}, basis: "named", at: s.Span(k, end), within: true}
		}
	}
	return addressed{}
}

// closes reports whether nothing but a comma is left of the words from token k on.
func closes(s *scene.Scene, k, hi int) bool {
	return k >= hi || s.At(k) == "," && (k+1 >= hi || isMark(s.At(k+1)))
}

// isMark reports a mark that opens or ends words or a sentence.
func isMark(w string) bool { return strings.ContainsAny(w, "“”\".!?") }

// answersPress reports whether the turn answers a question of the press: the paragraph before it begins with "Q", or
// one beside it tells that the press calls out.
func answersPress(s *scene.Scene, c *scene.Quote) bool {
	if c.SourceHi <= c.SourceLo {
		return false
	}
	p := s.ParagraphAt(s.Doc.Tokens[c.SourceLo].Start)
	return pressAsks(s, s.Doc.Tokens[c.SourceLo].Start, 1) || c.Spans.Form == quotes.Unmarked &&
		(pressCallsOut(s, p-1) || pressCallsOut(s, p+1))
}

// pressCallsOut reports a paragraph in parentheses that names the press: "(Cross-talk by reporters.)".
func pressCallsOut(s *scene.Scene, p int) bool {
	if p < 0 || p >= len(s.Doc.Paragraphs) {
		return false
	}
	lo, hi := s.Range(s.Doc.Paragraphs[p].Span)
	return s.At(lo) == "(" && slices.ContainsFunc(s.Lower[lo:hi], func(w string) bool { return words.PressPeople[w] })
}

// pressAsks reports a paragraph that begins with "Q": so many before the one of byte pos.
func pressAsks(s *scene.Scene, pos, before int) bool {
	if len(s.Doc.Paragraphs) == 0 {
		return false
	}
	p := s.ParagraphAt(pos) - before
	if p < 0 {
		return false
	}
	first, _ := s.Range(s.Doc.Paragraphs[p].Span)
	return s.At(first) == "q"
}

// inAccord reports whether the sentence of the quote opens with the accord in which the words stand: "Under the 2015
// accord, Peru promised", "In that deal, struck after a week of talks, Lima promised".
func (r *channelFinder) inAccord(c *scene.Quote) bool {
	s := r.Body
	first := s.AfterDateline(c.Lo)
	if c.Nested || c.CueHi <= c.CueLo || !words.WithinText[s.At(first)] || r.reportedAt(c, first) {
		return false
	}
	hi := min(c.SourceLo, c.CueLo)
	lo := s.SkipDeterminer(first+1, hi)
	for lo < hi && s.InTime(lo) {
		lo++ // "the | 2015 | accord"
	}
	for k := lo; k < s.PhraseEnd(lo, hi); k++ {
		ends := !s.NounTag(k+1) || s.Capital(k+1)
		if words.AccordNoun[s.Lower[k]] && ends {
			return true
		}
		if s.NounTag(k) && !s.NounTag(k+1) { // "in a row | over a deal"
			return false
		}
	}
	return false
}

// ruling reports whether the words are those by which a court decided: "the tribunal ruled that".
func (r *channelFinder) ruling(c *scene.Quote) bool {
	s := r.Body
	if c.Nested || !c.CueHas(s, words.RulingVerb) {
		return false
	}
	for k := c.SourceLo; k < c.SourceHi; k++ {
		if words.EventCourt[s.Lower[k]] {
			return true
		}
	}
	return false
}
