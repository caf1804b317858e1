package quotes

// verbUse tells how a cue verb stands in its clause.
type verbUse uint8

const (
	useNone verbUse = iota
	useFinite
	useGerund
	usePassive
)

// useOf reads the verb at i with its auxiliaries, which begin at vg.
func (r *sentenceReader) useOf(i int, c cueForm) (use verbUse, form verbForm, vg int) {
	vg = r.verbGroup(i, r.lo)
	var be, have, modal bool
	for k := vg; k < i; k++ {
		be, have = be || r.has(k, flagBe), have || r.has(k, flagHave)
		modal = modal || r.tag(k) == "MD"
		if r.has(k, flagNegation) {
			return useNone, 0, vg
		}
	}
	tag := r.tag(i)
	switch {
	case modal && !(be && c.forms&formParticiple != 0):
		return useNone, 0, vg
	case c.forms&formGerund != 0:
		if be {
			return useFinite, formGerund, vg
		}
		if tag == "VBG" || tag == "NN" && i > r.lo && r.is(i-1, ",") || i == r.lo {
			return useGerund, formGerund, i
		}
	case c.forms&(formPast|formParticiple) != 0 && c.forms&formBase == 0:
		if be && !modal {
			return usePassive, formParticiple, vg
		}
		if r.reduced(vg, i, c.verb) {
			return useNone, 0, vg
		}
		slip := tag == "JJ" && i > r.lo &&
			(isNoun(r.tag(i-1)) || r.tag(i-1) == "RB" && i > r.lo+1 && isNoun(r.tag(vg-b2i(vg > r.lo))))
		if modal || r.attributive(vg, i) ||
			tag != "VBD" && tag != "VBN" && !have && !slip && !(i > r.lo && r.has(i-1, flagPronoun)) {
			return useNone, 0, vg
		}
		return useFinite, formPast, vg
	case c.forms&formS != 0:
		if tag == "VBZ" || r.nounTagged(i) {
			return useFinite, formS, vg
		}
	case c.forms&formBase != 0:
		if i > r.lo+1 && r.is(i-1, "to") {
			if i > r.lo+2 && r.is(i-2, "on") && r.in(i-3, words.WentOn) || r.in(i-2, words.Continuing) {
				return useFinite, formPast, r.verbGroup(i-3, r.lo)
			}
			return useNone, 0, vg
		}
		if c.verb.lemma == "read" && i+1 < len(r.w) && r.is(i+1, ",", ":") && !r.is(i-b2i(i > r.lo), "to") {
			return useFinite, formPast, vg
		}
		if tag == "VBP" || tag == "VBD" ||
			tag == "VB" && i > r.lo && (r.has(i-1, flagPronoun|flagFirst) || r.tag(i-1) == "NNS") {
			if c.verb.lemma == "read" {
				return useFinite, formPast, vg
			}
			return useFinite, formBase, vg
		}
	}
	return useNone, 0, vg
}

// reduced reports a participle that says what was said to its noun: "the embassy, asked for comment, gave none".
func (r *sentenceReader) reduced(vg, i int, v *cueVerb) bool {
	return vg > r.lo && r.is(vg-1, ",") && v.frames&(frameRcptTo|frameRcptThat|frameRcptAbout) != 0 && i+1 < r.hi &&
		r.in(i+1, words.CueComplement) && r.finiteIn(i+1, r.hi, true) > 0 && !r.in(i, words.SaidWarned)
}

// attributive reports a participle inside a noun phrase: "its internationally recognized borders".
func (g *grammar) attributive(vg, i int) bool {
	return vg > 0 && i+1 < len(g.w) && (g.tag(vg-1) == "PRP$" || g.tag(vg-1) == "POS" || g.in(vg-1, words.Article)) &&
		isNoun(g.tag(i+1))
}

// nounTagged reports a third person that the tagger took for a plural: "the article notes, and goes on", "the decree
// states that".
func (g *grammar) nounTagged(i int) bool {
	return g.w[i].cue.forms&formS != 0 && g.tag(i) == "NNS" && i > 0 && i+1 < len(g.w) &&
		(g.tag(i-1) == "NN" || g.tag(i-1) == "NNP" || g.has(i-1, flagPronoun) || g.w[i-1].noun != 0) &&
		g.in(i+1, words.CueTail, ",", ":", ".")
}
