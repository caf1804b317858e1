package acts

import (
	"strings"
	"unicode"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// Parties reads who takes part in an act off the phrases around its word: its subject, its object, whom a preposition
// names. It does not know which word opens which act.
type Parties struct{ *Account }

// properlyNamed reports whether more than the first word of a name is capitalised.
func properlyNamed(name string) bool {
	_, rest, _ := strings.Cut(name, " ")
	return strings.IndexFunc(rest, unicode.IsUpper) >= 0
}

// distinctGroup reports many who are called by what sets them apart: "countries of the region", "Gulf states", but not
// "all states" or "members".
func distinctGroup(e *naming.Entity) bool {
	f := strings.Fields(strings.ToLower(e.Name))
	if len(f) < 2 || words.GroupDeterminer[f[0]] || unicode.IsDigit(rune(f[0][0])) || !e.Plural && e.State != "" {
		return false
	}
	return words.AddressedGroup[f[len(f)-1]] || words.AddressedGroup[f[0]] && f[1] == "of"
}

// SpokenTo keeps those to whom one can speak: persons, states, known bodies and people; a carrier of news is none.
func SpokenTo(list []*naming.Entity) []*naming.Entity {
	var out []*naming.Entity
	for _, e := range list {
		switch {
		case e.Kind == actors.Medium:
		case e.Person(), e.Kind == actors.State, !actors.Unlisted(e.ID), strings.HasPrefix(e.Name, "People of "):
			out = append(out, e)
		case distinctGroup(e):
			out = append(out, e)
		case e.State == "" && !properlyNamed(e.Name): // "ministers", "all concerned"
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

// after returns the phrase that follows the first of the prepositions after token i, within the next tokens of the
// clause.
func (r *Parties) after(s *scene.Scene, i, hi int, preps ...string) []*naming.Entity {
	return r.afterWithin(s, i, hi, 14, preps...)
}

// alsoTo returns the further phrases of "to X, to Y and to Z", after token i of the first.
func (r *Parties) alsoTo(s *scene.Scene, i, hi int) []*naming.Entity {
	var out []*naming.Entity
	for k := i; k+1 < hi && !s.FiniteVerb(k); k++ {
		if s.Lower[k] == "to" && (s.At(k-1) == "," || s.At(k-1) == "and") && s.Doc.Tokens[k+1].Tag != "VB" {
			out = append(out, r.after(s, k-1, hi, "to")...)
		}
	}
	return out
}

// afterWithin is after with a preposition that starts within so many tokens.
func (r *Parties) afterWithin(s *scene.Scene, i, hi, reach int, preps ...string) []*naming.Entity {
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
						if lead := r.Names.Read(s, e+2, s.PhraseEnd(e+2, hi)); len(lead) > 0 && lead[0].Person() {
							return lead[:1]
						}
					}
					if e == k+2 && !s.IsTitle && words.ObjectPerson[s.Lower[k+1]] {
						return r.Referents(k+1, e, r.LastAct())
					}
					if x := r.Apposed(s, k+1, e, hi); x != nil {
						return []*naming.Entity{x}
					}
					return r.Names.Read(s, k+1, e)
				}
			}
		}
	}
	return nil
}

// subjectOf returns whom the subject of the verb or noun at token i names. Where the sentence opens with words that are
// reported it is who says them: "The port will open, | X | said after talks with Y".
func (r *Parties) subjectOf(s *scene.Scene, i int) []*naming.Entity {
	if r.relay != nil {
		if lo, hi, ok := s.Clauses.SubjectFrom(r.relay.ContentLo, i); ok {
			return r.Referents(lo, hi, r.LastAct())
		}
		return nil
	}
	lo, hi, ok := s.Clauses.Subject(i)
	if ok && !s.IsTitle && i < len(s.Doc.Tokens) && r.reportedApart(lo, i) {
		if c := r.toldBeside(i); c != nil && c.SourceLo < i {
			return r.Referents(c.SourceLo, c.SourceHi, r.LastAct())
		}
		return nil
	}
	if !ok || scene.Covers(r.covered, s.Doc.Tokens[lo].Span) {
		return nil
	}
	if s.IsTitle {
		return r.persons(s, r.Names.Read(s, lo, hi))
	}
	return r.Referents(lo, hi, r.LastAct())
}

