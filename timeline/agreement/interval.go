package agreement

import (
	"math"
	"math/rand/v2"
	"slices"
)

// z is the normal deviate of a two-sided interval of 95 %.
const z = 1.959963984540054

// Estimate is a value with the interval that holds the true one in 95 of 100 samples.
type Estimate struct {
	Value, Low, High float64
}

// Wilson is the score interval of a share p of n (Wilson, Probable Inference, 1927; Newcombe, Two-sided confidence
// intervals for the single proportion, 1998, method 3). n need not be whole: see [Weighted]. It is 0 to 1 where n is
// 0.
func Wilson(p, n float64) Estimate {
	if n <= 0 {
		return Estimate{p, 0, 1}
	}
	middle, width := p+z*z/(2*n), z*math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	low, high := (middle-width)/(1+z*z/n), (middle+width)/(1+z*z/n)
	return Estimate{p, max(0, min(low, p)), min(1, max(high, p))}
}

// replicates is how often a bootstrap draws, and the seed is that of all of them: the same units give the same
// interval.
const (
	replicates = 2000
	seed       = 20
)

// Bootstrap is a statistic of units with its percentile interval (Efron and Tibshirani, An Introduction to the
// Bootstrap, 1993, 13.3): the middle 95 % of what the statistic is for units drawn from these with replacement. Draws
// for which it is not defined count as complete agreement, which is what they show: all codes are one. ok is false
// where it is not defined for the units themselves.
func Bootstrap(units []Unit, statistic func([]Unit) (float64, bool)) (e Estimate, ok bool) {
	if e.Value, ok = statistic(units); !ok {
		return e, false
	}
	random := rand.New(rand.NewPCG(seed, uint64(len(units)))) //nolint:gosec // it is to be the same each time
	drawn, found := make([]Unit, len(units)), make([]float64, replicates)
	for i := range found {
		for j := range drawn {
			drawn[j] = units[random.IntN(len(units))]
		}
		if found[i], ok = statistic(drawn); !ok {
			found[i] = 1
		}
	}
	slices.Sort(found)
	const tail = replicates / 40
	e.Low, e.High = min(found[tail], e.Value), max(found[replicates-1-tail], e.Value)
	return e, true
}
