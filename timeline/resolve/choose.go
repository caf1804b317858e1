package resolve

import (
	"demarche/quotes/text"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// passages lists what stands around each quote, in the order of the quotes.
func passages(list []*scene.Quote, out []resolved) []passage {
	ps := make([]passage, len(out))
	var open []*resolved
	var first *resolved
	for i := range out {
		x := &out[i]
		p := passage{c: list[i], x: x, n: len(out)}
		if k := lastVoice(open, x); k >= 0 {
			p.last = open[k]
		}
		if i > 0 {
			p.prior = &out[i-1]
		}
		p.outer = outerOf(list, out, i)
		p.first = first
		ps[i] = p
		if x.tells() && !list[i].Nested {
			open = append(open, x)
			if first == nil {
				first = x
			}
		}
	}
	for i := range ps {
		for j := i + 1; j < min(len(out), i+12); j++ {
			if out[j].tells() && !list[j].Nested && oneVoice(out[j].speakers, out[i].speakers) {
				ps[i].next = &out[j]
				break
			}
		}
	}
	return ps
}

// lastVoice is the index of the last one of the list with the speakers of x, -1 for none.
func lastVoice(list []*resolved, x *resolved) int {
	for k := len(list) - 1; k >= max(0, len(list)-40); k-- {
		if len(x.speakers) > 0 && oneVoice(list[k].speakers, x.speakers) {
			return k
		}
	}
	return -1
}

// outerOf is the quote in whose words quote i is told, nil for none.
func outerOf(list []*scene.Quote, out []resolved, i int) *resolved {
	at := list[i].Spans.Content[0]
	for j := i - 1; j >= max(0, i-20); j-- {
		if j != i && scene.Covers(list[j].Spans.Content, at) {
			return &out[j]
		}
	}
	return nil
}

// choose decides day and channel of each quote among the candidates, and judges how sure its speakers and addressees are. Without a
// trained model it leaves what the chain of rules decided.
func (r *resolver) choose(list []*scene.Quote, out []resolved) {
	k := loadRanker()
	if k.models[Day] == nil {
		return
	}
	ps := passages(list, out)
	days := make([]record.Said, len(out))
	channels := make([]record.Channel, len(out))
	for i := range ps {
		p := &ps[i]
		traits := r.traits(p)
		d := &p.x.Decided
		days[i], d.Day = r.chooseDay(k, p, traits)
		channels[i], d.Channel = r.chooseChannel(k, p, traits)
		d.Speaker.P = k.p(Speaker, traits)
		d.Addressee.P = k.p(Addressee, traits)
	}
	for i := range out {
		out[i].Said, out[i].Channel = days[i], channels[i]
	}
}

// chooseDay returns the most probable of the days put forward.
func (r *resolver) chooseDay(k *ranker, p *passage, traits []float32) (record.Said, record.Decision) {
	best, by := p.x.Said, record.Decision{}
	list := r.dayCandidates(p)
	for i := range list {
		if q := k.p(Day, list[i].row(r, p, traits, len(list))); q > by.P {
			best = list[i].said
			by = record.Decision{By: dayProposers[list[i].at].name, P: q, Evidence: list[i].said.Evidence}
		}
	}
	return best, by
}

// chooseChannel returns the most probable of the channels put forward.
func (r *resolver) chooseChannel(k *ranker, p *passage, traits []float32) (record.Channel, record.Decision) {
	best, by := p.x.Channel, record.Decision{}
	list := r.channelCandidates(p)
	for i := range list {
		if q := k.p(ChannelField, list[i].row(traits, len(list))); q > by.P {
			best = list[i].channel
			by = record.Decision{By: channelProposers[list[i].at].name, P: q, Evidence: text.Span{}}
		}
	}
	return best, by
}
