package cotext

import (
	"slices"
	"strings"

	"demarche/timeline/scene"
)

// Quote is a quote with the features of the words in and around it.
type Quote struct {
	article *Article
	quote   *scene.Quote
	own     string   // see [Quote.Own]
	near    []uint32 // cue, source, the other words of its sentence, the first reported words
	wide    []uint32 // all reported words, the sentences beside it, the title
	cue     uint32   // the last word of the cue
}

// role says where a word stands; a feature is a word in its role.
type role uint32

// The roles of the words around a quote and around a place.
const (
	ofCue role = iota + 1
	ofTag
	ofHead
	beforeCue // in its sentence
	afterCue
	ofPair
	firstReported // followed by the second and the third
	secondReported
	thirdReported
	reported
	reportedPair
	sentenceBefore
	sentenceAfter
	ofTitle
	ofClass
	ofKind
	ofProposer
	inSource
	sourceOfKind
	sourceByProposer
	sourceOfOffice
	placed
	nowhere
	wordBefore
	wordsBefore
	wordAfter
	wordsAfter
	wordsBeside
	placedByCue
	wordBeforeByCue
	verbBefore
	verbAfter
	inTime
	verbTag
	betweenCue
)

// as is the word w in the role.
func (r role) as(w uint32) uint32 { return join(uint32(r), w) }

// How many words are read: of a sentence, and of the reported words; and how many of these by their order.
const mostWords, mostReported, inOrder = 50, 50, 3

// Around reads the words in and around a quote of somebody of the state own, "" for none.
func (a *Article) Around(c *scene.Quote, own string) *Quote {
	q := &Quote{article: a, quote: c, own: own}
	q.readCue()
	q.readSentence()
	q.readReported()
	s := a.body
	if c.Lo > 0 {
		q.readBeside(sentenceBefore, c.Lo-1)
	}
	if c.Hi < len(s.Lower) {
		q.readBeside(sentenceAfter, c.Hi)
	}
	for _, w := range a.title {
		q.wide = append(q.wide, ofTitle.as(w))
	}
	return q
}

// Own is the state of the quote's speakers, "" for none.
func (q *Quote) Own() string { return q.own }

// readCue adds the words of the cue, the tag of the first, and the head of the source.
func (q *Quote) readCue() {
	a, c := q.article, q.quote
	tag := ""
	if c.CueHi > c.CueLo {
		tag, q.cue = a.body.Doc.Tokens[c.CueLo].Tag, hash(a.body.Lower[c.CueHi-1])
	}
	for k := c.CueLo; k < c.CueHi; k++ {
		q.near = append(q.near, ofCue.as(hash(a.body.Lower[k])))
	}
	head := uint32(0)
	for k := c.SourceLo; k < c.SourceHi && (k == c.SourceLo || !a.endsHead(k)); k++ {
		head = a.at(k, q.own)
	}
	q.near = append(q.near, ofTag.as(hash(tag)), ofHead.as(head))
}

// endsHead reports whether token k ends the head of a noun phrase: a preposition or a comma.
func (a *Article) endsHead(k int) bool {
	return a.body.Lower[k] == "," || a.body.Doc.Tokens[k].Tag == "IN"
}

// readSentence adds the words of the quote's sentence that are neither reported nor cue nor source, and their pairs.
func (q *Quote) readSentence() {
	a, c := q.article, q.quote
	told, before := 0, uint32(0)
	for k := c.Lo; k < c.Hi && told < mostWords; k++ {
		cue, source := c.CueLo <= k && k < c.CueHi, c.SourceLo <= k && k < c.SourceHi
		if cue || source || q.reported(k) {
			before = 0
			continue
		}
		told++
		where, w := beforeCue, a.at(k, q.own)
		if k > c.Anchor {
			where = afterCue
		}
		if w == before {
			continue // a name or a time of several words
		}
		q.near = append(q.near, where.as(w))
		if before != 0 {
			q.near = append(q.near, join(ofPair.as(before), w))
		}
		before = w
	}
}

