package quotes

import "strings"

// speakers tells who may speak in a text: a name, a pronoun, an office, a document; and who is nobody in particular.
// It does not know what they say.
type speakers struct{ *wording }

// canSpeak reports a source that has a name, or is a pronoun, a document or an office: "the progress of our work"
// says nothing, "the two" do.
func (sp *speakers) canSpeak(t tokens) bool {
	for k := t.lo; k < t.hi; k++ {
		if sp.tag(k) == "NNP" || sp.tag(k) == "NNPS" || sp.has(k, flagFirst) {
			return true
		}
	}
	if t.len() > 1 && sp.is(t.lo, "the") && sp.tag(t.lo+1) == "CD" {
		return true
	}
	return sp.speakerLike(t) || !t.empty() && sp.in(t.lo, words.GroupPronoun)
}

// speakerLike reports whether t may be the article's own speaker: a pronoun, a document or an office.
func (sp *speakers) speakerLike(t tokens) bool {
	for k := t.lo; k < t.hi; k++ {
		if sp.has(k, flagPronoun) || sp.w[k].noun&(nounDocument|nounMedium|nounOffice) != 0 {
			return true
		}
	}
	return false
}

// participant reports a pronoun of the one who speaks or of the one spoken to.
func (sp *speakers) participant(t tokens) bool {
	return t.len() == 1 && (sp.has(t.lo, flagFirst) || sp.partner(t.lo))
}

// partner reports a pronoun of who speaks or is spoken to as an object: "us", but not the state that is written "US".
func (sp *speakers) partner(k int) bool {
	w := sp.d.Word(k)
	return sp.in(k, words.ParticipantObject) && w != strings.ToUpper(w)
}

// nobody reports a source that stands for no speaker in particular: unnamed reports, "our information", a relative
// clause of those who talk ("the man you").
func (sp *speakers) nobody(t tokens) bool {
	return sp.unnamedReports(t) || sp.in(t.lo, words.ParticipantPossessive) || sp.participant(tokens{t.hi - 1, t.hi})
}

// unnamedReports reports a source such as "reports" or "some media".
func (sp *speakers) unnamedReports(t tokens) bool {
	if !sp.in(t.hi-1, words.MediaReport) || sp.knownReport(t) {
		return false
	}
	for i := t.lo; i < t.hi; i++ {
		if sp.tag(i) == "NNP" && i+1 < t.hi || sp.tag(i) == "POS" {
			return false
		}
	}
	return true
}

// knownReport reports a report that was named before: "the new report", but not "a report" or "the media".
func (sp *speakers) knownReport(t tokens) bool {
	return sp.in(t.lo, words.DocumentDeterminer) && !sp.in(t.lo, words.IndefiniteArticle) &&
		sp.w[t.hi-1].noun&nounDocument != 0
}

// group reports a source that names nobody alone: "they", "the two sides", "the leaders". In a joint statement these
// are its issuers.
func (sp *speakers) group(t tokens) bool {
	if sp.in(t.lo, words.GroupPronoun) && t.len() <= 3 {
		return true
	}
	return sp.tag(t.hi-1) == "NNS"
}

// documentSubject reports a subject such as "the declaration", "the article".
func (sp *speakers) documentSubject(t tokens) bool {
	return sp.in(t.lo, words.DocumentDeterminer) && t.len() <= 4 && sp.w[t.hi-1].noun&(nounDocument|nounMedium) != 0
}

// sameName reports whether the capitalised word at k stands in the source too.
func (sp *speakers) sameName(k int, source tokens) bool {
	if sp.tag(k) != "NNP" || source.empty() {
		return false
	}
	for j := source.lo; j < source.hi; j++ {
		if sp.w[j].low == sp.w[k].low {
			return true
		}
	}
	return false
}
