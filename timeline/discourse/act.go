package discourse

import (
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// Act is an act of communication that the article tells of: a message, call, meeting, statement, rally, article. A quote
// belongs to one: it knows who speaks to whom, how, when and where.
type Act struct {
	Channel    record.Channel
	Noun       string // the word for it: "letter", "statement", "rally"
	From, To   []*Entity
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
func (f *Act) Parties() []*Entity { return Distinct(append(append([]*Entity{}, f.From...), f.To...)) }

// issuers are those whose text comes out of the act: of a call or meeting both parties, never one of them.
func (f *Act) issuers() []*Entity {
	if f.Mutual {
		return f.Parties()
	}
	return f.From
}

// speaksForItself reports whether "it" may stand for the issuer of the act's text.
func (f *Act) speaksForItself() bool {
	switch f.Channel {
	case record.StatementText, record.JointStatement, record.Letter, record.Message, record.ArticleText, record.Document, record.Post, record.PressConference:
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

// Involves reports whether the speakers take part in the act. A joint statement of two leaders is one of their states.
func (f *Act) Involves(speakers []*Entity) bool {
	p := f.Parties()
	for _, e := range speakers {
		if !Includes(p, e) && (f.Channel != record.JointStatement || e.Kind != actors.State || !voiced(p, e.State)) {
			return false
		}
	}
	return len(speakers) > 0
}

// voiced reports whether one of the list speaks for the state.
func voiced(list []*Entity, state string) bool {
	for _, e := range list {
		if e.State == state {
			return true
		}
	}
	return false
}

// Reach is the number of acts and mentions before a place that are looked at, so that long texts cost no more than their length.
const Reach = 200

// Open reports whether anybody may speak at the event: a rally, a ceremony, a press conference.
func (f *Act) Open() bool {
	return f.Held && (f.Channel == record.StatementText || f.Channel == record.ArticleText || f.Channel == record.Speech && words.Gathering[f.Noun] || f.Channel == record.PressConference)
}

// LastAct is the act that was told last, nil for none.
func (r *Discourse) LastAct() *Act {
	if len(r.Acts) == 0 {
		return nil
	}
	return r.Acts[len(r.Acts)-1]
}
