package quotes

// datelines finds the place, the day and the agency that open a paragraph of news. They are no part of a sentence.
type datelines struct {
	*wording
	paragraphs paragraphs
}

// maxDateline is the length in tokens of the longest dateline with its date and agency.
const maxDateline = 16

// after returns the token after the dateline that opens a paragraph at token lo, else lo: a place in
// capitals, at times a date and an agency in brackets, and a dash: "SEOUL, Sept. 22 (Agency) -- ". A note for editors
// may stand before it: "UPDATE 2 - SEOUL", "(Corrects) SEOUL".
func (dl *datelines) after(lo, hi int) int {
	if hi-lo < 3 || !dl.paragraphs.opens(lo) {
		return lo
	}
	from := lo
	for n := 0; n < 2; n++ {
		k := dl.dash(dl.afterNote(from, hi), hi)
		if k < 0 {
			break
		}
		from = k
	}
	return from
}

// afterNote goes over a note in brackets at token lo.
func (dl *datelines) afterNote(lo, hi int) int {
	for k := lo + 1; dl.is(lo, "(") && k < hi && k < lo+6; k++ {
		if dl.is(k, ")") {
			return k + 1
		}
	}
	return lo
}

// placeOnly reports one to three words in capitals, of more than one letter each, none of them an office.
func (dl *datelines) placeOnly(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !allCaps(dl.d.Word(k)) || dl.d.Tokens[k].Len() == 1 || dl.w[k].noun&nounOffice != 0 {
			return false
		}
	}
	return hi-lo <= 3
}

// dash returns the token after the dash, or after the colon of a lone place, that ends a dateline which begins at
// token lo, -1 for none.
func (dl *datelines) dash(lo, hi int) int {
	if lo+2 >= hi || !allCaps(dl.d.Word(lo)) {
		return -1
	}
	for k := lo + 1; k+1 < hi && k < lo+maxDateline; k++ {
		if dl.is(k, "--", "—", "–", "-") || dl.is(k, ":") && dl.placeOnly(lo, k) {
			return k + 1
		}
		if dl.has(k, flagFinite|flagQuoteMark) {
			return -1
		}
	}
	return -1
}
