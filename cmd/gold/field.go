package gold

import "slices"

// Field is a part of a record that is right or wrong.
type Field struct {
	Name string
	Same func(gold, printed *Record) bool // whether the printed record has it as the annotated one
}

// Fields are the parts of a record that are scored, and those that are made of several: dyad (the states on both sides)
// and tuple (who, to whom, when).
func Fields() []Field {
	return []Field{
		{"speakers", SameSpeakers},
		{"states", sameStates},
		{"addressees", SameAddressees},
		{"dyad", func(g, p *Record) bool {
			return sameStates(g, p) && slices.Equal(statesOf(g.Addressees), statesOf(p.Addressees))
		}},
		{"medium", SameMedium},
		{"channel", func(g, p *Record) bool { return g.Channel == p.Channel }},
		{"date", sameDate},
		{"occasion", SameOccasion},
		{"tone", func(g, p *Record) bool { return g.Tone == p.Tone }},
		{"form", func(g, p *Record) bool { return g.Form == p.Form }},
		{"tuple", SameTuple},
	}
}

// SameSpeakers reports whether the printed speakers are the annotated ones, by name or alias; none on both sides is the
// same.
func SameSpeakers(gold, printed *Record) bool {
	return sameParties(gold.Speakers, printed.Speakers, false)
}

// SameAddressees reports whether the printed addressees are the annotated ones, by name, alias or state.
func SameAddressees(gold, printed *Record) bool {
	return sameParties(gold.Addressees, printed.Addressees, true)
}

// SameMedium reports whether the printed carrier is the annotated one, by name or alias; none on both sides is the
// same.
func SameMedium(gold, printed *Record) bool { return sameParty(gold.Medium, printed.Medium) }

// SameOccasion reports whether the names of the occasions share half of the words of the shorter one; none on both
// sides is the same.
func SameOccasion(gold, printed *Record) bool { return sameOccasion(gold.Occasion, printed.Occasion) }

// SameTuple reports whether speakers, addressees and date are the annotated ones.
func SameTuple(gold, printed *Record) bool {
	return SameSpeakers(gold, printed) && SameAddressees(gold, printed) && sameDate(gold, printed)
}

func sameDate(gold, printed *Record) bool { return gold.Date.EDTF == printed.Date.EDTF }

func sameStates(gold, printed *Record) bool {
	return slices.Equal(statesOf(gold.Speakers), statesOf(printed.Speakers))
}
