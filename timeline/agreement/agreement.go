package agreement

import "slices"

// Missing is the code of a coder who gave none.
const Missing = -1

// Unit is what the coders said of one unit: a code, 0 or more, for each coder, in the same order for all units.
type Unit []int

// Pair returns the units with the codes of the coders a and b alone, without those that one of them has not coded.
func Pair(units []Unit, a, b int) []Unit {
	var out []Unit
	for _, u := range units {
		if u[a] != Missing && u[b] != Missing {
			out = append(out, Unit{u[a], u[b]})
		}
	}
	return out
}

// Agreed counts the pairs whose codes are the same.
func Agreed(pairs []Unit) int {
	n := 0
	for _, p := range pairs {
		if p[0] == p[1] {
			n++
		}
	}
	return n
}

// Kappa is Cohen's kappa of two coders (Cohen, A Coefficient of Agreement for Nominal Scales, 1960): (Po - Pe) / (1 -
// Pe), where Pe is the agreement by chance that follows from how often each coder gives each code. ok is false
// where there is no pair, or both give one code throughout: then chance alone would agree, and nothing is told.
func Kappa(pairs []Unit) (kappa float64, ok bool) {
	n := float64(len(pairs))
	first, second := map[int]float64{}, map[int]float64{}
	for _, p := range pairs {
		first[p[0]]++
		second[p[1]]++
	}
	chance := 0.0
	for code := range first {
		chance += first[code] * second[code] // whole numbers: their order does not change the sum
	}
	if n == 0 || chance == n*n {
		return 0, false
	}
	chance /= n * n
	return (float64(Agreed(pairs))/n - chance) / (1 - chance), true
}

// Comparable are the units that two coders or more have coded: the others tell nothing of agreement.
func Comparable(units []Unit) []Unit {
	return slices.DeleteFunc(slices.Clone(units), func(u Unit) bool {
		coded := 0
		for _, code := range u {
			if code != Missing {
				coded++
			}
		}
		return coded < 2
	})
}

// Alpha is Krippendorff's alpha for nominal codes of any number of coders, some of whom may not have coded a unit
// (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, C): 1 - Do / De. Units with fewer than two codes
// count for nothing. ok is false where no two codes can be compared, or all codes are one.
func Alpha(units []Unit) (alpha float64, ok bool) {
	n, same := 0.0, 0.0 // codes in units with two or more; those of the diagonal of the coincidence matrix
	all := map[int]float64{}
	for _, u := range units {
		counts, m := map[int]float64{}, 0.0
		for _, code := range u {
			if code != Missing {
				counts[code]++
				m++
			}
		}
		if m < 2 {
			continue
		}
		n += m
		alike := 0.0
		for code, c := range counts {
			all[code] += c
			alike += c * (c - 1)
		}
		same += alike / (m - 1)
	}
	expected := 0.0
	for _, c := range all {
		expected += c * (c - 1)
	}
	if n < 2 || expected == n*(n-1) {
		return 0, false
	}
	return 1 - (n-same)*(n-1)/(n*(n-1)-expected), true
}
