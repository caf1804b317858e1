// Package naming is who is named in one article. In come the article's scenes, title and body, and the gazetteer; out
// go entities: the people, offices, bodies and governments that its noun phrases name ([Entities], [Names]), known to
// the gazetteer or not, one for all the ways in which the article calls them. It does not look back on what the text
// was about: for whom "he" or "the two leaders" stand, package discourse says.
package naming

import (
	"demarche/data"
	"demarche/timeline/actors"
)

// words are the classes of English words that the reading of names asks for.
var words = data.Classes[struct {
	AbroadBody, AddressForm, AfterChief, AfterNoun, AmericanGovernment, Body, BodyClass, BodyNext,
	BodyPreposition, Branch, CarrierEnd, CarrierHead, CarrierNoun, CarrierOrBody, CarrierTail,
	ChancellorPlural, Compass, Complementing, CourtTitle, Crowd, DayAdverb, DelegationHead, Determiner, DiplomatNoun,
	Document, Envoy, FemaleOffice, FemaleTitle, ForceOfPeople, FormerWord, GeneralBody, Government, GovernmentName,
	HeadPlural, HeadTitle, HeldByOne, HomeVoice, HyphenTail, IndefiniteArticle, IrregularGroup, JointLead, Kin,
	LeaderNoun, LeaderPlural, LeadingOffice, LesserOffice, MaleOffice, MediaHead, MemberPreposition,
	MinisterKind, MinistryBody, MinistryClass, MinorOrgan, MonthName, NameOfficeInner,
	NamePrepositionInner, NamedOrgan, NationNoun, NationalName, NeverDiplomat, NeverGeneral, NeverLeader,
	NeverOfficial, NoCarrier, NoSpeaker, Office, OfficeModifier, OfficialDomain, OfficialHead, OfficialHouse,
	OfficialInner, Organ, OrganArticle, OtherOne, OwnTitle, Paper, PaperNoun, PartOfWorld, People, PlacedOfficial,
	PlainGovernment, PossessivePerson, PremierPlural, Preposition, PresidentialBody, PressTitle, PrivatePerson,
	Quoting, Representative, RoleNoun, RulingWord, SecretaryGeneral, SecretaryPart, SingularReflexive,
	SourceKeptSecret, Spokesperson, SpouseTitle, StateMediaHead, StateMediaWord, StateOffice, StateTopOffice,
	StateWord, Thing, ToldCarrier, TopOffice, UnnamedLead, Workplace data.Set
	NameKeptBack data.Phrases
}]()

// OneVoice reports whether the lists name the same speakers, or bodies and governments of one state: a ministry and
// the state whose ministry it is.
func OneVoice(a, b []*Entity) bool {
	if SameAll(a, b) {
		return true
	}
	if len(a) != 1 || len(b) != 1 || a[0].State == "" || a[0].State != b[0].State {
		return false
	}
	return a[0].Kind == actors.State || b[0].Kind == actors.State
}
