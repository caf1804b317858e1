package logit

import (
	"bufio"
	"bytes"
	"math"
	"testing"
)

// feature is a hash whose leading bits differ for the first thousands of numbers.
func feature(n uint32) uint32 { return n * 0x9e3779b1 }

// choices are between two candidates, of which the one with feature 1 is right, but for those with feature 3, of which
// neither is.
func choices() []Choice {
	var out []Choice
	for n := range uint32(300) {
		first, second := []uint32{feature(1), feature(10 + n%7)}, []uint32{feature(2), feature(10 + n%5)}
		right := []bool{true, false}
		if n%3 == 0 {
			first, second = append(first, feature(3)), append(second, feature(3))
			right[0] = false
		}
		out = append(out, Choice{[][]uint32{first, second}, right})
	}
	return out
}

func TestTrain(t *testing.T) {
	m := Train(choices())
	score := func(set ...uint32) float64 { return m.Score(m.Sum(set)) }
	plain := []float64{score(feature(1)), score(feature(2))}
	if plain[0] <= 0 || plain[1] >= 0 {
		t.Errorf("scores %.2f (right) and %.2f (wrong), want one above and one below 0", plain[0], plain[1])
	}
	none := []float64{score(feature(1), feature(3)), score(feature(2), feature(3))}
	Share(none)
	if none[0]+none[1] > 0.5 {
		t.Errorf("probability %.2f where no candidate is right, want less than one half", none[0]+none[1])
	}
}

func TestWriteRead(t *testing.T) {
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Train(choices()).Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same choices gave two models")
	}
	whole := first.Bytes()
	m, err := Read(bufio.NewReader(bytes.NewReader(whole)))
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := m.Write(&again); err != nil || !bytes.Equal(again.Bytes(), whole) {
		t.Errorf("a model that was read is written as another one; error %v", err)
	}
	for _, n := range []int{0, 3, 4, len(whole) - 1} {
		if _, err := Read(bufio.NewReader(bytes.NewReader(whole[:n]))); err == nil {
			t.Errorf("the first %d bytes were read as a model", n)
		}
	}
}

func TestShare(t *testing.T) {
	p := []float64{1000, 0, -1000}
	Share(p)
	if math.Abs(p[0]-1) > 1e-9 || p[1] > 1e-9 || p[2] != 0 {
		t.Errorf("probabilities %v, want all for the first", p)
	}
	even := []float64{0}
	Share(even)
	if even[0] != 0.5 {
		t.Errorf("probability %v of a score of 0 beside none, want one half", even[0])
	}
}
