package resolve

import (
	"slices"
	"strings"

	"demarche/data"
	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/choice"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/earlier"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
	"demarche/timeline/tone"
)

// words are the classes of English words that the resolution of reports asks for.
var words = data.Classes[struct {
	AccordNoun, AccusingVerb, AddressingForm, AddressingMany, AfterOffset, AirAlone, AnswerNoun, Appeal,
	AppealPreposition, ArticleStem, AskedTopic, Audience, AudienceEnd, Background, BareObjectVerb, BeForm,
	BesidePartner, BriefingRhythm, BroadcastModifier, CallingVerb, CarrierModifier,
	CarrierNoun, CarrierTail, Chamber, ChamberFloor, CircumstanceLead, Citing, Companion,
	ConcurringVerb, Condolence, ConferenceNoun, Congratulating,
	Council, Crowd, CrowdEnd, DayLead, DecisionNoun, Demand, DemandLead, Demanded, Determiner,
	Document, EncounterArticle, EncounterHeld, EncounterStem, EventCourt, FirstPerson, Forces, FromEvent,
	Gatherer, GivingVerb, Governing, GovernmentName, GroupDeterminer, GroupNoun, HaveForm, HearingPreposition,
	HeldAt, HouseColor, HouseMembers, InThatPlace, InYear, IndefiniteArticle, Informing, Insisting, Interviewed,
	JointOffice, JourneyNoun, MeetingAudience, MeetingVerb, MessageStem, MessagesPlural, Multitude, NoteNoun,
	NoteRecipient, ObjectPronoun, OfSeveral, OfferingVerb, Office, OtherOccasion,
	PartyTail, PartyVerb, People, PersonalSubject, PhoneCall, PlatformLead, Pointing, PossessiveMark,
	PossessivePerson, PostNoun,
	PostPlatform, PostedForm, PostedVerb, Preposition, PressAudience, PressCamera, PressPeople, PressPerson,
	PressWord, ProtestNoun, Quoting, RefusalModal, Relative, Remark, Replying, Responding, RulingVerb,
	ScatteredAudience, SpeakerEnd, Speaking, SpeakingForm, SpeechAudience, SpeechEvent,
	SpeechOccasion, SpeechStem,
	Spokesperson, StandingVerb, StatementStem, SubjectPronoun, TalkStem, TalkingSide, Telephone, TellingVerb,
	TellsVerb, Thanking, ThroughPerson, TurningObject, TurningVerb, ToYou, TwoParties, UrgingVerb, ViewLead, WarningVerb,
	WhoForm, WithinText, WritingForm data.Set
	AskedToSpeak, BroadcastToNation, DiplomaticNote, EachOther, NoteTo, OnQuestion, OwnReporter, PressMeeting,
	PublicMeeting, SamePlatform, SameScene, SpeakingPlace data.Phrases
}]()

// reading is what the rules share of one article: what its reader knows of the sentences up to the one that is being
// read, and the quote resolved last. It knows no rule that decides a field of a report.
type reading struct {
	*acts.Reader
	key  string       // of the article
	last *resolved    // the quote before
	turn *scene.Quote // the first turn of a transcript, nil for none
}

// finders are the rules for the fields of a report, each field with its own, over one reading.
type finders struct {
	*reading
	act       actFinder
	speaker   speakerFinder
	addressee addresseeFinder
	channel   channelFinder
	day       dayFinder
	occasion  occasionFinder
}

// resolver resolves the quotes of one article to their reports, in the order of its sentences.
type resolver struct {
	*finders
	hindsight hindsight
}

