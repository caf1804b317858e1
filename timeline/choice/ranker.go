package choice

import (
	"bufio"
	"bytes"
	"fmt"
	"math/bits"
	"sync"

	"demarche/data"
	"demarche/quotes/boost"
	"demarche/quotes/logit"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/record"
)

// Field is a field of a report for which a model judges candidates.
type Field int

// The fields in the order of their models in the file of weights.
const (
	Speaker      Field = iota
	SpeakerAmong       // the speaker again, with whom the first model finds for the quotes around
	Addressee
	Day
	Channel
	Tone
	AddresseeAmong // the addressee again, with what the first models find for the quotes around
	ChannelAmong   // the channel again, likewise
	DayAmong       // the day again
	Medium
	Occasion
	OccasionAmong // the occasion again
	Fields        // the number of models
)

// String is the name of the field in messages and in the file of gold labels.
func (f Field) String() string {
	return [...]string{
		"speaker", "speaker, 2nd", "addressee", "day", "channel", "tone", "addressee, 2nd", "channel, 2nd", "day, 2nd",
		"medium", "occasion", "occasion, 2nd",
	}[f]
}

// second reports whether the model judges again what another one has judged.
func (f Field) second() bool { return f != f.Of() }

// Of is the field that the model judges.
func (f Field) Of() Field {
	switch f {
	case SpeakerAmong:
		return Speaker
	case ChannelAmong:
		return Channel
	case DayAmong:
		return Day
	case AddresseeAmong:
		return Addressee
	case OccasionAmong:
		return Occasion
	}
	return f
}

// Rivals reports whether the model judges the candidates for a quote against one another, as [boost.TrainRivals]
// learns to; else it judges each alone. On folds 89.5 instead of 89.4 % of the addressees are right and 86.4 instead of
// 86.1 % of the days, on 2,671 quotes of unread stories 90.4 instead of 90.1 and 86.6 instead of 86.2 %. Speakers are
// right as often, but with as many named more are wrong. Channels, all of which are always candidates, gain nothing.
func (f Field) Rivals() bool { return f.Of() == Addressee || f.Of() == Day }

// By judges the candidates for the field of a quote by a model: the probability of each row to be right.
func (f Field) By(m *boost.Model) func(rows [][]float32) []float64 {
	if f.Rivals() {
		return m.Shares
	}
	return m.All
}

// ranker judges candidates: the probability that each is right.
type ranker struct {
	words  [Fields]*logit.Model // what the words around a quote say; nil for a field that is not worded
	models [Fields]*boost.Model
}

// weights is the file of the trained models.
const weights = "model/fields.bin"

// loadRanker reads the weights once. It returns an empty ranker where the file has no models.
var loadRanker = sync.OnceValue(func() *ranker {
	b, err := data.Read(weights)
	if err == nil {
		var r *ranker
		if r, err = readRanker(b); err == nil {
			return r
		}
	}
	panic(fmt.Sprintf("%s: %v", weights, err)) // the file is embedded, and a test reads it
})

// readRanker reads one model a field, in the order of the fields, after the model of words of those that have one.
// Empty bytes hold none.
func readRanker(b []byte) (*ranker, error) {
	r := &ranker{}
	if len(b) == 0 {
		return r, nil
	}
	in := bufio.NewReader(bytes.NewReader(b))
	for f := range r.models {
		if Field(f).Worded() {
			w, err := logit.Read(in)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", Field(f), err)
			}
			r.words[f] = w
		}
		m, err := boost.Read(in)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", Field(f), err)
		}
		r.models[f] = m
	}
	return r, nil
}

// of is the model for a field: the probabilities that the candidates with these features are right, 0 without a model.
func (r *ranker) of(f Field) func(rows [][]float32) []float64 {
	m := r.models[f]
	return func(rows [][]float32) []float64 {
		if m == nil || len(rows) > 0 && m.Features() != len(rows[0]) {
			return make([]float64, len(rows))
		}
		return f.By(m)(rows)
	}
}

// marks is a set of proposers, by their places in their table.
type marks uint32

// add puts a proposer into the set.
func (m *marks) add(i int) { *m |= 1 << i }

