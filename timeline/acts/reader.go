// Package acts is what an article tells was said where: messages, letters, calls, meetings, statements, speeches,
// press conferences, interviews, articles, posts, decisions. In comes the discourse of an article, sentence by
// sentence, with the quotes of each sentence; out go acts of communication with who speaks to whom, day, place,
// occasion and the carrier that is cited. It does not know which quote belongs to which act, nor what a quote says.
package acts

import (
	"slices"
	"sync"

	"demarche/data"
	"demarche/quotes/text"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Reader finds the acts of communication that an article tells of, sentence by sentence.
type Reader struct {
	*Account
	Days       *Days
	Carriers   *Carriers
	Occasions  *Occasions
	Parties    *Parties
	encounters *encounters
	titles     *titles
	issuers    *issuers

	Asked     record.Channel // of an article that lays out the questions of the press turn by turn, else unknown
	Questions bool           // a line of the article bears the label of who asks
}

// New is a reader of the acts of an article.
func New(d *discourse.Discourse) *Reader {
	a := &Account{Discourse: d, page: pageOf(d.Title)}
	p := &Parties{a}
	r := &Reader{
		Account:    a,
		Days:       &Days{Account: a},
		Carriers:   &Carriers{a, outletOf(d.Article.Outlet)},
		Occasions:  &Occasions{a, p},
		Parties:    p,
		encounters: &encounters{a, p},
		titles:     &titles{a, p},
		issuers:    &issuers{a, p},
	}
	r.Asked, r.Questions = r.asking(), d.Body.Questions()
	return r
}

// ReadSentence finds the acts that the tokens lo to hi-1 of a scene, one sentence, tell of. Words that are reported
// (covered) open none: "stressing the results of his meeting with X" is no meeting of the article.
func (r *Reader) ReadSentence(s *scene.Scene, lo, hi int, covered []text.Span) {
	r.covered = covered
	for i := lo; i < hi; i++ {
		w := s.Lower[i]
		f := r.openedAt(s, lo, i, hi)
		if f == nil {
			continue
		}
		if f.Noun == "" {
			f.Noun = w
		}
		f.Span = s.Doc.Tokens[i].Span
		f.Pos, f.Sentence = s.Doc.Tokens[i].Start, s.SentenceAt(s.Doc.Tokens[i].Start)
		if s.IsTitle {
			f.Pos, f.Sentence, f.TitleOnly = -1, -1, true
		}
		putOnPlatform(s, f, i)
		apart := notHolding(covered, f.Span)
		if f.Said == nil {
			f.Said = r.Days.Near(s, lo, hi, i, apart)
		}
		f.Background = f.Background || PlacedAfter(s, lo, i) >= 0 ||
			f.Mutual && (r.Days.LongBefore(f.Said) || HeldBefore(s, lo, i) >= 0)
		if g := r.gathering(); f.Said == nil && g != nil && !afar(f.Channel) {
			f.Said = g.Said
		}
		if o := r.Occasions.In(s, lo, hi, covered); o != nil {
			f.Occasion = o
		}
		if !s.IsTitle {
			f.Medium = r.Carriers.In(lo, hi, covered, f.From)
		}
		if f.Place == "" {
			f.Place = placeIn(s, lo, hi, apart)
		}
		if f = r.Add(f); r.encounter == nil && r.page.genre == readout && f.Mutual && f.Sentence == 0 {
			r.encounter = f
		}
	}
}

// notHolding are the spans that do not hold the given one: of an act that is told within words they are other words.
func notHolding(list []text.Span, p text.Span) []text.Span {
	if !scene.Covers(list, p) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(q text.Span) bool { return q.Contains(p) })
}

// afar reports a channel by which nobody who is there is spoken to.
func afar(c record.Channel) bool {
	return c == record.Message || c == record.Letter || c == record.Call
}

// openedAt reads the act that token i of the sentence opens, nil for none: by the reader of its word, else as a call
// or meeting. Of words that are reported only a call or meeting that an office relays is one of the article.
func (r *Reader) openedAt(s *scene.Scene, lo, i, hi int) *discourse.Act {
	if len(r.covered) > 0 && scene.Covers(r.covered, s.Doc.Tokens[i].Span) {
		return r.relayedAt(s, lo, i, hi)
	}
	f := r.plainlyAt(s, lo, i, hi)
	if f == nil {
		f = groupMetAt(r, s, lo, i, hi)
	}
	if f != nil && f.Mutual && !s.IsTitle && s.Doc.Tokens[i].Tag == "VB" && unreal(s, lo, i) {
		return nil
	}
	return f
}

// plainlyAt reads the act that token i opens by the reader of its word, else as a call or meeting.
func (r *Reader) plainlyAt(s *scene.Scene, lo, i, hi int) *discourse.Act {
	if open := triggers()[s.Lower[i]]; open != nil {
		if f := open(r, s, lo, i, hi); f != nil {
			return f
		}
	}
	return encounteredAt(r, s, lo, i, hi)
}

