package resolve

import (
	"demarche/data"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
)

// words are the classes of English words that the resolution of reports asks for.
var words = data.Classes[struct {
	AnswerNoun, Appeal, AppealPreposition, ArticleStem, Audience, AudienceEnd, Background,
	BareObjectVerb, CallingVerb, Congratulating, DecisionNoun, Demand, DemandLead, Demanded, Denial,
	Document, EachOther, EncounterArticle, EncounterLead, EncounterStem, FirstPerson, Forces,
	Gatherer, GivingVerb, InYear, IndefiniteArticle, MessageStem, MessagesPlural, Multitude,
	ObjectPronoun, Office, OtherOccasion, People, PhoneCall, PostNoun, PostedVerb, Preposition,
	Quoting, Relative, SpeakerEnd, Speaking, SpeechOccasion, SpeechStem, StatementStem, Stopping,
	SubjectPronoun, TalkStem, Telephone, TellingVerb, TellsVerb, TwoParties, UrgingVerb data.Set
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
