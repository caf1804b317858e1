package quotes

import (
	"strings"

	"demarche/data"
	"demarche/quotes/text"
)

// wordFlag marks what the grammar must know of a word besides its tag.
type wordFlag uint16

const (
	flagBe wordFlag = 1 << iota
	flagHave
	flagPronoun  // subject pronouns of the third person
	flagRelative // who, which, that
	flagTime     // weekdays, months, "today": adjuncts without a preposition
	flagFinite   // a finite verb by its tag
	flagPrep
	flagNegation
	flagQuoteMark
	flagFirst  // subject pronouns of the first person
	flagOpens  // an opening quotation mark, by the scanner of marks
	flagCloses // a closing one
)

// wordInfo is what one token is to the grammar.
type wordInfo struct {
	low   string
	cue   cueForm
	noun  nounKind
	flags wordFlag
}

// words are the classes of English words that the grammar asks for.
var words = data.Classes[struct {
	AfterEvent, AfterOffset, AskedTail, CauseNoun, CommentParticiple, ConditionLead,
	AllusionNoun, AsSoon, FutureConjunction, JointLemma, JourneyNoun, MannerNoun, OrderNoun, PointInTime,
	DayStress, DoForm, EarlyLate, NeitherNor, PlacedParticiple, PressPeople, SeemingAdverb,
	SummingNoun, Superlative, TalkLemma,
	BeingAsked, BeingTold, Call, CameWent, EventEdge, HowOften, NamedParticiple, Namelessness, OftenLead,
	PresentModal, SecrecyNoun, SeriesNoun, TailOnly,
	DocumentTail, Encounter, EventHead, EventVisit,
	AdjunctLead, AdverbialNameNext, AdverbialPreposition, Agreement, Amid, Applause,
	AnnouncedBreak, AnnouncedDocument, AnnouncementFiller, Article, AsIdle, AsLead, AsideClause, AsideReason,
	AsideConjunction, AsideJoin, AsideRelative, AsideSubordinator, AsideWh, Assessment,
	AttributionWord, BeForm, BeforeDeterminer, Blessing, BlessingModifier,
	BylinePreposition, CallLemma, CallOn, CitedVerb, ClauseAdverb, ClearIntensifier, CompanySuffix,
	ComplementInner, Concern, Condolence, Congratulating, ContentBreak, Continuing, CueComplement, CueTail,
	DayAdjunct, DayOrdinal, Decree, DocumentDeterminer, Emphasis, EncounterLead, EncounterPreposition, EndLead,
	Entitled,
	Feeling, FirstPersonObject, FirstPersonSubject, FocusAdverb, FollowsWord, Gift, GettingVerb, GroupPronoun,
	HaveForm, HaveFormAll, HereThere, InAdverbial, Indefinite, IndefiniteArticle, Informing, IssuingVerb, JointOffice,
	Journey, LabelInner,
	LabelParticle, LabelPreposition, LegalText, MadeVerb, MakeForm, MediaReport, MediumPreposition,
	MistaggedVerb, NameAbbreviation, Negation, NewClauseJoin, NounMade, ObjectPreposition, OffsetDirection,
	OnTopic, OpenAbbreviation, OrderDeterminer, OrderWord, OwnBody, Participant, ParticipantObject,
	ParticipantPossessive, ParticipleAdverb, ParticipleAfter, ParticipleClaim, PassiveInner,
	PassivePreposition, PassiveSourceLead, PerfectAdverb, PersonPronoun, PhrasingVerb, PlaceLead,
	PlacePreposition, PledgeLemma, PointingWord,
	PreVerbAdverb, PrepositionalParticiple, PresenceNext, PresenceVerb, PresentParticipating,
	PurposeNoun,
	QuestionNoun, QuestionRaised, QuestionWord, QuestionerVerb,
	ReaffirmingLemma, Reflexive, Regarding, RelativePronoun, Repeated, RepeatedFirst, ReplyNoun,
	ReturnParticiple, ReturnSubject, SaidWarned, SayObject, Seeming, SourceJoin, SourceStart, SpeechesFollow,
	SpeechesLead, SpeechesNext, Spokesperson, StageVerb, StanceNoun, StateHead, StateOfMind, StressingLemma,
	SubjectAdverb, ListOrdinal, SubjectAdverbial, SubjectConjunction, SubjectJoin, SubjectLead, SubjectOpener,
	SubjectPreposition,
	SubjectQuantifier, SubjectTail, TailClause, TailConjunction, TailJoin, TailOpener,
	TailSubordinator, ThanksPreposition, ThatLead, ThirdPerson, TimeHead, TimeLead, TimeUnit,
	TimeUnitOrPart, TitleNoun, TitledVerb, ToldThing, TopicPreposition, TranscriptRole, Trust, UnnamedSource,
	VisitVerb, WentOn, WhoForm, WhatPronoun, WordingNoun data.Set
}]()

// functionWords collects the words that the grammar must know besides their tags, and the marks of quotation.
func functionWords() map[string]wordFlag {
	m := map[string]wordFlag{
		"\"": flagQuoteMark, "“": flagQuoteMark, "”": flagQuoteMark, "«": flagQuoteMark, "»": flagQuoteMark,
		"„":  flagQuoteMark,
		"``": flagQuoteMark, "''": flagQuoteMark,
	}
	for _, c := range []struct {
		class data.Set
		flag  wordFlag
	}{
		{words.BeForm, flagBe},
		{words.HaveFormAll, flagHave},
		{words.MistaggedVerb, flagFinite},
		{words.ThirdPerson, flagPronoun},
		{words.FirstPersonSubject, flagFirst},
		{words.WhoForm, flagRelative},
		{words.DayAdjunct, flagTime},
		{words.Negation, flagNegation},
	} {
		for w := range c.class {
			m[w] |= c.flag
		}
	}
	return m
}

// annotate looks every token up once.
func annotate(d *text.Doc) []wordInfo {
	lex, known := lexicon().cues, lexicon().function
	out := make([]wordInfo, len(d.Tokens))
	for i, t := range d.Tokens {
		w := &out[i]
		w.low = lower(t.Of(d.Text))
		w.flags = known[w.low]
		switch t.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			w.flags |= flagFinite
		case "IN", "TO":
			w.flags |= flagPrep
		}
		if g := w.low; words.Entitled[g] {
			w.flags &^= flagFinite // participles, whatever the tagger thinks
		}
		if c := w.low[0]; 'a' <= c && c <= 'z' && len(w.low) > 1 {
			w.cue = lex.verbs[w.low]
			w.noun = lex.nouns[w.low]
		}
	}
	return out
}

// lower is strings.ToLower that allocates for words with capitals only.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(w)
		}
	}
	return w
}

// isNoun, isVerb and the like read Penn tags.
func isNoun(tag string) bool { return strings.HasPrefix(tag, "NN") }

func isVerb(tag string) bool { return tag != "" && tag[0] == 'V' || tag == "MD" }

// inNP reports whether a token with the tag may stand inside a base noun phrase.
func inNP(tag string) bool {
	switch tag {
	case "DT",
		"PRP$",
		"JJ",
		"JJR",
		"JJS",
		"NN",
		"NNS",
		"NNP",
		"NNPS",
		"CD",
		"POS",
		"PRP",
		"$",
		"PDT",
		"VBN",
		"VBG",
		"EX",
		"#",
		"FW":
		return true
	}
	return false
}
