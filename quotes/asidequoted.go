package quotes

// quotedAs reads ", he was further quoted as saying by the agency" after the words: k is after the comma at from.
func (r asides) quotedAs(from, k int) (aside, bool) {
	if !r.nouns.starts(k, r.hi) || r.verbs.finiteIn(r.lo, from, true) < 0 && !r.oneQuotation(from) {
		return aside{}, false
	}
	f := r.verbs.finiteIn(k, r.hi, true)
	if f <= k {
		return aside{}, false
	}
	q := f
	for q < r.hi && (r.has(q, flagBe|flagHave) || r.tag(q) == "RB") {
		q++
	}
	if q == f || q >= r.hi || !r.in(q, words.CitedVerb) {
		return aside{}, false
	}
	last := r.asSaying(q)
	if last == 0 {
		return aside{}, false
	}
	end := last
	if end+1 < r.hi && r.is(end, "by") {
		end = r.sources().nameTail(end + 1)
	}
	if end = r.adjuncts(end); end < r.hi && !r.is(end, ",", ";", ".") {
		return aside{}, false
	}
	source := r.subjects.dropTail(tokens{k, r.verbs.group(f, k)})
	if source.empty() {
		return aside{}, false
	}
	return aside{from: from, to: end, source: source, cue: tokens{q, last}, form: formPast, rule: "rule:aside"}, true
}

// asSaying returns the token after "as saying" that follows the participle at q, with "by N" between at most; 0 where
// none does.
func (r asides) asSaying(q int) int {
	k := q + 1
	if k+1 < r.hi && r.is(k, "by") {
		k = r.adjuncts(r.sources().nameTail(k + 1))
	}
	if !r.seq(k, r.hi, "as", "saying") {
		return 0
	}
	return k + 2
}
