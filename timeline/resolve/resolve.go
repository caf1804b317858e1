package resolve

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/choice"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// resolved is a report with the act that its quote belongs to.
type resolved struct {
	record.Report
	act      *discourse.Act
	speakers []*discourse.Entity
	to       []*discourse.Entity
	sentence int
	turned   bool     // the cue tells the addressees something, see [turnsTo]
	toneOf   evidence // of the words for or against
}

// Reports tells of each quote of an article who said it, to whom, through whom, how, when and on what occasion: one
// report a quote, in the same order. It is a pure function; what the text does not tell stays empty.
func Reports(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) []record.Report {
	_, list := resolveAll(a, d, qs, g)
	out := make([]record.Report, len(list))
	for i := range list {
		out[i] = list[i].Report
	}
	return out
}

// resolveAll resolves the quotes by the chain of rules and lets the models choose among what the rules put forward.
func resolveAll(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) (*resolver, []resolved) {
	r, list, out := resolveQuotes(a, d, qs, g)
	if r != nil {
		settleTones(out)
		choice.Choose(r.passages(list, out))
		r.standIn(out)
	}
	for i := range out {
		if d := &out[i].Said; d.EDTF == "" {
			d.Basis = "" // no day of publication stands in
		}
	}
	giveIDs(list, out)
	return r, out
}

// giveIDs gives the reports their ids, in the order of their words in the article.
func giveIDs(list []*scene.Quote, out []resolved) {
	order := make([]*record.Report, len(list))
	for i := range list {
		order[i] = &out[i].Report
	}
	slices.SortStableFunc(order, func(a, b *record.Report) int {
		return cmp.Compare(a.Content[0].Start, b.Content[0].Start)
	})
	record.Number(order)
}

// resolveQuotes reads the article sentence by sentence, as its reader does: each sentence's own subject and acts,
// then the quotes told in it.
func resolveQuotes(
	a *article.Article,
	d *text.Doc,
	qs []quotes.Quote,
	g *actors.Gazetteer,
) (*resolver, []*scene.Quote, []resolved) {
	out := make([]resolved, len(qs))
	if len(qs) == 0 || len(d.Tokens) == 0 || len(d.Sentences) == 0 {
		return nil, nil, out
	}
	r := newResolver(a, d, g)
	written := qs
	qs = wordsOnly(r.Body, qs)
	var contents, solid, told []text.Span
	for i := range qs {
		contents = append(contents, qs[i].Content...)
		for _, p := range qs[i].Content {
			if qs[i].Form == quotes.Indirect && takenTooFar(qs, i, p) {
				continue
			}
			solid = append(solid, p)
			told = append(told, reported(r.Body, p, &qs[i]))
		}
	}
	sort.Slice(solid, func(i, j int) bool { return solid[i].Start < solid[j].Start })
	sort.Slice(told, func(i, j int) bool { return told[i].Start < told[j].Start })
	sort.Slice(contents, func(i, j int) bool { return contents[i].Start < contents[j].Start })
	r.Contents = contents
	list := make([]*scene.Quote, len(qs))
	for i := range qs {
		list[i] = scene.NewQuote(r.Body, &qs[i], i, near(solid, &qs[i]))
		list[i].Written = &written[i]
	}
	order := append([]*scene.Quote{}, list...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].Anchor < order[j].Anchor })
	r.ReadSentence(r.Title, 0, len(r.Title.Lower), nil)
	r.OpenPage()
	r.Lede = r.OccasionOfLede(paraphrased(qs))
	next := 0
	for n := range d.Sentences {
		sn := &d.Sentences[n]
		covered := scene.Overlapping(told, sn.Span)
		end := next
		for end < len(order) && order[end].Sentence <= n {
			end++
		}
		r.Quotes = order[next:end]
		r.subjectFocus(n, scene.Overlapping(contents, sn.Span))
		r.ReadSentence(r.Body, sn.First, sn.Last, covered)
		for ; next < end; next++ {
			c := order[next]
			out[c.Index] = r.report(c)
		}
	}
	for ; next < len(order); next++ {
		out[order[next].Index] = r.report(order[next])
	}
	r.lookBack(list, out)
	r.carryOn(list, out)
	r.sign(out)
	return r, list, out
}

