package timeline

import (
	"sort"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/dates"
)

// scene is one text that is read as prose: the body of an article, or its title. Tokens are addressed by index; ranges of
// tokens are half open.
type scene struct {
	text   string
	d      *text.Doc
	low    []string // tokens in lower case, "’" folded to "'"
	names  []name   // mentions of the gazetteer, in the order of the text, not overlapping
	first  []int    // by token: the first mention that ends after the token starts
	posts  []post   // mentions of offices and bodies, in the order of the text
	exprs  []dates.Expression
	title  bool
	honour []bool // by token: part of a form of address such as "dear respected"

	dateline map[int]int // by first token: the token after a dateline
}

// newScene folds the tokens of a parsed text.
func newScene(d *text.Doc, title bool) *scene {
	s := &scene{text: d.Text, d: d, title: title, low: make([]string, len(d.Tokens))}
	for i := range d.Tokens {
		w := d.Word(i)
		if strings.Contains(w, "’") {
			w = strings.ReplaceAll(w, "’", "'")
		}
		s.low[i] = strings.ToLower(w)
	}
	return s
}

// tokens returns the range of tokens that the span touches.
func (s *scene) tokens(p text.Span) (lo, hi int) {
	lo = sort.Search(len(s.d.Tokens), func(i int) bool { return s.d.Tokens[i].End > p.Start })
	hi = lo
	for hi < len(s.d.Tokens) && s.d.Tokens[hi].Start < p.End {
		hi++
	}
	return lo, hi
}

// span returns the bytes from token lo to token hi-1; zero for an empty range.
func (s *scene) span(lo, hi int) text.Span {
	if lo >= hi {
		return text.Span{}
	}
	return text.Span{Start: s.d.Tokens[lo].Start, End: s.d.Tokens[hi-1].End}
}

// words returns the text from token lo to token hi-1 as written.
func (s *scene) words(lo, hi int) string { return s.span(lo, hi).Of(s.text) }

// at returns token i in lower case, or "" outside of the text.
func (s *scene) at(i int) string {
	if i < 0 || i >= len(s.low) {
		return ""
	}
	return s.low[i]
}

// capital reports whether token i starts with an upper-case letter or stands for a name in all its forms.
func (s *scene) capital(i int) bool {
	if i < 0 || i >= len(s.low) {
		return false
	}
	w := s.d.Word(i)
	return w != "" && w[0] >= 'A' && w[0] <= 'Z' || len(w) > 1 && w[0] >= 0xC3 && strings.ToLower(w) != w
}

// sentence returns the index of the sentence that holds byte pos; the last one before it where pos is between two.
func (s *scene) sentence(pos int) int {
	i := sort.Search(len(s.d.Sentences), func(i int) bool { return s.d.Sentences[i].Start > pos })
	return max(i-1, 0)
}

// paragraph returns the index of the paragraph that holds byte pos, as sentence does.
func (s *scene) paragraph(pos int) int {
	i := sort.Search(len(s.d.Paragraphs), func(i int) bool { return s.d.Paragraphs[i].Start > pos })
	return max(i-1, 0)
}

// bounds returns the tokens of the sentence that holds token i.
func (s *scene) bounds(i int) (lo, hi int) {
	if len(s.d.Sentences) == 0 || i < 0 || i >= len(s.d.Tokens) {
		return 0, len(s.d.Tokens)
	}
	n := s.d.Sentences[s.sentence(s.d.Tokens[i].Start)]
	return n.First, n.Last
}

// seq reports whether the tokens from i are exactly these words.
func (s *scene) seq(i int, words ...string) bool {
	for k, w := range words {
		if s.at(i+k) != w {
			return false
		}
	}
	return true
}

// mention returns the mention that covers token i, nil for none.
func (s *scene) mention(i int) *name {
	if i < 0 || i >= len(s.first) || s.first[i] >= len(s.names) {
		return nil
	}
	if m := &s.names[s.first[i]]; m.Start < s.d.Tokens[i].End {
		return m
	}
	return nil
}

// mentions returns those inside the tokens from lo to hi-1.
func (s *scene) mentions(lo, hi int) []name {
	if lo >= hi || lo >= len(s.first) {
		return nil
	}
	a := s.first[lo]
	if a < len(s.names) && s.names[a].Start < s.d.Tokens[lo].Start {
		a++
	}
	b := a
	for b < len(s.names) && s.names[b].End <= s.d.Tokens[hi-1].End {
		b++
	}
	return s.names[a:b]
}

// index fills first from names.
func (s *scene) index() {
	s.first = make([]int, len(s.d.Tokens))
	j := 0
	for i := range s.d.Tokens {
		for j < len(s.names) && s.names[j].End <= s.d.Tokens[i].Start {
			j++
		}
		s.first[i] = j
	}
}

// dated returns the expressions of time inside the tokens from lo to hi-1.
func (s *scene) dated(lo, hi int) []dates.Expression {
	if lo >= hi {
		return nil
	}
	p := s.span(lo, hi)
	a := sort.Search(len(s.exprs), func(i int) bool { return s.exprs[i].Start >= p.Start })
	b := a
	for b < len(s.exprs) && s.exprs[b].End <= p.End {
		b++
	}
	return s.exprs[a:b]
}

// inTime reports whether token i is part of an expression of time that is no holiday or anniversary.
func (s *scene) inTime(i int) bool {
	if i < 0 || i >= len(s.d.Tokens) {
		return false
	}
	p := s.d.Tokens[i]
	a := sort.Search(len(s.exprs), func(k int) bool { return s.exprs[k].End > p.Start })
	return a < len(s.exprs) && s.exprs[a].Start < p.End && s.exprs[a].Holiday == ""
}
