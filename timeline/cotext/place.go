package cotext

import (
	"strings"

	"demarche/timeline/scene"
)

// zone is where a place stands as seen from a quote.
type zone uint32

const (
	elsewhere zone = iota
	amongReported
	ahead // of the cue, in its sentence
	after
	justBefore // in the sentence before
	before     // in the three before that one
	next       // in the sentence after
)

// Reach is how many sentences before a quote a place may stand for its words to be read; after it, it is one.
const Reach = 4

// zoneOf is the zone of token k.
func (q *Quote) zoneOf(k int) zone {
	c := q.quote
	if q.reported(k) {
		return amongReported
	}
	switch back := c.Sentence - q.article.body.SentenceAt(q.article.body.Doc.Tokens[k].Start); {
	case back == 0 && k < c.Anchor:
		return ahead
	case back == 0:
		return after
	case back == 1:
		return justBefore
	case back > 1 && back <= Reach:
		return before
	case back == -1:
		return next
	}
	return elsewhere
}

// Place adds to the list the features of the words beside token k, where a candidate is named; through says what is
// named there where that is not the candidate itself. It adds nothing for a place too far away.
func (q *Quote) Place(list []uint32, k int, through string) []uint32 {
	z := q.zoneOf(k)
	if z == elsewhere {
		return list
	}
	a, s := q.article, q.article.body
	lo, hi := k, k+1
	if m := s.MentionAt(k); m != nil {
		lo, hi = s.Range(m.Span)
	}
	where := join(uint32(z), hash(through))
	as := func(r role, words ...uint32) {
		f := join(r.as(where), 0)
		for _, w := range words {
			f = join(f, w)
		}
		list = append(list, f)
	}
	left, right := a.at(lo-1, q.own), a.at(hi, q.own)
	as(placed)
	as(wordBefore, left)
	as(wordsBefore, a.at(lo-2, q.own), left)
	as(wordAfter, right)
	as(wordsAfter, right, a.at(hi+1, q.own))
	as(wordsBeside, left, right)
	as(placedByCue, q.cue)
	as(wordBeforeByCue, q.cue, left)
	if v := verb(s, lo-1, -1, verbBack); v >= 0 {
		as(verbBefore, hash(s.Lower[v]))
	}
	if v := verb(s, hi, 1, verbAhead); v >= 0 {
		as(verbAfter, hash(s.Lower[v]))
	}
	return list
}

// Nowhere is the feature of a candidate that is named nowhere near.
func Nowhere() uint32 { return nowhere.as(0) }

// How many words before and after a name its verb is looked for.
const verbBack, verbAhead = 11, 8

// verb is the first verb from token k in steps of by, among so many; -1 for none.
func verb(s *scene.Scene, k, by, among int) int {
	for ; among > 0 && 0 <= k && k < len(s.Lower); k, among = k+by, among-1 {
		if tag := s.Doc.Tokens[k].Tag; strings.HasPrefix(tag, "V") || tag == "MD" {
			return k
		}
	}
	return -1
}

// Time adds to the list the features of an expression of time, tokens lo to hi-1: its words, those beside it, and those
// between it and the cue in the sentence of the quote.
func (q *Quote) Time(list []uint32, lo, hi int) []uint32 {
	if lo >= hi || hi > len(q.article.words) {
		return list
	}
	a, s, c := q.article, q.article.body, q.quote
	z := q.zoneOf(lo)
	list = q.Place(list, lo, "time")
	for k := lo; k < hi; k++ {
		list = append(list, join(inTime.as(hash(s.Lower[k])), uint32(z)))
	}
	if v := verb(s, lo-1, -1, verbBack); v >= 0 {
		list = append(list, join(verbTag.as(hash(s.Doc.Tokens[v].Tag)), uint32(z)))
	}
	if z == ahead || z == after {
		for k := min(hi, c.Anchor); k < max(lo, c.Anchor); k++ {
			if !q.reported(k) {
				list = append(list, join(betweenCue.as(a.at(k, q.own)), uint32(z)))
			}
		}
	}
	return list
}
