package choice

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
	propose func(p *Passage) *record.Said
}

// dayProposers is the table of those who propose days, in the order in which ties are broken.
var dayProposers = []dayProposer{
	{"chain", func(p *Passage) *record.Said { d := p.Report.Said; return &d }},
	{"earlier", dayEarlier},
	{"perfect", dayPerfect},
	{"beside-cue", func(p *Passage) *record.Said {
		return p.DayNear(p.Body, p.Quote.Lo, p.Quote.Hi, p.Quote.Anchor, p.Quote.Reported)
	}},
	{"content-start", func(p *Passage) *record.Said { return AtStart(p.Reader, p.Quote) }},
	{"lately", func(p *Passage) *record.Said { return Lately(p.Reader, p.Quote.Lo, p.Quote.Hi, p.Quote.Reported) }},
	{"year-beside", yearBeside},
	{"act", func(p *Passage) *record.Said {
		if p.Act == nil {
			return nil
		}
		return p.Act.Said
	}},
	{"same-speaker", func(p *Passage) *record.Said { return saidOf(p.last) }},
	{"same-speaker-later", func(p *Passage) *record.Said { return saidOf(p.next) }},
	{"quote-before", func(p *Passage) *record.Said { return saidOf(p.prior) }},
	{"outer-words", func(p *Passage) *record.Said { return saidOf(p.outer) }},
	{"first-occasion", func(p *Passage) *record.Said { return saidOf(p.first) }},
	{"deed", dayDeed},
	{"sentence-before", func(p *Passage) *record.Said { return dayOfSentence(p, p.Quote.Sentence-1) }},
	{"opening", func(p *Passage) *record.Said { return dayOfSentence(p, 0) }},
	{"on-or-before", dayOnOrBefore},
	{"publication", func(p *Passage) *record.Said {
		return &record.Said{Date: p.Published, Basis: dates.Published}
	}},
}

func saidOf(x *Passage) *record.Said {
	if x == nil || x.Report.Said.EDTF == "" {
		return nil
	}
	d := x.Report.Said
	return &d
}

// dayEarlier is any day up to publication for words plainly told as earlier ones: "has previously said".
func dayEarlier(p *Passage) *record.Said {
	sp, ok := SaidBefore(p.Body, p.Quote.CueLo, p.Quote.CueHi)
	if !ok || p.Quote.CueHi <= p.Quote.CueLo || p.Day == "" {
		return nil
	}
	return &record.Said{Date: dates.OnOrBefore(p.Day), Basis: dates.Relative, Evidence: sp}
}

// dayPerfect is any day up to publication for a cue in the perfect: "has said", "had warned".
func dayPerfect(p *Passage) *record.Said {
	had, has := aux(p.Body, p.Quote)
	if !had && !has || p.Day == "" || p.Quote.CueHi <= p.Quote.CueLo {
		return nil
	}
	return &record.Said{Date: dates.OnOrBefore(p.Day), Basis: dates.Relative, Evidence: p.Body.Span(p.Quote.CueLo, p.Quote.CueHi)}
}

// dayOnOrBefore is any day up to publication, for words told inside the words of others or under a noun.
func dayOnOrBefore(p *Passage) *record.Said {
	if p.Day == "" {
		return nil
	}
	return &record.Said{Date: dates.OnOrBefore(p.Day), Basis: dates.Relative}
}

// yearBeside is the year, month or season that the sentence of the cue names: "In 2007, the president complained".
func yearBeside(p *Passage) *record.Said {
	s := p.Body
	list := s.TimesIn(p.Quote.Lo, p.Quote.Hi)
	for i := range list {
		x := &list[i]
		d, ok := x.Date()
		wide := ok && d.Earliest != d.Latest && len(d.Earliest) == 10 && len(d.Latest) == 10
		if !wide || x.Type == "SET" || x.Type == "DURATION" || p.Day != "" && d.Earliest > p.Published.Latest {
			continue
		}
		if scene.Covers(p.Quote.Reported, text.Span{Start: x.Start, End: x.End}) || scene.Covers(p.Quote.Spans.Content, text.Span{Start: x.Start, End: x.End}) {
			continue
		}
		return &record.Said{Date: d, Basis: x.Basis(), Evidence: text.Span{Start: x.Start, End: x.End}}
	}
	return nil
}

// dayDeed is the day of what the speaker did in a sentence before.
func dayDeed(p *Passage) *record.Said {
	return DayOfDeed(p.Reader, p.Speakers, p.Quote.Sentence, DeedReach)
}

// dayOfSentence is the day that a sentence of the body gives for what it tells, nil for none.
func dayOfSentence(p *Passage, n int) *record.Said {
	s := p.Body
	if n < 0 || n >= len(s.Doc.Sentences) {
		return nil
	}
	sn := &s.Doc.Sentences[n]
	if sn.First >= sn.Last {
		return nil
	}
	return p.DayNear(s, sn.First, sn.Last, sn.First, scene.Overlapping(p.Contents, sn.Span))
}

// dayCandidate is a day with those who propose it.
type dayCandidate struct {
	said record.Said
	by   marks
	at   int // the first proposer
}

func (d *dayCandidate) name() string { return dayProposers[d.at].name }

// dayCandidates are the different days that are put forward for a quote.
func dayCandidates(p *Passage) []dayCandidate {
	var out []dayCandidate
	for i := range dayProposers {
		d := dayProposers[i].propose(p)
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
func (d *dayCandidate) row(p *Passage, traits []float32, rivals int) []float32 {
	row := d.by.appendTo(append(make([]float32, 0, len(traits)+40), traits...), len(dayProposers))
	far, sentences := 400, 60
	if d.said.Evidence.End > 0 {
		lo, _ := p.Body.Range(d.said.Evidence)
		far = min(max(lo-p.Quote.Anchor, p.Quote.Anchor-lo), 400)
		sentences = min(max(p.Quote.Sentence-p.Body.SentenceAt(d.said.Evidence.Start), -20), 60)
	}
	width, age := -1.0, -1.0
	if len(d.said.Earliest) == 10 && len(d.said.Latest) == 10 {
		width = float64(dates.DaysBetween(d.said.Earliest, d.said.Latest))
		if p.Day != "" {
			age = float64(dates.DaysBetween(d.said.Latest, p.Day))
		}
	}
	return append(row, float32(d.by.count()), bit(d.said.Basis == dates.Stated), bit(d.said.Basis == dates.Relative), float32(far), float32(sentences),
		float32(math.Log1p(math.Abs(width))), float32(math.Log1p(math.Max(age, 0))), float32(age), bit(d.said.Earliest == ""), float32(rivals),
		bit(p.Body.AfterDateline(p.Quote.Lo) != p.Quote.Lo))
}
