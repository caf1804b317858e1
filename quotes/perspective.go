package quotes

// perspective tells from where a text is told: in the first person, or by an outsider who attributes words.
type perspective struct{ *grammar }

// narrated reports a text that an outsider tells: it attributes words beside the words, as news does.
func (pe perspective) narrated() bool {
	asides := 0
	for _, s := range pe.d.Sentences {
		if s.Last-s.First > maxSentence {
			continue
		}
		r := &sentence{grammar: pe.grammar, lo: s.First, hi: pe.trimFinal(s.First, s.Last)}
		if a, ok := r.asides().last(); ok && a.rule != "rule:according" && !pe.has(a.source.lo, flagFirst) {
			asides++
		}
	}
	return asides > 1
}

// sentencesReporting counts the sentences that report what somebody said.
func (pe perspective) sentencesReporting() int {
	n := 0
	for _, s := range pe.d.Sentences {
		if s.Last-s.First <= maxSentence && len(readSentence(pe.grammar, s.First, s.Last, false)) > 0 {
			n++
		}
	}
	return n
}

// firstPersons counts the first persons outside marks, and all tokens.
func (pe perspective) firstPersons() (first, all int) {
	marks := false
	for i := range pe.d.Tokens {
		if pe.has(i, flagQuoteMark) {
			marks = pe.is(i, "“", "«", "„", "``") || !marks && pe.is(i, "\"")
		}
		if !marks && (pe.has(i, flagFirst) || pe.in(i, words.FirstPersonObject)) {
			first++
		}
	}
	return first, len(pe.d.Tokens)
}

// isNews reports that the only label of a text is the dateline of news: "OSLO: The minister said ...".
func (pe perspective) isNews(t turn) bool {
	return pe.narrated() || t.first == 0 && t.name.len() == 1 && pe.sentencesReporting() > 1
}
