package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// alphabet is a charset of one byte a letter that a page may be in without saying so, and the letters that are the
// commonest in the languages written in it: they make up more than half of any text.
type alphabet struct{ charset, common string }

const (
	minRuns   = 0.7  // share of the bytes above ASCII that stand in runs of three or more, where words are written in them
	minCommon = 0.45 // share of the commonest letters
	maxProbe  = 1 << 16
)

// byLetters finds the charset of a text that is neither UTF-8 nor declared, where whole words of it are bytes above
// ASCII: the one that makes of them the commonest letters of its language, small ones after the first of a word. nil
// where none does.
func byLetters(b []byte) (encoding.Encoding, string) {
	b = b[:min(len(b), maxProbe)]
	if runs(b) < minRuns {
		return nil, ""
	}
	var best encoding.Encoding
	name, most := "", minCommon
	for _, a := range alphabets() {
		e, n := charset.Lookup(a.charset)
		text, err := e.NewDecoder().Bytes(b)
		if err != nil {
			continue
		}
		if score := a.score(string(text)); score > most {
			best, name, most = e, n, score
		}
	}
	return best, name
}

// alphabets are those in which words are written without letters of ASCII. The shares of letters in texts are those of
// the usual tables of letter frequencies.
func alphabets() []alphabet {
	return []alphabet{
		{"windows-1251", "оеаинтсрвлкіу"},
		{"koi8-r", "оеаинтсрвлкіу"},
		{"iso-8859-5", "оеаинтсрвлкіу"},
		{"ibm866", "оеаинтсрвлкіу"},
		{"windows-1253", "αοιετσνηυρπκό"},
		{"windows-1255", "יוהלאתמרבשנ"},
		{"windows-1256", "اليمنوترتبةع"},
	}
}

// runs returns the share of the bytes above ASCII that stand in runs of three or more.
func runs(b []byte) float64 {
	all, inRuns, run := 0, 0, 0
	for i := 0; i <= len(b); i++ {
		if i < len(b) && b[i] >= 0x80 {
			all++
			run++
			continue
		}
		if run >= 3 {
			inRuns += run
		}
		run = 0
	}
	return float64(inRuns) / float64(max(1, all))
}

// score returns the share of the commonest small letters among the characters of a text above ASCII; a capital after a
// small letter counts against it.
func (a alphabet) score(text string) float64 {
	all, good := 0, 0
	last := ' '
	for _, r := range text {
		switch {
		case r < 0x80:
		case unicode.IsUpper(r) && unicode.IsLower(last):
			all++
			good--
		default:
			all++
			if strings.ContainsRune(a.common, r) {
				good++
			}
		}
		last = r
	}
	return float64(good) / float64(max(1, all))
}
