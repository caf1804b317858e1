package quotes

// markedReports reads cues with which a passage in marks begins, after their subject: "Lind “voiced | her grave worry
// about the port” and “stressed | the worth of peace”". The words in marks tell what was said.
type markedReports struct{ *draft }

// leastMarkedWords is the length in tokens of the shortest complement that is read in marks.
const leastMarkedWords = 3

// read reads every passage in marks of the sentence.
func (r markedReports) read() {
	open := -1
	for i := r.lo; i < r.hi; i++ {
		if !r.has(i, flagQuoteMark) {
			continue
		}
		if r.marks.opensAt(i, open >= 0) {
			open = i
			continue
		}
		if open > r.lo && i > open {
			r.passage(open, i)
		}
		open = -1
	}
}

// passage reads the passage between the marks at open and end.
func (r markedReports) passage(open, end int) {
	i := open + 1
	for i < end && r.tag(i) == "RB" {
		i++
	}
	c := r.w[i].cue
	if i >= end || c.verb == nil || c.verb.class != classSpeech && c.verb.class != classLight {
		return
	}
	vg := r.verbs.group(open, r.lo)
	past := c.forms&formPast != 0 && r.tagged(i, "VBD", "VBN") && !r.uses().auxiliaries(vg, open).be
	if !past {
		return
	}
	if r.is(end-1, ".", ",") {
		end--
	}
	source := r.subject(vg)
	comp, ok := r.complements.of(i, end, c.verb)
	if !ok && c.verb.frames&frameExpressed != 0 && r.nouns.starts(i+1, end) {
		comp, ok = complement{lo: i + 1, cueHi: i + 1, frame: frameNP}, true // “repeated | her unease at X”
	}
	if !ok || source.empty() || end-comp.lo < leastMarkedWords {
		return
	}
	cue := tokens{i, i + 1}
	if c.verb.class == classLight {
		cue.hi = max(cue.hi, min(comp.cueHi, comp.lo))
	}
	r.reports = append(r.reports, report{
		content: []tokens{{comp.lo, end}}, cue: []tokens{cue}, source: source, frame: comp.frame, form: formPast,
		rule: "rule:coordinated", verb: c.verb, nested: true,
	})
}

// subject is who speaks before the verb group at vg: its subject, or after "and" that of the passage before.
func (r markedReports) subject(vg int) tokens {
	if n := len(r.reports); n > 0 && vg > r.lo+1 && r.is(vg-1, "and") && r.marks.closesAt(vg-2) {
		return r.reports[n-1].source
	}
	if vg == r.lo || !isNoun(r.tag(vg-1)) && !r.has(vg-1, flagPronoun) {
		return tokens{}
	}
	source, ok := r.subjects.before(vg, r.lo)
	if !ok || !r.speakers.canSpeak(source) {
		return tokens{}
	}
	return source
}
