package quotes

import "sort"

// passageStart goes back to the mark that opens a passage of several sentences, of which t is the last: it ends with a
// closing mark and holds no opening one.
func (g *grammar) passageStart(t tokens) int {
	last := t.hi - 1
	if g.is(last, ",") {
		last--
	}
	if last <= t.lo || !g.is(last, "”", "\"", "''", "»") {
		return t.lo
	}
	for i := t.lo; i < last; i++ {
		if g.has(i, flagQuoteMark) {
			return t.lo
		}
	}
	for i := t.lo - 1; i >= 0 && i > t.lo-maxSentence; i-- {
		if g.is(i, "“", "\"", "«", "``") || g.is(i, "''") && g.d.Tokens[i].End == g.d.Tokens[i+1].Start {
			ps := g.d.Paragraphs
			n := sort.Search(len(ps), func(n int) bool { return ps[n].End > g.d.Tokens[i].Start })
			if n < len(ps) && ps[n].End >= g.d.Tokens[last].Start {
				return i
			}
			return t.lo
		}
		if g.is(i, "”", "»") {
			return t.lo
		}
	}
	return t.lo
}

// passageEnd goes on to the mark that closes a passage of several sentences, of which t holds the opening one; t.hi
// where none closes it in the paragraph.
func (g *grammar) passageEnd(t tokens) int {
	open := false
	for i := t.lo; i < t.hi; i++ {
		switch {
		case g.is(i, "“", "«"):
			open = true
		case g.is(i, "”", "»"):
			open = false
		case g.is(i, "\""):
			open = !open
		}
	}
	if !open {
		return t.hi
	}
	start := g.d.Tokens[t.hi-1].Start
	n := sort.Search(len(g.d.Paragraphs), func(n int) bool { return g.d.Paragraphs[n].End > start })
	if n == len(g.d.Paragraphs) {
		return t.hi
	}
	for i, hi := t.hi, g.paragraph(n).hi; i < hi && i < t.hi+maxSentence; i++ {
		if g.is(i, "”", "\"", "»") {
			return i + 1
		}
	}
	return t.hi
}

// form tells how much of the words stands in marks: all of them, a passage of three words or more, or a name at most.
func (g *grammar) form(content []tokens) Form {
	longest, outside := 0, 0
	for _, c := range content {
		run, in := 0, false
		for i := c.lo; i < c.hi; i++ {
			if g.has(i, flagQuoteMark) {
				in, run = g.opensAt(i, in), 0
				continue
			}
			word := isWord(g.d.Word(i))
			if !in {
				outside += b2i(word)
				continue
			}
			if run += b2i(word); run > longest && !g.titled(i) {
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
func (g *grammar) titled(i int) bool {
	c := g.d.Word(i)[0]
	return 'A' <= c && c <= 'Z'
}

func isWord(w string) bool {
	c := w[0]
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= 0x80
}