// subjectFocus notes whom sentence n is about: the actor that its subject names.
func (r *resolver) subjectFocus(n int, covered []text.Span) {
	s := r.Body
	sn := &s.Doc.Sentences[n]
	if sn.First >= sn.Last || scene.Covers(covered, s.Doc.Tokens[sn.First].Span) {
		return
	}
	lo, hi, ok := s.Subject(sn.Last)
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
	var keep []*discourse.Entity
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
	act := r.actBefore(c)
	speakers, by := r.speakers(c, act)
	act = r.actOf(c, speakers)
	if len(speakers) == 0 && len(c.Spans.Source) == 0 {
		if speakers = r.unnamed(c, act); len(speakers) > 0 {
			by = "act"
		}
	}
	headed := act != nil && act.TitleOnly &&
		c.Spans.By == quotes.ByStatement // the title's letter, of which this is the text
	if act != nil && len(act.From) == 0 && !act.Open() && len(speakers) > 0 && (act.ToldIn(c.Sentence) || headed) {
		act.From = speakers
		act.To = discourse.Without(act.To, speakers)
	}
	out := r.fill(c, speakers, act, s)
	out.Decided.Speaker = record.Decision{By: by, Evidence: s.Span(c.SourceLo, c.SourceHi)}
	return out
}

// fill makes the report of a quote whose speakers and act are known.
func (r *resolver) fill(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act, s *scene.Scene) resolved {
	to := r.addressees(c, speakers, act)
	if len(speakers) > 0 && !c.Nested {
		r.Focus = append(r.Focus, speaking(s, c, speakers, act))
	}
	if !c.Nested &&
		(act == nil || act.Channel == record.Speech && act.Noun == "meeting" && act.ToldIn(c.Sentence) && !act.Held) {
		if f := r.conversation(c, speakers, to); f != nil {
			act = f
		}
	}
	evidence := text.Span{}
	if c.SourceHi > c.SourceLo {
		evidence = s.Span(c.SourceLo, c.SourceHi)
	}
	out := resolved{act: act, speakers: speakers, to: to.list, sentence: c.Sentence, turned: turnsTo(s, c)}
	p := &out.Report
	p.Quote = *c.Written
	p.ArticleKey = r.key
	p.Speakers = discourse.Parties(speakers, "", func(*discourse.Entity) text.Span { return evidence })
	p.Addressees = discourse.Parties(to.list, to.basis, func(*discourse.Entity) text.Span { return to.at })
	p.Medium = r.mediumOf(c, speakers)
	if p.Medium == nil && act != nil && !acts.OnlyMedium(speakers) && !act.Open() {
		p.Medium = act.Medium
	}
	p.Channel = r.channelOf(c, speakers, act)
	p.Said = r.saidWhen(c, act)
	p.Occasion = birthdayOf(r.occasionOf(c, act), to.list)
	r.goOn(c, &out)
	if act != nil {
		p.Place = act.Place
	}
	p.Text = wordsOf(s, c.Written.Content)
	p.Around = around(r.Body, c)
	p.About = spokenOf(r.Body, c.Written.Content)
	out.toneOf = r.judge(c, p, act != nil && act.Mutual && len(speakers) >= 2)
	return out
}

// speaking tells the sentences after a quote who spoke: from its source on, of a turn or a statement to its end.
func speaking(s *scene.Scene, c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) discourse.Focus {
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

// birthdayOf tells whose birthday the occasion is where one alone is addressed; another occasion stays as it is.
func birthdayOf(o *record.Occasion, to []*discourse.Entity) *record.Occasion {
	if o == nil || len(to) != 1 || !strings.EqualFold(o.Name, "birthday") {
		return o
	}
	named := *o
	named.Name = "birthday of " + to[0].Name
	return &named
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

// goOn gives a quote that tells nothing of its own what the quote before it told, when the same speaker goes on.
func (r *resolver) goOn(c *scene.Quote, out *resolved) {
	if last := r.last; last != nil && out.act == nil && out.Said.Basis == dates.Published &&
		last.tellsDay() && c.Sentence-last.sentence <= 2 && sameVoice(out, last) {
		out.Said = last.Said
		if out.Channel == record.UnknownChannel {
			out.Channel = last.Channel
		}
	}
	r.last = out
}

// tellsDay reports a quote outside of any act that tells itself when it was said.
func (x *resolved) tellsDay() bool {
	return x.act == nil && x.Said.Basis != dates.Published && x.Said.Earliest != ""
}

// sameVoice reports whether the same known speakers say both.
func sameVoice(x, y *resolved) bool {
	return len(x.speakers) > 0 && discourse.SameAll(x.speakers, y.speakers)
}

// actBefore is the act that the passage of the quote is about, before its speakers are known.
func (r *resolver) actBefore(c *scene.Quote) *discourse.Act {
	pos := r.Body.Doc.Tokens[c.Anchor].Start
	for i := len(r.Acts) - 1; i >= 0; i-- {
		if f := r.Acts[i]; f.Pos <= pos && !inside(c, f) {
			return f
		}
	}
	return nil
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
