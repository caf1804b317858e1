package article

import (
	"strings"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
	xlanguage "golang.org/x/text/language"
)

// minGuess and maxGuess bound, in bytes, how much text is needed and used to guess its language.
const (
	minGuess = 200
	maxGuess = 1200
)

// settleLanguage returns what a page says of its language, unless its long text is surely of another: templates are often left in
// the language of the system that they came with.
func settleLanguage(stated, text string) string {
	guess, sure := language(text)
	base, _, _ := strings.Cut(stated, "-")
	if stated == "" || sure && base != guess && len(text) > 4*minGuess {
		return guess
	}
	return stated
}

// language guesses the language of a body as BCP 47, "" where it is too short or the guess is unsure, and reports whether it is nearly certain.
func language(text string) (tag string, sure bool) {
	if len(text) < minGuess {
		return "", false
	}
	cut := min(len(text), maxGuess)
	for cut < len(text) && !utf8.RuneStart(text[cut]) {
		cut--
	}
	if plainlyEnglish(text[:cut]) {
		return "en", true
	}
	info := whatlanggo.Detect(text[:cut])
	if !info.IsReliable() {
		return "", false
	}
	return info.Lang.Iso6391(), info.Confidence > 0.95
}

// plainlyEnglish reports whether a text has so many of the commonest English words that no other language is worth comparing,
// which costs a hundred times as much: one word in five, and "the" one in thirty (in news it is one in sixteen).
func plainlyEnglish(text string) bool {
	all, common, the := 0, 0, 0
	for w := range strings.FieldsSeq(text) {
		all++
		switch w {
		case "the", "The":
			the++
			common++
		case "of", "and", "to", "in", "that", "for", "with", "on", "is", "was", "by", "as", "at", "from":
			common++
		}
	}
	return all >= 20 && 5*common >= all && 30*the >= all
}

// languageTag returns a page's own statement of its language in canonical BCP 47, "" where it is none.
func languageTag(stated string) string {
	stated = strings.TrimSpace(strings.ReplaceAll(stated, "_", "-"))
	if stated == "" {
		return ""
	}
	tag, err := xlanguage.Parse(stated)
	if err != nil || tag == xlanguage.Und {
		return ""
	}
	return tag.String()
}
