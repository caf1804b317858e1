package acts

import (
	"slices"
	"strconv"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Days reads the days on which things were said and done. It does not know by whom.
type Days struct {
	*Account
	headed []headedDay // nil before they are read
}

// Near returns the date of saying that the tokens of a sentence give for what is told at token at: the expression of
// a day (or month) nearest to it, outside of the words reported.
func (r *Days) Near(s *scene.Scene, lo, hi, at int, covered []text.Span) *record.Said {
	var best *dates.Expression
	far := 1 << 30
	p := s.Doc.Tokens[min(at, len(s.Doc.Tokens)-1)].Start
	joined := joins(s, lo, at)
	list := s.TimesIn(lo, hi)
	for i := range list {
		x := &list[i]
		if !r.ofWords(s, x, covered) || beside(s, at, x) {
			continue
		}
		d := max(p-x.Start, x.Start-p)
		if joined && x.Start < p || publishedOn(s, x.Start) || acrossSemicolon(s, at, x) || r.monthLongAgo(s, x) {
			d += secondary
		}
		if d < far {
			best, far = x, d
		}
	}
	if d := r.besideClause(s, lo, at, best); d != nil {
		return d
	}
	if best == nil {
		return nil
	}
	said := r.Of(s, best)
	r.stretch(s, list, best, said)
	return said
}

// monthLongAgo reports a month or stretch of days weeks before the story: where the sentence tells another day, it is
// that of what is spoken of: "On Friday she apologised for “mistakes” | in May 2010 |".
func (r *Days) monthLongAgo(s *scene.Scene, x *dates.Expression) bool {
	d := r.Of(s, x)
	return d != nil && Wide(d) && r.LongBefore(d)
}

// acrossSemicolon reports whether a semicolon stands between the expression and token at: "stood at 251 on Friday; |
// Lind told the daily on June 18".
func acrossSemicolon(s *scene.Scene, at int, x *dates.Expression) bool {
	lo, _ := s.Range(text.Span{Start: x.Start, End: x.End})
	return s.Contains(min(lo, at), max(lo, at), ";")
}

// beside reports whether the expression stands in a clause that tells of something else than token at.
func beside(s *scene.Scene, at int, x *dates.Expression) bool {
	lo, _ := s.Range(text.Span{Start: x.Start, End: x.End})
	return s.Clauses.Beside(at, lo)
}

// ofWords reports whether the expression may tell the day of words outside of those that are covered.
func (r *Days) ofWords(s *scene.Scene, x *dates.Expression, covered []text.Span) bool {
	switch {
	case scene.Covers(covered, text.Span{Start: x.Start, End: x.End}), !r.CanBe(s, x), FromEvent(s, x),
		x.Holiday != "" && !r.holidayIsDay(s, x), marksSomethingElse(s, x.Start):
		return false
	}
	return s.IsTitle || !r.blurred(x)
}

// stretch makes the day that the expression best of a list tells one stretch of days with that beside it: "on Sept. 5
// and 6".
func (r *Days) stretch(s *scene.Scene, list []dates.Expression, best *dates.Expression, said *record.Said) {
	for i := range list {
		a, b := i, i+1
		if b >= len(list) || &list[a] != best && &list[b] != best {
			continue
		}
		da, _ := r.past(s, &list[a])
		db, _ := r.past(s, &list[b])
		switch between := strings.TrimSpace(s.Text[list[a].End:list[b].Start]); {
		case between != "and" && between != "to" && between != "-" && between != "–",
			len(da.EDTF) != 10,
			len(db.EDTF) != 10,
			da.EDTF >= db.EDTF:
		default:
			said.Date = dates.Between(da.EDTF, db.EDTF)
			said.Evidence = text.Span{Start: list[a].Start, End: list[b].End}
		}
	}
}

// secondary is added to the distance, in bytes, of days that are those of the words only where no others are told.
const secondary = 1 << 20

// joins reports whether "and" joins the verb at token at to one that is told before it, with days of its own: "flew to
// Oslo on Monday | and met | Lind on Tuesday".
func joins(s *scene.Scene, lo, at int) bool {
	k := at - 1
	for k > lo && strings.HasPrefix(s.Doc.Tokens[k].Tag, "RB") {
		k--
	}
	return k > lo && s.Lower[k] == "and" && s.FiniteVerb(at)
}

// publishedOn reports whether the expression at byte pos tells when words were published: "an interview | aired on".
func publishedOn(s *scene.Scene, pos int) bool {
	k, _ := s.Range(text.Span{Start: pos, End: pos + 1})
	for k--; k > 0 && words.DayLead[s.Lower[k]]; k-- {
	}
	return k > 0 && words.Published[s.Lower[k]]
}

// blurred reports a "recently" within somebody's words: it blurs what they speak of, not when they were said.
func (r *Days) blurred(x *dates.Expression) bool {
	d, ok := x.Date()
	return ok && strings.HasSuffix(d.EDTF, "~") && scene.Covers(r.Contents, text.Span{Start: x.Start, End: x.End})
}

// holidayIsDay reports whether a holiday stands for the day of saying: "on Russia's National Day", told within days
// of it. An anniversary for which a message was sent says nothing of when it was sent.
func (r *Days) holidayIsDay(s *scene.Scene, x *dates.Expression) bool {
	low := strings.ToLower(s.Text[x.Start:x.End])
	if words.AnniversaryPart.Within(low) {
		return false
	}
	d, ok := x.Date()
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	if next := s.At(hi); ok && d.Earliest == d.Latest && (words.OpensInterview[next] || words.PublicSpeech[next]) {
		return words.Determiner[s.At(lo-1)] && s.At(lo-2) == "in" // "in a New Year's Eve interview"
	}
	if s.At(lo-1) == "the" {
		lo--
	}
	return ok && s.At(lo-1) == "on" && r.Day != "" && dates.DaysBetween(d.Earliest, r.Day) <= 3
}

// Of is the day that an expression of time names, as the day when something was said.
func (r *Days) Of(s *scene.Scene, x *dates.Expression) *record.Said {
	d, ok := r.past(s, x)
	if !ok {
		return nil
	}
	return &record.Said{Date: d, Basis: x.Basis(), Evidence: text.Span{Start: x.Start, End: x.End}}
}

// past is the date of an expression as that of something that has been said: one that takes up a day told before is
// that day.
func (r *Days) past(s *scene.Scene, x *dates.Expression) (dates.Date, bool) {
	if d, ok := r.again(s, x); ok {
		return d, true
	}
	if d, ok := r.stamped(s, x); ok {
		return d, true
	}
	return r.dated(s, x)
}

// dated is the date of an expression by itself, of something that has been said: a day without its year is the last one
// of that name up to publication, whatever other years the article speaks of.
func (r *Days) dated(s *scene.Scene, x *dates.Expression) (dates.Date, bool) {
	d, ok := x.Date()
	if ok && x.Relative && strings.Contains(d.EDTF, "/") && d.Earliest <= r.Day && r.Day <= d.Latest {
		return r.soFar(s, x, d), true
	}
	if !ok || x.Relative || x.Lent || x.Holiday != "" || len(r.Day) != 10 {
		return d, ok
	}
	dayOrMonth := len(d.EDTF) == 10 || len(d.EDTF) == 7
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	if !dayOrMonth || strings.Contains(s.Text[x.Start:x.End], d.EDTF[:4]) || s.Contains(lo, hi, "year") {
		return d, ok // also "July 6 of that year"
	}
	if d.Earliest > r.Published.Latest && dates.DaysBetween(d.Earliest, r.Day) <= 60 {
		return d, ok // still to come: "scheduled for April 12"
	}
	for year := atoi(r.Day[:4]); year >= atoi(r.Day[:4])-1; year-- {
		p, err := dates.Parse(strconv.Itoa(year) + d.EDTF[4:])
		if err == nil && p.Earliest <= r.Published.Latest {
			return p, true
		}
	}
	return d, ok
}

// atoi is the number that a date holds at a place where it always has digits.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// CanBe reports whether an expression may be the day of an utterance: a day, a stretch of days or a month, not a
// year, a decade, a set, a holiday of which the words only speak, or something still to come.
func (r *Days) CanBe(s *scene.Scene, x *dates.Expression) bool {
	if x.Type == "SET" || x.Type == "DURATION" || ofNamedPart(s, x) {
		return false
	}
	d, ok := r.past(s, x)
	if !ok || r.Day != "" && d.Earliest > r.Published.Latest || len(d.Earliest) != 10 || len(d.Latest) != 10 {
		return false
	}
	return d.Earliest[:7] == d.Latest[:7] || strings.Contains(d.EDTF, "/") && len(d.EDTF) == 21
}

// DatesOther reports whether an expression of time dates another thing than words that are told beside it.
func DatesOther(s *scene.Scene, x *dates.Expression) bool {
	return marksSomethingElse(s, x.Start)
}

// marksSomethingElse reports whether the expression at byte pos dates another thing than the words: "the June 15 joint
// declaration", "his April 25 meeting", "marked on October 29", "since Monday", "from Monday", "ahead of Friday's".
func marksSomethingElse(s *scene.Scene, pos int) bool {
	lo, _ := s.Range(text.Span{Start: pos, End: pos + 1})
	if s.AfterDateline(lo) != lo || ofReport(s, lo) || ofTopic(s, lo) {
		return true
	}
	for k := lo - 1; k >= 0 && k >= lo-3; k-- {
		switch {
		case words.DayLimiter[s.Lower[k]]:
			if s.Lower[k] == "of" {
				return k == lo-1 && !OfText(s, lo) && !ofHours(s, k)
			}
			return s.Lower[k] != "between" && s.At(k-1) != "not" // "not until Monday" did somebody speak
		case words.DayLead[s.Lower[k]]:
			continue
		case words.DayVerb[s.Lower[k]]:
			return !ofOwnText(s, k)
		}
		break
	}
	return ofEvent(s, lo) || ofComing(s, lo) || ofQuestion(s, lo) || ofVictim(s, lo) ||
		opensWords(s, lo) || sinceDeed(s, lo)
}

// ofHours reports whether the "of" at token k stands between a part of a day and the day: "the early hours | of |
// Saturday".
func ofHours(s *scene.Scene, k int) bool {
	part := s.At(k - 1)
	return words.PartOfDay[part] || words.HoursOf[part]
}

// opensWords reports whether the expression at token lo stands at the start of the clause that is told: "said that | on
// Monday | the ship had left".
func opensWords(s *scene.Scene, lo int) bool {
	k, hi := lo-1, lo
	for k > 1 && words.DayLead[s.Lower[k]] {
		k--
	}
	for hi < len(s.Lower) && s.InTime(hi) {
		hi++
	}
	if s.At(hi) == "," {
		hi++
	}
	told := k > 0 && (strings.HasPrefix(s.Doc.Tokens[k-1].Tag, "VB") || words.PressPeople[s.Lower[k-1]])
	return told && s.Lower[k] == "that" && s.At(hi) != "that" && !s.FiniteVerb(hi)
}

// sinceDeed reports whether the expression at token lo tells from when something has been so: "in the job | since he
// was sworn in on Monday". Of words told in such a clause it is the day: "since Peru said on Monday".
func sinceDeed(s *scene.Scene, lo int) bool {
	since := s.Clauses.Since(lo)
	return since >= 0 && !slices.ContainsFunc(s.Lower[since:lo], func(w string) bool { return words.Speaking[w] })
}

// ofComing reports whether the expression at token lo dates what was still to come, in the adjunct with which the
// sentence opens: "Ahead of the vote on August 20, ...", but not "Before parliament on Monday".
func ofComing(s *scene.Scene, lo int) bool {
	first, _ := s.SentenceBounds(lo)
	first = s.AfterDateline(first)
	if lo-first > 9 || lo-first < 2 || !words.Coming[s.Lower[first]] {
		return false
	}
	for k := first; k < lo; k++ {
		if s.Lower[k] == "," || s.FiniteVerb(k) {
			return false
		}
	}
	return !words.HearingBody[s.Lower[lo-1]] && !(words.DayLead[s.Lower[lo-1]] && words.HearingBody[s.Lower[lo-2]])
}

// ofEvent reports whether the expression at token lo is an adjective of a noun: "the October 4 declaration", "an April
// 25 meeting".
func ofEvent(s *scene.Scene, lo int) bool {
	k := lo
	for k < len(s.Lower) && s.InTime(k) {
		k++
	}
	if lo == 0 || k >= len(s.Lower) || s.Capital(k) {
		return false
	}
	determined := words.Determiner[s.Lower[lo-1]] || s.Lower[lo-1] == "'s"
	return determined && (words.DatedEvent[s.Lower[k]] || s.Lower[k] == "'s")
}

// ofVictim reports whether the expression at token lo stands between what was done and to whom: "the killing | in
// January | of a girl".
func ofVictim(s *scene.Scene, lo int) bool {
	hi := lo
	for hi < len(s.Lower) && s.InTime(hi) {
		hi++
	}
	return words.DoneTo[s.At(lo-2)] && words.DayLead[s.At(lo-1)] && s.At(hi) == "of"
}

// ofReport reports whether the expression at token lo tells when a carrier of news reported: "KCNA said on Tuesday".
func ofReport(s *scene.Scene, lo int) bool {
	k := lo - 1
	for k >= 0 && words.DayModifier[s.Lower[k]] {
		k--
	}
	if k < 1 || !words.Carrying[s.Lower[k]] {
		return false
	}
	m := s.MentionAt(k - 1)
	return m != nil && m.Actor.Kind == actors.Medium || words.MediaTail[s.Lower[k-1]]
}

// Wide reports whether a date is wider than a day.
func Wide(d *record.Said) bool { return d.Earliest != d.Latest }

// ofTopic reports whether the expression of time at token lo dates an event that is only spoken about: "a discussion
// of the King's visit to Russia in March". Where the words fell during the event ("at the summit in May", "on his
// visit in May") its day is theirs.
func ofTopic(s *scene.Scene, lo int) bool {
	first, _ := s.SentenceBounds(lo)
	event := -1
	for k := lo - 1; k >= first && k >= lo-10 && event < 0; k-- {
		if w := s.Lower[k]; w == "," || w == ";" || s.FiniteVerb(k) {
			return false
		}
		if words.DayEvent[s.Lower[k]] {
			event = k
		}
	}
	for k := event - 1; k >= first && k >= event-12 && event >= 0; k-- {
		w := s.Lower[k]
		switch {
		case words.TopicVerb[w], w == "of" && words.TopicNoun[s.At(k-1)]:
			return true
		case w == "of",
			w == "'s",
			w == "'",
			words.Determiner[w],
			s.Capital(k),
			s.NounTag(k),
			strings.HasPrefix(s.Doc.Tokens[k].Tag, "VBG"):
		default:
			return false
		}
	}
	return false
}

// recent is the number of days within which what an article tells of is its own story rather than its background.
const recent = 21

// LongBefore reports whether the day lies more than a few weeks before that of the article.
func (r *Days) LongBefore(d *record.Said) bool {
	return d != nil && d.Latest != "" && r.Day != "" && dates.DaysBetween(d.Latest, r.Day) > recent
}
