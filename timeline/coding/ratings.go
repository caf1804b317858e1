package coding

import (
	"encoding/json"
	"slices"

	"demarche/timeline/agreement"
	"demarche/timeline/record"
)

// Machine stands for the program where coders are compared.
const Machine = ""

// Units are what coders say of a field of the items, in their order, as codes that are numbers; [Machine] among the
// coders is the program.
func (b *Book) Units(field string, coders []string) []agreement.Unit {
	numbers := map[string]int{}
	out := make([]agreement.Unit, len(b.Sample.Items))
	for i := range out {
		item := &b.Sample.Items[i]
		for _, who := range coders {
			code, ok := CodeOf(item.Said(), field), true
			if who != Machine {
				code, ok = b.Code(item, who, field)
			}
			n := agreement.Missing
			if ok {
				if _, known := numbers[code]; !known {
					numbers[code] = len(numbers)
				}
				n = numbers[code]
			}
			out[i] = append(out[i], n)
		}
	}
	return out
}

// WholeField stands for a statement whose words, speakers, addressees and day are all right.
const WholeField = "whole record"

// wholeFields are the fields that a whole record needs.
func wholeFields() []string {
	return []string{StatementField, "speaker", "addressee", "day"}
}

// Ruling is what somebody decided in the dataset on a report of which coders disagree.
type Ruling struct {
	Rejected bool
	Values   map[string]json.RawMessage
}

// Judged are the strata of the sample with how far the dataset was right in a field, or in [WholeField], for each
// item that a coder has coded and of which the dataset gives a value: 1 or 0 where the coders agree or somebody has
// ruled, else the share of the coders that say so. A value for what is no statement is wrong. Items that nobody has
// coded count as not drawn: what is coded of a stratum stands for all of it. Rulings are by report.
func (b *Book) Judged(field string, rulings map[string]Ruling) []agreement.Stratum {
	out := make([]agreement.Stratum, len(b.Sample.Strata))
	for i, s := range b.Sample.Strata {
		out[i].Size = s.Size
	}
	for i := range b.Sample.Items {
		item := &b.Sample.Items[i]
		if !b.coded(item) {
			continue
		}
		out[item.Stratum].Drawn++
		if field != WholeField && noValue(CodeOf(item.Values, field)) {
			continue
		}
		if right, ok := b.right(item, field, rulings); ok {
			s := &out[item.Stratum]
			s.Right = append(s.Right, right)
		}
	}
	return out
}

// coded reports whether a coder has coded an item.
func (b *Book) coded(item *Item) bool {
	return slices.ContainsFunc(b.Coders(), func(who string) bool { return b.Done(who, item.Report) })
}

// noValue reports whether a code says that the dataset leaves a field open.
func noValue(code string) bool { return code == "" || code == string(record.UnknownChannel) }

// right is the share of judges for whom a field of an item is right.
func (b *Book) right(item *Item, field string, rulings map[string]Ruling) (share float64, ok bool) {
	if r, ruled := rulings[item.Report]; ruled {
		return one(r.right(item, field)), true
	}
	judges, right := 0.0, 0.0
	for _, who := range b.Coders() {
		yes, says := b.says(item, who, field)
		if says {
			judges, right = judges+1, right+one(yes)
		}
	}
	if judges == 0 {
		return 0, false
	}
	return right / judges, true
}

// says tells whether a coder finds a field of an item right; ok is false where they can't tell.
func (b *Book) says(item *Item, coder, field string) (right, ok bool) {
	c := b.Of(coder, item.Report)
	switch {
	case !b.Done(coder, item.Report):
		return false, false
	case c.Verdict == record.Rejected:
		return false, true
	case field == WholeField:
		for _, f := range wholeFields() {
			if right, ok := b.says(item, coder, f); !right {
				return false, ok
			}
		}
		return true, true
	}
	code, ok := b.Code(item, coder, field)
	return ok && code == CodeOf(item.Values, field), ok
}

// right reports whether a field of an item is as it was ruled.
func (r *Ruling) right(item *Item, field string) bool {
	switch {
	case r.Rejected:
		return false
	case field == WholeField:
		for _, f := range wholeFields() {
			if !r.right(item, f) {
				return false
			}
		}
		return true
	}
	return CodeOf(r.Values, field) == CodeOf(item.Values, field)
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