// words are the classes of English words that the readers of acts ask for.
var words = data.Classes[struct {
	Absence, AbsenceBetween, AbsencePreposition,
	Accepting, AddressedBody, AddressedGroup, AdoptingVerb, AfterEvent, AnniversaryNoun, AnniversaryPart,
	AnsweringVerb, AnyJournalist, AppealLead, ArticlePlural, AskedNear, Asker, AssuringVerb, AtEncounter,
	BeForm, Body, BroadcastModifier, Bylined, Call, CallTaking, CallTelling, CallingVerb, CarrierNoun,
	CarrierOrBody, CarrierTail, Carrying, CelebratingVerb, Chamber, Coming, Condolence, ConferenceHolding,
	ConversingVerb, ConveyingVerb, CountedBack, Dash, DatedEvent, DayAdverb, DayAfter, DayEvent, DayLead, DayLimiter,
	DayModifier, DayPreposition, DayVerb, Determiner, DoneTo, Encounter, EventTakingPart,
	FromEvent, FutureMeeting, Gathering,
	GettingVerb, Governing, Government, Greeting, GroupDeterminer, GuestVerb, HearingBody,
	HostingVerb, HoursOf,
	HouseColor, Informing, InsideOf, InterviewGiving, InterviewGranting, Issuing, LedBy,
	LetterNoun, Loss, LossPreposition, LossRelative, MadeStatement, MediaTail, MeetingVerb, MessageDeterminer,
	MessagePlural, MetGroup, NoDayMarked, NoOccasion, ObjectPerson, OccasionNoun, OccasionPreposition, OccasionPronoun,
	OpensAddress, OpensArticle, OpensCall, OpensConvening, OpensCredentials, OpensDocument, OpensInterview,
	OpensMeeting, OpensMessage, OpensPost, OpensPress, OpensRemarks, OpensSpeech, OpensStatement, OpensWish,
	OpensWriting, Organ, OutletTail, OwnDeterminer, PartOfDay, PartyDeterminer, People, PersonalSubject, PhoneLead,
	PhonedVerb, PlacePreposition, PlatformName, PointsBack, PossessiveMark, PossessivePerson, Preposition,
	PressAsker, PressHead, PressLead, PressMedia, PressModifier, PressNews, PressPeople, PressPerson,
	PressPreposition, PressText, PressWord, PublicGathering, PublicPreposition, PublicSpeech, Published, PublishingVerb,
	QuestionNoun, QuestionTopic, Questioned, Readout, ReceivedVerb, Relative, Remarks, ReportVerb, Reporter,
	RetoldLead, RingingVerb, SaidInTalk, SendingVerb, Speaking, SpeakingVerb, SpeechVerb, StateMediaHead,
	StateMediaWord, StatementNoun, StayNoun, StayPreposition, TalkHeld, TalkLead, TalkLeadWith, TalkMoment,
	TalkNoun, TalkOrMeeting, TalkPartner, Telephone, TextTitleNext,
	ThisSaid, TimeAgain, TimeClause, TitleOccasion, TitleOccasionLead, TitleOccasionNoun,
	TitleOccasionOf, ToPlace,
	TopicNoun, TopicVerb, TravelVerb, Unreal, VideoDeterminer, VisitingVerb, WrittenMessage data.Set
	BroadcastToNation, ForPress, HappyBirthday, InHonour, LedByPhrase, PressMeeting, TookPlace, UponHis data.Phrases
}]()

// trigger reads the act that token i of the sentence lo to hi-1 may open; nil when it opens none.
type trigger func(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act

// triggers are the words that may open an act, each with what reads it.
var triggers = sync.OnceValue(triggerWords)

// triggerWords pairs the readers with their words; see triggers.
func triggerWords() map[string]trigger {
	m := map[string]trigger{}
	for _, t := range []struct {
		class data.Set
		open  trigger
	}{
		{words.OpensMessage, messageAt},
		{words.OpensWish, wishAt},
		{words.OpensWriting, wroteAt},
		{words.OpensCall, callAt},
		{words.OpensConvening, convenedAt},
		{words.OpensRemarks, spokeAt},
		{words.OpensCredentials, credentialsAt},
		{words.OpensMeeting, meetingAt},
		{words.OpensStatement, statementAt},
		{words.OpensSpeech, speechAt},
		{words.OpensAddress, addressAt},
		{words.OpensPress, pressAt},
		{words.OpensInterview, interviewAt},
		{words.OpensArticle, articleAt},
		{words.OpensPost, postAt},
		{words.OpensDocument, documentAt},
	} {
		for w := range t.class {
			m[w] = t.open
		}
	}
	return m
}
