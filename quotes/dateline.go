package quotes

import "sort"

// maxDateline is the length in tokens of the longest dateline with its date and agency.
const maxDateline = 16

// afterDateline returns the token behind the dateline that opens a paragraph at token lo, else lo: a place in capitals, at
// times a date and an agency in brackets, and a dash: "SEOUL, Sept. 22 (Agency) -- ".
func (g *grammar) afterDateline(lo, hi int) int {
	if hi-lo < 3 || !allCaps(g.d.Word(lo)) || !g.opensParagraph(lo) {
		return lo
	}
	for k := lo + 1; k+1 < hi && k < lo+maxDateline; k++ {
		if g.is(k, "--", "—", "–", "-") {
			return k + 1
		}
		if g.has(k, flagFinite|flagQuoteMark) {
			return lo
		}
	}
	return lo
}

// opensParagraph reports whether a paragraph begins with token i.
func (g *grammar) opensParagraph(i int) bool {
	at := g.d.Tokens[i].Start
	p := sort.Search(len(g.d.Paragraphs), func(n int) bool { return g.d.Paragraphs[n].Start >= at })
	return p < len(g.d.Paragraphs) && g.d.Paragraphs[p].Start == at
}