// persons keeps those who can act: of a title that starts with another noun nothing is left.
func (r *Parties) persons(s *scene.Scene, list []*naming.Entity) []*naming.Entity {
	title := s.IsTitle
	var out []*naming.Entity
	for _, e := range list {
		known := !actors.Unlisted(e.ID)
		someone := e.Person() && (!title || len(e.Heads) > 0 || strings.Contains(r.Body.Text, e.Name))
		if known || someone || !title && delegation(e) {
			out = append(out, e)
		}
	}
	return out
}

// delegation reports whether the entity is a group that can be met: a delegation, a party, a visiting group.
func delegation(e *naming.Entity) bool {
	for w := range words.MetGroup {
		if naming.NameHas(e, w) {
			return true
		}
	}
	return false
}

// between reads the phrase between a verb and a noun: "sent Putin a message".
func (r *Parties) between(s *scene.Scene, lo, hi int) []*naming.Entity {
	if hi-lo < 2 || words.Determiner[s.Lower[lo]] || s.InTime(lo) {
		return nil
	}
	e := s.PhraseEnd(lo, hi)
	for k := lo + 1; k < e; k++ {
		if words.PartyDeterminer[s.Lower[k]] {
			return r.Names.Read(s, lo, k)
		}
	}
	return nil
}

// owner is the head of state on whose own pages the article stands: the person in office that the text names, else
// none.
func (r *Parties) owner() []*naming.Entity {
	if r.Home == "" {
		return nil
	}
	for _, class := range []string{"president", "supreme leader", "leader", "prime minister"} {
		if e, ok := r.Gazetteer.Holder(r.Home, class, r.Day); ok {
			if x := r.ByID[e.ID]; x != nil {
				return []*naming.Entity{x}
			}
			if r.OwnSite {
				return []*naming.Entity{
					r.EntityOf(
						r.Title,
						&scene.Mention{
							Actor:   e.Actor,
							Gender:  e.Gender,
							Surname: e.Surname,
							Office:  class,
							Holder:  true,
						},
						0,
						0,
					),
				}
			}
		}
	}
	return nil
}

// OnlyMedium reports whether the only speaker is a carrier of news in its own voice.
func OnlyMedium(speakers []*naming.Entity) bool {
	return len(speakers) == 1 && speakers[0].Kind == actors.Medium
}

// issuers finds who gave the words of a statement, interview or article that a sentence names. They do not know what
// kind of text it is.
type issuers struct {
	*Account
	Parties *Parties
}

// issuerOf returns who gave the words that stand in the text named at token i ("in a statement", "in an interview"):
// the source of the quote that the sentence tells of beside it, else the subject before token at. The subject of the
// words reported is none: in "The raid was wrong, said the ministry in a statement" the raid issued nothing.
func (r *issuers) issuerOf(s *scene.Scene, i, at int) []*naming.Entity {
	if s.IsTitle {
		return r.Parties.subjectOf(s, at)
	}
	if c := r.toldBeside(i); c != nil {
		if list := r.Referents(c.SourceLo, c.SourceHi, r.LastAct()); len(list) > 0 && !OnlyMedium(list) {
			return list
		}
	}
	lo, _, ok := s.Clauses.Subject(at)
	if !ok || r.reportedApart(lo, i) {
		return nil
	}
	return r.Parties.subjectOf(s, at)
}

