package quotes

import "sort"

// maxDateline is the length in tokens of the longest dateline with its date and agency.
const maxDateline = 16

// afterDateline returns the token behind the dateline that opens a paragraph at token lo, else lo: a place in
// capitals, at times a date and an agency in brackets, and a dash: "SEOUL, Sept. 22 (Agency) -- ". A note for editors
// may stand before it: "UPDATE 2 - SEOUL", "(Corrects) SEOUL".
func (g *grammar) afterDateline(lo, hi int) int {
	if hi-lo < 3 || !g.opensParagraph(lo) {
		return lo
	}
	from := lo
	for n := 0; n < 2; n++ {
		k := g.dash(g.afterNote(from, hi), hi)
		if k < 0 {
			break
		}
		from = k
	}
	return from
}

// afterNote goes over a note in brackets at token lo.
func (g *grammar) afterNote(lo, hi int) int {
	for k := lo + 1; g.is(lo, "(") && k < hi && k < lo+6; k++ {
		if g.is(k, ")") {
			return k + 1
		}
	}
	return lo
}

// dash returns the token behind the dash that ends a dateline which begins at token lo, -1 for none.
func (g *grammar) dash(lo, hi int) int {
	if lo+2 >= hi || !allCaps(g.d.Word(lo)) {
		return -1
	}
	for k := lo + 1; k+1 < hi && k < lo+maxDateline; k++ {
		if g.is(k, "--", "—", "–", "-") {
			return k + 1
		}
		if g.has(k, flagFinite|flagQuoteMark) {
			return -1
		}
	}
	return -1
}

// opensParagraph reports whether a paragraph begins with token i.
func (g *grammar) opensParagraph(i int) bool {
	at := g.d.Tokens[i].Start
	p := sort.Search(len(g.d.Paragraphs), func(n int) bool { return g.d.Paragraphs[n].Start >= at })
	return p < len(g.d.Paragraphs) && g.d.Paragraphs[p].Start == at
}
