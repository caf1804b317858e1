package actors

import "demarche/data"

// words are the classes of English words that the reading of names and offices asks for.
var words = data.Classes[struct {
	ActingOffice, Article, DayAdverb, DeputyWord, FormerWord, HeadTitle, NameOf, NameParticle, NamedBody,
	OfficePreposition, OrganInner, SmallNotName, SmallWord, SurnameParticle data.Set
}]()
