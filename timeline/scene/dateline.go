package scene

import (
	"strings"
)

// Datelines finds the tokens of the dateline at the start of each paragraph: "SEOUL, June 12 (Agency) -- ", "Dhaka,
// Sep 21 (Agency) ". It returns the token after each, by the first token of the paragraph.
func Datelines(s *Scene) map[int]int {
	out := map[int]int{}
	for n := range s.Doc.Paragraphs {
		p := &s.Doc.Paragraphs[n]
		if p.First >= len(s.Doc.Sentences) {
			break
		}
		first := s.Doc.Sentences[p.First].First
		d := dateline{s: s, first: first}
		if end := d.end(); end > 0 && (n < openingParagraphs || d.sure()) {
			out[first] = end
		}
	}
	return out
}

// openingParagraphs are those in which a dash after a place in capitals alone makes a dateline.
const openingParagraphs = 4

// dateline reads what may be a dateline from its first token on.
type dateline struct {
	s       *Scene
	first   int
	capital bool // a word in capitals: "SEOUL"
	comma   bool
	month   bool
	bracket bool // "(Agency)", "/AGENCY/"
}

// sure reports whether the tokens tell more than a place: the day or the agency.
func (d *dateline) sure() bool { return d.month || d.bracket }

// datelineReach is the number of tokens that the longest dateline has.
const datelineReach = 18

// end returns the token after the dateline, 0 for none.
func (d *dateline) end() int {
	s := d.s
	if s.At(d.first) != "(" && !s.Capital(d.first) {
		return 0
	}
	for k := d.first; k < min(len(s.Lower), d.first+datelineReach); k++ {
		w := s.Doc.Word(k)
		switch {
		case words.Dash[w], w == "//":
			if end := d.afterDash(k); end > 0 {
				return end
			}
			if !words.DatelineLabel[s.Lower[k-1]] && !digits(s.Lower[k-1]) {
				return 0
			}
		case w == "(":
			end := d.bracketEnd(k)
			if end == 0 || d.afterBracket(end) {
				return end
			}
			k = end - 1
		case k > d.first && slashed(w) && s.At(k+1) == ".":
			d.bracket = true
			return k + 2
		case !d.takes(k, w):
			return 0
		}
	}
	return 0
}

// bracketEnd notes what the bracket at k adds to the dateline, and returns the token after it; 0 for one that does not
// close.
func (d *dateline) bracketEnd(k int) int {
	end := closed(&d.s.Phrased, k, len(d.s.Lower))
	if end > 0 {
		d.bracket = d.bracket || k > d.first
		d.month = d.month || d.monthIn(k, end)
	}
	return end
}

// slashed reports the name of an agency between slashes: "/AGENCY/".
func slashed(w string) bool {
	return len(w) > 2 && strings.HasPrefix(w, "/") && strings.HasSuffix(w, "/")
}

// takes notes what token k adds to the dateline; false where it cannot be part of one.
func (d *dateline) takes(k int, w string) bool {
	s := d.s
	switch {
	case words.MonthName[s.Lower[k]]:
		d.month = true
	case w == ",":
		d.comma = true
	case w == ".", w == "/", digits(w), words.DatelineLink[s.Lower[k]]:
	case s.Capital(k):
		d.capital = d.capital || len(w) > 2 && strings.ToUpper(w) == w
	default:
		return false
	}
	return true
}

// afterDash returns the token after the dash at k where what stands before it is a dateline, else 0.
func (d *dateline) afterDash(k int) int {
	place := d.capital || d.comma && d.opensSentence(k+1)
	if k == d.first || !place && !d.bracket && !d.month || words.DatelineLabel[d.s.Lower[d.first]] && !d.sure() {
		return 0
	}
	return k + 1
}

// afterBracket reports whether the dateline ends with its bracket: the text goes on with a capital and without a dash.
func (d *dateline) afterBracket(end int) bool {
	s := d.s
	if end >= len(s.Lower) || words.Dash[s.Doc.Word(end)] {
		return false
	}
	attached := strings.HasPrefix(s.Doc.Word(end), "-")
	return d.capital && attached || (d.month || d.capital && d.comma) && d.opensSentence(end)
}

// opensSentence reports whether a sentence may begin at token k.
func (d *dateline) opensSentence(k int) bool {
	return d.s.Capital(k) || d.s.At(k) == "“" || d.s.At(k) == `"`
}

func (d *dateline) monthIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.MonthName[d.s.Lower[k]] {
			return true
		}
	}
	return false
}

// digits reports whether the word begins with a digit: "21", "21st", "2022/11/29".
func digits(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// AfterDateline returns i, or the token after the dateline that i is in.
func (s *Marked) AfterDateline(i int) int {
	for first, end := range s.Dateline {
		if i >= first && i < end {
			return end
		}
	}
	return i
}