// newResolver reads the names and dates of an article.
func newResolver(a *article.Article, d *text.Doc, g *actors.Gazetteer) *resolver {
	r := &reading{Reader: acts.New(discourse.New(a, d, g)), key: a.Key()}
	f := &finders{
		reading: r,
		act:     actFinder{r},
		speaker: speakerFinder{r},
		addressee: addresseeFinder{
			reading:  r,
			cue:      cueReader{r, phrases{r}},
			appeal:   appealReader{r, phrases{r}},
			exchange: exchange{r},
		},
		channel:  channelFinder{r},
		day:      dayFinder{r},
		occasion: occasionFinder{r},
	}
	return &resolver{finders: f, hindsight: hindsight{f}}
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

// passages are the quotes with what the rules made of them, for the choice among candidates.
func (r *resolver) passages(list []*scene.Quote, out []resolved) []*choice.Passage {
	ps := make([]*choice.Passage, len(out))
	for i := range out {
		x := &out[i]
		ps[i] = &choice.Passage{
			Reader:   r.Reader,
			Quote:    list[i],
			Report:   &x.Report,
			Act:      x.act,
			Speakers: x.speakers,
			To:       x.to,
			Tone:     x.toneOf.Row(),
			Hear: func(speakers []*naming.Entity) ([]*naming.Entity, []record.Party) {
				return r.hearAgain(list[i], x, speakers)
			},
		}
	}
	choice.Link(ps)
	return ps
}

// seen is what the rules knew of an article when they came to a quote: so many acts and persons of whom it spoke, and
// the quote before.
type seen struct {
	acts, focus int
	last        *resolved
}

// hearAgain finds by the rules to whom a quote goes when a model has found other speakers of it than they had.
func (r *resolver) hearAgain(
	c *scene.Quote, x *resolved, speakers []*naming.Entity,
) ([]*naming.Entity, []record.Party) {
	all, focus, last := r.Acts, r.Focus, r.last
	defer func() { r.Acts, r.Focus, r.last = all, focus, last }()
	r.Acts, r.Focus, r.last = slices.Clip(all[:x.seen.acts]), slices.Clip(focus[:x.seen.focus]), x.seen.last
	to := r.addressee.find(c, speakers, r.act.find(c, speakers))
	return to.list, naming.Parties(to.list, to.basis, func(*naming.Entity) text.Span { return to.at })
}

// subjectFocus notes whom sentence n is about: the actor that its subject names.
func (r *reading) subjectFocus(n int, covered []text.Span) {
	s := r.Body
	sn := &s.Doc.Sentences[n]
	if sn.First >= sn.Last || scene.Covers(covered, s.Doc.Tokens[sn.First].Span) {
		return
	}
	defer r.viewFocus(sn)
	lo, hi, ok := s.Clauses.Subject(sn.Last)
	if !ok || hi-lo > 60 {
		return
	}
	if words.SubjectPronoun[s.Lower[lo]] {
		return
	}
	if words.Document[s.Lower[hi-1]] {
		return
	}
	list := r.Referents(lo, hi, r.LastAct())
	var keep []*naming.Entity
	for _, e := range list {
		body := e.Kind == actors.Medium || e.StateBody() || s.HasBody(lo, hi)
		if e.Person() || !actors.Unlisted(e.ID) || body || e.Plural && many(s, lo, hi) {
			keep = append(keep, e)
		}
	}
	if len(keep) > 0 {
		r.Focus = append(r.Focus, discourse.Focus{Pos: s.Doc.Tokens[lo].Start, Entities: keep})
	}
}

// viewFocus notes of whose view a sentence tells: "For Ana Lind, who follows the river, the quarrel hides a change."
func (r *reading) viewFocus(sn *text.Sentence) {
	s := r.Body
	k := sn.First + 1
	if k >= sn.Last || !words.ViewLead[s.Lower[sn.First]] || !s.Capital(k) {
		return
	}
	list := r.Names.Read(s, k, s.PhraseEnd(k, sn.Last))
	if len(list) == 1 && list[0].Person() && list[0].Name != list[0].Office {
		r.Focus = append(r.Focus, discourse.Focus{Pos: s.Doc.Tokens[k].Start, Entities: list})
	}
}

// many reports whether the head of the phrase is a noun for many people: "they" may take it up.
func many(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if w == "of" && k > lo && !words.Multitude[s.Lower[k-1]] || w == "in" || w == "from" {
			break
		}
		if words.People[w] || words.Gatherer[w] || s.Doc.Tokens[k].Tag == "NNS" && ofPeople(w) ||
			s.StateAt(k) && strings.HasSuffix(w, "s") {
			return true
		}
	}
	return false
}

// ofPeople reports the plural of a noun that is made of a verb for those who do it: "workers", "residents".
func ofPeople(w string) bool {
	return strings.HasSuffix(w, "ers") || strings.HasSuffix(w, "ors") || strings.HasSuffix(w, "ists") ||
		strings.HasSuffix(w, "ents") || strings.HasSuffix(w, "ants")
}

// report resolves one quote.
func (r *resolver) report(c *scene.Quote) resolved {
	s := r.Body
	act := r.act.before(c)
	speakers, by := r.speaker.find(c, act)
	act = r.act.find(c, speakers)
	if len(speakers) == 0 && len(c.Spans.Source) == 0 {
		if speakers = r.speaker.unnamed(c, act); len(speakers) > 0 {
			by = "act"
		}
	}
	headed := act != nil && act.TitleOnly &&
		c.Spans.By == quotes.ByStatement // the title's letter, of which this is the text
	if act != nil && len(act.From) == 0 && !act.Open() && len(speakers) > 0 && (act.ToldIn(c.Sentence) || headed) {
		act.From = speakers
		act.To = naming.Without(act.To, speakers)
	}
	out := r.fill(c, speakers, act, s)
	out.Decided.Speaker = record.Decision{By: by, Evidence: s.Span(c.SourceLo, c.SourceHi)}
	return out
}

