package agreement

import "math"

// Stratum is a part of a dataset of which a sample was judged by itself.
type Stratum struct {
	Size  int       // units of the dataset
	Drawn int       // units of the sample, those judged and those not
	Right []float64 // of each unit that was judged and counts: 1 where right, 0 where not, between for divided judges
}

// Weighted is the share of units that are right in the whole dataset, each stratum with its weight, and n the number
// of judged units. Where only some units of a stratum count, such as those whose field has a value, it is the ratio
// of two totals (Cochran, Sampling Techniques, 1977, 6.11), with the variance of its linear form, stratum by stratum,
// and the correction for finite strata. The interval is Wilson's with the number of units of a simple sample that
// would vary as much (Korn and Graubard, Confidence Intervals for Proportions with Small Expected Number of Positive
// Counts, 1998); where nothing varies, the judged units weighted as Kish has it (Survey Sampling, 1965, 11.7). ok is
// false where nothing was judged.
func Weighted(strata []Stratum) (e Estimate, n int, ok bool) {
	right, counted := 0.0, 0.0
	weights, squares := 0.0, 0.0
	for _, s := range strata {
		w := s.weight()
		for _, r := range s.Right {
			right, counted = right+w*r, counted+w
			weights, squares = weights+w, squares+w*w
		}
		n += len(s.Right)
	}
	if counted == 0 {
		return Estimate{}, 0, false
	}
	share := right / counted
	variance := 0.0
	for _, s := range strata {
		variance += s.variance(share)
	}
	variance /= counted * counted
	effective := weights * weights / squares
	if spread := share * (1 - share); variance > 0 && spread > 0 {
		effective = spread / variance
	}
	return Wilson(share, effective), n, true
}

// weight is how many units of the dataset a drawn unit stands for.
func (s *Stratum) weight() float64 {
	if s.Drawn == 0 {
		return 0
	}
	return float64(s.Size) / float64(s.Drawn)
}

// variance is that of the stratum's part in the total of right minus share, over all drawn units; a unit that does
// not count adds nothing. A stratum of which one unit was drawn is taken to vary as a share does.
func (s *Stratum) variance(share float64) float64 {
	n, size := float64(s.Drawn), float64(s.Size)
	if s.Drawn == 0 || s.Drawn >= s.Size {
		return 0 // all of it is known
	}
	sum, squares := 0.0, 0.0
	for _, r := range s.Right {
		sum, squares = sum+r-share, squares+(r-share)*(r-share)
	}
	spread := share * (1 - share)
	if s.Drawn > 1 {
		spread = math.Max(0, squares-sum*sum/n) / (n - 1)
	}
	return size * size * (1 - n/size) / n * spread
}
