package quotes

import "demarche/quotes/learned"

// frameBits is the number of frames that a [frame] has room for.
const frameBits = 32

// endRow makes the features of the places where the content of one report may end.
type endRow struct {
	*endReader
	q       Quote
	content tokens
	hi      int                // the end of the sentence
	model   *learned.Candidate // the likeliest of the models with the same cue, nil for none
}

// features is a row under construction.
type features []float32

// bits adds a 1 for each condition that holds, a 0 for others.
func (f *features) bits(conditions ...bool) {
	for _, c := range conditions {
		*f = append(*f, float32(b2i(c)))
	}
}

// numbers adds numbers.
func (f *features) numbers(list ...int) {
	for _, n := range list {
		*f = append(*f, float32(n))
	}
}

// oneOf adds n zeros, of which number i is a 1.
func (f *features) oneOf(n, i int) {
	*f = append(*f, make([]float32, n)...)
	if i >= 0 {
		(*f)[len(*f)-n+i] = 1
	}
}

// code is the place of a name, -1 where it has none.
func code(m map[string]int, name string) int {
	if i, ok := m[name]; ok {
		return i
	}
	return -1
}

// token adds what token k is: its word, if it leads phrases or clauses, its tag and its flags.
func (r *endRow) token(f *features, k int) {
	codes := r.codes
	const flags = 8
	if k >= r.hi || k < 0 {
		f.oneOf(len(codes.word)+len(codes.tag)+flags, -1)
		return
	}
	f.oneOf(len(codes.word), code(codes.word, r.w[k].low))
	f.oneOf(len(codes.tag), code(codes.tag, r.tag(k)))
	v := r.w[k].cue.verb
	f.bits(
		v != nil, v != nil && v.class == classSpeech, r.has(k, flagTime), r.has(k, flagPronoun), r.capital(k),
		r.nouns.starts(k, r.hi), r.has(k, flagFinite), r.has(k, flagQuoteMark),
	)
}

// stretch adds what the tokens from lo to hi-1 hold: how many words, verbs, marks, times and names of each kind.
func (r *endRow) stretch(f *features, lo, hi int) {
	var n [13]int
	for i := lo; i < hi; i++ {
		tag := r.tag(i)
		for k, holds := range [len(n)]bool{
			r.has(i, flagFinite), r.has(i, flagQuoteMark), r.has(i, flagTime), r.w[i].noun&nounDocument != 0,
			r.in(i, words.Encounter) || r.in(i, words.Call), r.w[i].cue.verb != nil && r.w[i].cue.verb.class == classSpeech,
			r.capital(i), r.is(i, ","), r.has(i, flagRelative), tag == "VBD", tag == "VBZ" || tag == "VBP", tag == "MD",
			r.is(i, "had"),
		} {
			n[k] += b2i(holds)
		}
	}
	f.numbers(hi - lo)
	f.numbers(n[:]...)
}

// shared are the features that all ends of a content have: how it opens, and its cue.
func (r *endRow) shared() features {
	f := features{}
	lo := r.content.lo
	r.token(&f, lo)
	f.bits(lo > 0 && r.is(lo-1, "that"), r.verbs.infinitive(lo, r.hi))
	all := r.paragraphs.tokensOf(r.q.Cue)
	cue := all[len(all)-1]
	verb, forms := r.w[cue.lo].cue.verb, r.w[cue.lo].cue.forms
	if verb == nil {
		verb = r.w[cue.hi-1].cue.verb
	}
	frames := frame(0)
	if verb != nil {
		frames = verb.frames
	}
	for b := range frameBits {
		f.bits(frames>>b&1 != 0)
	}
	f.bits(
		verb != nil && verb.class == classLight, forms&formGerund != 0, forms&formPast != 0, forms&formS != 0,
		cue.lo > 0 && r.is(cue.lo-1, "had"), r.q.Form == Mixed, r.q.Form == Direct,
	)
	f.oneOf(len(r.codes.rule), code(r.codes.rule, r.q.By))
	return f
}

// at are the features of the end before token e, with those that all have.
func (r *endRow) at(e int, shared features) []float32 {
	f := append(make(features, 0, 4*len(shared)), shared...)
	t := r.content
	f.bits(e == t.hi, e < t.hi, e > t.hi, e == r.hi)
	f.numbers(e-t.lo, e-t.hi, r.hi-e)
	k := e
	mark := k < r.hi && r.is(k, ",", "—", "–", "-", ";", ":", "(")
	f.bits(mark, mark && r.is(k, ","), mark && r.is(k, ";"), r.marks.closesAt(e-1))
	k += b2i(mark)
	for _, near := range [...]int{k, k + 1, k + 2, e - 1} {
		r.token(&f, near)
	}
	r.stretch(&f, t.lo, e)
	r.stretch(&f, e, min(r.hi, e+8))
	r.stretch(&f, e, r.hi)
	r.ofModel(&f, r.d.Tokens[e-1].End)
	finite := r.verbs.finiteIn(e, r.hi, true)
	f.bits(finite >= 0)
	f.numbers(finite - e)
	tag := ""
	if finite >= 0 {
		tag = r.tag(finite)
	}
	f.bits(tag == "VBD", tag == "VBZ", tag == "VBP", tag == "MD")
	return f
}

// ofModel adds where the models of quotes end the content, as seen from byte end.
func (r *endRow) ofModel(f *features, end int) {
	if r.model == nil {
		f.oneOf(4, -1)
		return
	}
	theirs := r.model.Content[len(r.model.Content)-1].End
	*f = append(*f, float32(r.model.P))
	f.bits(theirs == end, theirs < end)
	f.numbers(theirs - end)
}
