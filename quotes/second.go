package quotes

import (
	"slices"
	"sort"
	"strings"

	"demarche/quotes/learned"
	"demarche/quotes/text"
)

// How far the model is trusted beside the grammar. The numbers gave the most records right in speaker, addressee and
// day on 130 annotated pages, tried with a model that was not trained on them.
const (
	doubtP  = 0.05 // the grammar's report falls when no candidate with its cue is as likely
	boundP  = 0.5  // a candidate as likely bounds the content, where
	boundBy = 0.6  // it has less than this in common with the grammar's
)

// second lets the model second the indirect reports of the grammar: a doubtful one that no candidate bears out is left
// out, and a likely candidate with the same cue bounds the content where the two differ much, as in "urged | them to go
// and left for Oslo".
//
// A readout tells for what a meeting was held because that was said there; the model, which reads news, knows no such
// purpose.
func second(g *grammar, cands byCue, qs []Quote, readout bool) []Quote {
	out := qs[:0]
	for _, q := range qs {
		if q.Form != Indirect || len(q.Cue) == 0 || isLayout(q) || !strings.HasPrefix(q.By, "rule:") {
			out = append(out, q)
			continue
		}
		switch best := cands.likeliest(q.Cue[0]); {
		case best == nil || best.P < doubtP:
			if g.doubtful(q) && !(readout && q.By == rulePurpose) {
				continue
			}
		case best.P >= boundP && bounds(best.Content, q.Content) && !g.wouldCut(best.Content, q.Content):
			q.Content = best.Content
		}
		out = append(out, q)
	}
	return out
}

// bounds reports whether a content ends much before the grammar's: of the same words, but less than boundBy of them,
// and not a mere name.
func bounds(shorter, content []text.Span) bool {
	common := overlap(shorter, content)
	return common > 0 && common < boundBy && shared(shorter, content) == length(shorter) && length(shorter) >= leastBound
}

// wouldCut reports whether the end of the shorter content cuts what belongs to the words of the other one.
func (g *grammar) wouldCut(shorter, content []text.Span) bool {
	a, b := g.paragraphs.tokensOf(shorter), g.paragraphs.tokensOf(content)
	return opensInMarks(g, shorter, content) || g.conditional(a[len(a)-1].hi, b[len(b)-1].hi)
}

// opensInMarks reports whether the shorter content is the words in marks with which the other one opens: "voiced |
// “deep alarm” at the raid".
func opensInMarks(g *grammar, shorter, content []text.Span) bool {
	return len(shorter) == 1 && shorter[0].Start == content[0].Start &&
		g.marks.form(g.paragraphs.tokensOf(shorter)) == Direct
}

// leastBound is the least length of a content that may stand in place of the grammar's, in bytes.
const leastBound = 15

// doubtful reports a report that needs to be borne out: of a verb or within other words, whose content is no clause
// with "that". Who congratulates speaks: "congratulated N on | Russia Day".
func (g *grammar) doubtful(q Quote) bool {
	switch q.By {
	case ruleVerb, rulePurpose, ruleParticiple, "rule:nested", "rule:as":
		before := strings.TrimRight(g.d.Text[:q.Content[0].Start], " “\"")
		return !strings.HasSuffix(before, " that") && !g.in(g.paragraphs.tokensOf(q.Cue)[0].lo, words.Congratulating)
	}
	return false
}

// longestCue is the most bytes between the start of a candidate's cue and a cue that it shares words with.
const longestCue = 100

// byCue are the candidates of the models that have a cue, sorted by its start.
type byCue []learned.Candidate

func newByCue(cands []learned.Candidate) byCue {
	list := slices.DeleteFunc(slices.Clone(cands), func(c learned.Candidate) bool { return len(c.Cue) == 0 })
	slices.SortStableFunc(list, func(a, b learned.Candidate) int { return a.Cue[0].Start - b.Cue[0].Start })
	return list
}

// likeliest returns the candidate of most merit whose cue shares words with the given one, nil for none.
func (list byCue) likeliest(cue text.Span) *learned.Candidate {
	var best *learned.Candidate
	k := sort.Search(len(list), func(i int) bool { return list[i].Cue[0].Start >= cue.Start-longestCue })
	for ; k < len(list) && list[k].Cue[0].Start < cue.End; k++ {
		if c := &list[k]; c.Cue[0].Overlaps(cue) && (best == nil || c.Merit() > best.Merit()) {
			best = c
		}
	}
	return best
}
