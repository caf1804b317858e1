package acts

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// titles reads the two sides of the call or meeting that the title of a page names. They know nothing of its sentences.
type titles struct {
	*Account
	Parties *Parties
}

// OpenPage opens the act of a page whose title names the parties of one call or meeting: persons, and for a readout
// also groups, as in "Readout of the President's call with energy leaders".
func (r *Reader) OpenPage() {
	if f := r.LastAct(); r.page.genre == news && r.OwnSite && f != nil && f.Mutual && len(f.From) > 0 && len(f.To) > 0 {
		r.encounter = f // "Telephone conversation with X"
	}
	if r.page.genre == news || r.page.channel == record.UnknownChannel {
		return
	}
	ours, theirs := r.titles.persons(r.page.about), []*naming.Entity(nil)
	if r.page.genre == remarks {
		if pair := r.titles.remarking(); len(pair) > 1 {
			ours = pair
		}
	}
	if len(ours) > 1 {
		ours, theirs = ours[:1], ours[1:]
	} else if r.page.genre == readout {
		ours, theirs = r.titles.sides()
	}
	if len(ours) == 0 || len(theirs) == 0 {
		return
	}
	f := &discourse.Act{Channel: r.page.channel, Noun: string(r.page.channel), Mutual: true, From: ours, To: theirs}
	f.Pos, f.Sentence, f.TitleOnly = -1, -1, true
	r.encounter = r.Add(f)
}

// persons are the persons of the gazetteer whom the title names from token from on, in its order.
func (r *titles) persons(from int) []*naming.Entity {
	var list []*naming.Entity
	for i := range r.Title.Mentions {
		m := &r.Title.Mentions[i]
		if lo, hi := r.Title.Range(m.Span); m.Actor.Kind == actors.Person && m.Actor.ID != "" && lo >= from {
			list = append(list, r.EntityOf(r.Title, m, lo, hi))
		}
	}
	return naming.Distinct(list)
}

// remarking are the persons whose remarks the title announces, known or not: "Remarks by | President X and Prime
// Minister Y of Z | before their meeting". nil where one of them is none.
func (r *titles) remarking() []*naming.Entity {
	s := r.Title
	by := slices.Index(s.Lower, "by")
	if by < 0 {
		return nil
	}
	end := by + 1
	for end < len(s.Lower) && !words.AtEncounter[s.Lower[end]] {
		end++
	}
	list := r.Names.Read(s, by+1, s.PhraseEnd(by+1, end))
	if len(people(list)) < len(list) {
		return nil
	}
	return list
}

// sides reads both sides of a call or meeting off the title: the owner of the noun, and whom its "with" names. The
// participants of a meeting of leaders are those of its organisation.
func (r *titles) sides() (ours, theirs []*naming.Entity) {
	s := r.Title
	at := -1
	for k := r.page.about; k < len(s.Lower) && at < 0; k++ {
		if w := strings.TrimRight(s.Lower[k], "_,.:"); words.Call[w] || words.Encounter[w] {
			at = k
		}
	}
	if at < 0 {
		return nil, nil
	}
	if pair := r.TitlePair(); len(pair) == 2 {
		return pair[:1], pair[1:]
	}
	if ours = r.persons(r.page.about); len(ours) == 0 {
		ours = r.Names.Read(s, sideStart(s, at), ownerEnd(s, at))
	}
	if len(ours) == 0 {
		ours = r.Parties.owner()
	}
	for k := at + 1; k < len(s.Lower); k++ {
		if s.Lower[k] == "with" {
			theirs = r.party(s, k+1, s.PhraseEnd(k+1, len(s.Lower)))
			break
		}
	}
	if len(theirs) == 0 {
		theirs = r.leadersAt(s, at)
	}
	return ours, naming.Without(theirs, ours)
}

// party reads whom the title's meeting was with: people where a noun for many ends the phrase, although it stands
// with a capital.
func (r *titles) party(s *scene.Scene, lo, hi int) []*naming.Entity {
	if hi > lo && scene.Many(s.Lower[hi-1]) && s.Offices.Head(lo, hi) < 0 && len(s.MentionsIn(lo, hi)) == 0 {
		return []*naming.Entity{r.Keep(naming.Group(scene.Clean(s.Words(s.SkipDeterminer(lo, hi), hi)), ""))}
	}
	return r.Parties.party(s, r.Names.Read(s, lo, hi))
}

