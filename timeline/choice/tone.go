package choice

import (
	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/record"
)

// toneList are all tones: each is a candidate. What nothing speaks for is neutral.
func toneList() []record.Tone {
	return []record.Tone{record.Neutral, record.Cooperative, record.Conflictual}
}

// toneOf is the tone of the most probable candidate with its probability: neutral where the model is in doubt.
func toneOf(c *candidate, p float64) record.Tone {
	if p < leastTone {
		return record.Neutral
	}
	return record.Tone(c.key)
}

// leastTone is the least probability of a tone other than neutral. In unread texts the tones are right as often with it
// as without or a little oftener.
const leastTone = 0.45

// toneCandidates are all tones, with the evidence of the words, of who speaks to whom, and of the words of the same
// speakers around.
func toneCandidates(ps []*Passage, p *Passage) []candidate {
	c := p.Quote
	one := len(p.Speakers) == 1
	foreign := len(p.To) > 0 && len(p.Speakers) > 0 && p.To[0].State != p.Speakers[0].State
	shared := append([]float32{
		bit(
			c.Spans.Form == quotes.Direct,
		), bit(c.Spans.Form == quotes.Mixed), bit(c.Spans.Form == quotes.Unmarked), bit(c.Nested),
		float32(
			min(c.EndHi-c.ContentLo, 120),
		), float32(min(len(p.Speakers), 3)), float32(min(len(p.To), 3)), bit(foreign),
		bit(one && p.Speakers[0].Person()), bit(one && p.Speakers[0].Kind == actors.State),
		bit(
			p.Readout(),
		), bit(p.Remarks()), bit(p.Home != ""), float32(p.turns) / float32(p.n), bit(p.Act != nil && p.Act.Mutual),
	}, p.Tone...)
	for _, ch := range channelList() {
		shared = append(shared, bit(p.Report.Channel == ch))
	}
	shared = append(shared, toneAround(ps, p)...)
	out := make([]candidate, 0, len(toneList()))
	for k, tone := range toneList() {
		row := append(make([]float32, 0, len(shared)+8), shared...)
		for j := range toneList() {
			row = append(row, bit(j == k))
		}
		by := "words"
		if tone == p.Report.Tone {
			by = "rules"
		}
		out = append(
			out,
			candidate{key: string(tone), by: by, row: append(row, bit(tone == p.Report.Tone), float32(k))},
		)
	}
	return out
}

// toneAround are the mean sums of the words around: of the same speakers, of the two quotes before and after, and of
// all.
func toneAround(ps []*Passage, p *Passage) []float32 {
	var voice, voices, near, nears, all, alls float32
	for j := max(0, p.index-backward); j < min(len(ps), p.index+backward); j++ {
		q := ps[j]
		if q == p || len(q.Tone) == 0 {
			continue
		}
		v := max(-4, min(4, q.Tone[0]))
		if len(p.Speakers) > 0 && naming.OneVoice(q.Speakers, p.Speakers) {
			voice, voices = voice+v, voices+1
		}
		if j >= p.index-2 && j <= p.index+2 {
			near, nears = near+v, nears+1
		}
		all, alls = all+v, alls+1
	}
	return []float32{voice / max(voices, 1), voices, near / max(nears, 1), all / max(alls, 1)}
}
