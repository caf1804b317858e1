// Package marks finds what stands in quotation marks, in every typography: curly, straight, single, low, guillemets,
// “TeX”, nested, left open, reopened at each paragraph, stray. In comes a parsed document, out come spans. It knows
// nothing of who speaks, nor whether the marks hold words that anybody said.
package marks

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/quotes/text"
)

// Mark is a stretch in quotation marks within one paragraph.
type Mark struct {
	First, Last int  // its tokens [First, Last), the marks among them
	Depth       int  // 0 for the outermost
	Opened      bool // begins with its own opening mark
	Closed      bool // ends with its own closing mark
	Continued   bool // left open here and reopened, or gone on with, in the next paragraph
	Single      bool // in single marks
}

// maxSingle is the greatest number of tokens in single marks; beyond, the mark is taken for an apostrophe.
const maxSingle = 120

// open is a mark that waits for its end.
type open struct {
	token  int
	single bool
	low    bool
	mark   int // index in the result
}

// Scan returns the stretches in marks, sorted by their first token; a nested one follows the one that it stands in. A
// mark without its partner costs at most its own paragraph. The time is linear in the number of tokens.
func Scan(d *text.Doc) []Mark {
	var out []Mark
	curly := usesCurly(d)
	carried := false // the paragraph before left a stretch open
	for pi, p := range d.Paragraphs {
		s := scanner{d: d, first: d.Sentences[p.First].First, last: d.Sentences[p.Last-1].Last, out: out, curly: curly}
		next := false
		if pi+1 < len(d.Paragraphs) {
			next = startsOpen(d, d.Paragraphs[pi+1])
			s.reopened = d.Word(d.Sentences[d.Paragraphs[pi+1].First].First) == "\""
		}
		s.run(carried)
		carried = s.finish(next)
		out = s.out
	}
	return out
}

// startsOpen reports whether a paragraph begins with a double opening mark.
func startsOpen(d *text.Doc, p text.Paragraph) bool {
	switch d.Word(d.Sentences[p.First].First) {
	case "“", "„", "«", "``", "\"", "”", "''", "「":
		return true
	}
	return false
}

type scanner struct {
	d           *text.Doc
	first, last int // tokens of the paragraph
	stack       []open
	out         []Mark
	doubles     int  // double marks on the stack
	curly       bool // the text uses curly marks as well
	reopened    bool // the next paragraph begins with a straight mark
}

// run reads the tokens of the paragraph.
func (s *scanner) run(carried bool) {
	if carried && !startsOpenAt(s.d, s.first) && s.closesFirst() {
		s.push(s.first, false, false, false)
	}
	for i := s.first; i < s.last; i++ {
		if t := s.d.Tokens[i]; t.Len() > 3 {
			continue
		}
		w := s.d.Word(i)
		switch w {
		case "“", "``", "„", "‟", "»", "«", "「", "『", "”", "''", "」", "』", "\"", "❝", "❞", "〝", "〞", "＂", "″":
			s.double(i, w)
		case "‘", "'", "’", "‚", "‹", "›", "`", "‛":
			s.one(i, w)
		}
	}
}

func startsOpenAt(d *text.Doc, i int) bool {
	switch d.Word(i) {
	case "“", "„", "«", "``", "\"":
		return true
	}
	return false
}

// closesFirst reports whether the paragraph closes a directed mark before it opens one.
func (s *scanner) closesFirst() bool {
	for i := s.first; i < s.last; i++ {
		switch s.d.Word(i) {
		case "“", "„", "«", "``", "\"":
			return false
		case "”", "''", "»":
			return true
		}
	}
	return false
}

func (s *scanner) push(i int, one, low, opened bool) {
	s.stack = append(s.stack, open{i, one, low, len(s.out)})
	s.out = append(s.out, Mark{First: i, Last: i, Depth: len(s.stack) - 1, Opened: opened, Single: one})
	if !one {
		s.doubles++
	}
}

