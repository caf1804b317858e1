package quotes

import (
	"math"

	"demarche/quotes/text"
)

// clauseFrames are the complements that say what was said, not what it was about.
const clauseFrames = frameThat | frameTo | frameRcptThat | frameRcptTo

// voice tells whose words a sentence is among.
type voice uint8

const (
	voiceArticle  voice = iota // those of the article
	voiceQuestion              // those of somebody who asks
	voiceOwn                   // those of one speaker
	voiceJoint                 // those of the issuers of a joint statement
)

// voices knows whose words stand where in a document.
type voices struct {
	labels     spans
	own, joint spans
}

// newVoices reads the voices off what the layout gives. A joint statement is in its issuers' voice to its end,
// although only its first paragraphs are quotes.
func newVoices(qs []Quote, labels spans) voices {
	v := voices{labels: labels}
	for _, q := range qs {
		switch q.By {
		case ByTurn, ByStatement:
			v.own = append(v.own, q.Content...)
		case ByJoint:
			v.joint = append(v.joint, q.Content...)
		}
	}
	if n := len(v.joint); n > 0 {
		v.joint = append(v.joint, text.Span{Start: v.joint[n-1].End, End: math.MaxInt})
	}
	return v
}

// at returns the voice of the words at a byte.
func (v voices) at(start int) voice {
	switch {
	case v.own.holds(start):
		return voiceOwn
	case v.joint.holds(start):
		return voiceJoint
	case len(v.labels) > 0 && start > v.labels[0].Start:
		return voiceQuestion
	}
	return voiceArticle
}

// within reports whether a report in the voice v is one of words said elsewhere, and not what the speaker does by
// speaking: "We urge both sides to ..." is his appeal, "I said yesterday that ..." tells of words. What unnamed
// "reports" say is nobody's.
func (rr reportReader) within(r report, v voice) bool {
	past := r.form&(formPast|formParticiple|formGerund) != 0 || r.rule == rulePurpose
	switch {
	case v == voiceArticle:
		return true
	case r.source.empty():
		return past && v == voiceOwn
	case rr.speakers.participant(r.source):
		return past && v != voiceJoint && rr.tellsWords(r)
	case rr.speakers.nobody(r.source):
		return false
	case v == voiceJoint:
		return past && !rr.speakers.group(r.source)
	}
	return past || v == voiceQuestion || r.verb == nil || lexicon().telling[r.verb.lemma] == "telling"
}

// tellsWords reports a report of one who speaks, or is spoken to, that gives words, not what the speaker does or saw.
func (rr reportReader) tellsWords(r report) bool {
	if r.frame&clauseFrames == 0 || rr.in(r.content[0].lo, words.SayObject) {
		return false
	}
	return rr.is(r.source.lo, "i") || !noticing(r.verb)
}

// noticing reports a verb that says of a body, or of those spoken to, what they saw, not what they said: "We noted
// that ...".
func noticing(v *cueVerb) bool { return v != nil && lexicon().telling[v.lemma] == "noticing" }

// idle reports an indirect quote that was found without the grammar among the words of a transcript, of nobody in
// particular.
func (rr reportReader) idle(q Quote, vs voices) bool {
	if !isLayout(q) && len(q.Cue) > 0 && len(q.Source) > 0 && rr.inHeading(q) {
		return true
	}
	if isLayout(q) || q.Form != Indirect || vs.at(q.Content[0].Start) == voiceArticle {
		return false
	}
	return len(q.Source) == 0 || rr.asked(q) || rr.speakers.nobody(rr.paragraphs.tokensOf(q.Source[:1])[0])
}

// asked reports a quote whose cue is the verb of a question: "Could the ministry | tell | us".
func (rr reportReader) asked(q Quote) bool {
	if len(q.Cue) == 0 {
		return false
	}
	cue := rr.paragraphs.tokensOf(q.Cue[:1])[0].lo
	if cue >= len(rr.w) {
		return false
	}
	sn := rr.d.Sentences[rr.paragraphs.sentenceOf(cue)]
	s := &sentence{grammar: rr.grammar, lo: sn.First, hi: sn.Last}
	return s.uses().asked(cue)
}

// inHeading reports a quote whose words stand in a heading with their source.
func (rr reportReader) inHeading(q Quote) bool {
	c, s := rr.paragraphs.tokensOf(q.Content[:1])[0], rr.paragraphs.tokensOf(q.Source[:1])[0]
	return !c.empty() && !s.empty() && rr.paragraphs.of(c.lo) == rr.paragraphs.of(s.lo) && rr.paragraphs.heading(c.lo)
}
