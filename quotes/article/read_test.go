package article_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"

	"demarche/quotes/article"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// dump writes what a test expects of an article.
func dump(a *article.Article) string {
	return fmt.Sprintf("title: %s\nbyline: %s\noutlet: %s\npublished: %s (%s)\nlanguage: %s\nurl: %s\n\n%s\n",
		a.Title, a.Byline, a.Outlet, a.Published, a.PublishedHow, a.Language, a.URL, a.Text)
}

// TestRead reads every testdata/read/*.txtar: the file "in" must give what the file "want" says.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/read/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil || len(ar.Files) != 2 {
				t.Fatalf("%d files, error %v; want in and want", len(ar.Files), err)
			}
			a, err := article.Read(t.Context(), article.Source{Name: file, Bytes: ar.Files[0].Data})
			if err != nil {
				t.Fatal(err)
			}
			got := dump(a)
			if *update {
				ar.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
			again, err := article.Read(t.Context(), article.Source{Name: file, Bytes: ar.Files[0].Data})
			if err != nil || dump(again) != got {
				t.Errorf("read again: %v", err)
			}
		})
	}
}

func TestReadFindsTheCharset(t *testing.T) {
	russian := "<html><head><title>Новости</title></head><body><h1>Встреча министров</h1><p>Министры двух стран встретились во вторник в столице и обсудили границу и торговлю между ними.</p><p>«Мы договорились встретиться снова», сказал министр после переговоров и поблагодарил гостя.</p></body></html>"
	korean0 := "<html><body><h1>장관 회담</h1><p>두 나라의 장관들이 화요일 수도에서 만나 국경과 무역에 대하여 세 시간 동안 이야기하였다고 정부가 밝혔다.</p><p>장관은 회담이 끝난 뒤 겨울이 오기 전에 다시 만나기로 합의하였다고 말하였다.</p></body></html>"
	cp1251, err := charmap.Windows1251.NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	euckr, err := korean.EUCKR.NewEncoder().String(korean0)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	tagged := strings.Replace(cp1251, "<head>", `<head><meta charset="windows-1251">`, 1)
	for name, c := range map[string]struct{ in, media, want string }{
		"untagged cp1251": {cp1251, "", "договорились"},
		"tagged cp1251":   {tagged, "", "договорились"},
		"served cp1251":   {cp1251, "text/html; charset=windows-1251", "договорились"},
		"untagged EUC-KR": {euckr, "", "합의하였다고"},
		"UTF-16":          {wide, "", "договорились"},
		"UTF-8 with mark": {"\xef\xbb\xbf" + russian, "", "договорились"},
		"wrongly served":  {russian, "text/html; charset=utf-8", "договорились"},
		"Latin text":      {"Le pr\xe9sident a d\xe9clar\xe9 mardi que la r\xe9union avait \xe9t\xe9 tr\xe8s utile pour les deux pays voisins.", "", "déclaré"},
	} {
		a, err := article.Read(t.Context(), article.Source{Name: "in", Bytes: []byte(c.in), MediaType: c.media})
		if err != nil || !strings.Contains(a.Text, c.want) {
			t.Errorf("%s: error %v, article %+v", name, err, a)
		}
	}
}

func TestKeyIsIDThenURLThenDigest(t *testing.T) {
	a, err := article.Read(t.Context(), article.Source{Name: "in", Bytes: []byte(body)})
	if err != nil {
		t.Fatal(err)
	}
	if want := "sha256:" + a.SHA256; a.Key() != want || len(a.SHA256) != 64 {
		t.Errorf("key %q, want %q", a.Key(), want)
	}
	if a.URL = "https://example.org/a"; a.Key() != a.URL {
		t.Errorf("key %q, want the URL", a.Key())
	}
	if a.ID = "one"; a.Key() != "one" {
		t.Errorf("key %q, want the id", a.Key())
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/read/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil {
			f.Add(ar.Files[0].Data)
		}
	}
	f.Add(packedWith(f, body))
	f.Add([]byte("By A B - 1/2/2020\n\nx"))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := article.Read(t.Context(), article.Source{Name: "in", Bytes: b})
		if err != nil {
			if !strings.HasPrefix(err.Error(), "in: ") {
				t.Errorf("error %v does not name its source", err)
			}
			return
		}
		if strings.TrimSpace(a.Text) == "" || strings.ContainsRune(a.Text, 0) || strings.ToValidUTF8(a.Text, "") != a.Text {
			t.Errorf("text %q", a.Text)
		}
		if strings.ContainsAny(a.Title+a.Byline+a.Outlet, "\n\r\t\x00") {
			t.Errorf("title %q, byline %q, outlet %q", a.Title, a.Byline, a.Outlet)
		}
		if len(a.Published) > 10 {
			t.Errorf("published %q", a.Published)
		}
	})
}

func FuzzLines(f *testing.F) {
	f.Add([]byte(threeLines))
	f.Add(packedWith(f, threeLines))
	f.Add([]byte("\x28\xb5\x2f\xfd\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, g := range drain(t, strings.NewReader(string(b))) {
			if strings.HasPrefix(g, "fatal: ") && !strings.HasPrefix(g, "fatal: in.jsonl: ") {
				t.Errorf("%q does not name its stream", g)
			}
		}
	})
}

// BenchmarkRead reads a page of a usual kind.
func BenchmarkRead(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/read/jsonld-page.txtar")
	if err != nil {
		b.Fatal(err)
	}
	page := ar.Files[0].Data
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := article.Read(b.Context(), article.Source{Name: "in", Bytes: page}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLines reads JSON Lines.
func BenchmarkLines(b *testing.B) {
	line := fmt.Sprintf("{\"id\":\"x\",\"published\":\"2020-01-02\",\"text\":%q}\n", strings.Repeat(body+"\n", 10))
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	lines := article.Lines(b.Context(), endless{line}, "in")
	for b.Loop() {
		if _, err := lines.Next(); err != nil {
			b.Fatal(err)
		}
	}
}
