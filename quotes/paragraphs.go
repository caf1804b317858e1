package quotes

import (
	"sort"
	"strings"

	"demarche/quotes/text"
)

// paragraphs knows where the paragraphs and sentences of a document begin and end, and where a line that a machine
// broke goes on. It does not know what a paragraph is for.
type paragraphs struct{ *wording }

// at returns the tokens of a paragraph.
func (ps *paragraphs) at(p int) tokens {
	par := ps.d.Paragraphs[p]
	if par.First >= par.Last {
		return tokens{}
	}
	return tokens{ps.d.Sentences[par.First].First, ps.d.Sentences[par.Last-1].Last}
}

// before returns the paragraph before the one whose tokens are [lo, hi); ok is false where these are no
// paragraph, or there is none before.
func (ps *paragraphs) before(lo, hi int) (before tokens, ok bool) {
	start := ps.d.Tokens[lo].Start
	p := sort.Search(len(ps.d.Paragraphs), func(n int) bool { return ps.d.Paragraphs[n].Start >= start })
	if p == 0 || p == len(ps.d.Paragraphs) || ps.d.Paragraphs[p].Start != start || ps.at(p).hi != hi {
		return tokens{}, false
	}
	before = ps.at(p - 1)
	return before, !before.empty()
}

// of returns the index of the paragraph of token i.
func (ps *paragraphs) of(i int) int {
	start := ps.d.Tokens[i].Start
	return sort.Search(len(ps.d.Paragraphs), func(n int) bool { return ps.d.Paragraphs[n].End > start })
}

// opens reports whether a paragraph begins with token i.
func (ps *paragraphs) opens(i int) bool {
	at := ps.d.Tokens[i].Start
	p := sort.Search(len(ps.d.Paragraphs), func(n int) bool { return ps.d.Paragraphs[n].Start >= at })
	return p < len(ps.d.Paragraphs) && ps.d.Paragraphs[p].Start == at
}

// heading reports whether the paragraph of token i is a heading within an article: a few words that no sign ends,
// before a longer paragraph that one does.
func (ps *paragraphs) heading(i int) bool {
	p := ps.of(i)
	if p == 0 || p+1 >= len(ps.d.Paragraphs) {
		return false
	}
	t, next := ps.at(p), ps.at(p+1)
	if t.empty() || t.len() > longestHeading || next.len() < 2*longestHeading {
		return false
	}
	return !ps.endsSentence(t) && ps.endsSentence(next)
}

// longestHeading is the length in tokens of the longest heading.
const longestHeading = 12

// endsSentence reports a sign of the end of a sentence, or of something that follows, at the end of t, be it before a
// closing mark.
func (ps *paragraphs) endsSentence(t tokens) bool {
	k := t.hi - 1
	for k > t.lo && (ps.has(k, flagQuoteMark) || ps.is(k, ")", "’", "'")) {
		k--
	}
	return strings.HasSuffix(ps.w[k].low, ".") || ps.is(k, "!", "?", ":", ";", ",", "…", "—", "–", "-")
}

// sentenceOf returns the index of the sentence of token i.
func (ps *paragraphs) sentenceOf(i int) int {
	return sort.Search(len(ps.d.Sentences), func(k int) bool { return ps.d.Sentences[k].Last > i })
}

// broken reports whether the line ends at token hi inside a sentence, after an abbreviation's dot, as wire copy is
// broken by machines: "the Hansan Motor Co." and then "Ltd. held"; "the meeting of the C.C." and then "Workers'
// Party".
func (ps *paragraphs) broken(hi, next int) bool {
	if hi == 0 || hi >= len(ps.w) || next-hi < 2 {
		return false
	}
	switch {
	case ps.in(hi, words.CompanySuffix):
		return true
	case ps.in(hi-1, words.NameAbbreviation):
		return ps.tag(hi) == "NNP" && ps.in(hi-1, words.OpenAbbreviation)
	case ps.is(hi-1, "u.s.") && hi > 2 && ps.is(hi-2, "the"):
		v := ps.w[hi-3].cue.verb
		return v != nil && v.frames&(frameRcptTo|frameNP) != 0 && v.class == classSpeech
	}
	return false
}

// tokensOf returns the tokens that begin in each of the spans.
func (ps *paragraphs) tokensOf(ss []text.Span) []tokens {
	var out []tokens
	for _, s := range ss {
		lo := sort.Search(len(ps.d.Tokens), func(i int) bool { return ps.d.Tokens[i].Start >= s.Start })
		hi := sort.Search(len(ps.d.Tokens), func(i int) bool { return ps.d.Tokens[i].Start >= s.End })
		out = append(out, tokens{lo, hi})
	}
	return out
}
