package choice

import "demarche/timeline/record"

// Judged is a candidate for a field of a quote with the features by which a model judges it.
type Judged struct {
	Field   Field
	Quote   int // index among the passages
	By      string
	Row     []float32
	EDTF    string         // of a candidate for the day
	Channel record.Channel // of a candidate for the channel
}

// Candidates lists all candidates for each field of the passages, which are linked: what the models are trained on.
func Candidates(ps []*Passage) []Judged {
	var out []Judged
	for i, p := range ps {
		traits := traitsOf(p)
		out = append(out, Judged{Field: Speaker, Quote: i, Row: traits}, Judged{Field: Addressee, Quote: i, Row: traits})
		days := dayCandidates(p)
		for k := range days {
			d := &days[k]
			out = append(out, Judged{Field: Day, Quote: i, By: d.name(), Row: d.row(p, traits, len(days)), EDTF: d.said.EDTF})
		}
		channels := channelCandidates(p)
		for k := range channels {
			c := &channels[k]
			out = append(out, Judged{Field: Channel, Quote: i, By: c.name(), Row: c.row(traits, len(channels)), Channel: c.channel})
		}
	}
	return out
}

// Choose decides day and channel of each passage among the candidates, and judges how sure its speakers and addressees are. The passages
// are linked. Without trained models it leaves what the rules decided.
func Choose(ps []*Passage) {
	k := loadRanker()
	if k.models[Day] == nil {
		return
	}
	days := make([]record.Said, len(ps))
	channels := make([]record.Channel, len(ps))
	for i, p := range ps {
		traits := traitsOf(p)
		d := &p.Report.Decided
		days[i], d.Day = chooseDay(k, p, traits)
		channels[i], d.Channel = chooseChannel(k, p, traits)
		d.Speaker.P = k.p(Speaker, traits)
		d.Addressee.P = k.p(Addressee, traits)
	}
	for i, p := range ps {
		p.Report.Said, p.Report.Channel = days[i], channels[i]
	}
}

// chooseDay returns the most probable of the days put forward.
func chooseDay(k *ranker, p *Passage, traits []float32) (record.Said, record.Decision) {
	best, by := p.Report.Said, record.Decision{}
	list := dayCandidates(p)
	for i := range list {
		if q := k.p(Day, list[i].row(p, traits, len(list))); q > by.P {
			best, by = list[i].said, record.Decision{By: list[i].name(), P: q, Evidence: list[i].said.Evidence}
		}
	}
	return best, by
}

// chooseChannel returns the most probable of the channels put forward.
func chooseChannel(k *ranker, p *Passage, traits []float32) (record.Channel, record.Decision) {
	best, by := p.Report.Channel, record.Decision{}
	list := channelCandidates(p)
	for i := range list {
		if q := k.p(Channel, list[i].row(traits, len(list))); q > by.P {
			best, by = list[i].channel, record.Decision{By: list[i].name(), P: q}
		}
	}
	return best, by
}
