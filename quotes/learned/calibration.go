package learned

import (
	"cmp"
	"encoding/binary"
	"io"
	"math"
	"slices"
	"sort"
)

// step is a piece of the calibration: raw probabilities from Least on become P.
type step struct{ Least, P float32 }

// point is what the classifier says of a candidate, and whether it is right.
type point struct {
	p     float64
	right bool
}

// calibrate makes the steps from raw probabilities of candidates that the classifier was not trained on. Neighbouring
// bins are pooled until they rise (isotonic regression).
func calibrate(points []point) []step {
	slices.SortStableFunc(points, func(a, b point) int { return cmp.Compare(a.p, b.p) })
	const bins = 40
	type bin struct{ sum, right, n float64 }
	var pooled []bin
	for b := range bins {
		var x bin
		for _, q := range points[len(points)*b/bins : len(points)*(b+1)/bins] {
			x.sum, x.n = x.sum+q.p, x.n+1
			if q.right {
				x.right++
			}
		}
		if x.n == 0 {
			continue
		}
		pooled = append(pooled, x)
		for n := len(pooled); n > 1 && pooled[n-1].right/pooled[n-1].n < pooled[n-2].right/pooled[n-2].n; n = len(pooled) {
			a, b := pooled[n-2], pooled[n-1]
			pooled = append(pooled[:n-2], bin{a.sum + b.sum, a.right + b.right, a.n + b.n})
		}
	}
	var steps []step
	for _, x := range pooled {
		steps = append(steps, step{float32(x.sum / x.n), float32((x.right + 0.5) / (x.n + 1))})
	}
	return steps
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

// writeSteps stores a calibration.
func writeSteps(w io.Writer, steps []step) error {
	if _, err := w.Write(binary.AppendUvarint(nil, uint64(len(steps)))); err != nil {
		return err
	}
	return binary.Write(w, binary.LittleEndian, steps)
}