// count is the number of proposers in the set.
func (m marks) count() int { return bits.OnesCount32(uint32(m)) }

// appendTo adds a 1 or a 0 for each of n proposers to a row of features.
func (m marks) appendTo(row []float32, n int) []float32 {
	for i := range n {
		row = append(row, float32(m>>i&1))
	}
	return row
}

// candidate is a value for a field with the features by which a model judges it.
type candidate struct {
	key      string // the value: EDTF of a day, name of a channel
	by       string // the first who proposes it
	row      []float32
	weight   []float32        // of the row: what its rivals are compared by; nil for a value that nothing can speak for
	said     record.Said      // of a day
	medium   *actors.Actor    // of a medium; nil for none
	occasion *record.Occasion // of an occasion; nil for none
	parties  []*naming.Entity // of speakers or addressees
	evidence text.Span
}

// compare adds to the row of each candidate the least and the greatest of its rivals' weights: a value without
// evidence of its own, such as the day of publication, is right where no rival has any. weights is
// their number, where no candidate may have one.
func compare(list []candidate, weights int) {
	for i := range list {
		weights = max(weights, len(list[i].weight))
	}
	for i := range list {
		c := &list[i]
		for w := range weights {
			least, most := float32(never), float32(-never)
			for j := range list {
				if j != i && list[j].weight != nil {
					least, most = min(least, list[j].weight[w]), max(most, list[j].weight[w])
				}
			}
			c.row = append(c.row, least, most)
		}
	}
}

// proposals collects the candidates for a field that most quotes leave empty: the first is none.
type proposals struct {
	list []candidate
	by   []marks // who proposes each, by their places in their table
}

// byWords signs a candidate that no rule proposes.
const byWords = "words"

// newProposals begins with none, which is the rules' own choice if left is set.
func newProposals(left bool) *proposals {
	name := byWords
	if left {
		name = "rules"
	}
	return &proposals{list: []candidate{{by: name}}, by: []marks{0}}
}

// of is the index of the candidate with the key of c, which is entered where there is none.
func (l *proposals) of(c candidate) int {
	for k := 1; k < len(l.list); k++ {
		if l.list[k].key == c.key {
			return k
		}
	}
	l.list, l.by = append(l.list, c), append(l.by, 0)
	return len(l.list) - 1
}

// judged completes the rows of the candidates, for which there are n proposers; place tells where the text names one.
func (l *proposals) judged(p *Passage, n int, place func(*candidate) (row, weight []float32)) []candidate {
	weights := 0
	shared := few(p)
	for k := range l.list {
		c := &l.list[k]
		row, weight := place(c)
		c.row = l.by[k].appendTo(append(make([]float32, 0, len(shared)+len(row)+60), shared...), n)
		c.row = append(c.row, bit(k == 0), float32(l.by[k].count()), float32(len(l.list)))
		for _, ch := range channelList() {
			c.row = append(c.row, bit(p.Report.Channel == ch))
		}
		c.row = append(c.row, row...)
		weights = len(weight) + 1
		if k > 0 {
			c.weight = append(weight, float32(l.by[k].count()))
		}
	}
	compare(l.list, weights)
	return l.list
}

// standing is where the places that name something stand as seen from a quote.
type standing struct {
	own, inside, count    float32 // in its sentence; in the words of others; all
	back, forward, tokens float32 // sentences to the nearest before and after; tokens to the nearest in its sentence
}

func nowhere() standing { return standing{back: never, forward: never, tokens: never} }

// see enters a place. It reports whether the place stands outside of all words reported.
func (n *standing) see(p *Passage, ps []*Passage, h *hit) bool {
	n.count++
	if !h.speaksOf(p, ps) {
		n.inside++
		return false
	}
	switch far := float32(p.Quote.Sentence - h.sentence); {
	case far == 0:
		n.own++
		n.tokens = min(n.tokens, float32(max(h.token-p.Quote.Anchor, p.Quote.Anchor-h.token)))
	case far > 0:
		n.back = min(n.back, far)
	default:
		n.forward = min(n.forward, -far)
	}
	return true
}

