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
	p := r.beforeAdverbs(i)
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

// beforeAdverbs returns the token before the verb at i and its adverbs.
func (r purposeReports) beforeAdverbs(i int) int {
	p := i - 1
	for p > r.lo && (r.tag(p) == "RB" || r.is(p, "also")) {
		p--
	}
	return p
}

// mayBe reports a base form at i, by its tag or by the determiner after one that shares the "to" before.
func (r purposeReports) mayBe(i int) bool {
	return r.tagged(i, "VB", "VBP", "NN") || r.goesOn(i, formBase) && i+1 < r.hi && r.tag(i+1) == "DT"
}

// goesOn reports whether the base form at i shares the "to" of the purpose that is open: "to reaffirm X and |
// underscore Y". The tagger often takes it for a present tense.
func (r purposeReports) goesOn(i int, form verbForm) bool {
	open := r.anyOpen()
	return form == formBase && open != nil && open.rule == rulePurpose && r.is(r.beforeAdverbs(i), "and", ",")
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
