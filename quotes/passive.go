package quotes

// readPassive reads "it was agreed to X", "the need for X was stressed", "hope was expressed that X".
func (r *sentenceReader) readPassive(i, vg int, v *cueVerb) {
	if r.anyOpen() != nil {
		return
	}
	t := tokens{r.clauseStart(vg, r.lo), vg}
	t = r.dropIntro(t)
	if t.empty() {
		return
	}
	it := t.len() == 1 && r.is(t.lo, "it")
	k := i + 1
	var agent tokens
	if k < r.hi && r.is(k, "by") {
		agent = tokens{k + 1, r.npEnd(k+1, r.hi)}
		k = agent.hi
	}
	for k < r.hi && r.adjunct(k, r.hi) > k && !r.in(k, words.PlacePreposition) {
		k = r.adjunct(k, r.hi)
	}
	switch {
	case v.class == classLight:
		r.readLightPassive(i, k, t, v)
	case !it && !agent.empty() && v.frames&frameNP != 0 && v.lemma != "welcome" && r.canSpeak(agent) && r.hasWord(t):
		r.reports = append(
			r.reports,
			report{
				content: []tokens{r.dropTail(t)},
				cue:     []tokens{{i, i + 1}},
				source:  agent,
				frame:   frameNP,
				form:    formPast,
				rule:    "rule:passive",
				verb:    v,
			},
		)
	case v.frames&framePassive == 0:
	case it && r.infinitive(k, r.hi) && v.frames&frameTo != 0:
		r.begin(i, v, complement{lo: k, cueHi: i + 1, frame: frameTo}, formPast, agent, "rule:passive")
	case it && v.frames&frameThat != 0 && r.thatAfter(k) > 0:
		r.begin(i, v, complement{lo: r.thatAfter(k), cueHi: i + 1, frame: frameThat}, formPast, agent, "rule:passive")
	case !it && (r.keyPhrase(t.lo, t.hi) || noteworthy(v.lemma)) && v.frames&(frameNP|frameKey) != 0 && (k >= r.hi || r.is(k, ",") || !agent.empty() || r.adjunct(k, r.hi) > k):
		t = r.dropTail(t)
		r.reports = append(
			r.reports,
			report{
				content: []tokens{t},
				cue:     []tokens{{i, i + 1}},
				source:  agent,
				frame:   frameKey,
				form:    formPast,
				rule:    "rule:passive",
				verb:    v,
			},
		)
	}
}

// noteworthy are verbs whose subject, in the passive, is what was said: "the growth of trade was noted".
func noteworthy(lemma string) bool {
	return words.ReaffirmingLemma[lemma]
}

// thatAfter returns the token behind a "that" that follows k, be it behind a longer adjunct; 0 for none.
func (r *sentenceReader) thatAfter(k int) int {
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

// readLightPassive reads a light verb whose noun is the subject.
func (r *sentenceReader) readLightPassive(i, k int, t tokens, v *cueVerb) {
	n := -1
	for j := t.lo; j < t.hi; j++ {
		if r.lightFits(j, v) {
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
	case r.infinitive(k, r.hi) && v.frames != frameAssessed:
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

// readNoun reads "the statement of N that X", "the demand of N for X": a report inside whatever holds it. It reports
// whether there is one.
func (r *sentenceReader) readNoun(i int) bool {
	if !isNoun(r.tag(i)) || i+2 >= r.hi || r.used(i) {
		return false
	}
	k := i + 1
	var source tokens
	if r.is(k, "of", "by") {
		source = tokens{k + 1, k + 1}
		for k++; k < r.hi && k < i+25 && (inNP(r.tag(k)) || r.in(k, words.PassiveInner)) && !r.is(k, "that"); k++ {
		}
		source.hi = k
	} else if i > r.lo+1 && r.tag(i-1) == "POS" {
		s := i - 1
		for s > r.lo && inNP(r.tag(s-1)) && r.tag(s-1) != "POS" {
			s--
		}
		source = tokens{s, i - 1}
	} else if r.tag(i-1+b2i(i == r.lo)) == "PRP$" && i > r.lo {
		source = tokens{i - 1, i}
	}
	if source.empty() || k+2 >= r.hi ||
		r.w[i].noun&nounDocument != 0 && source.lo > r.lo && r.in(source.lo-1, words.PassiveSourceLead) {
		return false // "said in its statement that"
	}
	c := complement{cueHi: i + 1}
	switch {
	case r.is(k, "that") && !r.has(k+1, flagFinite) && r.finiteIn(k+2, r.hi, true) > 0:
		c.lo, c.frame = k+1, frameThat
	case r.w[i].noun&nounAppeal != 0 && r.is(k, "for"):
		c.lo, c.cueHi, c.frame = k+1, k+1, framePrep
	case r.w[i].noun&nounAppeal != 0 && r.is(k, "that"): // "the demand that it cease"
		c.lo, c.frame = k+1, frameThat
	default:
		return false
	}
	r.reports = append(r.reports, report{
		content: []tokens{
			{c.lo, r.hi},
		}, cue: []tokens{{i, c.cueHi}}, source: source, frame: c.frame, rule: "rule:noun", open: true, nested: true,
	})
	return true
}
