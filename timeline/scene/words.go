package scene

import (
	"demarche/data"
)

// words are the classes of English words that the reading of phrases asks for.
var words = data.Classes[struct {
	AddressForm, AdjunctHead, AfterName, Article, Aside, Body, CallingLink, CallingVerb,
	ClauseEdge, ClauseOpener, CommitteeAbbreviation,
	Complementing, Dash, DatelineLabel, DatelineLink, DayAdverb, Determiner, Document, FiniteVerb,
	FormOfAddress, IndefiniteArticle, NameArticle, Kin, LeadingDeterminer, ListEnd, ListJoin, ListTitle,
	LooseOrgan, MonthName, NameJoin, NameOf, NamePreposition, NamePrepositionInner, NameStyle,
	NameStyleLead, NameSuffix, NamingHimself,
	Office, OfficeAdjunct, OfficeTitle, Organ, OwnCompany, Paper, PassiveInner, People, PersonParticle,
	PersonalSubject, PhraseInner, PhrasePreposition, Preposition, PrivateBody, Relative, Retired, RoleNoun, Subordinator,
	VoicePreposition, WhoForm, WordingJoin data.Set
}]()
