// Package gold reads annotated statements and compares records with them, as the scorer of the annotation does: JSON Lines of documents
// with their quotes, spans in Unicode code points. In come files, out go documents and verdicts. It does not know how records are made.
package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Party is a speaker, addressee or medium.
type Party struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	State   string   `json:"state"`
}

// Record is an annotated quote.
type Record struct {
	Content    [][2]int `json:"content"` // code points
	Speakers   []Party  `json:"speakers"`
	Addressees []Party  `json:"addressees"`
	Channel    string   `json:"channel"`
	Tone       string   `json:"tone"`
	Date       struct {
		EDTF string `json:"edtf"`
	} `json:"date"`
}

// Document is an annotated article.
type Document struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Outlet    string   `json:"outlet"`
	Published string   `json:"published"`
	URL       string   `json:"url"`
	Text      string   `json:"text"`
	Quotes    []Record `json:"quotes"`
}

// Read reads the documents of a file. Errors name the file and line.
func Read(name string) ([]Document, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Document
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for n := 1; in.Scan(); n++ {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		var d Document
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		out = append(out, d)
	}
	return out, in.Err()
}

// Letters is the set of letters and digits of a text, by code point, that the spans cover.
func Letters(text []rune, spans [][2]int) map[int]bool {
	m := map[int]bool{}
	for _, s := range spans {
		for i := max(s[0], 0); i < min(s[1], len(text)); i++ {
			if unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]) {
				m[i] = true
			}
		}
	}
	return m
}

// Pair matches contents one to one, best first, where they share at least half of their letters. It returns the index of the gold record
// of each printed one, -1 for none.
func Pair(text []rune, gold, printed [][][2]int) []int {
	type match struct {
		share float64
		g, p  int
	}
	var all []match
	gs := make([]map[int]bool, len(gold))
	for i := range gold {
		gs[i] = Letters(text, gold[i])
	}
	out := make([]int, len(printed))
	for p := range printed {
		out[p] = -1
		ps := Letters(text, printed[p])
		for g := range gs {
			common := 0
			for i := range ps {
				if gs[g][i] {
					common++
				}
			}
			if share := float64(common) / float64(max(len(ps)+len(gs[g])-common, 1)); share >= 0.5 {
				all = append(all, match{share, g, p})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		switch {
		case a.share > b.share:
			return -1
		case a.share < b.share:
			return 1
		case a.g != b.g:
			return a.g - b.g
		}
		return a.p - b.p
	})
	taken := map[int]bool{}
	for _, m := range all {
		if !taken[m.g] && out[m.p] < 0 {
			taken[m.g], out[m.p] = true, m.g
		}
	}
	return out
}

// Plain is a name without case, accents, punctuation, articles and "government of".
func Plain(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	var out []string
	for i := 0; i < len(words); i++ {
		switch {
		case words[i] == "the":
		case words[i] == "government" && i+1 < len(words) && words[i+1] == "of":
			i++
		default:
			out = append(out, words[i])
		}
	}
	return strings.Join(out, " ")
}

// Same reports whether two lists name the same parties; with orState an equal state serves in place of the name.
func Same(gold, printed []Party, orState bool) bool {
	if len(gold) != len(printed) {
		return false
	}
	left := slices.Clone(printed)
	for i := range gold {
		g := &gold[i]
		k := slices.IndexFunc(left, func(p Party) bool { return g.is(p.Name) })
		if k < 0 && orState && g.State != "" {
			k = slices.IndexFunc(left, func(p Party) bool { return p.State == g.State })
		}
		if k < 0 {
			return false
		}
		left = slices.Delete(left, k, k+1)
	}
	return true
}

// is reports whether the name is one of the party's names.
func (g *Party) is(name string) bool {
	n := Plain(name)
	return n == Plain(g.Name) || slices.ContainsFunc(g.Aliases, func(a string) bool { return Plain(a) == n })
}
