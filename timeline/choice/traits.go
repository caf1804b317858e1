package choice

import (
	"slices"
	"strings"
	"unicode"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// traitsOf are the features of a quote that every candidate for one of its fields shares.
func traitsOf(p *Passage) []float32 {
	row := make([]float32, 0, 110)
	row = append(row, traitsOfForm(p)...)
	row = append(row, traitsOfSource(p)...)
	row = append(row, traitsOfPage(p)...)
	row = append(row, traitsOfPlace(p)...)
	row = append(row, traitsOfClause(p)...)
	return append(row, traitsOfAct(p)...)
}

// traitsOfPlace are features of where in a transcript the quote stands: in a question, in an answer, in the lines of
// a page without turns.
func traitsOfPlace(p *Passage) []float32 {
	s, c := p.Body, p.Quote
	first := c.Lo
	for k := 0; k < 8 && first > 0 && !opensLine(s, first); k++ {
		first, _ = s.SentenceBounds(first - 1)
	}
	label := false
	for k := first; k < min(first+8, len(s.Lower)) && quotes.AsksLabel(s.Lower[first]); k++ {
		label = label || s.Lower[k] == ":"
	}
	return []float32{
		bit(
			label,
		), bit(p.outer != nil && p.outer.Quote.Spans.By == quotes.ByTurn), float32(p.turns) / float32(p.n),
		float32(len(p.around)),
		float32(c.Lo - first),
	}
}

// opensLine reports whether token i, not the first of the text, begins a line.
func opensLine(s *scene.Scene, i int) bool {
	return strings.Contains(s.Text[s.Doc.Tokens[i-1].End:s.Doc.Tokens[i].Start], "\n")
}

// traitsOfForm are features of the quote's own words: its form, what found it, its cue.
func traitsOfForm(p *Passage) []float32 {
	s, c := p.Body, p.Quote
	q := c.Spans
	tag := ""
	if c.CueHi > c.CueLo {
		tag = s.Doc.Tokens[c.CueLo].Tag
	}
	had, has := p.perfect()
	return []float32{
		bit(q.Form == quotes.Direct), bit(q.Form == quotes.Mixed), bit(q.Form == quotes.Unmarked), bit(c.Nested),
		float32(
			q.P,
		), bit(q.By == "model"), bit(q.By == quotes.ByTurn), bit(q.By == quotes.ByStatement || q.By == quotes.ByJoint),
		bit(
			len(q.Cue) == 0,
		), bit(tag == "VBD"), bit(tag == "VBZ" || tag == "VBP"), bit(tag == "VBG"), bit(tag == "VBN"),
		bit(strings.HasPrefix(tag, "NN")), bit(had), bit(has), bit(c.Nominal), bit(c.Document != ""),
		float32(
			min(c.EndHi-c.ContentLo, 80),
		), float32(c.Sentence), float32(c.Sentence) / float32(len(s.Doc.Sentences)+1),
	}
}

// perfect reports whether "had" or a form of "have" stands before the cue, or before the cue that it is joined to:
// "had warned Kyiv and urged".
func (p *Passage) perfect() (had, has bool) {
	had, has = aux(p.Body, p.Quote)
	if had || has || p.prior == nil || !joined(p.Body, p.prior.Quote, p.Quote) {
		return had, has
	}
	return p.prior.perfect()
}

// joined reports whether the cue of q is coordinated with that of the quote before it: they share a source, and a
// coordinator stands right before the second.
func joined(s *scene.Scene, before, q *scene.Quote) bool {
	if q.SourceLo != before.SourceLo || q.SourceHi <= q.SourceLo || q.CueLo <= before.CueLo || q.CueHi <= q.CueLo {
		return false
	}
	tag := s.Doc.Tokens[q.CueLo].Tag
	return (tag == "VBD" || tag == "VBN") && s.Doc.Tokens[q.CueLo-1].Tag == "CC"
}

// aux reports whether "had" or a form of "have" stands before the cue.
func aux(s *scene.Scene, c *scene.Quote) (had, has bool) {
	first, _ := s.SentenceBounds(c.Anchor)
	for k := max(first, c.CueLo-4); k < c.CueLo; k++ {
		switch s.Lower[k] {
		case "had", "'d":
			had = true
		case "has", "have", "'ve":
			has = true
		}
	}
	return had, has
}

// traitsOfSource are features of who is said to speak and of how the text names them.
func traitsOfSource(p *Passage) []float32 {
	return slices.Concat(traitsOfSpeakers(p), traitsOfNaming(p))
}

// traitsOfSpeakers are features of who is said to speak: how many, of what kind, whether known.
func traitsOfSpeakers(p *Passage) []float32 {
	one := len(p.Speakers) == 1
	e := &naming.Entity{}
	if one {
		e = p.Speakers[0]
	}
	return []float32{
		float32(min(len(p.Speakers), 4)),
		float32(min(len(p.To), 4)),
		bit(one && !actors.Unlisted(e.ID)),
		bit(one && e.Person()),
		bit(one && e.Kind == actors.State),
		bit(one && e.Kind == actors.Organisation),
		bit(one && e.Kind == actors.Medium),
		bit(one && e.State != ""),
		bit(one && e.Name == e.Office),
	}
}

// traitsOfNaming are features of the words that name who speaks: a pronoun, a name, an office.
func traitsOfNaming(p *Passage) []float32 {
	s, c := p.Body, p.Quote
	w := s.At(c.SourceLo)
	n := c.SourceHi - c.SourceLo
	alone := n == 1
	return []float32{
		bit(n == 0),
		bit(alone && (w == "he" || w == "she")),
		bit(alone && w == "it"),
		bit(alone && (w == "they" || w == "both")),
		bit(alone && (w == "i" || w == "we")),
		bit(w == "the"),
		bit(words.IndefiniteArticle[w]),
		float32(min(n, 20)),
		bit(n > 0 && s.Names.Naming(c.SourceLo, c.SourceHi)),
		bit(n > 0 && s.Offices.HasHead(c.SourceLo, c.SourceHi)),
		bit(n > 0 && s.Capital(c.SourceLo)),
		bit(n > 0 && s.Contains(c.SourceLo, c.SourceHi, ",")),
		bit(n > 0 && s.Contains(c.SourceLo, c.SourceHi, "and")),
		float32(c.CueLo - c.SourceHi),
		bit(len(p.Speakers) == 1 && p.Speakers[0].State == p.Home && p.Home != ""),
		bit(p.Report.Medium != nil),
	}
}

// traitsOfPage are features of the article.
func traitsOfPage(p *Passage) []float32 {
	return []float32{
		bit(p.Home != ""), bit(p.OwnSite), float32(min(p.n, 40)), float32(min(len(p.Body.Doc.Sentences), 200)),
		bit(p.Readout()), bit(p.Remarks()), bit(len(p.Acts) > 0), float32(min(len(p.Acts), 20)),
	}
}

// traitsOfAct are features of the act and of the occasions of speaking around the quote.
func traitsOfAct(p *Passage) []float32 {
	act := p.Act
	if act == nil {
		act = &discourse.Act{Sentence: -9}
	}
	row := []float32{
		bit(
			p.Act != nil,
		), float32(min(p.Quote.Sentence-act.Sentence, 40)), bit(act.ToldIn(p.Quote.Sentence)), bit(act.Mutual),
		bit(act.TitleOnly), bit(act.Held),
		bit(
			act.Said != nil,
		), bit(naming.IncludesAny(act.From, p.Speakers)), bit(naming.IncludesAny(act.To, p.Speakers)),
		bit(
			p.Report.Said.Basis == dates.Published,
		), bit(p.Report.Channel == record.UnknownChannel), bit(acts.OnlyMedium(p.Speakers)),
	}
	for _, y := range []*Passage{p.last, p.next, p.prior} {
		far := float32(99)
		if y != nil {
			far = float32(min(max(p.Quote.Sentence-y.Quote.Sentence, y.Quote.Sentence-p.Quote.Sentence), 60))
		}
		row = append(row, far)
	}
	same := p.prior != nil && naming.SameAll(p.prior.Speakers, p.Speakers)
	return append(row, bit(same), bit(p.outer != nil))
}

// traitsOfClause are features of the clause in which the quote is told: what opens it, what stands before it in its
// sentence, whether its cue goes on from words before.
func traitsOfClause(p *Passage) []float32 {
	s, c := p.Body, p.Quote
	at := c.Anchor
	if c.SourceHi > c.SourceLo {
		at = min(at, c.SourceLo)
	}
	opener := -1
	for k := at; k >= max(c.Lo, at-6) && opener < 0; k-- {
		if words.OtherClause[s.Lower[k]] {
			opener = k
		} else if k < at && s.FiniteVerb(k) {
			break
		}
	}
	w := ""
	if opener >= 0 {
		w = s.Lower[opener]
	}
	verbs, before, same := 0, 0, 0
	for k := c.Lo; k < at; k++ {
		verbs += int(bit(s.FiniteVerb(k) && !scene.Covers(c.Spans.Content, s.Doc.Tokens[k].Span)))
	}
	for _, q := range p.all[max(0, p.index-4):min(len(p.all), p.index+5)] {
		if q != p && q.Quote.Sentence == c.Sentence {
			same++
			before += int(bit(q.Quote.Anchor < c.Anchor))
		}
	}
	on, further := false, false
	for k := c.CueLo; k < c.CueHi; k++ {
		on = on || words.GoesOn[s.Lower[k]]
	}
	for k := max(c.Lo, c.CueLo-3); k < min(c.Hi, c.CueHi+3); k++ {
		further = further || words.Further[s.Lower[k]]
	}
	return []float32{
		bit(
			words.ClauseOfBefore[w],
		), bit(words.ClauseOfSame[w]), bit(words.RelativePronoun[w]), bit(opener >= 0), float32(at - c.Lo),
		float32(min(verbs, 4)),
		float32(
			same,
		), float32(before), bit(on), bit(further), bit(c.ContentLo < at), bit(p.before != nil), float32(paragraphsSince(p)),
	}
}

// paragraphsSince is how many paragraphs lie between the quote and the one of the same speakers before, never for none.
func paragraphsSince(p *Passage) int {
	if p.before == nil {
		return never
	}
	n := 0
	s := p.Body
	for k := p.before.Quote.Anchor; k+1 <= p.Quote.Anchor && n < 20; k++ {
		if s.Text[s.Doc.Tokens[k].End:s.Doc.Tokens[k+1].Start] == "\n\n" {
			n++
		}
	}
	return n
}

// few are the features of a quote that matter to what is told of many quotes of an article at once.
func few(p *Passage) []float32 {
	act := p.Act
	if act == nil {
		act = &discourse.Act{Sentence: -9}
	}
	return []float32{
		bit(p.Quote.Nested), bit(p.Quote.Nominal), bit(len(p.Quote.Spans.Cue) == 0), float32(p.Quote.Sentence),
		float32(min(len(p.Body.Doc.Sentences), 200)), bit(p.Readout()), bit(p.Remarks()),
		bit(p.Home != ""), bit(p.OwnSite),
		bit(p.Act != nil), float32(min(p.Quote.Sentence-act.Sentence, 40)), bit(act.Mutual),
		bit(act.TitleOnly), bit(act.Held),
		float32(p.turns) / float32(p.n), float32(min(p.n, 40)), bit(len(p.Speakers) > 0 && p.Speakers[0].Person()),
		float32(min(len(p.Speakers), 4)), float32(min(len(p.To), 4)), bit(acts.OnlyMedium(p.Speakers)),
		bit(p.Report.Said.Basis == dates.Published), bit(p.outer != nil),
	}
}

// bit is 1 for true.
func bit(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// genderOf is the gender of the pronoun that the source is, "" for every other source.
func genderOf(p *Passage) string {
	switch {
	case !p.calledHe():
		return ""
	case words.HePronoun[p.Body.Lower[p.Quote.SourceLo]]:
		return "m"
	}
	return "f"
}

// ofGender are the first two people of that gender who are named before byte pos; nobody for no gender.
func ofGender(list []*naming.Entity, gender string, pos int) (out []*naming.Entity) {
	for _, e := range list {
		if gender != "" && e.Gender() == gender && e.LastBefore(pos) >= 0 && len(out) < 2 {
			out = append(out, e)
		}
	}
	return out
}

// nameTraits are features of a speaker's name and of the words that stand for him.
func nameTraits(p *Passage, e *naming.Entity) []float32 {
	s, c := p.Body, p.Quote
	words := strings.Fields(e.Name)
	capitals, digits := 0, false
	for _, w := range words {
		for i, r := range w {
			if i == 0 && unicode.IsUpper(r) {
				capitals++
			}
			digits = digits || unicode.IsDigit(r)
		}
	}
	states := 0
	for _, m := range s.MentionsIn(c.SourceLo, c.SourceHi) {
		if m.Actor.Kind == actors.State {
			states++
		}
	}
	share := float32(1)
	if len(words) > 0 {
		share = float32(capitals) / float32(len(words))
	}
	last := ""
	if len(words) > 0 {
		last = words[len(words)-1]
	}
	source := ""
	if c.SourceHi > c.SourceLo {
		source = s.Words(c.SourceLo, c.SourceHi)
	}
	tag := ""
	if c.SourceHi > c.SourceLo {
		tag = s.Doc.Tokens[c.SourceHi-1].Tag
	}
	return []float32{
		float32(
			min(len(words), 12),
		), share, bit(digits), float32(min(states, 3)), bit(e.State == ""), bit(actors.Unlisted(e.ID)),
		bit(
			last != "" && strings.Contains(source, last),
		), bit(e.Office != ""), bit(tag == "NNS"), bit(strings.HasPrefix(tag, "NNP")),
		bit(strings.HasPrefix(tag, "V")), bit(strings.HasPrefix(tag, "J")), bit(tag == "CD"),
	}
}

// sinceSpoken is the number of quotes since the speaker spoke last, at most 40; 41 where he did not.
func sinceSpoken(p *Passage, e *naming.Entity) float32 {
	for k := p.index - 1; k >= max(0, p.index-40); k-- {
		if naming.Includes(p.all[k].Speakers, e) {
			return float32(p.index - k)
		}
	}
	return 41
}

// wanted reports that the phrase after the cue, before token hi, tells what it calls for rather than who is called
// upon: "called for | talks", "called for | the road to be opened", but not "called for | Moss to talk".
func wanted(s *scene.Scene, c *scene.Quote, hi int) bool {
	return s.At(c.CueHi-1) == "for" && (s.At(hi) != "to" || s.At(hi+1) == "be")
}
