package quotes

import (
	"slices"

	"demarche/quotes/learned"
)

// alone adds to the quotes of a document the likely attributions that only the models find: those whose cue shares no
// word with the cue of a quote and whose words no quote has, such as `"We wait," the envoy | sniffed`, or a report
// inside the words of another one for which the grammar has no frame.
func (jo joiner) alone(cands byCue, qs []Quote) []Quote {
	cues := &claims{d: jo.d}
	for _, q := range qs {
		cues.spans = append(cues.spans, q.Cue...)
	}
	cues.add(nil) // sorts them
	byStart, laid := sortedByStart(qs), layoutSpans(qs)
	var added []Quote
	for i := range cands {
		if cands[i].P < sureP || len(cands[i].Source) == 0 {
			continue
		}
		q := jo.tidied(ofCandidate(&cands[i]))
		isRead := func(i int) bool { return overlap(qs[i].Content, q.Content) >= sameWords }
		if jo.standsAlone(q, laid) && cues.free(q.Cue) && !slices.ContainsFunc(near(qs, byStart, q.Content), isRead) {
			added = likelier(added, q)
		}
	}
	return append(qs, added...)
}

// sameWords is the least overlap of two contents that are taken for the same words.
const sameWords = 0.5

// standsAlone reports an attribution of the models that needs nobody else to find it: of acts of speech, outside of the
// words that the layout gives to somebody.
func (jo joiner) standsAlone(q Quote, laid spans) bool {
	return !laid.holds(q.Content[0].Start) && jo.act(q) == Speech && jo.trusted(q, laid)
}

// likelier adds a quote to a list in the order of the cues. Of two neighbours with the same cue or the same words only
// the likelier one is kept.
func likelier(list []Quote, q Quote) []Quote {
	n := len(list)
	if n == 0 || !q.Cue[0].Overlaps(list[n-1].Cue[0]) && overlap(q.Content, list[n-1].Content) < sameWords {
		return append(list, q)
	}
	if q.P > list[n-1].P {
		list[n-1] = q
	}
	return list
}

// ofCandidate is a candidate of the models as a quote.
func ofCandidate(c *learned.Candidate) Quote {
	return Quote{Form: Indirect, Act: Speech, Content: c.Content, Cue: c.Cue, Source: c.Source, By: "model", P: c.P}
}
