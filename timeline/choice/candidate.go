package choice

import (
	"demarche/quotes/text"
	"demarche/timeline/record"
)

// candidate is a value for a field with the features by which a model judges it.
type candidate struct {
	key      string // the value: EDTF of a day, name of a channel
	by       string // the first who proposes it
	row      []float32
	weight   []float32   // of the row: what its rivals are compared by; nil for a value that nothing can speak for
	said     record.Said // of a day
	evidence text.Span
}

// compare adds to the row of each candidate the least and the greatest of its rivals' weights: a value without
// evidence of its own, such as the day of publication, is right where no rival has any.
func compare(list []candidate) {
	weights := 0
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
