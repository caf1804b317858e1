package resolve

import (
	"math"

	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// dayProposer puts forward the day on which words were said; nil when it has nothing to say of them.
type dayProposer struct {
	name    string
	propose func(r *resolver, p *passage) *record.Said
}

// dayProposers is the table of those who propose days, in the order in which ties are broken.
var dayProposers = []dayProposer{
	{"chain", func(r *resolver, p *passage) *record.Said { d := p.x.Said; return &d }},
	{"earlier", (*resolver).dayEarlier},
	{"perfect", (*resolver).dayPerfect},
	{"beside-cue", func(r *resolver, p *passage) *record.Said {
		return r.DayNear(r.Body, p.c.Lo, p.c.Hi, p.c.Anchor, p.c.Reported)
	}},
	{"content-start", func(r *resolver, p *passage) *record.Said { return r.atStart(p.c) }},
	{"lately", func(r *resolver, p *passage) *record.Said { return r.lately(p.c.Lo, p.c.Hi, p.c.Reported) }},
	{"year-beside", (*resolver).yearBeside},
	{"act", func(_ *resolver, p *passage) *record.Said {
		if p.x.act == nil {
			return nil
		}
		return p.x.act.Said
	}},
	{"same-speaker", func(_ *resolver, p *passage) *record.Said { return saidOf(p.last) }},
	{"same-speaker-later", func(_ *resolver, p *passage) *record.Said { return saidOf(p.next) }},
	{"quote-before", func(_ *resolver, p *passage) *record.Said { return saidOf(p.prior) }},
	{"outer-words", func(_ *resolver, p *passage) *record.Said { return saidOf(p.outer) }},
	{"first-occasion", func(_ *resolver, p *passage) *record.Said { return saidOf(p.first) }},
	{"deed", (*resolver).dayDeed},
	{"sentence-before", func(r *resolver, p *passage) *record.Said { return r.dayOfSentence(p.c.Sentence - 1) }},
	{"opening", func(r *resolver, p *passage) *record.Said { return r.dayOfSentence(0) }},
	{"on-or-before", (*resolver).dayOnOrBefore},
	{"publication", func(r *resolver, _ *passage) *record.Said {
		return &record.Said{Date: r.Published, Basis: dates.Published}
	}},
}

func saidOf(x *resolved) *record.Said {
	if x == nil || x.Said.EDTF == "" {
		return nil
	}
	d := x.Said
	return &d
}

// dayEarlier is any day up to publication for words plainly told as earlier ones: "has previously said".
func (r *resolver) dayEarlier(p *passage) *record.Said {
	sp, ok := saidBefore(r.Body, p.c.CueLo, p.c.CueHi)
	if !ok || p.c.CueHi <= p.c.CueLo || r.Day == "" {
		return nil
	}
	return &record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative, Evidence: sp}
}

// dayPerfect is any day up to publication for a cue in the perfect: "has said", "had warned".
func (r *resolver) dayPerfect(p *passage) *record.Said {
	had, has := aux(r.Body, p.c)
	if !had && !has || r.Day == "" || p.c.CueHi <= p.c.CueLo {
		return nil
	}
	return &record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative, Evidence: r.Body.Span(p.c.CueLo, p.c.CueHi)}
}

// dayOnOrBefore is any day up to publication, for words told inside the words of others or under a noun.
func (r *resolver) dayOnOrBefore(p *passage) *record.Said {
	if r.Day == "" {
		return nil
	}
	return &record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative}
}

// yearBeside is the year, month or season that the sentence of the cue names: "In 2007, the president complained".
func (r *resolver) yearBeside(p *passage) *record.Said {
	s := r.Body
	list := s.TimesIn(p.c.Lo, p.c.Hi)
	for i := range list {
		x := &list[i]
		d, ok := x.Date()
		wide := ok && d.Earliest != d.Latest && len(d.Earliest) == 10 && len(d.Latest) == 10
		if !wide || x.Type == "SET" || x.Type == "DURATION" || r.Day != "" && d.Earliest > r.Published.Latest {
			continue
		}
		if scene.Covers(p.c.Reported, text.Span{Start: x.Start, End: x.End}) || scene.Covers(p.c.Spans.Content, text.Span{Start: x.Start, End: x.End}) {
			continue
		}
		return &record.Said{Date: d, Basis: x.Basis(), Evidence: text.Span{Start: x.Start, End: x.End}}
	}
	return nil
}

// dayDeed is the day of what the speaker did in a sentence before.
func (r *resolver) dayDeed(p *passage) *record.Said {
	y := resolved{Report: record.Report{Said: record.Said{Basis: dates.Published}}, speakers: p.x.speakers, sentence: p.x.sentence}
	r.dayOfDeed(&y, deedReach)
	return saidOf(&y)
}

// dayOfSentence is the day that a sentence of the body gives for what it tells, nil for none.
func (r *resolver) dayOfSentence(n int) *record.Said {
	s := r.Body
	if n < 0 || n >= len(s.Doc.Sentences) {
		return nil
	}
	sn := &s.Doc.Sentences[n]
	if sn.First >= sn.Last {
		return nil
	}
	return r.DayNear(s, sn.First, sn.Last, sn.First, scene.Overlapping(r.Contents, sn.Span))
}

// dayCandidate is a day with those who propose it.
type dayCandidate struct {
	said record.Said
	by   marks
	at   int // the first proposer
}

// dayCandidates are the different days that are put forward for a quote.
func (r *resolver) dayCandidates(p *passage) []dayCandidate {
	var out []dayCandidate
	for i := range dayProposers {
		d := dayProposers[i].propose(r, p)
		if d == nil || d.EDTF == "" {
			continue
		}
		k := 0
		for k < len(out) && out[k].said.EDTF != d.EDTF {
			k++
		}
		if k == len(out) {
			out = append(out, dayCandidate{said: *d, at: i})
		}
		out[k].by.add(i)
		if d.Basis != dates.Published && out[k].said.Basis == dates.Published || out[k].at == 0 && out[k].said.Evidence == (text.Span{}) {
			if d.Evidence != (text.Span{}) {
				out[k].said, out[k].at = *d, i
			}
		}
	}
	return out
}

// row is the features of the candidate: who proposes it, how wide and how old it is, how far its evidence stands from the cue.
func (d *dayCandidate) row(r *resolver, p *passage, traits []float32, rivals int) []float32 {
	row := d.by.appendTo(append(make([]float32, 0, len(traits)+40), traits...), len(dayProposers))
	far, sentences := 400, 60
	if d.said.Evidence.End > 0 {
		lo, _ := r.Body.Range(d.said.Evidence)
		far = min(max(lo-p.c.Anchor, p.c.Anchor-lo), 400)
		sentences = min(max(p.c.Sentence-r.Body.SentenceAt(d.said.Evidence.Start), -20), 60)
	}
	width, age := -1.0, -1.0
	if len(d.said.Earliest) == 10 && len(d.said.Latest) == 10 {
		width = float64(dates.DaysBetween(d.said.Earliest, d.said.Latest))
		if r.Day != "" {
			age = float64(dates.DaysBetween(d.said.Latest, r.Day))
		}
	}
	return append(row, float32(d.by.count()), bit(d.said.Basis == dates.Stated), bit(d.said.Basis == dates.Relative), float32(far), float32(sentences),
		float32(math.Log1p(math.Abs(width))), float32(math.Log1p(math.Max(age, 0))), float32(age), bit(d.said.Earliest == ""), float32(rivals),
		bit(r.Body.AfterDateline(p.c.Lo) != p.c.Lo))
}
