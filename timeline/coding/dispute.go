package coding

import (
	"encoding/json"
	"slices"

	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// StatementField stands beside the fields of a report: whether its words are a statement at all.
const StatementField = "statement"

// The two codes of [StatementField].
const (
	IsStatement = "yes"
	NoStatement = "no"
)

// Fields are the names of what is coded: [StatementField], then the fields of a report.
func Fields() []string { return append([]string{StatementField}, edits.Fields()...) }

// Code is what a coder says of a field of an item, in a form in which the same is written alike; ok is false where
// they say nothing of it: not coded yet, can't tell, or no statement at all.
func (b *Book) Code(item *Item, coder, field string) (code string, ok bool) {
	c := b.Of(coder, item.Report)
	if c == nil || c.Verdict == record.Machine {
		return "", false
	}
	if field == StatementField {
		return statementCode(c.Verdict), true
	}
	value, changed := c.Fields[field]
	switch {
	case c.Verdict == record.Rejected || changed && Unsure(value):
		return "", false
	case changed:
		return key(value), true
	}
	return key(item.Values[field]), true
}

func statementCode(verdict record.Status) string {
	if verdict == record.Rejected {
		return NoStatement
	}
	return IsStatement
}

// CodeOf is the code of a field among values, of an item as it was drawn.
func CodeOf(values map[string]json.RawMessage, field string) string {
	if field == StatementField {
		return IsStatement
	}
	return key(values[field])
}

// key is the code of a value that was checked when it was read.
func key(value json.RawMessage) string {
	k, err := edits.Key(value)
	if err != nil {
		return ""
	}
	return k
}

// Dispute is a field of an item of which coders say different things.
type Dispute struct {
	Item  *Item
	Field string
	Codes map[string]string // by coder
}

// Disputes are those of one item, in the order of the fields.
func (b *Book) Disputes(item *Item) []Dispute {
	var out []Dispute
	for _, field := range Fields() {
		d := Dispute{item, field, map[string]string{}}
		var codes []string
		for _, who := range b.Coders() {
			if code, ok := b.Code(item, who, field); ok {
				d.Codes[who] = code
				codes = append(codes, code)
			}
		}
		slices.Sort(codes)
		if len(slices.Compact(codes)) > 1 {
			out = append(out, d)
		}
	}
	return out
}

// Settled reports whether somebody has decided on a report in the dataset since it was coded last. List are all
// edits.
func (b *Book) Settled(list []record.Edit, report string) bool {
	settled := false
	for i := range list {
		e := &list[i]
		switch {
		case e.Target != report:
		case e.Kind == Kind && e.Field == b.Sample.Name:
			settled = false
		case e.Kind == edits.Kind:
			settled = true
		}
	}
	return settled
}

// Disputed reports whether coders disagree about a report and nobody has settled it.
func (b *Book) Disputed(list []record.Edit, report string) bool {
	item, ok := b.Sample.Item(report)
	return ok && len(b.Disputes(item)) > 0 && !b.Settled(list, report)
}

// Agreed is what all coders of an item say, where two or more have coded it and they disagree about nothing; of a field
// of which one can't tell, what another one says.
func (b *Book) Agreed(item *Item) (c *Coding, ok bool) {
	var coders []string
	for _, who := range b.Coders() {
		if b.Done(who, item.Report) {
			coders = append(coders, who)
		}
	}
	if len(coders) < 2 || len(b.Disputes(item)) > 0 {
		return nil, false
	}
	c = b.Of(coders[0], item.Report).Clone()
	for _, who := range coders[1:] {
		for name, value := range b.Of(who, item.Report).Fields {
			if held, there := c.Fields[name]; !there && !Unsure(value) || Unsure(held) {
				c.Fields[name] = value
			}
		}
	}
	return c, true
}
