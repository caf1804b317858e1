package timeline

import (
	"strings"
	"sync"

	"demarche/quotes/text"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// sentenceFrames finds the frames that the tokens lo to hi-1 of a scene, one sentence, tell of. Words that are reported
// (covered) open none: "stressing the results of his meeting with X" is no meeting of the article.
func (r *actReader) sentenceFrames(s *scene.Scene, lo, hi int, covered []text.Span) {
	words := triggers()
	r.covered = covered
	for i := lo; i < hi; i++ {
		w := s.Lower[i]
		open := words[w]
		if open == nil || len(covered) > 0 && scene.WithinAny(covered, s.Doc.Tokens[i].Span) {
			continue
		}
		f := open(r, s, lo, i, hi)
		if f == nil {
			continue
		}
		if f.Noun == "" {
			f.Noun = w
		}
		f.Span = s.Doc.Tokens[i].Span
		f.Pos, f.Sentence = s.Doc.Tokens[i].Start, s.SentenceAt(s.Doc.Tokens[i].Start)
		if s.IsTitle {
			f.Pos, f.Sentence, f.TitleOnly = -1, -1, true
		}
		if f.Said == nil {
			f.Said = r.dateNear(s, lo, hi, i, covered)
		}
		if g := r.gathering(); f.Said == nil && g != nil && f.Channel != record.Message && f.Channel != record.Letter && f.Channel != record.Call {
			f.Said = g.Said
		}
		if o := r.occasionIn(s, lo, hi, covered); o != nil {
			f.Occasion = o
		}
		if !s.IsTitle {
			f.Medium = r.carrierIn(lo, hi, covered, f.From)
		}
		if f.Place == "" {
			f.Place = placeIn(s, lo, hi, covered)
		}
		r.add(f)
	}
}

// trigger reads the frame that token i of the sentence lo to hi-1 may open; nil when it opens none.
type trigger func(r *actReader, s *scene.Scene, lo, i, hi int) *discourse.Act

// triggers are the words that may open a frame, each with what reads it.
var triggers = sync.OnceValue(triggerWords)

// gathering is the last rally, ceremony or press conference that the article told of, nil for none.
func (r *actReader) gathering() *discourse.Act {
	for i := len(r.Acts) - 1; i >= 0; i-- {
		if r.Acts[i].Open() {
			return r.Acts[i]
		}
	}
	return nil
}

// triggerWords pairs the readers with their words; see triggers.
func triggerWords() map[string]trigger {
	m := map[string]trigger{}
	for words, open := range map[string]trigger{
		"message messages letter letters telegram telegrams cable congratulations condolences greetings replies": (*actReader).messageAt,
		"congratulated congratulates wished wishes":                                                              (*actReader).wishAt,
		"telephone phone telephoned phoned call":                                                                 (*actReader).callAt,
		"credentials":                                                                                            (*actReader).credentialsAt,
		"met meets meet meeting received receives talks talk conversation conversed negotiations":                (*actReader).meetingAt,
		"statement statements declaration communique communiqué memorandum appeal announcement release disclosure proclamation":                                                                      (*actReader).statementAt,
		"speech speeches address lecture report rally ceremony seminar reception gathering symposium conference protest demonstration forum event session events meetings lectures seminars rallies": (*actReader).speechAt,
		"addressed addressing": (*actReader).addressAt,
		"briefing reporters journalists newsmen correspondents media press": (*actReader).pressAt,
		"interview answer answers": (*actReader).interviewAt,
		"article articles commentary editorial op-ed column write-up write-ups bulletin bulletins": (*actReader).articleAt,
		"tweet tweeted tweets twitter posted facebook telegram's weibo social":                     (*actReader).postAt,
		"decision resolution decree": (*actReader).documentAt,
	} {
		for _, w := range strings.Fields(words) {
			m[w] = open
		}
	}
	return m
}

// after returns the phrase that follows the first of the prepositions after token i, within the next tokens of the clause.
func (r *actReader) after(s *scene.Scene, i, hi int, preps ...string) []*discourse.Entity {
	return r.afterWithin(s, i, hi, 14, preps...)
}

// afterWithin is after with a preposition that starts within so many tokens.
func (r *actReader) afterWithin(s *scene.Scene, i, hi, reach int, preps ...string) []*discourse.Entity {
	for k := i + 1; k < hi && k < i+reach; k++ {
		w := s.Lower[k]
		if w == "." || w == ";" || w == ":" || s.FiniteVerb(k) && !s.InTime(k) {
			return nil
		}
		for _, p := range preps {
			if w == p && !s.InTime(k+1) {
				e := s.PhraseEnd(k+1, hi)
				if e > k+1 {
					if s.HasWords(e, "headed", "by") || s.HasWords(e, "led", "by") {
						if lead := r.Named(s, e+2, s.PhraseEnd(e+2, hi)); len(lead) > 0 && lead[0].Person() {
							return lead[:1]
						}
					}
					if e == k+2 && !s.IsTitle && (s.Lower[k+1] == "him" || s.Lower[k+1] == "her" || s.Lower[k+1] == "them") {
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
func (r *actReader) subjectOf(s *scene.Scene, i int) []*discourse.Entity {
	lo, hi, ok := s.Subject(i)
	if !ok || scene.WithinAny(r.covered, s.Doc.Tokens[lo].Span) {
		return nil
	}
	if s.IsTitle {
		return r.persons(s, r.Named(s, lo, hi))
	}
	return r.Referents(lo, hi, r.LastAct())
}

// persons keeps those who can act: of a title that starts with another noun nothing is left.
func (r *actReader) persons(s *scene.Scene, list []*discourse.Entity) []*discourse.Entity {
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
	for _, w := range []string{"delegation", "group", "party", "envoy", "mission", "leadership"} {
		if discourse.NameHas(e, w) {
			return true
		}
	}
	return false
}
