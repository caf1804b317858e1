package text

import "testing"

// TestReadTagger reads files of weights that are cut off or have a wrong number of slots.
func TestReadTagger(t *testing.T) {
	w := TaggerWeights{
		Classes: []string{"DT", "NN"},
		Known:   map[string]string{"the": "DT"},
		Weights: map[string]map[string]float64{"bias": {"DT": -1, "NN": 2}, "i word a": {"DT": 5}},
	}
	b, err := w.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	got, err := readTagger(b)
	if err != nil {
		t.Fatal(err)
	}
	if first, n, ok := got.find(hash(offset, "bias")); !ok || n != 2 || got.of[first] != 0 {
		t.Errorf("bias: %d weights from %d, found %v", n, first, ok)
	}
	if class, n, ok := got.find(hash(hash(offset, featureKnown), "the")); !ok || n != 0 || class != 0 {
		t.Errorf("the: tag %d, %d weights, found %v", class, n, ok)
	}
	if _, _, ok := got.find(hash(offset, "no such feature")); ok {
		t.Error("a feature that is not there is found")
	}
	for n := range b {
		if _, err := readTagger(b[:n]); err == nil {
			t.Fatalf("the first %d bytes of %d are read", n, len(b))
		}
	}
}
