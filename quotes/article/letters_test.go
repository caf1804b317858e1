package article_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html/charset"

	"demarche/quotes/article"
)

// TestReadTellsAlphabetsByTheirLetters reads short texts in charsets that they do not name.
func TestReadTellsAlphabetsByTheirLetters(t *testing.T) {
	for name, words := range map[string]string{
		"windows-1251": "Министр сказал: «Мы готовы к переговорам».",
		"koi8-r":       "Министр сказал журналистам, что стороны готовы к переговорам.",
		"iso-8859-5":   "Министр сказал журналистам, что стороны готовы к переговорам.",
		"windows-1253": "Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την Τρίτη στην Αθήνα.",
		"windows-1252": "Le président a déclaré que la réunion avait été utile aux deux pays.",
		"shift_jis":    "大臣は火曜日に会談を続けると述べ、両国は国境と貿易について三時間話し合ったと発表した。",
		"gb18030":      "外交部发言人星期二表示，双方将继续就边界和贸易问题举行会谈，并将在冬季之前再次会面。",
		"big5":         "外交部發言人星期二表示，雙方將繼續就邊界和貿易問題舉行會談，並將在冬季之前再次會面。",
	} {
		page := "<html><head><title>A</title></head><body><article><h1>A</h1><p>" + words +
			" Lavrov told Blinken that the talks were near and that he waited for an answer.</p></article></body></html>"
		e, _ := charset.Lookup(name)
		in, err := e.NewEncoder().String(page)
		if err != nil {
			t.Fatal(err)
		}
		a, err := article.Read(t.Context(), article.Source{Name: "in", Bytes: []byte(in)})
		if err != nil || !strings.Contains(a.Text, words) {
			t.Errorf("%s: error %v, article %+v", name, err, a)
		}
	}
}
