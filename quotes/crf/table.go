package crf

// table maps features to rows of weights by open addressing. A slot is a word, whose lower half is the key and whose
// upper half the first four weights, and a word for each eight weights more: a feature costs one access to memory. A
// bitmap small enough for the cache turns away most features that are not there.
//
// A weight is stored with 128 added, so that weights of many features can be summed four in a word: see [sums].
type table struct {
	width int
	words int // of a slot
	mask  uint32
	slots []uint64 // key 0 is empty
	seen  []uint64
}

const (
	seenBits  = 22 // the size of the bitmap as a power of two
	inHead    = 4  // weights beside the key
	inWord    = 8  // weights of a further word
	mostWords = 1 + (mostLabels*mostLabels-inHead+inWord-1)/inWord
)

// newTable makes room for so many features; every other slot stays empty at least.
func newTable(count, width int) table {
	size := 16
	for size < count*2 {
		size *= 2
	}
	words := 1 + (max(width-inHead, 0)+inWord-1)/inWord
	return table{
		width: width,
		words: words,
		mask:  uint32(size - 1),
		slots: make([]uint64, size*words),
		seen:  make([]uint64, 1<<seenBits/64),
	}
}

// spread scatters keys over the table.
func spread(f uint32) uint32 { return (f * 0x9E3779B1) ^ f>>15 }

// known keeps the features that may be in the table, in their order. It asks the bitmap of all of them without a
// jump, so that no access to memory waits for another.
func (t *table) known(features []uint32) []uint32 {
	n := 0
	for _, f := range features {
		b := f >> (32 - seenBits)
		features[n] = f
		n += int(t.seen[b/64] >> (b % 64) & 1)
	}
	return features[:n]
}

// batch is how many features are looked up together: as many as the lanes of [sums] hold.
const batch = 256

// heads is memory for the first words of the slots of a batch.
type heads [batch]uint64

// add adds the weights of features, of those that are in the table, to a row as wide as the table's.
func (t *table) add(features []uint32, row []float32, h *heads) {
	for len(features) > batch {
		t.add(features[:batch], row, h)
		features = features[batch:]
	}
	// All first words are fetched before any is looked at, so that no access to memory waits for a comparison.
	for i, f := range features {
		h[i] = t.slots[int(spread(f)&t.mask)*t.words]
	}
	if t.words == 1 {
		t.addHeads(features, row, h)
		return
	}
	var s sums
	for i, f := range features {
		head, at := t.find(f, h[i])
		if head == 0 {
			continue
		}
		s.n++
		s.add(0, head>>32)
		for k, w := range t.slots[at*t.words+1 : (at+1)*t.words] {
			s.add(k+1, w)
		}
	}
	s.into(row)
}

// find returns the first word of a feature's slot, 0 where the table has none, and the slot's place; head is the word
// at its first place.
func (t *table) find(f uint32, head uint64) (uint64, int) {
	at := int(spread(f) & t.mask)
	for uint32(head) != f && head != 0 {
		at = (at + 1) & int(t.mask)
		head = t.slots[at*t.words]
	}
	return head, at
}

// addHeads is add for a table whose slots are one word.
func (t *table) addHeads(features []uint32, row []float32, h *heads) {
	var n int32
	var even, odd uint64
	for i, f := range features {
		head := h[i]
		if uint32(head) != f {
			if head, _ = t.find(f, head); head == 0 {
				continue
			}
		}
		n++
		even += head >> 32 & lanes
		odd += head >> 40 & lanes
	}
	s := sums{n: n}
	s.even[0], s.odd[0] = even, odd
	s.into(row)
}

// sums are those of the weights of up to [batch] features, in lanes of 16 bits: weights with even and with odd places
// apart.
type sums struct {
	n         int32 // features
	even, odd [mostWords]uint64
}

const lanes = 0x00ff00ff00ff00ff

// add adds the weights of word k of a slot.
func (s *sums) add(k int, weights uint64) {
	s.even[k] += weights & lanes
	s.odd[k] += weights >> 8 & lanes
}

// into adds the sums to a row, which is as wide as the table that the words are of.
func (s *sums) into(row []float32) {
	for j := range row {
		k, b := 0, j
		if j >= inHead {
			k, b = 1+(j-inHead)/inWord, (j-inHead)%inWord
		}
		word := s.even[k]
		if b%2 == 1 {
			word = s.odd[k]
		}
		row[j] += float32(int32(word>>(b/2*16)&0xffff) - s.n*128)
	}
}

// put adds a key that is not there yet.
func (t *table) put(f uint32, row []byte) {
	b := f >> (32 - seenBits)
	t.seen[b/64] |= 1 << (b % 64)
	i := int(spread(f) & t.mask)
	for t.slots[i*t.words] != 0 {
		i = (i + 1) & int(t.mask)
	}
	slot := t.slots[i*t.words : (i+1)*t.words]
	slot[0] = uint64(f)
	at := 32
	for _, w := range row {
		if at == 64 {
			slot, at = slot[1:], 0
		}
		slot[0] |= uint64(w^0x80) << at
		at += 8
	}
}
