package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// evalParty is a speaker, addressee or medium of the gold or as printed.
type evalParty struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	State   string   `json:"state"`
}

// evalStatement is a record of the gold of statements or as printed.
type evalStatement struct {
	Form       string      `json:"form"`
	Content    [][2]int    `json:"content"`
	Speakers   []evalParty `json:"speakers"`
	Addressees []evalParty `json:"addressees"`
	Medium     *evalParty  `json:"medium"`
	Channel    string      `json:"channel"`
	Date       struct {
		EDTF *string `json:"edtf"`
	} `json:"date"`
	Occasion *evalParty `json:"occasion"`
	Tone     string     `json:"tone"`
}

type statementGold struct {
	ID     string          `json:"id"`
	Text   string          `json:"text"`
	Quotes []evalStatement `json:"quotes"`
}

// field is a part of a record that is right or wrong.
type field struct {
	name string
	same func(g, p *evalStatement) bool
}

// statementFields are the rows of the table.
func statementFields() []field {
	speakers := func(g, p *evalStatement) bool { return sameParties(g.Speakers, p.Speakers, false) }
	states := func(g, p *evalStatement) bool { return slices.Equal(statesOf(g.Speakers), statesOf(p.Speakers)) }
	addressees := func(g, p *evalStatement) bool { return sameParties(g.Addressees, p.Addressees, true) }
	date := func(g, p *evalStatement) bool {
		return g.Date.EDTF == nil && p.Date.EDTF == nil || g.Date.EDTF != nil && p.Date.EDTF != nil && *g.Date.EDTF == *p.Date.EDTF
	}
	return []field{
		{"found", func(g, p *evalStatement) bool { return true }},
		{"speakers", speakers},
		{"states", states},
		{"addressees", addressees},
		{"dyad", func(g, p *evalStatement) bool {
			return states(g, p) && slices.Equal(statesOf(g.Addressees), statesOf(p.Addressees))
		}},
		{"medium", func(g, p *evalStatement) bool { return sameParty(g.Medium, p.Medium) }},
		{"channel", func(g, p *evalStatement) bool { return g.Channel == p.Channel }},
		{"date", date},
		{"occasion", func(g, p *evalStatement) bool { return sameOccasion(g.Occasion, p.Occasion) }},
		{"tone", func(g, p *evalStatement) bool { return g.Tone == p.Tone }},
		{"form", func(g, p *evalStatement) bool { return g.Form == p.Form }},
		{"tuple", func(g, p *evalStatement) bool { return speakers(g, p) && addressees(g, p) && date(g, p) }},
	}
}

// plainName is a name without case, accents, punctuation, articles and "government of".
func plainName(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case isAlnum(r) || r == '_':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	var out []string
	for i := 0; i < len(words); i++ {
		if words[i] == "the" {
			continue
		}
		if words[i] == "government" && i+1 < len(words) && words[i+1] == "of" {
			i++
			continue
		}
		out = append(out, words[i])
	}
	return strings.Join(out, " ")
}

func (p *evalParty) names() []string {
	var out []string
	for _, n := range append([]string{p.Name}, p.Aliases...) {
		if n != "" {
			out = append(out, plainName(n))
		}
	}
	return out
}

func sameParty(g, p *evalParty) bool {
	if g == nil || p == nil {
		return g == nil && p == nil
	}
	return slices.Contains(g.names(), plainName(p.Name))
}

// sameParties reports whether two lists name the same; with orState an equal state serves in place of the name.
func sameParties(g, p []evalParty, orState bool) bool {
	if len(g) != len(p) {
		return false
	}
	left := slices.Clone(p)
	for i := range g {
		k := slices.IndexFunc(left, func(x evalParty) bool { return sameParty(&g[i], &x) })
		if k < 0 && orState && g[i].State != "" {
			k = slices.IndexFunc(left, func(x evalParty) bool { return g[i].State == x.State })
		}
		if k < 0 {
			return false
		}
		left = slices.Delete(left, k, k+1)
	}
	return true
}

