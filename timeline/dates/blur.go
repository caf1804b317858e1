package dates

// blurs reads an expression after "early", "mid", "late", "earlier" or "later".
type blurs struct {
	t        *tokens
	plain    *plain
	portions *portions
}

// blurred reads "early March", "the late 1960s", "mid-2011", "late in the year", "earlier this month", "later that
// day".
func (r *blurs) blurred(i int) (meaning, int) {
	blur := r.t.skip(r.t.skip(i, "the"), "very")
	if !r.t.at(blur).word.approx || r.t.name(blur) {
		return meaning{}, 0
	}
	later := r.t.in(blur, words.EarlierLater)
	k := r.afterBlur(blur + 1)
	m, e := r.plain.base(k)
	if e == 0 && !later {
		m, e = r.portions.nthOf(k)
	}
	if e == 0 || later && !r.takesLater(&m, i, k) {
		return meaning{}, 0
	}
	if r.t.is(i, "the") && m.kind == calendar && m.month > 0 {
		return meaning{}, 0 // "the early October battle": the article is the battle's
	}
	m.approx = true
	m.article = m.article || r.t.is(i, "the")
	return m, e
}

// afterBlur skips what links "early", "mid" or "late" to what it blurs: the hyphen of "mid-2011", "to late" of "early
// to late March", "in the" of "late in the evening of June 3".
func (r *blurs) afterBlur(k int) int {
	switch {
	case r.t.gluedMark(k, "-"):
		k++
	case r.t.is(k, "to", "-") && r.t.at(k+1).word.approx:
		k += 2
	}
	if !r.t.is(k, "in", "on") || r.t.is(k+1, "until") {
		return k
	}
	if k++; r.t.is(k, "the") && r.t.at(k+1).word.part != "" && r.t.is(k+2, "of") {
		k++
	}
	return k
}

// takesLater tells whether "earlier" or "later" at i can blur the meaning at k: "later that day", "earlier Monday",
// "later in 2011", but no month or year right after it.
func (r *blurs) takesLater(m *meaning, i, k int) bool {
	switch m.kind {
	case deictic, unitRef:
		return true
	case weekday:
		return k == i+1
	case calendar:
		return r.t.is(k-1, "in")
	}
	return false
}
