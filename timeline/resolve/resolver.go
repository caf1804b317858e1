package resolve

import (
	"demarche/data"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
)

// words are the classes of English words that the resolution of reports asks for.
var words = data.Classes[struct {
	AddressingForm, AnswerNoun, Appeal, AppealPreposition, ArticleStem, Audience, AudienceEnd, Background,
	BareObjectVerb, CallingVerb, CarrierNoun, CarrierTail, CircumstanceLead, Companion, ConferenceNoun,
	Congratulating, DecisionNoun, Demand, DemandLead,
	Demanded, Denial,
	Document, EachOther, EncounterArticle, EncounterStem, FirstPerson, Forces,
	Gatherer, GivingVerb, Governing, GovernmentName, InYear, IndefiniteArticle, MessageStem, MessagesPlural, Multitude,
	ObjectPronoun, Office, OtherOccasion, People, PhoneCall, PlatformLead, PostPlatform, PostNoun, PostedVerb, Preposition,
	PressAudience, PressPerson, PressWord,
	Quoting, Relative, Replying, SpeakerEnd, Speaking, SpeechAudience, SpeechOccasion, SpeechStem, StatementStem, Stopping,
	SubjectPronoun, TalkStem, Telephone, TellingVerb, TellsVerb, Thanking, TurningVerb, TwoParties, UrgingVerb data.Set
}]()

// resolver resolves the quotes of one article to their reports.
type resolver struct {
	*acts.Reader
	key  string    // of the article
	last *resolved // the quote before
}

// newResolver reads the names and dates of an article.
func newResolver(a *article.Article, d *text.Doc, g *actors.Gazetteer) *resolver {
	return &resolver{Reader: acts.New(discourse.New(a, d, g)), key: a.Key()}
}

// sign notes who decided the addressees, the medium, the occasion and the place of each report, by where their values
// come from.
func (r *resolver) sign(out []resolved) {
	for i := range out {
		x := &out[i]
		d := &x.Decided
		if len(x.Addressees) > 0 {
			a := &x.Addressees[0]
			d.Addressee = record.Decision{By: addressedBy(a), P: d.Addressee.P, Evidence: a.Evidence}
		}
		if x.Medium != nil {
			d.Medium.By = "cited-beside"
			if x.act != nil && x.act.Medium == x.Medium {
				d.Medium.By = "act"
			}
		}
		if o := x.Occasion; o != nil {
			d.Occasion = record.Decision{By: "named-beside", Evidence: o.Evidence}
			switch {
			case x.act != nil && x.act.Occasion == o:
				d.Occasion.By = "act"
			case r.Lede == o:
				d.Occasion.By = "opening"
			}
		}
		if x.Place != "" {
			d.Place.By = "act"
		}
	}
}

// addressedBy is how an addressee was found: named beside the cue, as recipient of a message, or as the other party
// of a call or meeting.
func addressedBy(p *record.Party) string {
	switch {
	case p.Basis != "named":
		return "other-party"
	case p.Evidence.End > p.Evidence.Start:
		return "named-beside-cue"
	}
	return "recipient"
}
