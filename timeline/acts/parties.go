package acts

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/scene"
)

// SpokenTo keeps those to whom one can speak: persons, states, known bodies and people; a carrier of news is none.
func SpokenTo(list []*discourse.Entity) []*discourse.Entity {
	var out []*discourse.Entity
	for _, e := range list {
		switch {
		case e.Kind == actors.Medium:
		case e.Person(), e.Kind == actors.State, !strings.HasPrefix(e.ID, "x"), strings.HasPrefix(e.Name, "People of "):
			out = append(out, e)
		default:
			f := strings.Fields(strings.ToLower(e.Name))
			for _, w := range f {
				if words.PressPeople[w] {
					f = nil
					break
				}
			}
			for _, w := range f {
				if words.People[w] || words.Body[w] || words.Organ[w] || words.Government[w] {
					out = append(out, e)
					break
				}
			}
		}
	}
	return out
}

// after returns the phrase that follows the first of the prepositions after token i, within the next tokens of the clause.
func (r *Reader) after(s *scene.Scene, i, hi int, preps ...string) []*discourse.Entity {
	return r.afterWithin(s, i, hi, 14, preps...)
}

// afterWithin is after with a preposition that starts within so many tokens.
func (r *Reader) afterWithin(s *scene.Scene, i, hi, reach int, preps ...string) []*discourse.Entity {
	for k := i + 1; k < hi && k < i+reach; k++ {
		w := s.Lower[k]
		if w == "." || w == ";" || w == ":" || s.FiniteVerb(k) && !s.InTime(k) {
			return nil
		}
		for _, p := range preps {
			if w == p && !s.InTime(k+1) {
				e := s.PhraseEnd(k+1, hi)
				if e > k+1 {
					if s.HasPhrase(e, words.LedByPhrase) {
						if lead := r.Named(s, e+2, s.PhraseEnd(e+2, hi)); len(lead) > 0 && lead[0].Person() {
							return lead[:1]
						}
					}
					if e == k+2 && !s.IsTitle && words.ObjectPerson[s.Lower[k+1]] {
						return r.Referents(k+1, e, r.LastAct())
					}
					return r.Named(s, k+1, e)
				}
			}
		}
	}
	return nil
}

// subjectOf returns whom the subject of the verb or noun at token i names.
func (r *Reader) subjectOf(s *scene.Scene, i int) []*discourse.Entity {
	lo, hi, ok := s.Subject(i)
	if !ok || scene.Covers(r.covered, s.Doc.Tokens[lo].Span) {
		return nil
	}
	if s.IsTitle {
		return r.persons(s, r.Named(s, lo, hi))
	}
	return r.Referents(lo, hi, r.LastAct())
}

// persons keeps those who can act: of a title that starts with another noun nothing is left.
func (r *Reader) persons(s *scene.Scene, list []*discourse.Entity) []*discourse.Entity {
	title := s.IsTitle
	var out []*discourse.Entity
	for _, e := range list {
		known := !strings.HasPrefix(e.ID, "x")
		if known || e.Person() && (!title || len(e.Heads) > 0 || strings.Contains(r.Body.Text, e.Name)) || !title && delegation(e) {
			out = append(out, e)
		}
	}
	return out
}

// delegation reports whether the entity is a group that can be met: a delegation, a party, a visiting group.
func delegation(e *discourse.Entity) bool {
	for w := range words.MetGroup {
		if discourse.NameHas(e, w) {
			return true
		}
	}
	return false
}

// between reads the phrase between a verb and a noun: "sent Putin a message".
func (r *Reader) between(s *scene.Scene, lo, hi int) []*discourse.Entity {
	if hi-lo < 2 || words.Determiner[s.Lower[lo]] || s.InTime(lo) {
		return nil
	}
	e := s.PhraseEnd(lo, hi)
	for k := lo + 1; k < e; k++ {
		if words.PartyDeterminer[s.Lower[k]] {
			return r.Named(s, lo, k)
		}
	}
	return nil
}

// owner is the head of state on whose own pages the article stands: the person in office that the text names, else none.
func (r *Reader) owner() []*discourse.Entity {
	if r.Home == "" {
		return nil
	}
	for _, class := range []string{"president", "supreme leader", "leader", "prime minister"} {
		if e, ok := r.Gazetteer.Holder(r.Home, class, r.Day); ok {
			if x := r.ByID[e.ID]; x != nil {
				return []*discourse.Entity{x}
			}
			if r.OwnSite {
				return []*discourse.Entity{r.EntityOf(r.Title, &scene.Mention{Actor: e.Actor, Gender: e.Gender, Surname: e.Surname, Office: class, Holder: true}, 0, 0)}
			}
		}
	}
	return nil
}
