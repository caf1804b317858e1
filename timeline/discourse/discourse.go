// Package discourse is for whom the words of an article stand that do not name them. In come an article with its
// entities (package naming); out go those that "he", "the ministry", "the two leaders", "the statement" stand for
// ([Discourse]). For that it keeps whom the text was about, sentence by sentence, and the acts of communication told so
// far, since "the statement" stands for who issued it. It does not know how an act is found, and of quotes only which
// words they hold.
package discourse

import (
	"demarche/data"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// words are the classes of English words that the reading of participants asks for.
var words = data.Classes[struct {
	ActStatement, AddressForm, AfterNoun, AnswerLabel, ArticleNoun, BareJoint, Body, BothOf, Companion,
	Complementing, CounterpartNoun, Crowd, Dash, Decree, Delegation, DescribedPerson, Determiner, Document,
	DoubleOffice, Gatherer, Gathering, GeneralBody, HePronoun, Introducing, IssuingVerb, ItPronoun, JointLead,
	JointOffice, Latter, LeadersText, LeadingOffice, LedBy, LooseCounterpart, LooseOffice, MessageNoun, MinistryBody,
	NameTail, NewOffice, OfFive, OfFour, OfSeven, OfSeveral, OfSix, OfThree, OfTwo, Office, Organ, OwnBody,
	OwnChannel, OwnTitle, OwnWord, PairNoun, PalaceNoun, Paper, ParticipantPreposition, PastHolder,
	PersonParticle, PossessivePerson, PostNoun, Preposition, PressService, ReferentNext, Relative,
	SeatOfHolder, SeniorWord, ShePronoun, SideNoun, SmallNumber, SpeechNoun, Spokesperson, StateNoun, StatementNoun,
	TalkingSide, TheyPronoun, TitleEnd, ToMaster, TopOffice, UnderOffice, Unnamed, WorkOfBody, Workplace data.Set
}]()

// Story is what an article has told up to the sentence that is being read: its entities with those that the text is
// about, and its acts. It does not know which phrases stand for whom.
type Story struct {
	*naming.Entities
	Acts  []*Act  // in the order in which they are told
	Focus []Focus // whom the text was about, in its order
}

// Discourse is who the words of an article stand for where it does not name them, sentence by sentence.
type Discourse struct {
	*Story
	Layout *Layout
	rules  []rule
	bodies *bodies
	Rule   string // that resolved the last phrase, see Referents; "" before the first
}

// New is the discourse of an article before its first sentence is read.
func New(a *article.Article, d *text.Doc, g *actors.Gazetteer) *Discourse {
	s := &Story{Entities: naming.NewEntities(a, d, g)}
	r := &Discourse{Story: s, Layout: &Layout{s}}
	r.rules = rules(s, r.Referents)
	r.bodies = &bodies{s, r.Referents, map[int][]bodyTold{}}
	return r
}

// Focus is a list of entities that a sentence is about, or that have just spoken.
type Focus struct {
	Pos      int // byte of the body; -1 in the title
	Entities []*naming.Entity
	Speaking bool
	Act      *Act // what they speak in; nil for none
	Until    int  // byte where their own words end, in which "he" is somebody else; 0 where they are told by others
}

// speakingAt returns whose own words stand at byte pos; nil for those of the article.
func (r *Story) speakingAt(pos int) []*naming.Entity {
	for i := len(r.Focus) - 1; i >= 0; i-- {
		if f := &r.Focus[i]; f.Pos < pos && pos < f.Until {
			return f.Entities
		}
	}
	return nil
}

// askedAt returns who spoke the last turn of a transcript before byte pos, which is among none's: what stands there
// is said to them. nil for other texts.
func (r *Story) askedAt(pos int) []*naming.Entity {
	for i := len(r.Focus) - 1; i >= 0; i-- {
		if f := &r.Focus[i]; f.Until > 0 && f.Until <= pos {
			return f.Entities
		}
	}
	return nil
}

// Act is an act of communication that the article tells of: a message, call, meeting, statement, rally, article. A
// quote belongs to one: it knows who speaks to whom, how, when and where.
type Act struct {
	Channel    record.Channel
	Noun       string // the word for it: "letter", "statement", "rally"
	From, To   []*naming.Entity
	Mutual     bool         // a call or meeting: each party speaks to the other
	Pos        int          // byte of the body where it is told; -1 in the title
	Span       text.Span    // of the word for it
	Sentence   int          // of the body; -1 in the title
	Said       *record.Said // nil when the text does not tell
	Occasion   *record.Occasion
	Place      string        // "" when unknown
	Medium     *actors.Actor // cited where the act is told: through it the article knows of it
	TitleOnly  bool          // told by the title alone so far
	Background bool          // told as lying before the rest of the story
	Held       bool          // a gathering or press conference that "was held": others may speak there too
}

// Parties returns all who take part.
func (f *Act) Parties() []*naming.Entity {
	return naming.Distinct(append(append([]*naming.Entity{}, f.From...), f.To...))
}

// issuers are those whose text comes out of the act: of a call or meeting both parties, never one of them.
func (f *Act) issuers() []*naming.Entity {
	if f.Mutual {
		return f.Parties()
	}
	return f.From
}

// speaksForItself reports whether "it" may stand for the issuer of the act's text.
func (f *Act) speaksForItself() bool {
	switch f.Channel {
	case record.StatementText,
		record.JointStatement,
		record.Letter,
		record.Message,
		record.ArticleText,
		record.Document,
		record.Post,
		record.PressConference:
		return true
	}
	return false
}

// ToldIn reports whether the act is told in that sentence of the body; no act is told nowhere.
func (f *Act) ToldIn(sentence int) bool { return f != nil && f.Sentence == sentence }

// called reports whether the noun may speak of the act: "the telegram" of a message, "the commentary" of an article.
func (f *Act) called(noun string) bool {
	if f.Noun == noun || f.Noun+"s" == noun || f.Noun == noun+"s" {
		return true
	}
	switch {
	case words.MessageNoun[noun]:
		return f.Channel == record.Message || f.Channel == record.Letter
	case words.ActStatement[noun]:
		return f.Channel == record.StatementText || f.Channel == record.JointStatement
	case words.ArticleNoun[noun]:
		return f.Channel == record.ArticleText
	case words.SpeechNoun[noun]:
		return f.Channel == record.Speech
	case noun == "interview":
		return f.Channel == record.Interview
	case words.PostNoun[noun]:
		return f.Channel == record.Post
	case noun == "document":
		return f.Channel == record.Document || f.Channel == record.StatementText || f.Channel == record.JointStatement
	case words.Decree[noun]:
		return f.Channel == record.Document
	}
	return false
}

// Involves reports whether the speakers take part in the act. A joint statement of two leaders is one of their
// states.
func (f *Act) Involves(speakers []*naming.Entity) bool {
	p := f.Parties()
	for _, e := range speakers {
		if !naming.Includes(p, e) && (f.Channel != record.JointStatement || e.Kind != actors.State || !voiced(p, e.State)) {
			return false
		}
	}
	return len(speakers) > 0
}

// voiced reports whether one of the list speaks for the state.
func voiced(list []*naming.Entity, state string) bool {
	for _, e := range list {
		if e.State == state {
			return true
		}
	}
	return false
}

// Reach is the number of acts and mentions before a place that are looked at, so that long texts cost no more than
// their length.
const Reach = 200

// Open reports whether anybody may speak at the event: a rally, a ceremony, a press conference.
func (f *Act) Open() bool {
	switch f.Channel {
	case record.StatementText, record.ArticleText, record.PressConference:
		return f.Held
	case record.Speech:
		return f.Held && words.Gathering[f.Noun]
	}
	return false
}

// LastAct is the act that was told last, nil for none.
func (r *Story) LastAct() *Act {
	if len(r.Acts) == 0 {
		return nil
	}
	return r.Acts[len(r.Acts)-1]
}

// spokeBefore returns who spoke last before a byte of the text.
func (r *Story) spokeBefore(pos int) []*naming.Entity {
	for i := len(r.Focus) - 1; i >= 0; i-- {
		if f := &r.Focus[i]; f.Speaking && f.Pos < pos {
			return f.Entities
		}
	}
	return nil
}

// lastAlone is who alone was spoken of last before byte pos, nil for nobody.
func (r *Story) lastAlone(pos int) []*naming.Entity {
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 {
			return f.Entities
		}
	}
	return nil
}

