package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// clean takes the blocks that are no part of the article out of those that its element holds.
func clean(bs []block, a *Article) []block {
	kept := make([]block, 0, len(bs))
	seen := map[string]bool{}
	for i, b := range bs {
		b.text = withoutNotes(b.text)
		long := len(b.text) > 60
		if stray(b) || long && seen[b.text] || i < 8 && (sameWords(b.text, a.Title) || dayNote(b.text)) {
			continue
		}
		seen[b.text] = true
		kept = append(kept, b)
	}
	kept = dropLinkRuns(kept)
	dated := isChronology(kept, a.Published)
	first := 0
	for first < len(kept) && !opens(kept[first], a) && !(dated && opensEntry(kept[first], a.Published)) {
		first++
	}
	if 3*textLen(kept[:first]) > textLen(kept) { // a list or a table, not a preamble
		first = 0
	}
	kept = kept[first:]
	kept = kept[:endOf(kept)]
	for len(kept) > 0 && trails(kept) {
		kept = kept[:len(kept)-1]
	}
	return dropHeadings(kept)
}

// stray reports whether a block is furniture wherever it stands.
func stray(b block) bool {
	t := b.text
	switch {
	case strings.IndexFunc(t, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0:
		return true
	case strayLine(t):
		return true
	case len(t) < 200 && frameLine.pointer.MatchString(t) && (b.link() > 0.5 || !sentence(t)):
		return true
	case b.link() > 0.85 && !sentence(t) && len(t) < 250 && (!quoted(t) || b.kind == atom.Li || b.heading()):
		return true
	case len(t) < 160 && strings.ToUpper(t) == t && b.link() > 0.7:
		return true
	}
	return false
}

// strayLine reports whether a line is furniture by its words alone.
func strayLine(t string) bool {
	switch {
	case len(t) < 350 && frameLine.line.MatchString(t), len(t) < 400 && frameLine.offer.MatchString(t):
		return true
	case len(t) < 500 && frameLine.caption.MatchString(t), len(t) < 600 && frameLine.copyright.MatchString(t):
		return true
	}
	return false
}

// opens reports whether the article may start with a block.
func opens(b block, a *Article) bool {
	t := b.text
	switch {
	case lineShape.datelined.MatchString(t):
		return true
	case a.Byline != "" && len(t) < len(a.Byline)+40 && strings.Contains(t, a.Byline):
		return false
	case len(t) < 160 && frameLine.dateLine.MatchString(t), dayNote(t):
		return false
	case b.heading(), b.link() > 0.6 && len(t) < 200:
		return false
	}
	if day, _ := findDay(t, false); day != "" && len(t) < 100 && !sentence(t) {
		return false
	}
	if b.kind == atom.P && (strings.HasSuffix(t, ":") || len(t) > 60) {
		return true
	}
	return sentence(t) || len(t) > 120 || uncased(t) && len(t) > 45
}

// endOf returns the number of blocks before a list of other articles, which holds at most a quarter of the text.
func endOf(bs []block) int {
	rest := 0
	for i := len(bs) - 1; i > 0; i-- {
		rest += len(bs[i].text)
		if frameLine.more.MatchString(bs[i].text) && 4*rest < textLen(bs) {
			return i
		}
	}
	return len(bs)
}

// asks reports whether a block says who wrote the article, or asks something of its readers.
func asks(b block) bool {
	return len(b.text) < 500 && frameLine.signOff.MatchString(b.text) ||
		len(b.text) < 300 && b.linked > 0 && frameLine.clickHere.MatchString(b.text)
}

// trails reports whether the last block is no part of the article.
func trails(bs []block) bool {
	b := bs[len(bs)-1]
	t := b.text
	switch {
	case b.heading() || asks(b) || len(t) < 120 && frameLine.dateLine.MatchString(t) && !sentence(t) || dayNote(t):
		return true
	case b.link() > 0.5 && len(t) < 250 && (!quoted(t) || b.link() > 0.9 && len(bs) > 1):
		return true
	case b.kind == atom.Li || b.kind == atom.Td || b.kind == atom.Dd || uncased(t) || quoted(t):
		return false
	case len(t) < 60 && !sentence(t) && !strings.HasSuffix(t, "."):
		return true
	}
	return false
}

// dropLinkRuns takes out runs of three or more short blocks that are mostly links: lists of other articles.
func dropLinkRuns(bs []block) []block {
	var out []block
	for i := 0; i < len(bs); {
		j := i
		for j < len(bs) && bs[j].link() > 0.6 && len(bs[j].text) < 250 {
			j++
		}
		if j-i >= 3 {
			i = j
			continue
		}
		out = append(out, bs[i:max(j, i+1)]...)
		i = max(j, i+1)
	}
	return out
}

// dropHeadings takes out headings that no text follows.
func dropHeadings(bs []block) []block {
	var out []block
	for i, b := range bs {
		if b.heading() && (i+1 == len(bs) || bs[i+1].heading() && bs[i+1].kind <= b.kind) {
			continue
		}
		out = append(out, b)
	}
	return out
}

// sentence reports whether a text looks like running prose: four words or more, ended as a sentence is.
func sentence(t string) bool {
	t = strings.TrimRight(t, `"”’'»)] `)
	last, _ := utf8.DecodeLastRuneInString(t)
	if !strings.ContainsRune(".!?…:;。！？", last) {
		return false
	}
	return strings.Count(t, " ") >= 3 || uncased(t) && len(t) > 20
}

// quoted reports whether a text holds speech in quotation marks.
func quoted(t string) bool { return strings.ContainsAny(t, "“”\"«»„") }

// uncased reports whether a text is mostly in a script without spaces or capitals, where length in words says nothing.
func uncased(t string) bool {
	n, all := 0, 0
	for _, r := range t {
		all++
		if unicode.In(
			r,
			unicode.Han,
			unicode.Hiragana,
			unicode.Katakana,
			unicode.Hangul,
			unicode.Thai,
			unicode.Arabic,
			unicode.Hebrew,
		) {
			n++
		}
	}
	return 2*n > all
}

// sameWords reports whether two lines have the same letters and digits.
func sameWords(a, b string) bool { return b != "" && bare(a) == bare(b) }

// bare returns the letters and digits of s in lower case.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
