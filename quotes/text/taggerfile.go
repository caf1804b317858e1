package text

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

// TaggerWeights are the weights of prose's tagger as plain values.
type TaggerWeights struct {
	Classes []string                      // the tags, sorted
	Known   map[string]string             // words with but one tag
	Weights map[string]map[string]float64 // of a tag by a feature, as prose names features
}

// The file of the tagger is the magic line, the number of tags with the tags, the number of slots and of weights, the
// slots, the tags of the weights, one byte each, and the weights as 32-bit floats. It is looked up as it lies: a slot
// is the hash of a feature, 0 where it is empty, and where its weights begin and how many they are; or the hash of a
// word with but one tag, and that tag. All numbers are little-endian.
const (
	taggerMagic = "demarche-tagger-1\n"
	slotBytes   = 8 + 4 + 4
	mostTags    = 64 // as many as a sum of weights has places for
)

// Marshal gives the bytes of a file of weights; the same weights give the same bytes. It is an error where two features
// have one hash.
func (w *TaggerWeights) Marshal() ([]byte, error) {
	number := map[string]uint32{}
	b := append([]byte(taggerMagic), byte(len(w.Classes)))
	for i, c := range w.Classes {
		number[c] = uint32(i)
		b = append(append(b, byte(len(c))), c...)
	}
	size := 16
	for size < 2*(len(w.Known)+len(w.Weights)) {
		size *= 2
	}
	slots := make([]byte, size*slotBytes)
	var of, weights []byte
	put := func(key uint64, first, n uint32) error {
		at := int(key) & (size - 1)
		for ; ; at = (at + 1) & (size - 1) {
			switch binary.LittleEndian.Uint64(slots[at*slotBytes:]) {
			case 0:
				s := binary.LittleEndian.AppendUint64(slots[:at*slotBytes], key)
				binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(s, first), n)
				return nil
			case key:
				return fmt.Errorf("two features have the hash %x", key)
			}
		}
	}
	for _, word := range slices.Sorted(maps.Keys(w.Known)) {
		if err := put(hash(hash(offset, featureKnown), word), number[w.Known[word]], 0); err != nil {
			return nil, err
		}
	}
	for _, feature := range slices.Sorted(maps.Keys(w.Weights)) {
		first := uint32(len(of))
		for _, c := range slices.Sorted(maps.Keys(w.Weights[feature])) {
			of = append(of, byte(number[c]))
			weights = binary.LittleEndian.AppendUint32(weights, math.Float32bits(float32(w.Weights[feature][c])))
		}
		if err := put(hash(offset, feature), first, uint32(len(of))-first); err != nil {
			return nil, err
		}
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(of)))
	return slices.Concat(b, slots, of, weights), nil
}

// readTagger makes a file of weights ready to be used.
func readTagger(b []byte) (*tagger, error) {
	damaged := errors.New("no weights of a tagger")
	b, ok := bytes.CutPrefix(b, []byte(taggerMagic))
	if !ok || len(b) == 0 || b[0] > mostTags {
		return nil, damaged
	}
	t := &tagger{names: newFeatures(), known: hash(offset, featureKnown)}
	n := int(b[0])
	b = b[1:]
	for range n {
		if len(b) == 0 || len(b) <= int(b[0]) {
			return nil, damaged
		}
		t.classes = append(t.classes, string(b[1:1+b[0]]))
		b = b[1+b[0]:]
	}
	if len(b) < 8 {
		return nil, damaged
	}
	size, count := uint64(binary.LittleEndian.Uint32(b)), uint64(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	if size == 0 || size&(size-1) != 0 || uint64(len(b)) != size*slotBytes+5*count {
		return nil, damaged
	}
	t.slots, t.mask = b[:size*slotBytes], size-1
	t.of, t.weights = b[size*slotBytes:][:count], b[size*slotBytes+count:]
	return t, nil
}

// find returns where the weights of a feature begin and how many there are; of a word with but one tag, the tag and 0.
func (t *tagger) find(key uint64) (first, n uint32, ok bool) {
	for at := key & t.mask; ; at = (at + 1) & t.mask {
		slot := t.slots[at*slotBytes : (at+1)*slotBytes]
		switch binary.LittleEndian.Uint64(slot) {
		case key:
			return binary.LittleEndian.Uint32(slot[8:]), binary.LittleEndian.Uint32(slot[12:]), true
		case 0:
			return 0, 0, false
		}
	}
}