// bodySpokenOf returns the body called by the noun of which the text spoke last before byte pos, nil for none.
func (r *Story) bodySpokenOf(noun string, pos int) *naming.Entity {
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos < pos && len(f.Entities) == 1 && !f.Entities[0].Person() &&
			(f.Entities[0].Has(noun) || naming.NameHas(f.Entities[0], noun)) {
			return f.Entities[0]
		}
	}
	return nil
}

// ActCalled returns the last act before pos of which the noun speaks, else the first one after it, nil for none.
func (r *Story) ActCalled(noun string, pos int) *Act {
	var found *Act
	for i := len(r.Acts) - 1; i >= max(0, len(r.Acts)-Reach) && found == nil; i-- {
		if f := r.Acts[i]; f.Pos <= pos && f.called(noun) {
			found = f
		}
	}
	if found != nil {
		return found
	}
	for i := len(r.Acts) - 1; i >= max(0, len(r.Acts)-Reach); i-- {
		if f := r.Acts[i]; f.Pos <= pos && len(f.From) > 0 {
			return f
		}
	}
	return nil
}

// BothParties returns both parties of the call or meeting that the passage is about, or else the last two that were
// named together.
func (r *Story) BothParties(pos int, act *Act) []*naming.Entity {
	if act != nil && len(act.Parties()) >= 2 {
		return act.Parties()
	}
	if pair := r.lastPair(pos); pair != nil {
		return pair
	}
	if f := r.talk(pos); f != nil {
		return f.Parties()
	}
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := r.Focus[i]; f.Pos <= pos && len(f.Entities) >= 2 {
			return f.Entities
		}
	}
	if list := r.namedTogether(pos, 2); len(list) == 2 && list[0].State != list[1].State {
		return list
	}
	return nil
}

