package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
	xlanguage "golang.org/x/text/language"
)

// minGuess and maxGuess bound, in bytes, how much text is needed and used to guess its language.
const (
	minGuess = 200
	maxGuess = 1200
)

// settleLanguage returns what a page says of its language, unless its long text is surely of another: templates are
// often left in the language of the system that they came with.
func settleLanguage(stated, text string) string {
	guess, sure := language(text)
	base, _, _ := strings.Cut(stated, "-")
	if stated == "" || sure && base != guess && len(text) > 4*minGuess {
		return guess
	}
	return stated
}

// language guesses the language of a body as BCP 47, "" where it is too short or the guess is unsure, and reports
// whether it is nearly certain.
func language(text string) (tag string, sure bool) {
	text = cut(text, maxGuess)
	english, words := commonShare(text)
	if words >= 20 && english >= plainlyEnglish && len(text) >= minGuess {
		return "en", true
	}
	if len(text) < minGuess && !(letters(text) >= minLetters && foreignScript(text)) {
		return "", false
	}
	info := whatlanggo.Detect(text)
	if !info.IsReliable() {
		return "", false
	}
	return info.Lang.Iso6391(), info.Confidence > 0.95
}

// The share of the commonest English words among the words of a text: from plainlyEnglish on, no other language is
// worth comparing, which costs a hundred times as much; in a text of another language it stays below hardlyEnglish,
// for some are words there, too.
const (
	plainlyEnglish = 0.25
	hardlyEnglish  = 0.1
	minWords       = 8  // of a text that is judged by its share
	minLetters     = 20 // of a text that is judged by its script
)

// foreign returns the language of an article that is surely not in English, as BCP 47; "" for English, and where it
// is not sure.
func (a *Article) foreign() string {
	text := cut(a.Text, maxGuess)
	english, words := commonShare(text)
	if !foreignScript(text) && (words < minWords || english >= hardlyEnglish) {
		return ""
	}
	guess, _ := language(text)
	stated, _, _ := strings.Cut(a.Language, "-")
	switch {
	case guess == "en":
		return ""
	case guess != "":
		return guess
	case stated != "" && stated != "en":
		return a.Language
	case english < hardlyEnglish/2:
		if info := whatlanggo.Detect(text); info.Lang != whatlanggo.Eng && info.Confidence > 0.9 {
			return info.Lang.Iso6391()
		}
	}
	return ""
}

// commonShare returns the share of the commonest English words among the words of a text that are written small,
// and how many those are: names are the same in many languages.
func commonShare(text string) (share float64, words int) {
	common := 0
	between := func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }
	for w := range strings.FieldsFuncSeq(text, between) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
			continue
		}
		words++
		if lexicon().common[w] {
			common++
		}
	}
	return float64(common) / float64(max(1, words)), words
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// foreignScript reports whether most letters of a text are not Latin.
func foreignScript(text string) bool {
	latin := 0
	for _, r := range text {
		if unicode.Is(unicode.Latin, r) {
			latin++
		}
	}
	return 2*latin < letters(text)
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