// toldBeside returns the quote of the sentence being read whose source stands nearest to token i, where neither is
// among words reported and the source is no text itself; nil for none.
func (r *Account) toldBeside(i int) *scene.Quote {
	var best *scene.Quote
	far := 1 << 30
	for _, c := range r.Quotes {
		if c.SourceHi <= c.SourceLo || c.Document != "" || c.Nominal || c.Nested ||
			strings.HasPrefix(r.Body.Doc.Tokens[c.SourceLo].Tag, "VB") ||
			scene.Covers(c.Spans.Content, r.Body.Doc.Tokens[i].Span) {
			continue
		}
		d := i - c.SourceLo
		if d < 0 {
			d = -d
		}
		if d < far {
			best, far = c, d
		}
	}
	return best
}

// reportedApart reports whether token lo is among words reported that do not hold token i.
func (r *Account) reportedApart(lo, i int) bool {
	a, b := r.Body.Doc.Tokens[lo].Span, r.Body.Doc.Tokens[i].Span
	for _, c := range r.Quotes {
		if scene.Covers(c.Spans.Content, a) && !scene.Covers(c.Spans.Content, b) {
			return true
		}
	}
	return false
}

// party keeps those of the list who can take part in a call or meeting: persons, and on a readout's page, where there
// is none, people.
func (r *Parties) party(s *scene.Scene, list []*naming.Entity) []*naming.Entity {
	if known := r.persons(s, list); len(known) > 0 || r.page.genre != readout {
		return known
	}
	return naming.Without(list, r.owner())
}

// Apposed returns the person whose name follows a phrase without one, tokens lo to e-1, after a comma: "his
// counterpart in Oslo, | X". nil for none.
func (r *Parties) Apposed(s *scene.Scene, lo, e, hi int) *naming.Entity {
	if !s.Offices.HasHead(lo, e) {
		return nil
	}
	for _, m := range s.MentionsIn(lo, e) {
		if m.Actor.Kind == actors.Person {
			return nil
		}
	}
	k := e
	for k < hi && k < e+5 && s.Lower[k] != "," && !s.FiniteVerb(k) {
		k++ // "his counterpart | in Oslo"
	}
	if k+1 >= hi || s.Lower[k] != "," || !s.Capital(k+1) {
		return nil
	}
	end := s.PhraseEnd(k+1, hi)
	if list := r.Names.Read(s, k+1, end); len(list) == 1 && list[0].Person() && !s.Offices.HasHead(k+1, end) &&
		s.Names.Person(k+1, end) {
		return list[0]
	}
	return nil
}

// possessor is whom the name before the mark of possession at token i stands for: "Foreign Minister of X 's".
func (r *Parties) possessor(s *scene.Scene, lo, i int) []*naming.Entity {
	a := i
	for a > lo && (s.Capital(a-1) || s.Lower[a-1] == "of") {
		a--
	}
	return r.persons(s, r.Names.Read(s, a, i))
}

// group is the people whom a phrase calls by what they are, with the nouns before the head: "a group of | student
// leaders | from Oslo". nil for a phrase that names somebody, or none.
func (r *Reader) group(s *scene.Scene, lo, hi int) *naming.Entity {
	from := -1
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		switch noun := strings.HasPrefix(s.Doc.Tokens[k].Tag, "NN") && !s.Capital(k); {
		case s.Capital(k) && s.MentionAt(k) == nil, w == ",", words.Preposition[w] && w != "of":
			return nil
		case !noun:
			from = -1
		case scene.Many(w) && !strings.HasSuffix(w, "ments") && s.At(k+1) != "of":
			if from < 0 {
				from = k
			}
			return r.Keep(naming.Group(scene.UpperFirst(scene.Clean(s.Words(from, k+1))), ""))
		case from < 0:
			from = k
		}
	}
	return nil
}

// unnamedMany reports people who are named neither here nor before: "diplomats from Europe", "European ministers", but
// not "the ministers".
func unnamedMany(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		switch m := s.MentionAt(k); {
		case w == "both", words.Determiner[w], words.PartyDeterminer[w], s.Doc.Tokens[k].Tag == "PRP$":
			return false
		case m != nil && m.Actor.Kind == actors.State:
		case s.Capital(k), words.Preposition[w]:
			return false
		case scene.Many(w):
			return true
		}
	}
	return false
}
