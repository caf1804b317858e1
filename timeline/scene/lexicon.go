package scene

import (
	"strings"

	"demarche/data"
)

// Words is the set of the words of the strings.
func Words(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		for _, f := range strings.Fields(w) {
			m[f] = true
		}
	}
	return m
}

// words are the classes of English words that the reading of phrases asks for.
var words = data.Classes[struct {
	AddressForm, AfterName, Aside, Body, Carrying, ClauseEdge, ClauseOpener, CommitteeAbbreviation,
	Complementing, Dash, DatelineLabel, DatelineLink, DayAdverb, Determiner, Document, FiniteVerb,
	FormOfAddress, Gatherer, Gathering, Government, IndefiniteArticle, Kin, LeadingDeterminer,
	ListEnd, ListJoin, ListTitle, LooseOrgan, MonthName, NameJoin, NameOf, NamePreposition,
	NamePrepositionInner, NameSuffix, Office, OfficeAdjunct, OfficeTitle, Organ, Paper, PassiveInner,
	People, PersonParticle, PhraseInner, PhrasePreposition, Preposition, PrivateBody, Relative,
	StateOffice, Thing, VoicePreposition data.Set
}]()

// Classes that other rooms ask for as well.
var (
	Determiners   = words.Determiner
	Weekdays      = words.DayAdverb
	Relatives     = words.Relative
	Prepositions  = words.Preposition
	OfficeHeads   = words.Office
	StateOffices  = words.StateOffice
	OrganHeads    = words.Organ
	Governments   = words.Government
	Bodies        = words.Body
	Documents     = words.Document
	Things        = words.Thing
	Papers        = words.Paper
	Carrying      = words.Carrying
	Complementing = words.Complementing
	Gatherings    = words.Gathering
	Gatherers     = words.Gatherer
	PeopleWords   = words.People
)
