package main

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"

	"demarche/timeline/agreement"
	"demarche/timeline/coding"
)

// estimate is a figure with its 95 % interval as JSON has it.
type estimate struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// thousandths rounds a figure: more places would say nothing.
func thousandths(x float64) float64 { return math.Round(x*1000) / 1000 }

func estimated(e agreement.Estimate) *estimate {
	return &estimate{thousandths(e.Value), thousandths(e.Low), thousandths(e.High)}
}

// percent writes shares as percentages with an interval.
func (e *estimate) percent() string {
	return fmt.Sprintf("%5.1f %% (%.1f to %.1f)", 100*e.Value, 100*e.Low, 100*e.High)
}

// coefficient writes kappa or alpha, a dash where it is not defined.
func (e *estimate) coefficient() string {
	if e == nil {
		return "-"
	}
	return fmt.Sprintf("%5.2f (%.2f to %.2f)", e.Value, e.Low, e.High)
}

// agreementFigures are what "agree" prints.
type agreementFigures struct {
	Sample    sampleJSON        `json:"sample"`
	Pairs     []pairFigures     `json:"pairs"`
	Coders    []allFigures      `json:"coders"`
	Precision []precisionFigure `json:"precision"`
	Methods   map[string]string `json:"methods"`
}

// pairFigures are the agreement of two coders, or of one with the program, in a field. Kappa and alpha are null where
// one value alone was given.
type pairFigures struct {
	A       string    `json:"a"`
	B       string    `json:"b"` // "machine" for the program
	Field   string    `json:"field"`
	N       int       `json:"n"` // statements that both coded
	Agree   int       `json:"agree"`
	Percent *estimate `json:"percent"` // as a share of 1
	Kappa   *estimate `json:"kappa"`
	Alpha   *estimate `json:"alpha"`
}

// allFigures are the agreement of all coders in a field.
type allFigures struct {
	Field string    `json:"field"`
	Alpha *estimate `json:"alpha"`
}

// precisionFigure is how often the dataset is right in a field.
type precisionFigure struct {
	Field string    `json:"field"`
	N     int       `json:"n"` // statements judged of which it gives a value
	Right *estimate `json:"right"`
}

// machineName is what the program is called beside coders.
const machineName = "machine"

// methods tell, for a footnote, how the figures are made.
func methods() map[string]string {
	return map[string]string{
		"percent": "share of statements on which both agree; Wilson score interval (Wilson 1927)",
		"kappa": "Cohen's kappa, unweighted (Cohen 1960); percentile interval of 2,000 bootstrap samples of statements " +
			"with a fixed seed (Efron and Tibshirani 1993)",
		"alpha": "Krippendorff's alpha for nominal data, missing codes left out (Krippendorff 2011); interval as of kappa",
		"precision": "share of the values given that are right, statements weighted by stratum (Cochran 1977); Wilson " +
			"interval with the effective sample size (Korn and Graubard 1998; Price and Bonett 2004; " +
			"Kish 1965 where nothing varies)",
	}
}

// measure computes the figures.
func (a *agreed) measure() *agreementFigures {
	coders := a.Coders()
	counts := make([]coderCount, len(coders))
	for i, who := range coders {
		counts[i] = coderCount{who, a.Count(who)}
	}
	out := &agreementFigures{
		Sample: sampleAsJSON(a.Sample, counts), Pairs: []pairFigures{}, Coders: []allFigures{},
		Precision: []precisionFigure{}, Methods: methods(),
	}
	for i, who := range coders {
		for _, other := range coders[i+1:] {
			out.Pairs = append(out.Pairs, a.pair(who, other)...)
		}
	}
	for _, who := range coders {
		out.Pairs = append(out.Pairs, a.pair(who, coding.Machine)...)
	}
	for _, field := range coding.Fields() {
		if len(coders) > 1 {
			alpha, ok := agreement.Bootstrap(agreement.Comparable(a.Units(field, coders)), agreement.Alpha)
			out.Coders = append(out.Coders, allFigures{field, defined(alpha, ok)})
		}
	}
	for _, field := range append([]string{coding.WholeField}, coding.Fields()...) {
		e, n, ok := agreement.Weighted(a.Judged(field, a.rulings))
		out.Precision = append(out.Precision, precisionFigure{field, n, defined(e, ok)})
	}
	return out
}

// pair compares two coders in every field.
func (a *agreed) pair(who, other string) []pairFigures {
	var out []pairFigures
	for _, field := range coding.Fields() {
		pairs := agreement.Pair(a.Units(field, []string{who, other}), 0, 1)
		f := pairFigures{A: who, B: other, Field: field, N: len(pairs), Agree: agreement.Agreed(pairs)}
		if other == coding.Machine {
			f.B = machineName
		}
		if f.N > 0 {
			f.Percent = estimated(agreement.Wilson(float64(f.Agree)/float64(f.N), float64(f.N)))
		}
		kappa, ok := agreement.Bootstrap(pairs, agreement.Kappa)
		f.Kappa = defined(kappa, ok)
		alpha, ok := agreement.Bootstrap(pairs, agreement.Alpha)
		f.Alpha = defined(alpha, ok)
		out = append(out, f)
	}
	return out
}

// defined is an estimate, nil where it is not defined.
func defined(e agreement.Estimate, ok bool) *estimate {
	if !ok {
		return nil
	}
	return estimated(e)
}

// print writes the figures as tables.
func (f *agreementFigures) print(w io.Writer) error {
	out := bufio.NewWriter(w)
	coded := make([]string, len(f.Sample.Coders))
	for i, c := range f.Sample.Coders {
		coded[i] = fmt.Sprintf("%s %d", clean(c.Coder), c.Coded)
	}
	fmt.Fprintf(out, "%s: %d of %s, strata by %s; coded by %s\n", f.Sample.Sample, f.Sample.Drawn,
		plural(f.Sample.Size, "statement"), strings.Join(f.Sample.By, ", "), strings.Join(coded, ", "))
	between := ""
	for i := range f.Pairs {
		p := &f.Pairs[i]
		if now := p.A + " and " + p.B; now != between {
			between = now
			fmt.Fprintf(out, "\n%s\n  %-10s %5s  %-24s  %-22s  %s\n", clean(between), "", "n", "agree", "Cohen's kappa",
				"Krippendorff's alpha")
		}
		share := "-"
		if p.Percent != nil {
			share = p.Percent.percent()
		}
		fmt.Fprintf(
			out,
			"  %-10s %5d  %-24s  %-22s  %s\n",
			p.Field,
			p.N,
			share,
			p.Kappa.coefficient(),
			p.Alpha.coefficient(),
		)
	}
	if len(f.Coders) > 0 && len(f.Sample.Coders) > 2 {
		fmt.Fprintf(out, "\nall coders, Krippendorff's alpha\n")
		for _, c := range f.Coders {
			fmt.Fprintf(out, "  %-10s %s\n", c.Field, c.Alpha.coefficient())
		}
	}
	fmt.Fprintf(out, "\nprecision of the dataset, weighted by stratum\n  %-12s %5s  %s\n", "", "n", "right")
	for _, p := range f.Precision {
		if p.Right != nil {
			fmt.Fprintf(out, "  %-12s %5d  %s\n", p.Field, p.N, p.Right.percent())
		}
	}
	fmt.Fprintf(out, "\n%s: statement, speaker, addressee and day; 95 %% intervals, see: demarche agree --help\n",
		coding.WholeField)
	return out.Flush()
}
