package scene

import (
	"strings"
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

// Closed classes of English that the reading of phrases needs. All are lower case.
var (
	Determiners = Words("the a an this that these those both each every all some any another such its his her their our your my no several many few two three four five")
	months      = Words("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.")
	Weekdays    = Words("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight recently earlier lately meanwhile also then again separately later shortly")
	Relatives   = Words("who which that whose whom where when as while after before since if because although though until")
	// finite are verbs that end a subject and that taggers often take for nouns.
	finite = Words(`said says say told tells sent sends met meets issued issues released releases made makes held holds gave gives had has have
		was were is are be been will would can could should shall may might must noted notes stressed stresses underlined underlines
		called calls urged urges demanded demands wished wishes expressed expresses congratulated congratulates thanked thanks
		received receives pledged pledges vowed vows warned warns accused accuses denounced denounces condemned condemns
		praised praises pointed points went goes added adds observes observed brands branded terms termed published posted posts carried
		carries visited visits arrived informed agreed agrees discussed spoke speaks announced announces declared declares affirmed reaffirmed
		confirmed hosted hosts paid took takes did does urges flays slams censures lauds hails supports supported appreciated
		emphasised emphasized underscored wrote writes reads read claims claimed argued insisted asserted asked replied answered
		invited hailed lauded welcomed rejected denied dismissed criticised criticized blamed blasted slammed promised offered conveyed
		launched opened signed ordered approved extended presented awarded appeared came come comes put puts attended addressed exchanged`)
	Prepositions = Words("in on at by with from upon over during about against after before under through between among into without within towards toward via amid following including despite regarding concerning per because due except")
)

// OfficeHeads are the heads of phrases that name the holder of a post, in lower case.
var OfficeHeads = Words(`president vice-president premier chancellor king queen emperor empress emir sultan prince princess pope
	minister vice-minister secretary secretary-general undersecretary chairman chairwoman chairperson vice-chairman co-chairman chair
	vice-chairperson vice-chairwoman vice-president vice-premier first-secretary ambassador spokesman spokeswoman spokesperson governor mayor director vice-director director-general chief head
	deputy commander commissioner envoy representative delegate official leader speaker senator lawmaker congressman congresswoman
	general marshal admiral colonel major lieutenant captain adviser advisor councilor councillor counsellor counselor attache
	attaché charge manager editor coordinator co-chair rector principal dean professor expert chieftain founder co-founder
	supremo aide taoiseach strongman ruler monarch dictator veep mp lawyer judge prosecutor bishop archbishop patriarch cardinal
	researcher analyst journalist reporter diplomat negotiator officer soldier commandant inspector treasurer member president-elect ceo
	minister-president pm consul consul-general rapporteur counterpart host guest interlocutor colleague sister brother mother father widow wife husband son daughter grandson granddaughter daughter-in-law`)

// kin are nouns of OfficeHeads that, with a capital, may be part of a name: "Son".
var kin = Words("sister brother mother father widow wife husband son daughter grandson granddaughter general prince king pope")

// StateOffices are held for a state, not for a private body, whoever appoints them.
var StateOffices = Words(`minister vice-minister premier chancellor king queen emperor empress emir sultan ambassador envoy senator
	congressman congresswoman lawmaker charge attache attaché counsellor counselor councilor commander general marshal admiral colonel monarch
	diplomat negotiator officer soldier governor mayor mp undersecretary minister-president`)

// OrganHeads are words for organs of a state; a body whose name has one speaks for its state.
var OrganHeads = Words(`ministry government authorities authority parliament assembly cabinet presidium army navy military
	senate congress duma court embassy delegation regime administration police kremlin pentagon office forces
	commission council mission junta state-run state agency side republic puppet puppets forces service bureau department regimes`)

// Governments are heads of a phrase that, with a state before them, stand for the state's government.
var Governments = Words(`government authorities regime side administration reactionaries imperialists puppets group puppet traitors forces
	militarists government's warmongers clique aggressors conservatives ruling leadership officialdom party delegation`)

// Bodies are heads of names of organisations.
var Bodies = Words(`committee association union institute society organization organisation league front federation university
	party group council commission agency company club centre center network coalition alliance movement foundation ministry
	assembly parliament headquarters solidarity confederation chamber academy bank corporation court institution circle
	branch forum congress bureau department office board team troupe conference presidium army corps delegation mission
	newspaper paper daily embassy service staff guild fund secretariat brigade chapter platform observatory tribunal
	trade-union initiative school college university academy library theatre museum hospital plant farm factory`)

// privateBodies are heads of names of bodies that speak for no state, unless the gazetteer knows better.
var privateBodies = Words(`association union institute society league front party group federation club company confederation foundation
	movement solidarity alliance network coalition`)

// Documents are nouns that speak for whoever issued them.
var Documents = Words(`statement declaration communique communiqué memorandum release resolution appeal announcement letter message
	telegram cable telegrams messages letters statements report article articles commentary editorial column decision document note
	reply replies speech address bulletin write-up analysis petition protest indictment talk text paper dispatch book proclamation pledge
	interview tweet post posting manifesto request answer lecture disclosure order decree information warning notice program card`)

// Things speak for nobody: where one is the source, the text does not tell who spoke.
var Things = Words(`work homepage website meeting question questions remark remarks greeting greetings you people book survey poll fact facts idea organization
	organizations group party event exhibition film song performance reality situation photo photos history he she it they its that this`)

// Papers are nouns for a carrier of news that was named before.
var Papers = Words("paper daily newspaper agency broadcaster weekly magazine journal outlet network website homepage channel radio station organ website site tv")

// Carrying are verbs with which an article cites the carrier of its news.
var Carrying = Words(`reported reports report said says citing cited quoted quoting quotes according told carried published aired
	broadcast disclosed revealed added reporting wrote released by from via`)

// Complementing words make a name behind them part of what was named before: "chairman of the Society for the Study of Works of N".
var Complementing = Words("of for to with by under from on about against and")

// Gatherings are nouns for events at which people speak.
var Gatherings = Words(`meeting meetings rally rallies ceremony seminar lecture lectures symposium reception gathering conference protest
	demonstration forum event events session soiree banquet workshop seminars`)

// Gatherers are nouns for those who speak at a meeting without being named.
var Gatherers = Words("speakers participants attendees demonstrators protesters protestors unionists orators delegates panelists those present reporters residents ralliers")

// PeopleWords are nouns for many, who can be spoken to.
var PeopleWords = Words(`people personnel officials participants workers citizens youth students soldiers members residents compatriots
	fellow-countrymen countrymen nation public officers servicepersons parties leaders states countries nations community
	organizations organisations governments forces sides families delegates staff team athletes ministers diplomats lawmakers members guests organisers organizers veterans graduates men women all everyone everybody koreans`)
