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
	maxGuess = 4000
)

// language guesses the language of a body as BCP 47; "" where it is too short or the guess is unsure.
func language(text string) string {
	if len(text) < minGuess {
		return ""
	}
	cut := min(len(text), maxGuess)
	for cut < len(text) && !utf8.RuneStart(text[cut]) {
		cut--
	}
	info := whatlanggo.Detect(text[:cut])
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
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
