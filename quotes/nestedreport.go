package quotes

// nestedReports reads reports inside reported words.
type nestedReports struct{ *draft }

// read reads a report inside reported words, of a speaker of its own. What the speaker does by these very words
// ("We urge both sides") is no report.
func (r nestedReports) read(i, vg int, use verbUse, form verbForm, v *cueVerb) {
	if i+2 >= r.hi || use == usePassive {
		return
	}
	c, ok := r.complement(i, use, form, v)
	if !ok {
		return
	}
	source, ok := r.source(i, vg, use)
	if !ok || source.empty() || r.in(source.lo, words.NeitherNor) || r.performs(source, vg, form, v) {
		return
	}
	if plain := c.frame&(frameThat|frameRcptTo|frameRcptThat) != 0; (r.inner || !plain) && !r.speakers.canSpeak(source) {
		return
	}
	r.reports = append(r.reports, report{
		content: []tokens{{c.lo, r.hi}}, cue: []tokens{{i, i + 1}}, source: source, frame: c.frame, form: form,
		rule: "rule:nested", verb: v, open: true, nested: true,
	})
	if !r.particle.empty() {
		r.reports[len(r.reports)-1].cue[0].lo = r.particle.lo
	}
}

// complement is what the verb at i reports inside reported words: a clause with "that", or of a
// finite verb a clause without it or an appeal, or of one in the past any complement.
func (r nestedReports) complement(i int, use verbUse, form verbForm, v *cueVerb) (complement, bool) {
	that := r.adverbials.afterVerb(i, r.hi, v)
	if v.frames&frameThat != 0 && that+1 < r.hi && r.is(that, "that") {
		return complement{lo: that + 1, cueHi: i + 1, frame: frameThat}, true
	}
	if use != useFinite {
		return complement{}, false
	}
	if r.gap(i, r.verbs.group(i, r.lo), v) {
		return complement{lo: that, cueHi: i + 1, frame: frameThat}, true
	}
	c, ok := r.complements.of(i, r.hi, v)
	plain := c.frame&(frameThat|frameRcptTo|frameRcptThat) != 0
	return c, ok && c.frame != frameDoc && (plain || form == formPast)
}

// gap reports a relative clause, at whose head the cue at i stands with its subject before the clause's own verb:
// "remarks which | it said | were false". The cue's verb group begins at vg.
func (r nestedReports) gap(i, vg int, v *cueVerb) bool {
	s := vg
	for s > r.lo && (inNP(r.tag(s-1)) || r.has(s-1, flagPronoun|flagFirst)) && !r.has(s-1, flagRelative) {
		s--
	}
	k := r.adverbials.afterVerb(i, r.hi, v)
	if v.frames&frameThat == 0 || s == vg || s <= r.lo+1 || k+1 >= r.hi || !r.has(s-1, flagRelative) {
		return false
	}
	return r.has(k, flagFinite) || r.tag(k) == "VBN" && k == i+1 && r.has(k+1, flagPrep)
}

// source finds the subject of the verb at i inside the open words.
func (r nestedReports) source(i, vg int, use verbUse) (source tokens, ok bool) {
	lo := r.lo
	if open := r.anyOpen(); open != nil {
		lo = open.content[0].lo
		if len(open.content) > 1 && vg == open.content[1].lo && r.nouns.end(lo, r.hi) == open.content[0].hi {
			return open.content[0], true // "Lind, he said, | had promised"
		}
	}
	switch {
	case use == useFinite:
		source, ok = r.subjects.before(vg, lo)
		for k := source.hi - 2; k > source.lo; k-- {
			if r.is(k, "as", "while") && r.is(k-1, ",") { // "urged Varn to wait, as | Norland | says"
				source.lo = k + 1
			}
		}
		r.subjects.antecedent(&source)
	case i > lo && (r.tag(i-1) == "RB" || r.is(i-1, ",")):
		if f := r.verbs.finiteIn(lo, i, true); f > 0 {
			source, ok = r.subjects.before(r.verbs.group(f, lo), lo)
		}
	}
	return source, ok
}

// performs reports an act done by the words themselves rather than told by them: a first person in the present tense,
// and in verbatim words any speaker of a verb that does more than say ("Norland demands that").
func (r nestedReports) performs(source tokens, vg int, form verbForm, v *cueVerb) bool {
	if form == formPast || r.in(vg, words.HaveForm) {
		return false
	}
	first := source.len() == 1 && r.has(source.lo, flagFirst)
	return first || r.inner && (v.frames&frameNP != 0 || v.class == classLight)
}
