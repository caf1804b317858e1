package quotes

// saidWithin reads words in marks after their cue, most often such as somebody tells within his own words: "And I said
// to them, | “We leave at dawn.”" Where they stand in an article the models find them too.
func (r finiteReports) saidWithin(i, vg int, form verbForm, v *cueVerb) {
	if v.class != classSpeech || form != formPast {
		return
	}
	k := i + 1
	if k+1 < r.hi && r.is(k, "to") {
		k++
	}
	if r.nouns.starts(k, r.hi) {
		k = r.nouns.end(k, r.hi)
	}
	if k+2 >= r.hi || !r.is(k, ",", ":") || !r.has(k+1, flagQuoteMark) || !r.marks.opensAt(k+1, false) {
		return
	}
	source, ok := r.source(vg)
	if !ok {
		return
	}
	end := k + 3
	for end < r.hi && !r.marks.closesAt(end-1) {
		end++
	}
	r.begin(i, v, complement{lo: k + 1, cueHi: i + 1, frame: frameThat}, form, source, ruleVerb)
	p := &r.reports[len(r.reports)-1]
	p.content[0].hi, p.open = end, false
	r.subject = source
}
