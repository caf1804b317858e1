package quotes

// purposeReports reads the purpose of a meeting or call as what was said there.
type purposeReports struct{ *draft }

// read reads what a meeting or call was for, as readouts have it: "spoke with N to | reaffirm | X and | thank
// | her for Y"; and what a document was for: "issued a statement to | condemn | X".
func (r purposeReports) read(i int, v *cueVerb) {
	c, ok := r.complements.of(i, r.hi, v)
	if !ok || c.frame == frameDoc {
		return
	}
	p := i - 1
	for p > r.lo && (r.tag(p) == "RB" || r.is(p, "also")) {
		p--
	}
	if open := r.anyOpen(); open != nil {
		if open.rule == rulePurpose && r.is(p, "and", ",", "to") {
			source := open.source
			r.close(p)
			r.begin(i, v, c, formBase, source, rulePurpose)
		}
		return
	}
	if p <= r.lo || !r.is(p, "to") {
		return
	}
	if source, ok := r.meetingSubject(p); ok {
		r.begin(i, v, c, formBase, source, rulePurpose)
	}
}

// rulePurpose names the rule of [purposeReports.read].
const rulePurpose = "rule:purpose"

// The rules that read verbs and participles, and "according to".
const (
	ruleVerb       = "rule:verb"
	ruleParticiple = "rule:participle"
	ruleAccording  = "rule:according"
)

// meetingSubject finds who met or spoke in the clause before token to.
func (r purposeReports) meetingSubject(to int) (tokens, bool) {
	for f := to - 1; f > r.lo && f > to-maxPurpose; f-- {
		c := r.w[f].cue
		if c.verb != nil && c.verb.frames&framePurpose != 0 {
			if use, _, vg := r.uses().of(f, c); use == useFinite {
				return r.subjects.before(vg, r.lo)
			}
		}
		if r.issues(f, to) {
			return r.subjects.before(r.verbs.group(f, r.lo), r.lo)
		}
		if r.has(f, flagFinite) && !r.has(f, flagBe|flagHave) || r.is(f, ";", ":") {
			return tokens{}, false
		}
	}
	return tokens{}, false
}

// issues reports a verb of issuing at f with a document after it, before token to: "has | issued | a statement to".
func (r purposeReports) issues(f, to int) bool {
	if !r.in(f, words.IssuingVerb) || !r.tagged(f, "VBD", "VBN") || r.has(f-1, flagBe|flagRelative) {
		return false
	}
	for k := f + 1; k < to; k++ {
		if r.w[k].noun&nounDocument != 0 {
			return r.nouns.starts(f+1, to)
		}
	}
	return false
}

// maxPurpose is the most tokens between a verb of meeting and its purpose: names with their offices.
const maxPurpose = 60
