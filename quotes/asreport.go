package quotes

// asReports reads what a clause with "as" attributes at the head of a sentence.
type asReports struct{ *draft }

// read reads words that a clause with "as" attributes in front: "As he said earlier, X", "Like I said, X", "As
// reported by the office, X". What "you said" is no report of the speaker's.
func (r asReports) read() bool {
	as := r.lo
	for as < r.hi && as < r.lo+4 && r.in(as, words.AsLead, "—", "–") {
		as++
	}
	if as+4 >= r.hi || !r.is(as, "as", "like") || r.is(as+1, "you") {
		return false
	}
	cue, source, v := r.cue(as)
	if v == nil {
		return false
	}
	comma := r.mainAfter(cue.hi)
	if comma < 0 {
		return false
	}
	r.reports = append(r.reports, report{
		content: []tokens{{comma + 1, r.hi}}, cue: []tokens{cue}, source: source, frame: frameThat, form: formPast,
		rule: "rule:as", verb: v, open: true, nested: r.inner,
	})
	r.subject = tokens{}
	return true
}

// cue finds the cue with its source after "as": a finite verb with its subject, or a participle with its agent. The
// verb is nil for none, as after "as agreed", which tells of a pact and not of words.
func (r asReports) cue(as int) (cue, source tokens, v *cueVerb) {
	i := r.verbBehind(as)
	if i < 0 {
		return cue, source, nil
	}
	c := r.w[i].cue
	v = c.verb
	end := i + 1
	if w := v.with[r.w[min(end, r.hi-1)].low]; w != nil {
		v, end = w, end+1
	}
	if v.class != classSpeech || words.AsIdle[v.lemma] || v.frames&(frameThat|frameRcptThat) == 0 {
		return cue, source, nil
	}
	if i == as+1 && c.forms&formParticiple != 0 {
		if r.is(i+1, "by", "in") {
			source = tokens{i + 2, r.nouns.end(i+2, r.hi)}
		}
		return tokens{i, i + 1}, source, v
	}
	use, _, vg := r.uses().of(i, c)
	if use != useFinite || vg <= as+1 {
		return cue, source, nil
	}
	source = r.subjects.dropTail(tokens{as + 1, vg})
	if source.empty() || !r.speakers.canSpeak(source) {
		return cue, source, nil
	}
	return tokens{i, end}, source, v
}

// verbBehind returns the first cue after "as", -1 where a comma or another verb stands before it.
func (r asReports) verbBehind(as int) int {
	for i := as + 1; i < r.hi && i < as+12; i++ {
		switch {
		case r.is(i, ","):
			return -1
		case r.w[i].cue.verb != nil:
			return i
		case r.has(i, flagFinite) && !r.has(i, flagBe|flagHave) && !r.in(i, words.MadeVerb):
			return -1
		}
	}
	return -1
}

// mainAfter returns the comma after k that the main clause follows: adverbials stand before it ("last week"), a subject
// and verb after it.
func (r asReports) mainAfter(k int) int {
	timed := r.adverbials.end(k, r.hi) > k
	for i := k; i+2 < r.hi && i < k+25; i++ {
		switch {
		case r.is(i, "that", "“", "\"", ";", ":"), r.nouns.starts(i, r.hi) && i == k && !timed && !r.has(i, flagTime):
			return -1
		case r.is(i, ",") && r.verbs.finiteIn(i+1, r.hi, true) > 0:
			return i
		}
	}
	return -1
}
