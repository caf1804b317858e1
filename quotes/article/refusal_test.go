package article_test

import (
	"errors"
	"strings"
	"testing"

	"demarche/quotes/article"
)

// kindOf reads a page or text as "add" does and returns by which kind it is refused, "" where it is an article.
func kindOf(t *testing.T, content string) string {
	t.Helper()
	a, err := article.Read(t.Context(), article.Source{Name: "in", Bytes: []byte(content)})
	if err == nil {
		err = a.Check()
	}
	var r *article.Refusal
	if err != nil && !errors.As(err, &r) {
		t.Fatalf("%.80q: %v", content, err)
	}
	if r == nil {
		return ""
	}
	return r.Kind
}

func TestWhatIsNoArticleIsRefusedByKind(t *testing.T) {
	paragraphs := "<p>" + strings.ReplaceAll(body, "\n", "</p><p>") + "</p>"
	for content, want := range map[string]string{
		"<title>404 | Herald</title><p>The story you requested is not here any more.</p>":                                                                      "missing",
		"<title>Herald</title><h1>Oops</h1><p>We can’t find the page. It may have been moved or deleted.</p>":                                                  "missing",
		"Sorry, the page you requested could not be found.":                                                                                                    "missing",
		"<title>Before you continue</title><p>Herald and its partners use data to show you what you like, if you agree.</p>":                                   "consent",
		"<p>This website uses cookies to improve the service. Choose your cookie settings below.</p><p>See our cookie policy for the list of all of them.</p>": "consent",
		"<title>Access denied</title><p>You have no leave to see this page on this server.</p>":                                                                "robots",
		"<article><p>The envoys met on Monday in the capital.</p><div class=paywall>To continue reading this, subscribe.</div></article>":                      "paywall",
		`<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script><article>` + paragraphs + `</article>`:                 "paywall",
		"{\"a\": 1}\n{\"a\": 2}":                                        "container",
		"[\n {\"title\": \"A\"}]":                                       "container",
		"<feed><entry></entry></feed>":                                  "container",
		"url,title\nhttps://a.example/1,One\nhttps://a.example/2,Two\n": "container",
		"      1 of 12 DOCUMENTS\n\nHerald\n\nThe envoys met.":          "container",
		"Les ministres des deux pays se sont rencontrés mardi dans la capitale pour parler de la frontière et du commerce entre les deux voisins.": "language",
		"外务省发言人星期二在记者会上说，两国将继续就边境问题进行谈判。":                                                                                                          "language",
		strings.Repeat("Ð¼Ð¸Ð½Ð¸ÑÑÑ ÑÐºÐ°Ð·Ð°Ð» Ð²Ð¾ Ð²ÑÐ¾ÑÐ½Ð¸Ðº. ", 9):                                                                           "mojibake",

		// articles that hold the same words
		body: "",
		"<title>Page not found: how a ministry lost its archive</title>" + paragraphs:                                                                  "",
		"<title>Access denied: reporters kept out of the summit</title>" + paragraphs:                                                                  "",
		"The minister said that a page of the treaty does not exist. “We have looked for it,” he told reporters.\n" + body:                             "",
		"We and our partners have said from the start that no state should accept all demands of its neighbours without a word.\n" + body:              "",
		"<html lang=de><p>" + body + "</p></html>":                                                                                                     "",
		"Kim Jong Un, Kim Yong Nam, Choe Yong Rim, Ri Yong Ho, Kim Yong Chun, Jon Pyong Ho, Kim Kuk Thae, Kim Ki Nam":                                  "",
		"The café’s owner, Señor Muñoz, said “très bien” to the ministers of Côte d’Ivoire and São Tomé when they came in on Monday evening.\n" + body: "",
		"<title>Ministers meet</title><article>" + paragraphs + "</article><p>Already a subscriber? Log in</p>" + strings.Repeat(paragraphs, 4):        "",
	} {
		if got := kindOf(t, content); got != want {
			t.Errorf("%.100q: %q, want %q", content, got, want)
		}
	}
}

// TestLyingCharset serves UTF-8 under other names: valid UTF-8 proves itself.
func TestLyingCharset(t *testing.T) {
	const page = "<html><head><meta charset=windows-1251></head><body><p>“We shall meet again,” the minister said in the café — and left for the capital.</p></body></html>"
	for _, media := range []string{"text/html; charset=windows-1251", "text/html; charset=iso-8859-1", "text/html; charset=gb2312", ""} {
		a, err := article.Read(t.Context(), article.Source{Name: "in", Bytes: []byte(page), MediaType: media})
		if err != nil || !strings.Contains(a.Text, "“We shall meet again,” the minister said in the café —") {
			t.Errorf("%s: %v, %+v", media, err, a)
		}
	}
}

// TestURLsKeepNoPassword reads addresses with a user name in them.
func TestURLsKeepNoPassword(t *testing.T) {
	a, err := article.Read(t.Context(), article.Source{Name: "in", Bytes: []byte("URL: https://me:secret@news.example/a\n\n" + body)})
	if err != nil || strings.Contains(a.URL, "secret") || !strings.HasSuffix(a.URL, "news.example/a") {
		t.Errorf("%v, URL %q", err, a.URL)
	}
}
