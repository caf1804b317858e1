// Package earlier finds what a text tells of the time of words that were said before the day of publication: that they
// were, "has previously said"; when, as the sentence of the quote tells it; the day of a deed of the same speaker; the
// day told last. In come a quote and the reader of its article; out goes the day with its evidence, or nothing. It does
// not know which of several days is right.
package earlier

import (
	"demarche/data"
	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// words are the classes of English words that this package asks for.
var words = data.Classes[struct {
	AccusingVerb, Determiner, EarlierNext, EventEve, FocusAdverb, FromEvent, HaveForm,
	LatelyWord, Often, Once, Preposition, RemarkCame, RemarkMade,
	Speaking, ThenBeside, ToldClause, UrgingVerb data.Set
	AsMuch, AtTheTime, BeforeThat, HoursApart, OtherDay, ShortlyAgo data.Phrases
}]()

// SaidBefore reports whether the cue is plainly of an earlier, unknown time: "has previously promised", "once said",
// "had earlier warned", "Earlier, the ministry said". lo and hi are the tokens around the cue, outside of the content.
func SaidBefore(s *scene.Scene, cueLo, cueHi int) (text.Span, bool) {
	first, last := s.SentenceBounds(cueLo)
	if n := earlierOpens(s, first, cueLo); n > 0 && len(s.TimesIn(first+n, min(last, cueHi+3))) == 0 {
		return s.Span(first, first+n), true
	}
	for k := max(first, cueLo-4); k < min(last, cueHi+2); k++ {
		if !words.Once[s.Lower[k]] || k == cueHi-1 {
			continue
		}
		if dayBeside(s, max(first, cueLo-8), cueLo, cueHi) {
			break // "who on Sunday had already warned"
		}
		switch {
		case s.Lower[k] == "once":
			if s.At(k-1) == "at" { // "leave at once"
				continue
			}
		case s.Lower[k] == "before":
			if k != cueHi || opensPhrase(s, k+1) {
				continue
			}
		case words.Often[s.Lower[k]]:
			// only with a perfect: "has repeatedly called for"
			if !perfect(s, first, max(cueLo, k)) {
				continue
			}
		case s.Lower[k] == "earlier":
			if s.InTime(k) || k+1 < last && words.EarlierNext[s.Lower[k+1]] && !marks(s, k+2) {
				continue
			}
		}
		return s.Span(k, k+1), true
	}
	return longAgo(s, first, last, cueLo, cueHi)
}

// opensPhrase reports whether token k opens what "before" governs: "said before | leaving", "said before | the vote".
func opensPhrase(s *scene.Scene, k int) bool {
	return k < len(s.Doc.Tokens) && (s.Doc.Tokens[k].Tag == "VBG" || s.Doc.Tokens[k].Tag == "DT" && s.Lower[k] == "the")
}

// marks reports whether token k is a mark of punctuation: "had said earlier on | .".
func marks(s *scene.Scene, k int) bool { return k < len(s.Doc.Tokens) && s.Doc.Tokens[k].Tag[0] < 'A' }

// dayBeside reports whether a day with "on" stands right before the cue, from token lo, or right after it: "on Sunday
// had already warned", "in a post on Monday, had already thanked", "had earlier said on Friday".
func dayBeside(s *scene.Scene, lo, cueLo, cueHi int) bool {
	list := s.TimesIn(lo, min(len(s.Lower), cueHi+2))
	for i := range list {
		x := &list[i]
		from, to := s.Range(text.Span{Start: x.Start, End: x.End})
		if s.At(from-1) != "on" || x.Type != "DATE" && x.Type != "TIME" || x.Holiday != "" {
			continue
		}
		if d, ok := x.Date(); !ok || d.Earliest == "" || d.Earliest != d.Latest {
			continue
		}
		if s.At(to) == "," {
			to++
		}
		if from-1 == cueHi || to <= cueLo && plainBetween(s, to, cueLo) {
			return true
		}
	}
	return false
}

// earlierOpens is the number of tokens of an earlier time, "earlier" or "before that", with which a sentence, whose
// first token is given, opens where a comma stands after them and before the cue; 0 for none.
func earlierOpens(s *scene.Scene, first, cue int) int {
	w := s.Lower[first]
	switch {
	case s.HasPhrase(first, words.BeforeThat) && s.At(first+2) == "," && first+2 < cue:
		return 2
	case words.Once[w] && !words.Often[w] && s.At(first+1) == "," && first+1 < cue:
		return 1
	}
	return 0
}

// longAgo finds an expression of an unknown time of the past right beside the cue: "have in the past said", "said
// years ago".
func longAgo(s *scene.Scene, first, last, cueLo, cueHi int) (text.Span, bool) {
	list := s.TimesIn(max(first, cueLo-6), min(last, cueHi+6))
	for i := range list {
		x := &list[i]
		if x.Value != "PAST_REF" {
			continue
		}
		at := text.Span{Start: x.Start, End: x.End}
		lo, hi := s.Range(at)
		if s.HasPhrase(lo, words.HoursApart) {
			continue
		}
		if lo == s.AfterDateline(first) && s.At(hi) == "," {
			hi++
		}
		if hi <= cueLo && plainBetween(s, hi, cueLo) || lo >= cueHi && HearersOnly(s, cueHi, lo) {
			return at, true
		}
	}
	return fromEvent(s, first, cueLo, cueHi)
}

// plainBetween reports whether no mark and no verb but a form of "have" stands among the tokens.
func plainBetween(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if marks(s, k) || s.FiniteVerb(k) && !words.HaveForm[s.Lower[k]] {
			return false
		}
	}
	return true
}

