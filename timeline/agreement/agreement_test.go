package agreement

import (
	"math"
	"testing"
)

// from makes units of the rows of a reliability data matrix: a coder a row, a unit a column, "." for a missing code.
func from(rows ...string) []Unit {
	units := make([]Unit, len(rows[0]))
	for i := range units {
		for _, row := range rows {
			code := Missing
			if row[i] != '.' {
				code = int(row[i] - '0')
			}
			units[i] = append(units[i], code)
		}
	}
	return units
}

// table makes the pairs of a table of how often the first coder gave the code of the row and the second that of the
// column.
func table(rows ...[]int) []Unit {
	var pairs []Unit
	for a, row := range rows {
		for b, n := range row {
			for range n {
				pairs = append(pairs, Unit{a, b})
			}
		}
	}
	return pairs
}

// TestAlphaAsPublished computes the examples A, B and C of Krippendorff, Computing Krippendorff's Alpha-Reliability,
// 2011, and that of three coders in Wikipedia's article on Krippendorff's alpha, with units that nobody or one alone
// has coded.
func TestAlphaAsPublished(t *testing.T) {
	for name, c := range map[string]struct {
		units []Unit
		want  float64
	}{
		"A: two coders, two codes":           {from("0100000000", "1110010100"), 0.095},
		"B: two coders, five codes":          {from("112243335441", "212223335444"), 0.692},
		"C: four coders, some codes missing": {from("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743},
		"three coders, most codes missing":   {from(".....34121133.3", "1.213343.......", "..21344.21133.4"), 0.691},
	} {
		got, ok := Alpha(c.units)
		if !ok || math.Abs(got-c.want) > 0.0005 {
			t.Errorf("%s: %.4f, %v, want %.3f", name, got, ok, c.want)
		}
	}
}

// TestAlphaTellsNothing holds alpha to be undefined where nothing can be compared, or there is one code alone.
func TestAlphaTellsNothing(t *testing.T) {
	for _, units := range [][]Unit{nil, from("12.", "..3"), from("111", "111")} {
		if a, ok := Alpha(units); ok {
			t.Errorf("%v: %v", units, a)
		}
	}
	if a, ok := Alpha(from("1122", "1122")); !ok || a != 1 {
		t.Errorf("full agreement: %v, %v", a, ok)
	}
}

// TestComparableLeavesAlphaAsItIs takes out units that tell nothing.
func TestComparableLeavesAlphaAsItIs(t *testing.T) {
	units := from("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
	some := Comparable(units)
	a, _ := Alpha(units)
	if b, ok := Alpha(some); !ok || a != b || len(some) != 11 || len(units) != 12 {
		t.Errorf("%d of %d units: %v, not %v", len(some), len(units), b, a)
	}
}

// TestKappaAsPublished computes the example of Cohen, A Coefficient of Agreement for Nominal Scales, 1960, table 1, and
// those of Wikipedia's article on Cohen's kappa.
func TestKappaAsPublished(t *testing.T) {
	for name, c := range map[string]struct {
		pairs []Unit
		want  float64
	}{
		"Cohen":             {table([]int{88, 10, 2}, []int{14, 40, 6}, []int{18, 10, 12}), 0.492},
		"grants":            {table([]int{20, 5}, []int{10, 15}), 0.4},
		"same percentage":   {table([]int{45, 15}, []int{25, 15}), 0.1304},
		"same percentage 2": {table([]int{25, 35}, []int{5, 35}), 0.2593},
	} {
		got, ok := Kappa(c.pairs)
		if !ok || math.Abs(got-c.want) > 0.0005 {
			t.Errorf("%s: %.4f, %v, want %.4f", name, got, ok, c.want)
		}
	}
	if k, ok := Kappa(table([]int{9})); ok {
		t.Errorf("one code alone: %v", k)
	}
}

// TestPairLeavesOutWhatOneHasNotCoded looks at two of three coders.
func TestPairLeavesOutWhatOneHasNotCoded(t *testing.T) {
	pairs := Pair(from("12.4", "1111", "1324"), 0, 2)
	if len(pairs) != 3 || Agreed(pairs) != 2 {
		t.Errorf("%v", pairs)
	}
}
