package quotes

// called reads what somebody was called: "the raid was described by N as X", "the plan was called “X” by N". It
// reports whether somebody called it so.
func (r passiveReports) called(i int, t tokens, v *cueVerb) bool {
	if v.frames&(frameAs|frameRcptAs) == 0 {
		return false
	}
	agent, k := r.agent(i + 1)
	name := tokens{k, r.nameEnd(k)}
	if agent.empty() {
		agent, _ = r.agent(name.hi)
	}
	if agent.empty() || !r.speakers.canSpeak(agent) || !r.isName(name) || !r.hasWord(name) {
		return false
	}
	r.enter(i, r.subjects.dropTail(t), agent, frameAs, v)
	p := &r.reports[len(r.reports)-1]
	p.content = append(p.content, name)
	return true
}

// isName reports what somebody may be called: a phrase with "as", one in marks, or one with "a".
func (r passiveReports) isName(t tokens) bool {
	return t.len() > 1 && (r.is(t.lo, "as") || r.has(t.lo, flagQuoteMark) || r.in(t.lo, words.IndefiniteArticle))
}

// nameEnd is the token after the name that begins at k: at "by", a comma or a conjunction outside marks.
func (r passiveReports) nameEnd(k int) int {
	marks := false
	for ; k < r.hi; k++ {
		switch {
		case r.has(k, flagQuoteMark):
			marks = r.marks.opensAt(k, marks)
		case !marks && (r.is(k, "by", ",", ";") || r.tag(k) == "CC" || r.has(k, flagRelative)):
			return k
		}
	}
	return k
}