// HearersOnly reports whether the tokens hold nothing but the names and nouns of those who are told something.
func HearersOnly(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !s.NounTag(k) && !words.Determiner[s.Lower[k]] && s.Lower[k] != "'s" && s.Doc.Tokens[k].Tag != "JJ" {
			return false
		}
	}
	return true
}

// fromEvent finds the distance from an event of an unknown day with which a sentence opens whose cue is in the past
// perfect: "Two days before the vote, Lind had warned".
func fromEvent(s *scene.Scene, first, cueLo, cueHi int) (text.Span, bool) {
	lo := s.AfterDateline(first)
	x := s.TimeAt(lo)
	if x == nil || !Pluperfect(s, max(lo, cueLo-3), cueLo) {
		return text.Span{}, false
	}
	at := text.Span{Start: x.Start, End: x.End}
	_, hi := s.Range(at)
	return at, acts.FromEvent(s, x) && hi < cueLo && len(s.TimesIn(hi, cueHi+3)) == 0
}

// perfect reports whether "has", "have" or "had" stands close before the cue.
func perfect(s *scene.Scene, first, cue int) bool {
	for k := max(first, cue-3); k < cue; k++ {
		if w := s.Lower[k]; words.HaveForm[w] || w == "'s" {
			return true
		}
	}
	return false
}

// Lately returns the month of publication, approximate, for "shortly ago", "recently" and "the other day" near the
// cue, outside of the words reported.
func Lately(r *acts.Reader, c *scene.Quote) *record.Said {
	s := r.Body
	for k := c.Lo; k < c.Hi; k++ {
		n := 0
		switch {
		case s.HasPhrase(k, words.ShortlyAgo):
			n = 2
		case s.HasPhrase(k, words.OtherDay):
			n = 3
		case words.LatelyWord[s.Lower[k]]:
			n = 1
		default:
			continue
		}
		sp := s.Span(k, k+n)
		if c.Reports(sp) || len(r.Day) < 7 {
			continue
		}
		d, err := dates.Parse(r.Day[:7])
		if err != nil {
			return nil
		}
		return &record.Said{Date: d.Approximate(), Basis: dates.Relative, Evidence: sp}
	}
	return nil
}

// AtStart is the day at the very start of a paraphrase, which belongs to the words around it: "said over | the
// weekend that".
func AtStart(r *acts.Reader, c *scene.Quote) *record.Said {
	if c.Spans.Form == quotes.Direct || c.Spans.Form == quotes.Unmarked || c.ContentHi-c.ContentLo < 3 {
		return nil
	}
	s := r.Body
	if s.At(c.ContentLo-1) == "that" {
		return nil // "adding that | on Monday the ship had left"
	}
	list := s.TimesIn(c.ContentLo, min(c.ContentLo+startReach, c.ContentHi))
	if len(list) == 0 || list[0].Holiday != "" || !r.Days.CanBe(s, &list[0]) {
		return nil
	}
	first := c.ContentLo
	if words.FocusAdverb[s.Lower[first]] {
		first++ // "acknowledged | only in April that"
	}
	if list[0].Start > s.Doc.Tokens[first+1].Start && !afterHearer(s, c, &list[0]) &&
		!beforeClause(s, c, &list[0]) {
		return nil
	}
	if _, hi := s.Range(text.Span{Start: list[0].Start, End: list[0].End}); s.At(hi) == "'s" {
		return nil // "described | Wednesday's raid as"
	}
	return r.Days.Of(s, &list[0])
}

// startReach is how many tokens of a paraphrase may stand up to the end of a day that belongs to the words around it.
const startReach = 12

// afterHearer reports whether the time stands between the one who is accused or asked, and of or for what: "accused
// Peru | on Monday | of", "urged the crews at a meeting | on Monday | not to".
func afterHearer(s *scene.Scene, c *scene.Quote, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	if aside(s, lo, hi) && s.At(hi+1) == "to" && c.CueHas(s, words.UrgingVerb) {
		return plainAdjuncts(s, c.ContentLo, lo)
	}
	accused := s.At(hi) == "of" && c.CueHas(s, words.AccusingVerb)
	asked := (s.At(hi) == "to" || s.HasWords(hi, "not", "to")) && c.CueHas(s, words.UrgingVerb)
	if !accused && !asked {
		return false
	}
	for k := c.ContentLo; k < lo; k++ {
		if !s.Capital(k) && !s.NounTag(k) && s.Doc.Tokens[k].Tag != "IN" {
			return false
		}
	}
	return s.At(lo-1) != "of"
}

