package text

import (
	"sort"
	"unicode/utf8"
)

// block is the distance, in bytes, between two entries of the index of [CodePoints].
const block = 256

// CodePoints converts byte offsets of one text into offsets in Unicode code points and back. Each invalid byte counts
// as one code point, as Go's range does. It is read-only after [NewCodePoints] and safe to share.
type CodePoints struct {
	s     string
	ascii bool
	marks []mark // one for each block
	total int
}

// mark is the first code point that begins at or after the start of a block.
type mark struct{ at, points int }

// NewCodePoints indexes s in one pass; a text of nothing but ASCII needs no index.
func NewCodePoints(s string) *CodePoints {
	c := &CodePoints{s: s, ascii: true, total: len(s)}
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			c.ascii = false
			break
		}
	}
	if c.ascii {
		return c
	}
	c.marks = make([]mark, 0, len(s)/block+1)
	n := 0
	for i := range s {
		for len(c.marks)*block <= i {
			c.marks = append(c.marks, mark{i, n})
		}
		n++
	}
	c.total = n
	return c
}

// At returns the number of code points that begin before byteOffset. Offsets outside the text are taken as its ends.
func (c *CodePoints) At(byteOffset int) int {
	byteOffset = min(max(byteOffset, 0), len(c.s))
	if c.ascii {
		return byteOffset
	}
	if byteOffset == len(c.s) {
		return c.total
	}
	m := mark{}
	if b := byteOffset / block; b < len(c.marks) {
		m = c.marks[b]
		if m.at > byteOffset && b > 0 {
			m = c.marks[b-1]
		}
	}
	n := m.points
	for i := m.at; i < byteOffset; n++ {
		_, size := utf8.DecodeRuneInString(c.s[i:])
		i += size
	}
	return n
}

// ByteOffset is the inverse of [CodePoints.At]: the byte at which code point number at begins, the text's length for
// the number of its code points. Numbers outside that range are taken as its ends.
func (c *CodePoints) ByteOffset(at int) int {
	at = min(max(at, 0), c.total)
	if c.ascii {
		return at
	}
	if at == c.total {
		return len(c.s)
	}
	b := sort.Search(len(c.marks), func(i int) bool { return c.marks[i].points > at }) - 1
	i, n := c.marks[b].at, c.marks[b].points
	for ; n < at; n++ {
		_, size := utf8.DecodeRuneInString(c.s[i:])
		i += size
	}
	return i
}

// Span returns p in code points as [start, end).
func (c *CodePoints) Span(p Span) [2]int { return [2]int{c.At(p.Start), c.At(p.End)} }

// Bytes is the inverse of [CodePoints.Span].
func (c *CodePoints) Bytes(p [2]int) Span { return Span{c.ByteOffset(p[0]), c.ByteOffset(p[1])} }

// Len is the number of code points of the text.
func (c *CodePoints) Len() int { return c.total }