// fill makes the report of a quote whose speakers and act are known.
func (r *resolver) fill(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act, s *scene.Scene) resolved {
	before := seen{acts: len(r.Acts), focus: len(r.Focus), last: r.last}
	to := r.addressee.find(c, speakers, act)
	if len(speakers) > 0 && !c.Nested {
		r.Focus = append(r.Focus, speaking(s, c, speakers, act))
	}
	if !c.Nested &&
		(act == nil || act.Channel == record.Speech && act.Noun == "meeting" && act.ToldIn(c.Sentence) && !act.Held) {
		if f := r.act.conversation(c, speakers, to); f != nil {
			act = f
		}
	}
	evidence := text.Span{}
	if c.SourceHi > c.SourceLo {
		evidence = s.Span(c.SourceLo, c.SourceHi)
	}
	out := resolved{act: act, speakers: speakers, to: to.list, sentence: c.Sentence, asked: r.toOutlet(c), seen: before}
	out.turned = !to.within && turnsTo(r.Body, c)
	p := &out.Report
	p.Quote = *c.Written
	p.ArticleKey = r.key
	p.Speakers = naming.Parties(speakers, "", func(*naming.Entity) text.Span { return evidence })
	p.Addressees = naming.Parties(to.list, to.basis, func(*naming.Entity) text.Span { return to.at })
	p.Medium = r.channel.medium(c, speakers)
	if p.Medium == nil && act != nil && !acts.OnlyMedium(speakers) && !act.Open() {
		p.Medium = act.Medium
	}
	p.Channel = r.channel.find(c, speakers, to.list, act)
	p.Said = r.day.find(c, speakers, act)
	p.Occasion = birthdayOf(r.occasion.find(c, act), to.list)
	r.goOn(c, &out)
	if act != nil {
		p.Place = act.Place
	}
	p.Text = wordsOf(s, c.Written.Content)
	p.Around = around(r.Body, c)
	p.About = spokenOf(r.Body, c.Written.Content)
	out.toneOf = tone.Judge(r.Body, c, p, act != nil && act.Mutual && len(speakers) >= 2)
	return out
}

// speaking tells the sentences after a quote who spoke: from its source on, of a turn or a statement to its end.
func speaking(s *scene.Scene, c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) discourse.Focus {
	at := c.Anchor
	if c.SourceHi > c.SourceLo {
		at = c.SourceLo
	}
	f := discourse.Focus{Pos: s.Doc.Tokens[at].Start, Entities: speakers, Speaking: true, Act: act}
	if by := c.Spans.By; by == quotes.ByTurn || by == quotes.ByStatement {
		f.Until = c.Spans.Content[len(c.Spans.Content)-1].End
	}
	return f
}

// wordsOf is the content as it is printed: its spans, joined by marks of omission.
func wordsOf(s *scene.Scene, content []text.Span) string {
	var parts []string
	for _, sp := range content {
		parts = append(parts, sp.Of(s.Text))
	}
	return strings.Join(parts, " … ")
}

// spokenOf lists the states of which the words speak: by their names, capitals and peoples, their leaders and bodies.
// Media speak for nobody here, and places that only bear a state's name are no mentions of it.
func spokenOf(s *scene.Scene, content []text.Span) []string {
	var states []string
	for _, p := range content {
		lo, hi := s.Range(p)
		for _, m := range s.MentionsIn(lo, hi) {
			if m.Actor.State != "" && m.Actor.Kind != actors.Medium {
				states = append(states, m.Actor.State)
			}
		}
	}
	slices.Sort(states)
	return slices.Compact(states)
}

// goOn gives a quote that tells nothing of its own what the quote before it told, when the same speaker goes on. Where
// the sentence in between tells what they did on another day, they go on on that one: "Moss was milder on Tuesday."
func (r *reading) goOn(c *scene.Quote, out *resolved) {
	nothing := !out.asked && out.act == nil && out.Said.Basis == dates.Published
	last := r.last
	r.last = out
	if !nothing || last == nil || !last.tellsDay() || c.Sentence-last.sentence > 2 || !sameVoice(out, last) {
		return
	}
	if c.Sentence-last.sentence == 2 {
		if d := earlier.DayOfDeed(r.Reader, c, out.speakers, 1); d != nil && d.Earliest == d.Latest {
			out.Said = *d
			return
		}
	}
	out.Said = last.Said
	if out.Channel == record.UnknownChannel {
		out.Channel = last.Channel
	}
}

// sameVoice reports whether the same known speakers say both.
func sameVoice(x, y *resolved) bool {
	return len(x.speakers) > 0 && naming.SameAll(x.speakers, y.speakers)
}

// around is the stretch of whole sentences that hold content, cue and source.
func around(s *scene.Scene, c *scene.Quote) text.Span {
	lo, hi := c.Spans.Content[0].Start, c.Spans.Content[len(c.Spans.Content)-1].End
	for _, l := range [][]text.Span{c.Spans.Cue, c.Spans.Source} {
		for _, p := range l {
			lo, hi = min(lo, p.Start), max(hi, p.End)
		}
	}
	if len(s.Doc.Sentences) == 0 {
		return text.Span{Start: lo, End: hi}
	}
	a, b := s.Doc.Sentences[s.SentenceAt(lo)], s.Doc.Sentences[s.SentenceAt(max(hi-1, lo))]
	return text.Span{Start: min(a.Start, lo), End: max(b.End, hi)}
}