// reported reports whether token k is one of the reported words.
func (q *Quote) reported(k int) bool {
	return scene.Covers(q.quote.Spans.Content, q.article.body.Doc.Tokens[k].Span)
}

// readReported adds the reported words and their pairs, and the first of them by their order.
func (q *Quote) readReported() {
	n := 0
	for _, at := range q.quote.Spans.Content {
		lo, hi := q.article.body.Range(at)
		for k := lo; k < hi && n < mostReported; k++ {
			w := q.article.at(k, q.own)
			if n < inOrder {
				q.near = append(q.near, (firstReported + role(n)).as(w))
			}
			q.wide = append(q.wide, reported.as(w))
			if k > lo {
				q.wide = append(q.wide, join(reportedPair.as(q.article.at(k-1, q.own)), w))
			}
			n++
		}
	}
}

// readBeside adds the words of the sentence that holds token k.
func (q *Quote) readBeside(where role, k int) {
	first, last := q.article.body.SentenceBounds(k)
	for k := first; k < min(last, first+mostWords); k++ {
		q.wide = append(q.wide, where.as(q.article.at(k, q.own)))
	}
}

// Candidate is a value for a field of a quote as far as words can speak for it.
type Candidate struct {
	Class    string   // what all words around the quote speak for or against
	Kind     string   // what the words of its sentence speak for besides
	Proposer string   // who put it forward
	Places   []uint32 // features of the places that name it and of the source; see [Quote.Place] and [Quote.Source]
}

// Features adds to the list all features of a candidate: what all of its class share, all of its kind, all of its
// proposer, and what is its own.
func (q *Quote) Features(list []uint32, c *Candidate) []uint32 {
	list = slices.Grow(list, len(q.wide)+3*(len(q.near)+len(c.Places)+1))
	list = q.Class(list, c.Class)
	list = q.Kind(list, c.Kind)
	list = q.Proposer(list, c.Proposer)
	return q.Alone(list, c)
}

// Class adds to the list the features that all candidates of a class share.
func (q *Quote) Class(list []uint32, class string) []uint32 {
	with := ofClass.as(hash(class))
	return crossed(crossed(append(list, with), q.wide, with), q.near, with)
}

// Kind adds to the list the features that all candidates of a kind share.
func (q *Quote) Kind(list []uint32, kind string) []uint32 {
	return crossed(list, q.near, ofKind.as(hash(kind)))
}

// Proposer adds to the list the features that all candidates of a proposer share.
func (q *Quote) Proposer(list []uint32, by string) []uint32 {
	return crossed(list, q.near, ofProposer.as(hash(by)))
}

// Alone adds to the list the features of the candidate's places, and of its class and proposer with its kind.
func (q *Quote) Alone(list []uint32, c *Candidate) []uint32 {
	kind, by := ofKind.as(hash(c.Kind)), ofProposer.as(hash(c.Proposer))
	list = append(list, join(ofClass.as(hash(c.Class)), kind), join(by, kind))
	list = append(list, c.Places...)
	return crossed(crossed(list, c.Places, kind), c.Places, by)
}

// crossed adds to the list each word with what it may speak for.
func crossed(list, words []uint32, with uint32) []uint32 {
	for _, w := range words {
		list = append(list, join(w, with))
	}
	return list
}

// Source are features of the words for the speaker as words for a candidate of that kind, class of body and office,
// from that proposer.
func (q *Quote) Source(kind, proposer string, offices ...string) []uint32 {
	var out []uint32
	k, by := sourceOfKind.as(hash(kind)), sourceByProposer.as(hash(proposer))
	for i := q.quote.SourceLo; i < q.quote.SourceHi; i++ {
		w := q.article.at(i, q.own)
		out = append(out, join(w, k), join(w, by))
		for _, o := range offices {
			for of := range strings.FieldsSeq(strings.ToLower(o)) {
				out = append(out, join(w, sourceOfOffice.as(hash(of))))
			}
		}
	}
	return out
}
