package quotes

// cueReader takes a cue verb to the reader of the shape in which it reports.
type cueReader struct{ *draft }

// read tries the cue verb at i.
func (r cueReader) read(i int, c cueForm) {
	if r.capitalInside(i) { // part of a name
		return
	}
	use, form, vg := r.uses().of(i, c)
	if v, p := r.withParticle(i, c.verb); v != nil {
		r.particle = tokens{i, p + 1}
		c.verb, i = v, p
	}
	if c.verb.class == "" {
		return
	}
	defer func() { r.particle = tokens{} }()
	switch {
	case r.used(i):
	case use == useNone && c.forms&formBase != 0 && !r.inner && purposeReports(r).mayBe(i):
		purposeReports(r).read(i, c.verb)
	case use == useNone:
	case r.inner:
		nestedReports(r).read(i, vg, use, form, c.verb)
	case use == useFinite && purposeReports(r).goesOn(i, form):
		purposeReports(r).read(i, c.verb)
	case use == useFinite:
		finiteReports(r).read(i, vg, form, c.verb)
	case use == useGerund:
		participleReports(r).read(i, form, c.verb)
	case use == usePassive:
		passiveReports(r).read(i, vg, c.verb)
	}
}

// capitalInside reports a word with a capital that begins neither the sentence nor a passage in marks.
func (r cueReader) capitalInside(i int) bool {
	return i > r.lo && r.d.Word(i)[0] < 'a' && !r.has(i-1, flagQuoteMark)
}

// withParticle returns the verb that the one at i makes with the particle after it, which stands at p: "point out",
// "make very clear"; nil where it makes none.
func (r cueReader) withParticle(i int, v *cueVerb) (with *cueVerb, p int) {
	p = i + 1
	if v.with == nil || p >= r.hi {
		return nil, p
	}
	for p+1 < r.hi && r.in(i, words.MakeForm) && r.in(p, words.ClearIntensifier) {
		p++
	}
	return v.with[r.w[p].low], p
}