// pop closes the stretch on top of the stack with token i.
func (s *scanner) pop(i int) {
	top := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	m := &s.out[top.mark]
	m.Last, m.Closed = i+1, true
	if !top.single {
		s.doubles--
	}
}

// dropSingles forgets single marks on top of the stack that found no partner.
func (s *scanner) dropSingles() {
	for n := len(s.stack); n > 0 && s.stack[n-1].single; n = len(s.stack) {
		s.out[s.stack[n-1].mark].Last = -1
		s.stack = s.stack[:n-1]
	}
}

// double handles a double mark.
func (s *scanner) double(i int, w string) {
	open, opening := s.doubles > 0, s.opening(i)
	opens := true
	switch w {
	case "“", "‟":
		opens = !open || !s.low() && (opening || !s.glued(i))
	case "„":
		s.push(i, false, true, true)
		return
	case "``", "「", "『", "❝", "〝":
	case "«", "»":
		opens = opening && (w == "«" || !open)
	case "”", "''", "」", "』", "❞", "〞":
		opens = opening && !open
	case "\"", "＂", "″":
		s.straight(i, w, opening)
		return
	default:
		return
	}
	if opens {
		s.push(i, false, false, true)
	} else {
		s.close(i)
	}
}

// straight handles a double mark that looks the same at both ends; opening tells that a stretch may begin at it.
func (s *scanner) straight(i int, w string, opening bool) {
	switch {
	case s.doubles > 0 && (!opening || !s.spaceBefore(i) || !s.openedByOther(w)):
		s.close(i)
	case (opening || s.doubles == 0 && !s.glued(i)) && !s.inches(i):
		s.push(i, false, false, true)
	}
}

// openedByOther reports whether the open double mark is of another typography, so that w may open a nested one.
func (s *scanner) openedByOther(w string) bool {
	for n := len(s.stack) - 1; n >= 0; n-- {
		if !s.stack[n].single {
			return s.d.Word(s.stack[n].token) != w
		}
	}
	return true
}

// inches reports a straight mark after a number, as in 6'2".
func (s *scanner) inches(i int) bool { return i > s.first && s.glued(i) && s.d.Tokens[i-1].Tag == "CD" }

// low reports whether the innermost double mark is „.
func (s *scanner) low() bool {
	for n := len(s.stack) - 1; n >= 0; n-- {
		if !s.stack[n].single {
			return s.stack[n].low
		}
	}
	return false
}

// close ends the innermost double stretch; single ones inside it that wait are forgotten.
func (s *scanner) close(i int) {
	if s.doubles == 0 {
		return
	}
	s.dropSingles()
	s.pop(i)
}

// one handles a single mark.
func (s *scanner) one(i int, w string) {
	n := len(s.stack)
	inside := n > 0 && s.stack[n-1].single
	if inside && i-s.stack[n-1].token > maxSingle {
		s.dropSingles()
		n, inside = len(s.stack), false
	}
	wordAfter := s.gluedNext(i)
	if w == "›" || w == "‹" {
		if inside {
			s.pop(i)
		} else if wordAfter {
			s.push(i, true, false, true)
		}
		return
	}
	switch {
	case inside && s.closesSingle(i, w, wordAfter) && i > s.stack[n-1].token+1 && !s.ofMany(i):
		s.pop(i)
	case w == "’" || inside || !wordAfter:
	case w == "‘" || s.letterNext(i) && (!s.glued(i) || s.gluedToMark(i)):
		s.push(i, true, w == "‚", true)
	}
}

// closesSingle reports whether a single mark can close a stretch: it stands at the end of a word, and opens none.
func (s *scanner) closesSingle(i int, w string, wordAfter bool) bool {
	return w != "‘" && w != "‚" && s.glued(i) && (!wordAfter || !s.letterNext(i))
}

// gluedToMark reports a double opening mark right before token i.
func (s *scanner) gluedToMark(i int) bool {
	n := len(s.stack)
	return n > 0 && s.stack[n-1].token == i-1 && s.glued(i)
}

func (s *scanner) glued(i int) bool {
	return i > s.first && s.d.Tokens[i-1].End == s.d.Tokens[i].Start
}

