package quotes

import (
	"sort"

	"demarche/quotes/marks"
)

// quotation knows the marks of quotation: where one opens and closes a passage, how far a passage goes, and how much
// of some words stands in marks. It does not know whose words they are.
type quotation struct {
	*wording
	paragraphs paragraphs
}

// isWord reports a token with letters or figures rather than signs.
func isWord(w string) bool {
	c := w[0]
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= 0x80
}

// enter enters what the scanner of marks knows: which tokens open and close a passage, in every typography.
func (qu *quotation) enter(ms []marks.Mark) {
	for _, m := range ms {
		if m.Depth > 0 {
			continue
		}
		if m.Opened {
			qu.w[m.First].flags |= flagQuoteMark | flagOpens
		}
		if m.Closed {
			qu.w[m.Last-1].flags |= flagQuoteMark | flagCloses
		}
	}
}

// opensAt reports whether the mark at token i opens a passage; open tells whether one is open already.
func (qu *quotation) opensAt(i int, open bool) bool {
	if qu.has(i, flagOpens|flagCloses) {
		return qu.has(i, flagOpens)
	}
	return qu.is(i, "“", "«", "„", "``") || !open && qu.is(i, "\"")
}

// closesAt reports a mark at token i that closes a passage.
func (qu *quotation) closesAt(i int) bool {
	return qu.has(i, flagQuoteMark) && (qu.has(i, flagCloses) || qu.is(i, "”", "»", "''") && !qu.has(i, flagOpens))
}

// closes reports a mark that ends a passage, the wrong way round included.
func (qu *quotation) closes(i int) bool {
	return qu.is(i, "”", "\"", "“", "»", "''", "’’")
}

// markIn reports whether a double mark stands in [lo, hi).
func (qu *quotation) markIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if qu.has(i, flagQuoteMark) {
			return true
		}
	}
	return false
}

// markWithin returns the first quotation mark in [k, hi) within so many tokens, or where the search ends.
func (qu *quotation) markWithin(k, hi, most int) int {
	end := min(hi, k+most-1)
	for k < end && !qu.has(k, flagQuoteMark) {
		k++
	}
	return k
}

// closeWithin finds a closing mark inside a paragraph that begins with an opening one; nested marks come in pairs.
func (qu *quotation) closeWithin(lo, hi int) int {
	depth := 0
	for i := lo; i < hi; i++ {
		switch {
		case qu.is(i, "“", "«"):
			depth++
		case qu.is(i, "”", "»"):
			depth--
			if depth <= 0 && i > lo {
				return i
			}
		case qu.is(i, "\""):
			if i > lo && (i+1 >= hi || qu.d.Tokens[i].Start == qu.d.Tokens[i-1].End) && i+1 < hi &&
				qu.d.Tokens[i+1].Start > qu.d.Tokens[i].End &&
				qu.is(i-1, ",", ".", "!", "?") {
				return i
			}
		}
	}
	return 0
}

// inside reports whether a passage in marks is open at token k of a paragraph that begins at lo.
func (qu *quotation) inside(lo, k int) bool {
	open := false
	for i := lo; i < k; i++ {
		switch {
		case qu.is(i, "“", "«", "„", "``"):
			open = true
		case qu.is(i, "”", "»", "''"):
			open = false
		case qu.is(i, "\""):
			open = !open
		}
	}
	return open
}

// opensParagraph reports whether paragraph p begins with a mark.
func (qu *quotation) opensParagraph(p int) bool {
	if p >= len(qu.d.Paragraphs) {
		return false
	}
	t := qu.paragraphs.at(p)
	return !t.empty() && qu.has(t.lo, flagQuoteMark)
}

// passageStart goes back to the mark that opens a passage of several sentences, of which t is the last: it ends with a
// closing mark and holds no opening one.
func (qu *quotation) passageStart(t tokens) int {
	last := t.hi - 1
	if qu.is(last, ",") {
		last--
	}
	if last <= t.lo || !qu.is(last, "”", "\"", "''", "»") {
		return t.lo
	}
	for i := t.lo; i < last; i++ {
		if qu.has(i, flagQuoteMark) {
			return t.lo
		}
	}
	for i := t.lo - 1; i >= 0 && i > t.lo-maxSentence; i-- {
		if qu.is(i, "“", "\"", "«", "``") || qu.is(i, "''") && qu.d.Tokens[i].End == qu.d.Tokens[i+1].Start {
			ps := qu.d.Paragraphs
			n := sort.Search(len(ps), func(n int) bool { return ps[n].End > qu.d.Tokens[i].Start })
			if n < len(ps) && ps[n].End >= qu.d.Tokens[last].Start {
				return i
			}
			return t.lo
		}
		if qu.is(i, "”", "»") {
			return t.lo
		}
	}
	return t.lo
}

// passageEnd goes on to the mark that closes a passage of several sentences, of which t holds the opening one; t.hi
// where none closes it in the paragraph.
func (qu *quotation) passageEnd(t tokens) int {
	open := false
	for i := t.lo; i < t.hi; i++ {
		switch {
		case qu.is(i, "“", "«"):
			open = true
		case qu.is(i, "”", "»"):
			open = false
		case qu.is(i, "\""):
			open = !open
		}
	}
	if !open {
		return t.hi
	}
	start := qu.d.Tokens[t.hi-1].Start
	n := sort.Search(len(qu.d.Paragraphs), func(n int) bool { return qu.d.Paragraphs[n].End > start })
	if n == len(qu.d.Paragraphs) {
		return t.hi
	}
	for i, hi := t.hi, qu.paragraphs.at(n).hi; i < hi && i < t.hi+maxSentence; i++ {
		if qu.is(i, "”", "\"", "»") {
			return i + 1
		}
	}
	return t.hi
}

// form tells how much of the words stands in marks: all of them, a passage of three words or more, or a name at most.
func (qu *quotation) form(content []tokens) Form {
	longest, outside := 0, 0
	for _, c := range content {
		run, in := 0, false
		for i := c.lo; i < c.hi; i++ {
			if qu.has(i, flagQuoteMark) {
				in, run = qu.opensAt(i, in), 0
				continue
			}
			word := isWord(qu.d.Word(i))
			if !in {
				outside += b2i(word)
				continue
			}
			if run += b2i(word); run > longest && !qu.titled(i) {
				longest = run
			}
		}
	}
	switch {
	case longest > 0 && outside == 0:
		return Direct
	case longest >= 3:
		return Mixed
	}
	return Indirect
}

// titled reports a token in marks that belongs to a title or name, by its capital.
func (qu *quotation) titled(i int) bool {
	c := qu.d.Word(i)[0]
	return 'A' <= c && c <= 'Z'
}
