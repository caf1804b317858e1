package quotes

// report is one cue with what it reports, in tokens.
type report struct {
	content []tokens
	cue     []tokens
	source  tokens // empty for none
	frame   frame
	form    verbForm // of the cue: coordinated verbs share it
	rule    string
	verb    *cueVerb
	open    bool // its end is not yet known
	nested  bool
}

// readSentence returns the reports of the tokens [lo, hi) of one sentence. In inner ones, the speaker's own verbatim
// words, only reports with "that" count.
func readSentence(g *grammar, lo, hi int, inner bool) []report {
	r := &draft{sentence: sentence{grammar: g, lo: lo, hi: g.trimFinal(lo, hi)}, inner: inner}
	if !inner {
		markedReports{r}.read()
	}
	from := r.lo
	if (asReports{r}).read() {
		from = r.reports[len(r.reports)-1].content[0].lo
	} else if !inner {
		from = asideReports{r}.read()
	}
	marks := false
	for i := from; i < r.hi; i++ {
		if r.has(i, flagQuoteMark) {
			marks = r.marks.opensAt(i, marks)
			continue
		}
		if marks && !inner {
			continue
		}
		if r.w[i].noun&(nounSaying|nounAppeal) != 0 && (nounReports{r}).read(i) {
			continue
		}
		if c := r.w[i].cue; c.verb != nil && c.verb.class != classThought {
			cueReader{r}.read(i, c)
		}
	}
	r.close(r.hi)
	return r.finished()
}

// maxSentence is the length in tokens above which a "sentence" is no prose and is not read.
const maxSentence = 400
