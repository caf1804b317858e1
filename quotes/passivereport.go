package quotes

// passiveReports reads cue verbs in the passive, whose subject may be what was said.
type passiveReports struct{ *draft }

// read reads "it was agreed to X", "the need for X was stressed", "hope was expressed that X", "the envoy was told that
// X".
func (r passiveReports) read(i, vg int, v *cueVerb) {
	agent, k := r.agent(i + 1)
	for k < r.hi && r.adverbials.end(k, r.hi) > k && !r.in(k, words.PlacePreposition) {
		k = r.adverbials.end(k, r.hi)
	}
	if r.in(i, words.BeingTold) && r.informed(i, agent, v) || r.anyOpen() != nil {
		return
	}
	if v.frames&frameOf != 0 && r.accused(i, k, agent, v) {
		return
	}
	t := r.subjects.dropIntro(tokens{r.subjects.clauseStart(vg, r.lo), vg})
	if t.empty() {
		return
	}
	switch it := t.len() == 1 && r.is(t.lo, "it"); {
	case v.class == classLight:
		r.lightVerb(i, k, t, v)
	case it:
		r.impersonal(i, k, agent, v)
	case r.called(i, t, v):
	case r.doneBy(t, agent, v):
		r.enter(i, r.subjects.dropTail(t), agent, frameNP, v)
	case r.noted(t, k, agent, v):
		r.enter(i, r.subjects.dropTail(t), agent, frameKey, v)
	}
}

// informed reads "the envoy was told by N on Monday that X", "was told he must X", "was told by N to X", inside other
// words too. It reports
// whether a clause follows.
func (r passiveReports) informed(i int, agent tokens, v *cueVerb) bool {
	k := max(i+1, agent.hi)
	for k < r.hi && r.adverbials.end(k, r.hi) > k {
		k = r.adverbials.end(k, r.hi)
	}
	c := complement{lo: k + b2i(r.is(k, "that")), cueHi: i + 1, frame: frameThat}
	switch {
	case k+1 >= r.hi:
		return false
	case !agent.empty() && v.frames&frameRcptTo != 0 && r.verbs.infinitive(k, r.hi):
		c.frame = frameRcptTo
	case !r.is(k, "that") && !(r.has(k, flagPronoun) && r.clauses.bare(k, r.hi)):
		return false
	}
	inside := r.anyOpen() != nil
	r.begin(i, v, c, formPast, agent, "rule:passive")
	r.reports[len(r.reports)-1].nested = inside
	return true
}

// accused reads "was accused by N of X", where k is after the agent and adverbials. It reports whether it was one.
func (r passiveReports) accused(i, k int, agent tokens, v *cueVerb) bool {
	for j := agent.lo + 1; j+1 < agent.hi; j++ {
		if r.is(j, "of") && r.tag(j+1) == "VBG" {
			agent.hi, k = j, j
		}
	}
	agent = r.subjects.dropTail(agent)
	if k+1 >= r.hi || !r.is(k, "of") || agent.empty() || !r.speakers.canSpeak(agent) {
		return false
	}
	r.begin(i, v, complement{lo: k + 1, cueHi: i + 1, frame: frameOf}, formPast, agent, "rule:passive")
	return true
}

// agent reads "by N" at k, and returns the index after it.
func (r passiveReports) agent(k int) (agent tokens, end int) {
	if k < r.hi && r.is(k, "by") {
		agent = tokens{k + 1, r.nouns.end(k+1, r.hi)}
		k = agent.hi
	}
	return agent, k
}

// doneBy reports what a named agent praised, condemned and the like: "the attack was condemned by N". "Lind was
// reported by N to have left" is none.
func (r passiveReports) doneBy(t, agent tokens, v *cueVerb) bool {
	if agent.empty() || r.verbs.infinitive(agent.hi, r.hi) {
		return false
	}
	return v.frames&frameNP != 0 && v.lemma != "welcome" && r.speakers.canSpeak(agent) && r.hasWord(t)
}

// noted reports a subject that is what was said, by an agent or by nobody named, and what may follow it at k: "the need
// for X was stressed".
func (r passiveReports) noted(t tokens, k int, agent tokens, v *cueVerb) bool {
	if t.lo > r.lo && r.in(t.lo-1, words.FutureConjunction) { // "until | a new envoy is confirmed"
		return false
	}
	if v.frames&framePassive == 0 || v.frames&(frameNP|frameKey) == 0 ||
		!r.nouns.keyPhrase(t.lo, t.hi) && !noteworthy(v.lemma) {
		return false
	}
	return k >= r.hi || r.is(k, ",") || !agent.empty() || r.adverbials.end(k, r.hi) > k
}

// impersonal reads "it was agreed to X", "it was said that X".
func (r passiveReports) impersonal(i, k int, agent tokens, v *cueVerb) {
	if v.frames&framePassive == 0 {
		return
	}
	if v.frames&frameTo != 0 && r.verbs.infinitive(k, r.hi) {
		r.begin(i, v, complement{lo: k, cueHi: i + 1, frame: frameTo}, formPast, agent, "rule:passive")
	} else if that := r.thatAfter(k); that > 0 && v.frames&frameThat != 0 {
		r.begin(i, v, complement{lo: that, cueHi: i + 1, frame: frameThat}, formPast, agent, "rule:passive")
	}
}

// enter enters a report whose content is the subject of the verb at i.
func (r passiveReports) enter(i int, content, agent tokens, f frame, v *cueVerb) {
	r.reports = append(r.reports, report{
		content: []tokens{content}, cue: []tokens{{i, i + 1}}, source: agent, frame: f, form: formPast,
		rule: "rule:passive", verb: v,
	})
}

// noteworthy are verbs whose subject, in the passive, is what was said: "the growth of trade was noted".
func noteworthy(lemma string) bool {
	return words.ReaffirmingLemma[lemma]
}

// thatAfter returns the token after a "that" that follows k, be it after a longer adjunct; 0 for none.
func (r passiveReports) thatAfter(k int) int {
	for ; k+1 < r.hi; k++ {
		if r.is(k, "that") {
			return k + 1
		}
		if r.has(k, flagFinite) || r.is(k, ";", ":") {
			return 0
		}
	}
	return 0
}

// lightVerb reads a light verb whose noun is the subject.
func (r passiveReports) lightVerb(i, k int, t tokens, v *cueVerb) {
	n := -1
	for j := t.lo; j < t.hi; j++ {
		if r.light.fits(j, v) {
			n = j
			break
		}
	}
	if n < 0 || k >= r.hi {
		return
	}
	c := complement{cueHi: i + 1, frame: framePrep}
	switch {
	case r.is(k, "that"):
		c.lo, c.frame = k+1, frameThat
	case r.verbs.infinitive(k, r.hi) && v.frames != frameAssessed:
		c.lo, c.frame = k, frameTo
	case r.in(k, words.PassivePreposition):
		c.lo = k + 1
	default:
		return
	}
	if c.lo < r.hi {
		r.begin(i, v, c, formPast, tokens{}, "rule:passive")
		r.reports[len(r.reports)-1].cue = []tokens{{n, n + 1}, {i, i + 1}}
	}
}