// leadersAt are the participants of a meeting of leaders that is called after its organisation: "the APEC leaders' |
// meeting", "participation in the ASEAN | summit".
func (r *titles) leadersAt(s *scene.Scene, at int) []*naming.Entity {
	if takesPart(s, at) {
		for _, k := range []int{at, at - 1} {
			if m := s.MentionAt(k); m != nil && m.Actor.Kind == actors.Organisation {
				return r.leadersOf(s, m)
			}
		}
	}
	for k := at - 1; k > 0 && k > at-4; k-- {
		if s.Lower[k] != "leaders" {
			continue
		}
		for j := k - 1; j >= 0 && j > k-3; j-- {
			if m := s.MentionAt(j); m != nil && m.Actor.Kind == actors.Organisation {
				return r.leadersOf(s, m)
			}
		}
	}
	return nil
}

// leadersOf are the leaders of an organisation, as one group.
func (r *titles) leadersOf(s *scene.Scene, m *scene.Mention) []*naming.Entity {
	return []*naming.Entity{r.Keep(naming.Group(m.Of(s.Text)+" leaders", m.Actor.State))}
}

// takesPart reports whether the title tells before token at that somebody took part in something.
func takesPart(s *scene.Scene, at int) bool {
	return slices.ContainsFunc(s.Lower[:at], func(w string) bool { return words.EventTakingPart[w] })
}

// sideStart is the first token of the phrase before the noun for a call or meeting at token at: after "readout of".
func sideStart(s *scene.Scene, at int) int {
	lo := at
	for lo > 0 && s.Lower[lo-1] != "of" && s.Lower[lo-1] != ":" && !words.Readout[s.Lower[lo-1]] {
		lo--
	}
	return s.SkipDeterminer(lo, at)
}

// ownerEnd is the end of the phrase that owns the noun at token at: before its "'s".
func ownerEnd(s *scene.Scene, at int) int {
	for k := at - 1; k >= 0; k-- {
		if s.Lower[k] == "'s" || s.Lower[k] == "'" {
			return k
		}
	}
	return at
}

// convenedAt reads the lede of a readout: "hosted a call with energy leaders", "convened 40 students", "was
// joined by President X".
func convenedAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	if r.page.genre != readout || s.IsTitle || s.SentenceAt(s.Doc.Tokens[i].Start) > 0 ||
		i > lo && s.Lower[i-1] == "to" {
		return nil
	}
	from := r.Parties.persons(s, r.Parties.subjectOf(s, i))
	f := &discourse.Act{Channel: r.page.channel, Mutual: true, Noun: "meeting", From: from}
	if f.Channel == record.UnknownChannel {
		f.Channel = record.Meeting
	}
	if s.Lower[i] == "joined" {
		if s.At(i+1) != "by" {
			return nil
		}
		i++
	}
	end := s.PhraseEnd(i+1, hi)
	f.To = r.Parties.party(s, r.Names.Read(s, uncounted(s, i+1, end), end))
	if g := r.group(s, i+1, end); g != nil {
		f.To = []*naming.Entity{g}
	}
	for k := i + 1; k < end+1 && k < hi; k++ {
		if words.Call[s.Lower[k]] || words.Encounter[s.Lower[k]] {
			f.To = r.Parties.party(s, r.Parties.afterWithin(s, k, hi, 4, "with"))
		}
	}
	if f.To = naming.Without(f.To, f.From); len(f.From) == 0 || len(f.To) == 0 {
		return nil
	}
	return f
}

// uncounted returns the first token of the phrase that tells no number: "more than 20 | state legislators".
func uncounted(s *scene.Scene, lo, hi int) int {
	for k := lo; k < hi && k < lo+5; k++ {
		if s.Doc.Tokens[k].Tag == "CD" && !s.Capital(k) {
			return k + 1
		}
	}
	return lo
}

// HeldBefore returns the token of the "after" or "who had" after which the call or meeting at token at stands where
// the sentence tells before it what was said once it was over: "X said on Friday | after talks with Y". -1 for none,
// and for a phrase that opens the sentence.
func HeldBefore(s *scene.Scene, lo, at int) int {
	for k := min(at, len(s.Lower)) - 1; k > lo+1 && k > at-heldReach; k-- {
		switch {
		case s.Lower[k] == ",":
			return -1
		case words.AfterEvent[s.Lower[k]] && (s.NounTag(k+1) || s.Doc.Tokens[k+1].Tag == "VBG"),
			s.Lower[k] == "who" && s.At(k+1) == "had":
			return k
		}
	}
	return -1
}

// Over reports whether the call or meeting at token at was over when words were said at token anchor: "said | after
// talks", "After talks, X | told Y".
func Over(s *scene.Scene, lo, at, anchor int) bool {
	first := s.AfterDateline(lo)
	opens := at < anchor && words.AfterEvent[s.At(first)] && commas(s, first, at) == 0
	return opens || anchor < HeldBefore(s, lo, at)
}

// heldReach is the number of tokens before the word for a meeting among which "after" stands: "after | an hour of
// talks".
const heldReach = 7
