package quotes

// relativeReports reads a finite cue in a relative clause about the subject of the sentence, whose own verb follows the
// clause: "Lind, who has threatened to leave, | met Moss".
type relativeReports struct{ *draft }

// tellingFrames take a clause, a deed or a charge, which tell the end of a relative clause.
const tellingFrames = clauseFrames | frameOf

// read reads the cue at i, whose verb group begins at vg, with the complement c. It reports whether it was one. "Lind,
// who asked not to be named, said" tells nothing that was said.
func (r relativeReports) read(i, vg int, form verbForm, v *cueVerb, c complement) bool {
	who := vg - 1
	if who < r.lo+2 || !r.is(who, "who") || !r.is(who-1, ",") || r.in(i, words.BeingAsked) || c.frame&tellingFrames == 0 {
		return false
	}
	end := r.mainVerb(c.lo)
	if end == 0 || r.verbs.finiteIn(r.lo, who, false) >= 0 || r.marks.markIn(r.lo, who) {
		return false
	}
	source := r.subjects.dropTail(r.subjects.dropIntro(tokens{r.lo, who - 1}))
	if source.empty() || !r.speakers.canSpeak(source) {
		return false
	}
	r.begin(i, v, c, form, source, ruleVerb)
	r.close(end)
	return true
}

// mainVerb returns the comma after k that a finite verb follows, 0 for none.
func (r relativeReports) mainVerb(k int) int {
	marks := false
	for ; k+1 < r.hi; k++ {
		if r.has(k, flagQuoteMark) {
			marks = r.marks.opensAt(k, marks)
		}
		if marks || !r.is(k, ",") {
			continue
		}
		if v := r.endings.overAdverbs(k+1, r.hi); v < r.hi && r.has(v, flagFinite) {
			return k
		}
	}
	return 0
}
