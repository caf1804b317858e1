package learned

import (
	"math"

	"demarche/quotes/crf"
	"demarche/quotes/net"
	"demarche/quotes/text"
)

// Bounds of what becomes a candidate.
const (
	cueFloor  = 0.30 // least probability of a cue with a certain extent: below, too few are right
	markFloor = 0.06 // the same in sentences with words in marks, or next to such
	cueLength = 14   // most tokens of a cue
)

// Candidate is an attribution that the fields propose.
type Candidate struct {
	Content []text.Span
	Cue     []text.Span
	Source  []text.Span
	P       float64 // probability that content and source are right

	exactP float64 // probability that it is right to the token

	cueFirst, cueLast int // tokens
	content, source   []tokenRange
	cueP              float64 // probability of the cue's extent
	cueNet            float64 // probability that a cue begins there by the network alone
	roleP             float64 // logarithm of the probability of the whole labelling
	contentP          float64 // mean probability of the content's pieces
	sourceP           float64 // of the source's, or that there is none
	units             int     // stretches in marks in the content
	inUnits           int     // tokens of the content in marks
	contentLen        int
	frameSize         int
	weak              float64 // least probability of any content piece
	before, behind    float64 // probability of content of the pieces next to it on both sides
	nth               int     // place among the alternatives of its cue
	worse             float64 // by how much its score is below the best alternative's
	leftUnits         int     // stretches in marks of the cue's sentence that are left out
}

// cueCandidate is an extent of a cue with its probability.
type cueCandidate struct {
	first, last int
	p           float64
	net         float64 // that a cue begins there, by the network alone
}

// fields are the field of cues and the network with the memory that they need.
type fields struct {
	cue    *crf.Model
	plain  *crf.Model // for roles: all their scores are the network's
	net    *net.Scorer
	lat    crf.Lattice
	f      frame
	in     []net.Input
	likely []bool // tokens that the network does not rule out as parts of a cue
	pieces []net.Piece
	to     sink
}

// newFields returns a field of cues and a network with memory for one goroutine.
func newFields(cue *crf.Model, n *net.Net) *fields {
	return &fields{cue: cue, plain: crf.Plain(roleLabels), net: n.NewScorer()}
}

// sink is where the features of a sequence go: to the lattice.
func (x *fields) sink() *sink {
	x.to.lat, x.to.i = &x.lat, 0
	return &x.to
}

// cues appends the candidates among the tokens of one sentence.
func (x *fields) cues(v *view, first, last int, out []cueCandidate) []cueCandidate {
	if !x.likelyCues(first, last) {
		return out
	}
	x.lat.Reset(x.cue, last-first)
	x.lat.Weigh(fieldWeight)
	v.cueFeatures(first, last, x.likely, x.sink())
	x.addCueNet(first, last)
	m, _ := x.lat.Marginals()
	floor := cueFloor
	if c := v.cueContext(first, last); c.hasMark > 0 {
		floor = markFloor
	}
	for i := 0; i < last-first; i++ {
		chain := m[i*cueLabels+cueB]
		for j := i + 1; chain >= floor; j++ {
			goesOn := 0.0
			if j < last-first && j-i < cueLength {
				goesOn = min(chain, m[j*cueLabels+cueI])
			}
			if p := chain - goesOn; p >= floor {
				out = append(out, cueCandidate{first + i, first + j, p, x.cueByNet(first + i)})
			}
			chain = goesOn
		}
	}
	return out
}

// Alternatives of one cue.
const (
	alternatives = 3
	altFloor     = 0.02 // least probability of another labelling than the best
)

// roles appends the likely sources and contents of a cue, those with content.
func (x *fields) roles(v *view, c cueCandidate, out []Candidate) []Candidate {
	f := &x.f
	v.frame(f, c.first, c.last)
	x.lat.Reset(x.plain, len(f.p))
	x.addRoleNet()
	for k := f.cs; k < f.ce; k++ {
		x.lat.Bias(k, roleO, 50)
	}
	m, logZ := x.lat.Marginals()
	none := sourceless(m, f)
	paths := x.lat.Best(alternatives)
	for i, p := range paths {
		if i > 0 && math.Exp(p.Score-logZ) < altFloor {
			break
		}
		cand := Candidate{
			cueFirst: c.first, cueLast: c.last, cueP: c.p, cueNet: c.net, roleP: p.Score - logZ, frameSize: len(f.p), nth: i,
			sourceP: none, weak: 1, worse: paths[0].Score - p.Score,
		}
		cand.read(f, p.Labels, m)
		if len(cand.content) == 0 {
			continue
		}
		cand.Content, cand.Source = v.spans(cand.content), v.spans(cand.source)
		cand.Cue = v.spans([]tokenRange{{c.first, c.last}})
		out = append(out, cand)
	}
	return out
}

