package actors

import "slices"

// parts are what the words of a phrase mean.
type parts struct {
	offices []stretch // offices and bodies, in order
	states  []stretch // states and organisations, in order
	persons []stretch // known persons
	address []stretch // forms of address
	metonym string    // body that a metonym stands for: "presidency" of "Kremlin"
}

// stretch is a run of words with what it means.
type stretch struct {
	from, to int
	c        Candidate
}

// partsOf finds the parts of a phrase, and marks the words of all but persons as taken.
func partsOf(phrase *phrase, names *names) *parts {
	p := splitter{phrase, names, &parts{}}
	p.split()
	p.side()
	return p.in
}

// has reports whether an office of a class is in the phrase.
func (p *parts) has(class string) bool {
	return slices.ContainsFunc(p.offices, func(s stretch) bool { return s.c.Office == class })
}

// inOffice reports whether word i is part of an office.
func (p *parts) inOffice(i int) bool {
	return slices.ContainsFunc(p.offices, func(s stretch) bool { return s.from <= i && i < s.to })
}
