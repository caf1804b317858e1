package resolve

import (
	"sort"
	"strings"
	"unicode/utf8"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// wordsOnly returns the quotes without what their contents have taken in of the saying itself: in "called for | an
// inquiry at a press conference on Monday" the inquiry is asked for, and the rest tells where and when.
func wordsOnly(s *scene.Scene, qs []quotes.Quote, published string) []quotes.Quote {
	out := append([]quotes.Quote{}, qs...)
	for i := range out {
		q := &out[i]
		if n := len(q.Content) - 1; q.Form == quotes.Indirect || q.Form == quotes.Mixed {
			p := q.Content[n]
			if end := max(circumstance(s, p), heldOn(s, p, published), dayAfterMarks(s, p, published)); end > 0 {
				q.Content = append(
					append([]text.Span{}, q.Content[:n]...),
					text.Span{Start: q.Content[n].Start, End: end},
				)
			}
		}
	}
	return out
}

// circumstance returns the byte where a noun phrase p ends before "at a press conference", "in an interview", "in a
// tweet of his own", "in his nightly address", "after a call", "at the Oslo Forum", "on Twitter"; 0 for none. In a
// clause the phrase is as likely to belong to what is reported: "said that he would resign at a press conference".
func circumstance(s *scene.Scene, p text.Span) int {
	lo, hi := s.Range(p)
	at := -1
	for k := afterMarks(s, p); k < hi; k++ {
		if s.FiniteVerb(k) {
			return 0
		}
		if s.Lower[k] == "on" && platformAt(s, k+1) && at < 0 {
			at = k
		}
		if !words.CircumstanceLead[s.Lower[k]] {
			continue
		}
		if at < 0 && ownOccasion(s, k, hi) {
			at = k
			break
		}
		some := words.IndefiniteArticle[s.At(k+1)]
		for j := k + 2; j < min(hi, k+7) && (some && j < k+5 || s.At(k+1) == "the" && s.Capital(j)); j++ {
			if words.SpeechOccasion[s.Lower[j]] && at < 0 {
				at = k
			}
		}
	}
	if at <= lo {
		return 0
	}
	return s.Doc.Tokens[at-1].End
}

// ownOccasion reports whether the speaker's own speech or text ends the tokens up to hi, but for its day, after the
// preposition at token k: "in | his nightly video address on Monday".
func ownOccasion(s *scene.Scene, k, hi int) bool {
	if !words.PossessivePerson[s.At(k+1)] {
		return false
	}
	for j := k + 2; j < min(hi, k+6); j++ {
		if words.SpeechOccasion[s.Lower[j]] {
			return j+1 == hi || dayAt(s, j+1, hi) != nil
		}
	}
	return false
}

// dayAt is the single day that tokens lo to hi-1 tell, with the words that lead to it, and nothing else; nil for none.
func dayAt(s *scene.Scene, lo, hi int) *dates.Expression {
	for lo < hi-1 && words.DayLead[s.Lower[lo]] && !s.InTime(lo) {
		lo++
	}
	x := s.TimeAt(lo)
	if lo >= hi || x == nil || !scene.SingleDay(x) {
		return nil
	}
	if _, end := s.Range(text.Span{Start: x.Start, End: x.End}); end != hi {
		return nil
	}
	return x
}

// dayAfterMarks returns the byte where a noun phrase p ends with its words in marks before the day on which they were
// said, which is over: "hailed the accord as “historic” | on Friday"; 0 for none.
func dayAfterMarks(s *scene.Scene, p text.Span, published string) int {
	lo, hi := s.Range(p)
	t := p.Of(s.Text)
	end := p.Start + strings.LastIndexAny(t, "”\"")
	if end < p.Start || s.At(lo) == "to" {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s.Text[end:])
	end += size
	opens := p.Start + strings.IndexAny(t, "“\"")
	for k := lo; k < hi; k++ {
		if at := s.Doc.Tokens[k].Start; s.FiniteVerb(k) && (at < opens || at >= end) {
			return 0
		}
	}
	for k := hi - 1; k > lo && s.Doc.Tokens[k].Start >= end; k-- {
		if s.Doc.Tokens[k-1].End > end {
			continue
		}
		x := dayAt(s, k, hi)
		if x == nil {
			return 0
		}
		if d, _ := x.Date(); d.Latest <= published {
			return end
		}
	}
	return 0
}

// heldOn returns the byte where what somebody agreed or promised to do, the infinitive p, ends before the encounter at
// which he did, told with its day, which is over: "agreed | to open the port during talks in Oslo on Monday"; 0 for
// none.
func heldOn(s *scene.Scene, p text.Span, published string) int {
	lo, hi := s.Range(p)
	x := s.TimeAt(hi - 1)
	if x == nil || s.At(lo) != "to" || !scene.SingleDay(x) {
		return 0
	}
	if d, _ := x.Date(); d.Latest >= published {
		return 0
	}
	for k := hi - 1; k > lo+2 && !s.FiniteVerb(k) && s.Lower[k] != ","; k-- {
		if !words.CircumstanceLead[s.Lower[k]] {
			continue
		}
		for j := k + 1; j < min(hi, k+5); j++ {
			if words.EncounterHeld[s.Lower[j]] {
				return s.Doc.Tokens[k-1].End
			}
		}
	}
	return 0
}

// takenTooFar reports whether the span of quote i runs over the source or cue of a quote next to it whose words it
// does not hold: a paraphrase that does not end where it should, and whose dates and acts are the article's.
func takenTooFar(qs []quotes.Quote, i int, p text.Span) bool {
	for j := max(0, i-3); j < min(len(qs), i+4); j++ {
		if j == i || scene.Covers(qs[i].Content, qs[j].Content[0]) {
			continue
		}
		if scene.Covers(qs[i].Source, qs[j].Content[0]) ||
			len(qs[j].Source) > 0 && scene.Covers(qs[i].Cue, qs[j].Source[0]) {
			return true // the words of another taken for a source
		}
		for _, l := range [][]text.Span{qs[j].Source, qs[j].Cue} {
			if len(l) > 0 && p.Contains(l[len(l)-1]) {
				return true
			}
		}
	}
	return false
}

// paraphrased lists the contents that have no words in marks. What a lede puts around somebody's marked words is the
// article's.
func paraphrased(qs []quotes.Quote) []text.Span {
	var out []text.Span
	for i := range qs {
		if qs[i].Form != quotes.Mixed && qs[i].Content[0].Start < 4000 {
			out = append(out, qs[i].Content...)
		}
	}
	return out
}

// reported is the part of a content whose own acts are none of the article's: all of words in marks; of a paraphrase
// not the phrase that it begins with ("posted | an article titled ..."), and nothing of one that is the sentence
// itself ("A rally was held in Oslo, according to the committee").
func reported(s *scene.Scene, p text.Span, q *quotes.Quote) text.Span {
	lo, hi := s.Range(p)
	if q.Form == quotes.Direct || q.Form == quotes.Unmarked || hi <= lo {
		return p
	}
	if s.Lower[lo] == "this" && hi-lo > 1 && (words.Preposition[s.Lower[lo+1]] || words.Relative[s.Lower[lo+1]]) {
		return text.Span{Start: s.Doc.Tokens[lo].End, End: s.Doc.Tokens[lo].End} // "said | this at a rally"
	}
	for k := lo; k < hi && k < lo+4; k++ {
		if words.Document[s.Lower[k]] && !s.FiniteVerb(k) {
			return text.Span{Start: p.End, End: p.End} // "issued | a joint statement on Monday": no words of anybody
		}
		if s.Lower[k] == "of" || s.Lower[k] == "that" {
			break
		}
	}
	if hi-lo < 4 {
		return p
	}
	if q.Form == quotes.Mixed {
		t := p.Of(s.Text)
		if a, b := strings.IndexAny(t, "“\""), strings.LastIndexAny(t, "”\""); a >= 0 && b > a {
			return text.Span{Start: p.Start + a, End: p.Start + b + 1}
		}
		return p
	}
	if first, _ := s.SentenceBounds(lo); q.Form == quotes.Indirect && lo <= s.AfterDateline(first) {
		return text.Span{Start: p.End, End: p.End}
	}
	return p
}

// near returns the contents that may touch the sentences of a quote: those within a few thousand bytes of it.
func near(contents []text.Span, q *quotes.Quote) []text.Span {
	lo, hi := q.Content[0].Start, q.Content[len(q.Content)-1].End
	for _, l := range [][]text.Span{q.Cue, q.Source} {
		for _, p := range l {
			lo, hi = min(lo, p.Start), max(hi, p.End)
		}
	}
	a := sort.Search(len(contents), func(i int) bool { return contents[i].Start >= lo-4000 })
	b := sort.Search(len(contents), func(i int) bool { return contents[i].Start > hi+2000 })
	return contents[a:b]
}

// actorEnd returns the token after those at token lo who are to do what is demanded, lo for none: "the government |
// explain", "Denmark | treat", "both sides | to wait".
func actorEnd(s *scene.Scene, lo, limit int) int {
	end := lo
	switch {
	case s.Lower[lo] == "the" && words.GovernmentName[s.At(lo+1)] && s.At(lo+2) != "of" && lo+2 < limit:
		return lo + 2
	case s.At(lo-1) == "that":
		end = stateToAct(s, lo, limit)
	}
	if end == lo {
		end = demandedAt(s, lo, min(limit, lo+longestGap), limit)
	}
	return end
}

// stateToAct returns the token after the state that opens a demanded clause at token lo: "that | Denmark | treat the
// matter". lo where no state does, or where something is to be done to it.
func stateToAct(s *scene.Scene, lo, hi int) int {
	m := s.MentionAt(s.SkipDeterminer(lo, hi))
	if m == nil || m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym {
		return lo
	}
	_, end := s.Range(m.Span)
	if end >= hi || s.Capital(end) || words.BeForm[s.Lower[end]] || strings.HasSuffix(s.Lower[end], "ed") {
		return lo
	}
	if tag := s.Doc.Tokens[end].Tag; !strings.HasPrefix(tag, "V") && !strings.HasPrefix(tag, "N") {
		return lo
	}
	return end
}

// insistedOn reports words that insist that a state do something, as a verb without the ending of the third person
// tells: "insisted that | Denmark hand over the ship", but not "insisted that Denmark owns it".
func insistedOn(s *scene.Scene, c *scene.Quote) bool {
	if !c.CueHas(s, words.Insisting) || s.At(c.ContentLo-1) != "that" {
		return false
	}
	end := stateToAct(s, c.ContentLo, c.ContentHi)
	if end == c.ContentLo {
		return false
	}
	w := s.Lower[end]
	bare := s.Doc.Tokens[end].Tag == "VB" || s.Doc.Tokens[end].Tag == "VBP" || words.Demanded[w]
	return bare && !strings.HasSuffix(w, "s") && !words.HaveForm[w]
}

// beforeDemand reports a mark or conjunction before whom a demand is made of.
func beforeDemand(w string) bool {
	switch w {
	case "“", `"`, "``", "that", "for":
		return true
	}
	return false
}

// demandedAt returns the token before hi with which what is demanded of the phrase at lo begins: "to do", "not to", a
// bare verb, "should". lo where the sentence, which goes up to limit, tells of none.
func demandedAt(s *scene.Scene, lo, hi, limit int) int {
	for k := lo + 1; k < hi; k++ {
		if opensDemanded(s, k) || s.Doc.Tokens[k].Tag == "RB" && k+1 < limit && barelyDemanded(s, k+1) {
			return k
		}
		if w := s.Lower[k]; w == "." && k+1 < limit && !s.Capital(k+1) || w == ":" || w == ";" {
			break
		}
	}
	return lo
}

// opensDemanded reports a word that opens what somebody is to do: "to", "not", "should", a bare verb.
func opensDemanded(s *scene.Scene, k int) bool {
	switch s.Lower[k] {
	case "“", `"`, "``": // "demanded that Denmark “withdraw”"
		return true
	case "to", "not":
		return !words.Office[s.Lower[k-1]] || barelyDemanded(s, k+1) && !words.BeForm[s.At(k+1)]
	case "should", "must":
		return true
	}
	return !s.Capital(k) && barelyDemanded(s, k)
}

// barelyDemanded reports a verb without "to": "that X | stop".
func barelyDemanded(s *scene.Scene, k int) bool {
	return k < len(s.Lower) && (s.Doc.Tokens[k].Tag == "VB" || words.Demanded[s.Lower[k]])
}

// doneTo reports a demand that something be done to those whom the phrase before token end, from token lo on, names:
// "called for | the road | to be opened", "demanded that | the crew | be freed". They are not asked to do it.
func doneTo(s *scene.Scene, c *scene.Quote, lo, end int) bool {
	clause, wanted := s.At(lo-1) == "that", strings.HasSuffix(c.CueText(s), " for") || s.At(lo-1) == "for"
	if s.At(end) == "to" && (clause || wanted) {
		end++
	} else if !clause {
		return false
	}
	if s.At(end) != "be" || end+2 >= len(s.Lower) {
		return false
	}
	if s.Doc.Tokens[end+1].Tag == "RB" {
		end++
	}
	return s.Doc.Tokens[end+1].Tag == "VBN"
}

// pronounUrged is the one whom the pronoun at token lo of a demand stands for: "accused Moss of haste and urged | him".
// nil for every other phrase.
func (r *cueReader) pronounUrged(
	c *scene.Quote, lo, end int, speakers []*naming.Entity, act *discourse.Act,
) []*naming.Entity {
	s := r.Body
	switch w := s.Lower[lo]; {
	case end-lo != 1:
		return nil
	case words.ObjectPronoun[w] && !isMark(s.At(end)): // not "asked | his “friends”"
		return r.phrases.object(c, speakers, act, w)
	case w == "it":
		return r.thingUrged(c, speakers)
	}
	return nil
}

// thingUrged is whom "it" stands for in a demand: the body or state to which the sentence tells the words before to
// have gone, "told the Council | and asked it", or the one state that it names before the cue, "said that Norway had
// come too late | and urged it". nil where there is none.
func (r *cueReader) thingUrged(c *scene.Quote, speakers []*naming.Entity) []*naming.Entity {
	last := r.last
	if last != nil && last.sentence == c.Sentence && naming.SameAll(last.speakers, speakers) && len(last.to) == 1 &&
		!last.to[0].Person() {
		return last.to
	}
	_, states := r.phrases.namedIn(max(c.SourceHi, c.Lo), c.CueLo, speakers)
	if len(states) != 1 {
		return nil
	}
	return states
}

// passiveSubject returns the tokens of the phrase before the form of "be" at token be and its auxiliaries; where no
// phrase ends there, those of the subject of the clause: "came and | was told". -1 for none.
func passiveSubject(s *scene.Scene, from, be int) (lo, hi int) {
	hi = be
	for hi > from && (words.HaveForm[s.Lower[hi-1]] || strings.HasPrefix(s.Doc.Tokens[hi-1].Tag, "RB")) {
		hi--
	}
	if hi > from && s.Lower[hi-1] == "," {
		hi--
	}
	for lo = from; lo < hi; lo++ {
		if s.PhraseEnd(lo, hi) == hi {
			return lo, hi
		}
	}
	if a, b, ok := s.Clauses.Subject(be); ok {
		return a, b
	}
	return -1, -1
}