func statesOf(list []evalParty) []string {
	var out []string
	for i := range list {
		out = append(out, list[i].State)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameOccasion reports names that share half of the words of the shorter one.
func sameOccasion(g, p *evalParty) bool {
	if g == nil || p == nil {
		return g == nil && p == nil
	}
	words := func(s string) []string {
		w := strings.Fields(s)
		slices.Sort(w)
		return slices.Compact(w)
	}
	mine := words(plainName(p.Name))
	for _, n := range g.names() {
		n, both := words(n), 0
		for _, w := range n {
			if slices.Contains(mine, w) {
				both++
			}
		}
		if both > 0 && 2*both >= min(len(mine), len(n)) {
			return true
		}
	}
	return false
}

// diplomatic scores statements with who, to whom, how and when.
func (e *evaluation) diplomatic(w io.Writer) error {
	gold, err := readGold[statementGold](e.ctx, e.gold)
	if err != nil {
		return err
	}
	x, err := e.extraction(false)
	if err != nil {
		return err
	}
	var pairs [][2]*evalStatement
	var missed, spurious []*evalStatement
	for _, g := range gold {
		var out struct{ Quotes []evalStatement }
		if err := x.into(g.article, &out); err != nil {
			return err
		}
		p, m, s := pairStatements(g.gold.Text, g.gold.Quotes, out.Quotes)
		pairs, missed, spurious = append(pairs, p...), append(missed, m...), append(spurious, s...)
	}
	for _, group := range []struct {
		name  string
		forms []string
	}{
		{"all", []string{"direct", "mixed", "indirect", "unmarked"}},
		{"direct+mixed", []string{"direct", "mixed"}},
		{"indirect", []string{"indirect"}},
		{"unmarked", []string{"unmarked"}},
	} {
		printStatements(w, group.name, group.forms, pairs, missed, spurious)
	}
	return nil
}

// pairStatements pairs records whose contents share half of their letters, the best first.
func pairStatements(s string, gold, predicted []evalStatement) (pairs [][2]*evalStatement, missed, spurious []*evalStatement) {
	t := &evalText{runes: []rune(s)}
	var gs, ps []scoredQuote
	for i := range gold {
		gs = append(gs, scoredQuote{content: t.letters(gold[i].Content)})
	}
	for i := range predicted {
		ps = append(ps, scoredQuote{content: t.letters(predicted[i].Content)})
	}
	usedG, usedP := make([]bool, len(gs)), make([]bool, len(ps))
	for _, m := range matches(gs, ps) {
		if m.jaccard >= 0.5 {
			usedG[m.g], usedP[m.p] = true, true
			pairs = append(pairs, [2]*evalStatement{&gold[m.g], &predicted[m.p]})
		}
	}
	for i := range gold {
		if !usedG[i] {
			missed = append(missed, &gold[i])
		}
	}
	for i := range predicted {
		if !usedP[i] {
			spurious = append(spurious, &predicted[i])
		}
	}
	return pairs, missed, spurious
}

// printStatements prints a group of forms: a found record belongs to the form of the gold, a spurious one to its own.
func printStatements(w io.Writer, name string, forms []string, pairs [][2]*evalStatement, missed, spurious []*evalStatement) {
	count := func(list []*evalStatement) (n int) {
		for _, q := range list {
			if slices.Contains(forms, q.Form) {
				n++
			}
		}
		return n
	}
	var hit [][2]*evalStatement
	for _, p := range pairs {
		if slices.Contains(forms, p[0].Form) {
			hit = append(hit, p)
		}
	}
	n := ratio{0, len(hit) + count(spurious), len(hit) + count(missed)}
	fmt.Fprintf(w, "%s: gold %d predicted %d\n", name, n.annotated, n.predicted)
	for _, f := range statementFields() {
		n.right = 0
		for _, h := range hit {
			if f.same(h[0], h[1]) {
				n.right++
			}
		}
		fmt.Fprintf(w, "  %-11s %v", f.name, n)
		if f.name != "found" {
			fmt.Fprintf(w, "   field acc %5.1f", share(n.right, len(hit)))
		}
		fmt.Fprintln(w)
	}
}