// read sets content and source, with what is known of them, from the labels of a frame. Of several sources the
// likeliest is kept.
func (c *Candidate) read(f *frame, labels []uint8, m []float64) {
	bestSource := -1.0
	for k := 0; k < len(f.p); {
		label := int(labels[k])
		j, sum, least := k+1, m[k*roleLabels+label], m[k*roleLabels+label]
		for j < len(f.p) && int(labels[j]) == label && !f.p[j].cue && !f.p[k].cue {
			p := m[j*roleLabels+label]
			sum += p
			least = min(least, p)
			j++
		}
		r := tokenRange{f.p[k].first, f.p[j-1].last}
		switch label {
		case roleContent:
			c.content = append(c.content, r)
			c.weak = min(c.weak, least)
			c.contentP += sum
			c.contentLen += j - k
			for _, p := range f.p[k:j] {
				if p.unit {
					c.units++
					c.inUnits += p.last - p.first
				}
			}
		case roleSource:
			if mean := sum / float64(j-k); mean > bestSource {
				bestSource = mean
				c.source = append(c.source[:0], r)
				c.sourceP = mean
			}
		default:
			for _, p := range f.p[k:j] {
				if p.unit && p.sent == f.p[f.cs].sent {
					c.leftUnits++
				}
			}
		}
		k = j
	}
	if c.contentLen > 0 {
		c.contentP /= float64(c.contentLen)
		c.before, c.behind = around(f, labels, m)
	}
}

// around returns the probabilities of content of the pieces before the first and after the last one that has that
// label.
func around(f *frame, labels []uint8, m []float64) (before, behind float64) {
	for k := range f.p {
		if labels[k] != roleContent {
			continue
		}
		if k > 0 && labels[k-1] != roleContent && before == 0 {
			before = m[(k-1)*roleLabels+roleContent]
		}
		if behind = 0; k+1 < len(f.p) {
			behind = m[(k+1)*roleLabels+roleContent]
		}
	}
	return before, behind
}

// sourceless is a probability that the frame has no source: no piece is one.
func sourceless(m []float64, f *frame) float64 {
	most := 0.0
	for k := range f.p {
		most = max(most, m[k*roleLabels+roleSource])
	}
	return 1 - most
}

// spans turns ranges of tokens into spans.
func (v *view) spans(rs []tokenRange) []text.Span {
	var out []text.Span
	for _, r := range rs {
		out = append(out, text.Span{Start: v.d.Tokens[r.first].Start, End: v.d.Tokens[r.last-1].End})
	}
	return out
}

// logit is clamped to ±8.
func logit(p float64) float64 {
	return max(-8, min(8, math.Log(p+1e-9)-math.Log(1-p+1e-9)))
}

// The network reads stretches of whole sentences, so that its memory does not grow with the text, with a margin for the
// neighbourhoods of their cues. A longer sentence is none that anybody wrote.
const (
	stretch = 4096 // most tokens
	margin  = reach + 32
)

// candidates returns those of a document, in the order of their cues.
func (x *fields) candidates(v *view) []Candidate {
	var cues []cueCandidate
	var out []Candidate
	ss := v.d.Sentences
	for first := 0; first < len(ss); {
		last := first
		for last < len(ss) && ss[last].Last-ss[first].First <= stretch {
			last++
		}
		if last == first {
			first++
			continue
		}
		lo, hi := max(0, ss[first].First-margin), min(len(v.w), ss[last-1].Last+margin)
		x.in = v.inputs(lo, hi, x.in[:0])
		x.net.Read(x.in, lo)
		for _, s := range ss[first:last] {
			cues = x.cues(v, s.First, s.Last, cues[:0])
			for _, c := range cues {
				out = x.roles(v, c, out)
			}
		}
		first = last
	}
	return out
}
