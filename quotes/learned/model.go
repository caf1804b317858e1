package learned

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"sort"
	"sync"

	"demarche/quotes/boost"
	"demarche/quotes/crf"
	"demarche/quotes/marks"
	"demarche/quotes/net"
	"demarche/quotes/text"
)

// magic begins a file of models; its digit is the version of features and format.
const magic = "demarche-quotes-2\n"

// Model holds the trained models and the calibration; it is read-only and safe to share.
//
// The file is the magic line, the cue field and the role field as package crf writes them, the network as package net and the
// classifier as package boost writes it, and the calibration: the number of its steps, then for each the least raw probability
// and the calibrated one, as 32-bit floats.
type Model struct {
	cue, role *crf.Model
	net       *net.Net
	rank      *boost.Model
	steps     []step
	work      sync.Pool // of *fields
}

// step is a piece of the calibration: raw probabilities from Least on become P.
type step struct{ Least, P float32 }

// Read reads the models that [Train] wrote; vec are the vectors of words that they were trained with.
func Read(r io.Reader, vec *net.Vectors) (*Model, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(b, head); err != nil || string(head) != magic {
		return nil, errors.New("learned: not a model of this version")
	}
	m := &Model{}
	for _, p := range []**crf.Model{&m.cue, &m.role} {
		c, err := crf.Read(b)
		if err != nil {
			return nil, err
		}
		*p = c
	}
	if m.cue.Labels() != cueLabels || m.role.Labels() != roleLabels {
		return nil, errors.New("learned: models with other labels")
	}
	var err error
	if m.net, err = net.Read(b, vec); err != nil {
		return nil, err
	}
	if m.rank, err = boost.Read(b); err != nil {
		return nil, err
	}
	if m.rank.Features() != rankFeatures {
		return nil, errors.New("learned: a classifier of other values")
	}
	n, err := binary.ReadUvarint(b)
	if err != nil || n > 1000 {
		return nil, errors.New("learned: damaged calibration")
	}
	m.steps = make([]step, n)
	if err := binary.Read(b, binary.LittleEndian, m.steps); err != nil {
		return nil, errors.New("learned: damaged calibration")
	}
	return m, nil
}

// writeSteps stores a calibration.
func writeSteps(w io.Writer, steps []step) error {
	if _, err := w.Write(binary.AppendUvarint(nil, uint64(len(steps)))); err != nil {
		return err
	}
	return binary.Write(w, binary.LittleEndian, steps)
}

// Candidates returns what the fields propose for a document, with calibrated probabilities, in the order of the cues.
// Most are wrong: see [Choose].
func (m *Model) Candidates(d *text.Doc, ms []marks.Mark) []Candidate {
	x, _ := m.work.Get().(*fields)
	if x == nil {
		x = &fields{cue: m.cue, role: m.role, net: m.net.NewScorer()}
	}
	defer m.work.Put(x)
	v := newView(d, ms)
	cs := x.candidates(v)
	v.judge(m.rank, cs)
	for i := range cs {
		cs[i].P = calibrated(m.steps, cs[i].P)
	}
	return cs
}

// judge sets the raw probabilities of candidates.
func (v *view) judge(rank *boost.Model, cs []Candidate) {
	rs := rivalries(cs)
	for i := range cs {
		cs[i].P = rank.P(v.rankValues(&cs[i], rs[i]))
	}
}

// calibrated maps a raw probability through the steps, on a line between the middles of two neighbours.
func calibrated(steps []step, p float64) float64 {
	i := sort.Search(len(steps), func(i int) bool { return float64(steps[i].Least) > p })
	switch {
	case len(steps) == 0:
		return p
	case i == 0:
		return float64(steps[0].P)
	case i == len(steps):
		return float64(steps[i-1].P)
	}
	a, b := steps[i-1], steps[i]
	share := (p - float64(a.Least)) / math.Max(1e-9, float64(b.Least-a.Least))
	return float64(a.P) + share*float64(b.P-a.P)
}