// sheet holds the candidates for one field of the quotes of an article, with their probabilities by a first model
// that sees each quote alone. A second model judges them again with what the first one found for the quotes around.
type sheet struct {
	ps   []*Passage
	list [][]candidate // by quote
	p    [][]float64   // of each candidate by the first model

	voices []string // of candidates for addressees, who may answer: by quote, the key of its speakers; else nil
}

// of is the probability of a value for quote i, 0 where it is no candidate.
func (s *sheet) of(i int, key string) float32 {
	for k := range s.list[i] {
		if s.list[i][k].key == key {
			return float32(s.p[i][k])
		}
	}
	return 0
}

// second is the row of candidate k of quote i for the second model, which sees what the first one finds for another
// field too.
func (s *sheet) second(i, k int, other summary) []float32 {
	c := &s.list[i][k]
	p := s.ps[i]
	best := 0.0
	for j, q := range s.p[i] {
		if j != k {
			best = max(best, q)
		}
	}
	row := append(make([]float32, 0, len(c.row)+20), c.row...)
	row = append(row, float32(s.p[i][k]), float32(s.p[i][k]-best))
	var after *Passage
	if i+1 < len(s.ps) {
		after = s.ps[i+1]
	}
	for _, q := range []*Passage{p.prior, after, p.last, p.next, p.outer, p.before} {
		if q == nil {
			row = append(row, -1)
			continue
		}
		row = append(row, s.of(q.index, c.key))
	}
	row = append(row, other.row...)
	row = append(row, s.kin(p, c.key, other)...)
	if s.voices != nil {
		row = append(row, s.answered(p, c)...)
	}
	return row
}

// answered tells how probable it is, by the first model, that the addressees whom c names address the speakers of p in
// their own words around it: at most, on average, and the nearest time.
func (s *sheet) answered(p *Passage, c *candidate) []float32 {
	var most, sum, n, nearest float32
	mine, far := s.voices[p.index], len(s.ps)
	for j := max(0, p.index-backward); j < min(len(s.ps), p.index+backward); j++ {
		if j == p.index || c.key == "" || s.voices[j] != c.key {
			continue
		}
		v := s.of(j, mine)
		most, sum, n = max(most, v), sum+v, n+1
		if d := max(j-p.index, p.index-j); d < far {
			far, nearest = d, v
		}
	}
	return []float32{most, sum / max(n, 1), n, nearest}
}

// kin are the mean probabilities of the value for the quotes around that are alike: of the same speakers, of the same
// act, of the same parties, alike in the other field, next to it, and all.
func (s *sheet) kin(p *Passage, key string, other summary) []float32 {
	var sum, n [6]float32
	lo, hi := max(0, p.index-backward), min(len(s.ps), p.index+backward)
	for j := lo; j < hi; j++ {
		q := s.ps[j]
		if q == p {
			continue
		}
		v := s.of(j, key)
		weights := [6]float32{
			bit(
				len(p.Speakers) > 0 && naming.OneVoice(q.Speakers, p.Speakers),
			), bit(p.Act != nil && q.Act == p.Act), bit(sameParties(p, q)),
			alike(other.row, other.all[j]), bit(j >= p.index-3 && j <= p.index+3), 1,
		}
		for k, w := range weights {
			sum[k] += v * w
			n[k] += w
		}
	}
	row := []float32{n[0], n[1], n[2]}
	for k := range sum {
		row = append(row, sum[k]/max(n[k], 1))
	}
	return row
}

// sameParties reports whether somebody takes part in both conversations.
func sameParties(p, q *Passage) bool {
	return naming.IncludesAny(p.Speakers, q.Speakers) || naming.IncludesAny(p.Speakers, q.To) ||
		naming.IncludesAny(p.To, q.Speakers)
}

// alike is how probable it is that two quotes have the same value of the other field.
func alike(a, b []float32) float32 {
	var sum float32
	for k := range a {
		sum += a[k] * b[k]
	}
	return sum
}

// summary is what the first model finds for the other field of a quote and of all others.
type summary struct {
	row []float32
	all [][]float32
}