func (s *scanner) gluedNext(i int) bool {
	return i+1 < s.last && s.d.Tokens[i+1].Start == s.d.Tokens[i].End
}

func (s *scanner) spaceBefore(i int) bool { return !s.glued(i) }

func (s *scanner) letterNext(i int) bool {
	if i+1 >= s.last {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.d.Word(i + 1))
	return unicode.IsLetter(r)
}

// opening reports whether token i stands as an opening mark does: glued to what follows, not to what precedes,
// unless that opens too.
func (s *scanner) opening(i int) bool {
	if !s.gluedNext(i) {
		return i == s.first && i+1 < s.last
	}
	if !s.glued(i) {
		return true
	}
	switch w := s.d.Word(i - 1); w {
	case "(", "[", "{", "—", "–", "--", "‘", "“", "``", "„", "'", ":", "―":
		return !strings.HasPrefix(s.d.Word(i+1), ",")
	}
	return false
}

// finish ends the paragraph: a double stretch that is still open goes to its end, waiting single marks are forgotten.
// It reports whether the stretch goes on in the next paragraph, which reopens the marks if next is set.
func (s *scanner) finish(next bool) bool {
	carried := false
	for len(s.stack) > 0 {
		s.dropSingles()
		n := len(s.stack)
		if n == 0 {
			break
		}
		m := &s.out[s.stack[n-1].mark]
		m.Last = s.last
		if s.fragment(m.First) {
			// a fragment whose closing mark was forgotten does not outlast its sentence
			m.Last, next = s.sentenceEnd(m.First), false
			s.stack = s.stack[:n-1]
			continue
		}
		if s.frames(m.First) {
			m.Last = -1
			s.stack = s.stack[:n-1]
			continue
		}
		m.Continued = n == 1 && next
		carried = n == 1 && s.d.Word(m.First) != "\""
		if s.last-m.First < 3 {
			m.Last = -1
		}
		s.stack = s.stack[:n-1]
	}
	s.settle()
	return carried
}

// usesCurly reports a text with curly marks.
func usesCurly(d *text.Doc) bool {
	for i := range d.Tokens {
		if d.Tokens[i].Len() == len("“") && d.Word(i) == "“" {
			return true
		}
	}
	return false
}

// frames reports whether the straight mark at the paragraph's begin, which token i is, frames a passage of another
// article, as sites set it off: nobody closes it, and what people say stands in curly marks, inside or elsewhere in
// the text.
func (s *scanner) frames(i int) bool {
	if !s.curly || s.d.Word(i) != "\"" || i != s.first {
		return false
	}
	if !s.reopened {
		return true
	}
	for k := len(s.out) - 1; k >= 0 && s.out[k].First > i; k-- {
		if m := s.out[k]; m.Closed && !m.Single && s.d.Word(m.First) == "“" {
			return true
		}
	}
	return false
}

// fragment reports whether the mark of token i opens within a sentence: what follows begins with a small letter.
func (s *scanner) fragment(i int) bool {
	if i+1 >= s.last || i == s.first {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.d.Word(i + 1))
	return unicode.IsLower(r)
}

// sentenceEnd returns the token after the sentence of token i.
func (s *scanner) sentenceEnd(i int) int {
	k := sort.Search(len(s.d.Sentences), func(k int) bool { return s.d.Sentences[k].Last > i })
	return s.d.Sentences[k].Last
}

// settle removes the forgotten stretches of the paragraph and counts the depth of the others.
func (s *scanner) settle() {
	base := len(s.out)
	for base > 0 && s.out[base-1].First >= s.first {
		base--
	}
	kept, ends := s.out[:base], []int(nil)
	for _, m := range s.out[base:] {
		if m.Last <= m.First {
			continue
		}
		for len(ends) > 0 && ends[len(ends)-1] <= m.First {
			ends = ends[:len(ends)-1]
		}
		m.Depth = len(ends)
		ends = append(ends, m.Last)
		kept = append(kept, m)
	}
	s.out = kept
}