// aside reports whether the time of the tokens lo to hi-1 stands between commas: "|, on Monday, | to send".
func aside(s *scene.Scene, lo, hi int) bool {
	if s.At(lo-1) == "on" {
		lo--
	}
	return s.At(lo-1) == "," && s.At(hi) == ","
}

// plainAdjuncts reports whether the tokens hold no verb and no clause: "Lima after the second strike, on".
func plainAdjuncts(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.FiniteVerb(k) || s.Lower[k] == "to" || words.ToldClause[s.Lower[k]] {
			return false
		}
	}
	return true
}

// beforeClause reports whether the time ends the adjunct that stands before the clause that is told: "asked in a post |
// on Sunday | why", "wrote on Twitter | that same night | that", "said as much to the daily | on Monday |: there was",
// "agreed in Lima | on Monday | to".
func beforeClause(s *scene.Scene, c *scene.Quote, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	clause := words.ToldClause[s.At(hi)] || s.At(hi) == ":" || s.At(hi) == "to" && s.Capital(c.ContentLo+1)
	adjunct := words.Preposition[s.Lower[c.ContentLo]] && clause
	asMuch := s.HasPhrase(c.ContentLo, words.AsMuch) && s.At(hi) == ":"
	if !adjunct && !asMuch || hi >= c.ContentHi {
		return false
	}
	for k := c.ContentLo; k < lo; k++ {
		if s.FiniteVerb(k) || s.Lower[k] == "," || words.ToldClause[s.Lower[k]] {
			return false
		}
	}
	return true
}

// DayOfMain is the day with which the clause ends that a participle goes on with: "announced the sale late Thursday,
// | accusing the owners of". nil for none, and where the clause tells of what was still to come.
func DayOfMain(r *acts.Reader, c *scene.Quote) *record.Said {
	s := r.Body
	if c.CueHi <= c.CueLo || s.Doc.Tokens[c.CueLo].Tag != "VBG" {
		return nil
	}
	first, _ := s.SentenceBounds(c.CueLo)
	list := s.TimesIn(first, c.CueLo)
	for i := len(list) - 1; i >= 0; i-- {
		x := &list[i]
		lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
		goesOn := hi+1 == c.CueLo || s.At(c.CueLo-1) == "and" && s.Doc.Tokens[hi+1].Tag == "VBG"
		if s.At(hi) != "," || !goesOn || x.Future || !r.Days.CanBe(s, x) || ofComing(s, first, lo) {
			continue
		}
		return r.Days.Of(s, x)
	}
	return nil
}

// ofComing reports whether the time at token lo may be that of what was still to come, or of a gathering that is only
// announced: "decided to meet on Sunday", "called a meeting on Sunday".
func ofComing(s *scene.Scene, first, lo int) bool {
	for k := first; k < lo; k++ {
		if s.Lower[k] == "to" || s.Doc.Tokens[k].Tag == "MD" {
			return true
		}
	}
	return s.At(lo-1) == "on" && s.NounTag(lo-2)
}

// ToldAsEarlier reports whether the cue puts the words before the occasions that the article tells of: "had said",
// "has previously".
func ToldAsEarlier(s *scene.Scene, c *scene.Quote) bool {
	if c.CueHi <= c.CueLo {
		return false
	}
	if _, ok := SaidBefore(s, c.CueLo, c.CueHi); ok {
		return true
	}
	first, _ := s.SentenceBounds(c.CueLo)
	for k := max(first, c.CueLo-3); k < c.CueLo; k++ {
		if w := s.Lower[k]; w == "had" || w == "'d" {
			return true
		}
	}
	return false
}

// DeedReach is how many sentences before the words are searched for a deed of the speaker with its day.
const DeedReach = 5

// DayOfDeed dates words by what the speaker is said to have done in the sentences before: "The minister summoned the
// envoy on Thursday. He said that ...". The nearest sentence with the speaker as subject and a day beside it decides.
func DayOfDeed(r *acts.Reader, c *scene.Quote, speakers []*naming.Entity, reach int) *record.Said {
	s := r.Body
	for i := len(r.Focus) - 1; i >= 0; i-- {
		f := &r.Focus[i]
		if f.Pos < 0 || f.Speaking {
			continue
		}
		n := s.SentenceAt(f.Pos)
		if n > c.Sentence || n < c.Sentence-reach || !naming.OneVoice(f.Entities, speakers) {
			continue
		}
		sn := &s.Doc.Sentences[n]
		lo, _ := s.Range(text.Span{Start: f.Pos, End: f.Pos + 1})
		if Pluperfect(s, sn.First, sn.Last) {
			continue
		}
		if d := r.Days.Near(s, sn.First, sn.Last, lo, append(scene.Overlapping(r.Contents, sn.Span), c.Aside)); d != nil {
			return d
		}
	}
	return nil
}

// Pluperfect reports whether "had" stands among the tokens: what they tell is earlier than the rest of the story.
func Pluperfect(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.Lower[k] == "had" {
			return true
		}
	}
	return false
}
