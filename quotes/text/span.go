package text

// Span is a half-open range [Start, End) of UTF-8 byte offsets into a document's text.
type Span struct{ Start, End int }

// Of returns the part of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len is the span's length in bytes.
func (p Span) Len() int { return p.End - p.Start }

// Overlaps reports whether the two spans share at least one byte.
func (p Span) Overlaps(q Span) bool { return p.Start < q.End && q.Start < p.End }

// Contains reports whether q lies wholly inside p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }
