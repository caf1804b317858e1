package article

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"demarche/data"
)

// Refusal is the error of a source that was read and is no article in English.
type Refusal struct {
	Kind string // missing, consent, paywall, robots, front, mojibake, container, language or empty
	Sign string // the words or the fact that betray it
}

// refusals say what a source of each kind is and what to do.
var refusals = map[string]string{
	"missing":   "the page of a missing article (%s), no article; look for its new address",
	"consent":   "a wall of consent or cookies (%s), no article; save the page after consenting",
	"paywall":   "a paywall with the beginning of an article (%s); give the whole text",
	"robots":    "a check for robots or scripts (%s), no article; save the page from a browser",
	"front":     "a list of articles (%s), no article; give the articles it links to",
	"mojibake":  "text in a wrong charset (%s); save it as UTF-8",
	"container": "several articles or none in one file (%s); give each article as a page or text, or all as JSON Lines",
	"language":  "in another language (%s), not read; only English is",
	"empty":     "no article text (%s)",
}

// Error says what the source is, by which sign, and what to do.
func (r *Refusal) Error() string { return fmt.Sprintf(refusals[r.Kind], r.Sign) }

// Check returns a [*Refusal] for what is no whole article in English, nil for what may be one. [Read] refuses the same, but for articles
// in other languages and for beginnings that a page calls so.
func (a *Article) Check() error {
	if strings.TrimSpace(a.Text) == "" {
		return &Refusal{"empty", `"text" is empty`}
	}
	if tag := a.foreign(); tag != "" {
		return &Refusal{"language", tag}
	}
	if a.Partial != "" {
		return &Refusal{"paywall", a.Partial}
	}
	return a.refusal()
}

// A wall has at most maxWall bytes of text; a paragraph that holds a sign of it counts whole. A paywall lets at most maxStub bytes through, and
// asks for money in a paragraph of at most maxNotice.
const (
	maxWall   = 3000
	maxStub   = 1000
	maxNotice = 400
)

// refusal refuses what is no article by its title and text.
func (a *Article) refusal() error {
	if sign := mojibake(a.Text); sign != "" {
		return &Refusal{"mojibake", sign}
	}
	if len(a.Text) > maxWall {
		return nil
	}
	for part := range strings.FieldsFuncSeq(a.Title, func(r rune) bool { return strings.ContainsRune("|–—-·•»", r) }) {
		if kind := signs().titles[plainWords(part)]; kind != "" {
			return &Refusal{kind, "“" + strings.TrimSpace(part) + "”"}
		}
	}
	return wall(strings.Split(a.Text, "\n"))
}

// wall refuses a text of which half or more stands in paragraphs with signs of one kind.
func wall(paragraphs []string) error {
	all, signed, first := 0, map[string]int{}, map[string]string{}
	for _, l := range paragraphs {
		all += len(l)
		for kind, phrase := range signsIn(l) {
			signed[kind] += len(l)
			if first[kind] == "" {
				first[kind] = phrase
			}
		}
	}
	for _, kind := range []string{"missing", "consent", "robots"} {
		if signed[kind] > 0 && 2*signed[kind] >= all {
			return &Refusal{kind, "“" + first[kind] + "”"}
		}
	}
	return paywalled(paragraphs, all)
}

// paywalled refuses a short text that ends with, or holds, the request to pay.
func paywalled(paragraphs []string, body int) error {
	for _, l := range paragraphs {
		if phrase := signsIn(l)["paywall"]; phrase != "" && len(l) < maxNotice && body-len(l) <= maxStub {
			return &Refusal{"paywall", "“" + phrase + "”"}
		}
	}
	return nil
}

// signTable is data/lexicon/walls.tsv.
type signTable struct {
	titles map[string]string // a title, or a part of it, to its kind
	texts  [][2]string       // kind and phrase
}

// signs returns the table of signs, decoded once. A damaged table is a damaged program and panics; a test reads it.
var signs = sync.OnceValue(func() *signTable {
	rows, err := data.Table("lexicon/walls.tsv", "kind", "place", "phrase")
	if err != nil {
		panic(fmt.Sprintf("article: %v", err))
	}
	t := &signTable{titles: map[string]string{}}
	for _, r := range rows {
		if r.Fields[1] == "title" {
			t.titles[r.Fields[2]] = r.Fields[0]
		} else {
			t.texts = append(t.texts, [2]string{r.Fields[0], r.Fields[2]})
		}
	}
	return t
})

// signsIn returns the first phrase of each kind that a paragraph holds.
func signsIn(paragraph string) map[string]string {
	found := map[string]string{}
	low := strings.ToLower(strings.ReplaceAll(paragraph, "’", "'"))
	for _, s := range signs().texts {
		if found[s[0]] == "" && strings.Contains(low, s[1]) {
			found[s[0]] = s[1]
		}
	}
	return found
}

// plainWords returns the words of a title in lower case, without punctuation.
func plainWords(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	}), " ")
}

// mojibake returns a piece of a text that was read in a wrong charset, "" where there is none. UTF-8 that was taken for a Western charset
// is full of pairs that no language writes; other charsets taken for a Western one are words of accented letters alone.
func mojibake(text string) string {
	text = cut(text, 1<<16)
	if m := doubled.FindAllString(text, -1); len(m) >= 3 && 400*len(m) > len(text) {
		return "“" + m[0] + "”"
	}
	letters, accented, lost := 0, 0, 0
	for _, r := range text {
		switch {
		case r >= 0xc0 && r <= 0xff:
			accented++
			letters++
		case r == unicode.ReplacementChar:
			lost++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case 3*accented > letters && letters > 40:
		return fmt.Sprintf("%d of %d letters are accented", accented, letters)
	case 50*lost > letters && lost > 2:
		return fmt.Sprintf("%d characters are lost", lost)
	}
	return ""
}

// doubled are the beginnings of multi-byte UTF-8 read as windows-1252 or Latin-1: â€œ, Ã©, Â», Ð¼, and the same in windows-1251.
var doubled = regexp.MustCompile(`â(?:€|\x{80})[\x{80}-\x{bf}œžŸš›™˜“”‘’•–—†‡‰‹„…‚ƒ]|Ã[\x{80}-\x{bf}€‚ƒ„…†‡‰Š‹Œ‘’“”•–—˜™š›œžŸ]|Â[\x{a0}-\x{bf}]|[ÐÑ][\x{80}-\x{bf}€‚ƒ„…†‡‰Š‹Œ‘’“”•–—˜™š›œžŸ]|[РС][ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§©Є«¬®Ї°±Ііґµ¶·№є»јЅѕї]`)

// container refuses a file of several articles, and files of formats that hold none.
func container(text string) error {
	start := strings.TrimSpace(cut(text, 1<<16))
	switch {
	case strings.HasPrefix(start, `{\rtf`):
		return errors.New("rich text (RTF), not a page or a text; save it as a .txt file")
	case jsonStart.MatchString(start):
		return &Refusal{"container", "JSON"}
	case feedStart.MatchString(start):
		return &Refusal{"container", "a feed"}
	case addresses(start):
		return &Refusal{"container", "a table of addresses"}
	}
	if m := markStart.FindString(start); m != "" {
		return &Refusal{"container", "“" + strings.TrimSpace(m) + "”"}
	}
	return nil
}

var (
	jsonStart = regexp.MustCompile(`^(?:\{\s*"[^"\n]{0,80}"\s*:|\[\s*\{\s*")`)
	feedStart = regexp.MustCompile(`(?i)^(?:<\?xml[^>]*\?>\s*)?(?:<!--[^>]*-->\s*)*<(?:rss|feed|rdf:rdf|urlset|sitemapindex)\b`)
	// "1 of 2 DOCUMENTS" opens each article of a download, and codes in lines of their own the fields of each.
	markStart = regexp.MustCompile(`(?m)^\s*1 of (?:[2-9]|\d{2,4}) DOCUMENTS\s*$|(?s:^HD\n.*?\nHD\n)`)
)

// addresses reports whether a text is a list or table of addresses: every line but the first has one.
func addresses(text string) bool {
	lines := strings.Split(text, "\n")
	if len(lines) < 2 {
		return false
	}
	for _, l := range lines[1:] {
		if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(strings.TrimLeft(l, `"`), "http") {
			return false
		}
	}
	return true
}
