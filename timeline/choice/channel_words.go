package choice

import (
	"demarche/quotes/text"
	"demarche/timeline/record"
)

// reach is how many sentences before and after a quote are searched for words that speak for a channel.
const reach = 12

// never stands for the distance of what is not there.
const never = 99

// nearness tells where the words for a channel stand as seen from a quote.
type nearness struct {
	after, before float32 // tokens from the cue to the nearest in its sentence
	count         float32 // in its sentence
	back, forward float32 // sentences to the nearest before and after
	own           float32 // sentences to the nearest in a sentence about the speakers
	opening       float32 // in the first three sentences
	weak          float32 // weak words in its sentence and the one before
	rank          float32 // of the nearest before among all channels' nearest
	at            text.Span
}

func farAway() *nearness {
	return &nearness{after: never, before: never, back: never, forward: never, own: never, rank: never}
}

// nearWords tells for each channel that has words around the quote where they stand.
func nearWords(ps []*Passage, p *Passage, e *evidence) map[record.Channel]*nearness {
	out := map[record.Channel]*nearness{}
	of := func(ch record.Channel) *nearness {
		if out[ch] == nil {
			out[ch] = farAway()
		}
		return out[ch]
	}
	n := p.Quote.Sentence
	around := e.wordsIn(n-reach, n+reach/2)
	rank := float32(0)
	for i := len(around) - 1; i >= 0; i-- {
		w := &around[i]
		if !w.speaksOf(p, ps) {
			continue
		}
		x := of(w.channel)
		x.place(p, w, e)
		if w.strong && w.sentence <= n && x.rank == never {
			x.rank = rank
			rank++
		}
		if x.at.End == 0 || w.sentence == n {
			x.at = p.Body.Doc.Tokens[w.token].Span
		}
	}
	for _, w := range e.wordsIn(0, 3) {
		if w.strong && w.speaksOf(p, ps) {
			of(w.channel).opening++
		}
	}
	return out
}

// place enters one word.
func (x *nearness) place(p *Passage, w *word, e *evidence) {
	n := p.Quote.Sentence
	if !w.strong {
		if w.sentence == n || w.sentence == n-1 {
			x.weak++
		}
		return
	}
	far := float32(w.token - p.Quote.Anchor)
	switch {
	case w.sentence == n && far >= 0:
		x.after = min(x.after, far)
		x.count++
	case w.sentence == n:
		x.before = min(x.before, -far)
		x.count++
	case w.sentence < n:
		x.back = min(x.back, float32(n-w.sentence))
	default:
		x.forward = min(x.forward, float32(w.sentence-n))
	}
	if d := float32(max(n-w.sentence, w.sentence-n)); d < x.own && e.about(w.sentence, p.Speakers) {
		x.own = d
	}
}