// talk is the last call or meeting of two parties told before byte pos, nil for none.
func (r *Story) talk(pos int) *Act {
	for i := len(r.Acts) - 1; i >= 0; i-- {
		if f := r.Acts[i]; f.Pos <= pos && f.Mutual && len(f.Parties()) >= 2 {
			return f
		}
	}
	return nil
}

// lastVoices are the persons who spoke before byte pos, the last one first, each once; at most n, and none told more
// than farVoice bytes before the next.
func (r *Story) lastVoices(pos, n int) []*naming.Entity {
	var out []*naming.Entity
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach) && len(out) < n; i-- {
		f := &r.Focus[i]
		if !f.Speaking || f.Pos >= pos {
			continue
		}
		if len(f.Entities) != 1 || !f.Entities[0].Person() || pos-f.Pos > farVoice*(len(out)+1) {
			break
		}
		if !naming.Includes(out, f.Entities[0]) {
			out = append(out, f.Entities[0])
		}
	}
	return out
}

// farVoice is the number of bytes, about three sentences, over which the turns of an exchange follow each other.
const farVoice = 600

// lastPair are the last two who spoke before byte pos, nil where fewer did, both speak for one state, or one of them
// alone for any.
func (r *Story) lastPair(pos int) []*naming.Entity {
	list := r.lastVoices(pos, 2)
	if len(list) < 2 {
		return nil
	}
	a, b := list[0].State, list[1].State
	if (a == "") != (b == "") || a == b && a != "" {
		return nil
	}
	return []*naming.Entity{list[1], list[0]}
}

// focusedLast is who fits of those of whom alone the text spoke before byte pos, the last one; nil for nobody.
func (r *Story) focusedLast(pos int, fits func(*naming.Entity) bool) *naming.Entity {
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && fits(f.Entities[0]) {
			return f.Entities[0]
		}
	}
	return nil
}

// LastTold is who fits of those whom the text told of before byte pos: who has just spoken, else who was named last
// outside of the words of others. nil for nobody.
func (r *Story) LastTold(pos int, fits func(*naming.Entity) bool) *naming.Entity {
	last, at := r.focusedLast(pos, fits), -1
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; last != nil && f.Pos < pos && len(f.Entities) == 1 && f.Entities[0] == last {
			if at = f.Pos; f.Speaking {
				at = r.Body.Doc.Sentences[r.Body.SentenceAt(f.Pos)].End
			}
			break
		}
	}
	for _, e := range r.Persons {
		for _, p := range e.Places {
			if p < pos && p > at && fits(e) && !scene.Covers(r.Contents, naming.TextAt(p)) {
				last, at = e, p
			}
		}
	}
	return last
}

// namedTogether are the n people whom the text named last before byte pos in one list: "Lind, President Weber and Mr
// Sen". nil where none of the lists in reach has so many.
func (r *Story) namedTogether(pos, n int) []*naming.Entity {
	s := r.Body
	var run []*naming.Entity
	joined, reach := false, r.TokenAt(pos)
	for k := reach - 1; k >= max(0, reach-2*Reach); k-- {
		e := r.PersonAt(k)
		switch {
		case e != nil && len(run) > 0 && run[0] == e && !joined:
		case e != nil && (joined || len(run) == 0):
			run, joined = append([]*naming.Entity{e}, run...), false
		case e == nil && (s.Lower[k] == "," || s.Lower[k] == "and"):
			joined = len(run) > 0
		case e == nil && len(run) > 0 && r.BeforeListed(k):
		default:
			if len(run) == n {
				return run
			}
			run, joined = nil, false
			if e != nil {
				run = []*naming.Entity{e}
			}
		}
	}
	if len(run) == n {
		return run
	}
	return nil
}
