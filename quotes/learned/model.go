package learned

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"sync"

	"demarche/quotes/boost"
	"demarche/quotes/crf"
	"demarche/quotes/marks"
	"demarche/quotes/net"
	"demarche/quotes/text"
)

// magic begins a file of models; its digit is the version of features and format.
const magic = "demarche-quotes-4\n"

// Model holds the trained models and the calibration; it is read-only and safe to share.
//
// The file is the magic line, the field of cues as package crf writes it, the network as package net and the
// classifiers as package boost writes them, and the calibration: the number of its steps, then for each the
// least raw probability and the calibrated one, as 32-bit floats.
type Model struct {
	cue   *crf.Model
	net   *net.Net
	right *boost.Model // of candidates whose content and source are right
	exact *boost.Model // of those that are right to the token
	steps []step
	work  sync.Pool // of *fields
}

// Read reads the models that [Train] wrote; vec are the vectors of words that they were trained with.
func Read(r io.Reader, vec *net.Vectors) (*Model, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(b, head); err != nil || string(head) != magic {
		return nil, errors.New("learned: not a model of this version")
	}
	m := &Model{}
	var err error
	if m.cue, err = crf.Read(b); err != nil {
		return nil, err
	}
	if m.cue.Labels() != cueLabels {
		return nil, errors.New("learned: a field with other labels")
	}
	if m.net, err = net.Read(b, vec); err != nil {
		return nil, err
	}
	for _, p := range []**boost.Model{&m.right, &m.exact} {
		c, err := boost.Read(b)
		if err != nil {
			return nil, err
		}
		if c.Features() != rankFeatures {
			return nil, errors.New("learned: a classifier of other values")
		}
		*p = c
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

// Candidates returns what the fields propose for a document, with calibrated probabilities, in the order of the cues.
// Most are wrong: see [Choose].
func (m *Model) Candidates(d *text.Doc, ms []marks.Mark) []Candidate {
	x, _ := m.work.Get().(*fields)
	if x == nil {
		x = newFields(m.cue, m.net)
	}
	defer m.work.Put(x)
	v := newView(d, ms)
	cs := x.candidates(v)
	m.judge(v, cs)
	for i := range cs {
		cs[i].P = calibrated(m.steps, cs[i].P)
	}
	return cs
}
