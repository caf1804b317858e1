package record

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ReportID is the id of the n-th report, from 1, of an article that has the same words: "r" and sixteen hexadecimal
// digits. It is made of the article's key, the words in lower case without marks, and n: never of a place in the
// text, so that whatever is put before, between or after leaves it as it is.
func ReportID(key, words string, n int) string {
	h := sha256.New()
	h.Write([]byte(key + "\x00" + foldedWords(words) + "\x00" + strconv.Itoa(n)))
	return "r" + hex.EncodeToString(h.Sum(nil)[:8])
}

// EventID is the id that an event has from a report of it, and StatementID that of a statement: the digits of the
// report's id after another letter. So every id that was ever given leads back to a report.
func EventID(report string) string { return kin("e", report) }

// StatementID is the id that a statement has from a report of it. See [EventID].
func StatementID(report string) string { return kin("s", report) }

// ReportOf is the id of the report from which an event or statement has its id.
func ReportOf(id string) string { return kin("r", id) }

func kin(letter, id string) string {
	if id == "" {
		return letter
	}
	return letter + id[1:]
}

// foldedWords are the words of a text in lower case and Unicode's canonical composition, with one space between two;
// the text itself where it has none.
func foldedWords(t string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFC.String(t)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	if len(words) == 0 {
		return t
	}
	return strings.Join(words, " ")
}

// Number gives the reports of one article, in the order of their words in it, their ids.
func Number(reports []*Report) {
	seen := map[string]int{}
	for _, r := range reports {
		words := foldedWords(r.Text)
		seen[words]++
		r.ID = ReportID(r.ArticleKey, words, seen[words])
	}
}

// SameWords reports whether two texts have the same words in the sense of [ReportID].
func SameWords(a, b string) bool { return foldedWords(a) == foldedWords(b) }
