package actors

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// show writes the mentions of a text as "words:kind:meaning", joined by "; ".
func show(g *Gazetteer, text string) string {
	var out []string
	for _, m := range g.Find(text) {
		meaning := m.Candidates[0].Office
		if e := m.Candidates[0].Entry; e != nil {
			meaning = e.ID
		}
		out = append(out, text[m.Start:m.End]+":"+string(m.Kind)+":"+meaning)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ text, want string }{
		{"Kim Jong-un wrote to Vladimir V. Putin.", "Kim Jong-un:name:kim-jong-un; Vladimir V. Putin:name:vladimir-putin"},
		{"KIM JONG UN met XI JINPING", "KIM JONG UN:name:kim-jong-un; XI JINPING:name:xi-jinping"},
		{"The D.P.R.K. and the U.S. agreed.", "D.P.R.K.:name:PRK; U.S.:name:USA"},
		{"south Korean and U.S.-led forces", "south Korean:demonym:KOR; U.S.:name:USA"},
		{"They told us that it was in the US.", "US:name:USA"},
		{"LET US GO HOME", ""},
		{"a turkey in march, a japan lacquer, the china shop", ""},
		{"Zelenskiy and Zelensky", "Zelenskiy:surname:volodymyr-zelenskyy; Zelensky:surname:volodymyr-zelenskyy"},
		{"Recep Tayyip Erdoğan in Ankara", "Recep Tayyip Erdoğan:name:recep-tayyip-erdogan; Ankara:capital:TUR"},
		{"The Kremlin’s answer came on the 3rd.", "Kremlin:metonym:RUS"},
		{"Abe Shinzo and Shinzo Abe", "Abe Shinzo:name:shinzo-abe; Shinzo Abe:name:shinzo-abe"},
		{"Chad Johnson and Michael Jordan played.", ""},
		{"Ri Chun Bok said", ""},
		{"the ambassador to Chad Karla Lundmoss said", "ambassador:office:ambassador; Chad:name:TCD"},
		{"the ambassador to Chad Johnson said", "ambassador:office:ambassador"},
		{"President Bush and Secretary of State Clinton", "President:office:president; Bush:surname:george-h-w-bush; " +
			"Secretary of State:office:foreign minister; Clinton:surname:hillary-clinton"},
		{"H. Clinton, J. Clinton", "H. Clinton:surname:hillary-clinton"},
		{"the U.S. Clinton years", "U.S.:name:USA; Clinton:surname:bill-clinton"},
		{"told them on Friday Lavrov had left", "Lavrov:surname:sergey-lavrov"},
		{"Sergey Viktorovich Lavrov", "Sergey Viktorovich Lavrov:name:sergey-lavrov"},
		{"Jinping Xi met Jae-in Moon", "Jinping Xi:name:xi-jinping; Jae-in Moon:name:moon-jae-in"},
		{"Ali Reza Raisi said", ""},
		{"in the Sea of Japan, the South China Sea and the Indian Ocean", ""},
		{"Latin America and the Paris Agreement", ""},
		{"Chinese Taipei", "Chinese Taipei:name:TWN"},
		{"Mr Putin, Comrade Ned Price", "Mr:title:civil address; Putin:surname:vladimir-putin; Comrade:title:civil address; Ned Price:name:ned-price"},
		{"KCNA reported; Yonhap News Agency did not", "KCNA:name:medium/kcna; Yonhap News Agency:name:medium/yonhap"},
		{"the African Union, ASEAN and the IAEA", "African Union:name:AU; ASEAN:name:ASEAN; IAEA:name:IAEA"},
		{"President of the Republic of Korea", "President:office:president; Republic of Korea:name:KOR"},
		{"Côte d’Ivoire and Cote d'Ivoire", "Côte d’Ivoire:name:CIV; Cote d'Ivoire:name:CIV"},
		{"North\nKorea, and North\n\nKorea", "North\nKorea:name:PRK"},
		{"", ""},
	} {
		if got := show(g, c.text); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func checkMentions(t interface{ Fatalf(string, ...any) }, g *Gazetteer, text string) {
	end := 0
	for _, m := range g.Find(text) {
		if m.Start < end || m.End <= m.Start || m.End > len(text) || len(m.Candidates) == 0 {
			t.Fatalf("%q: mention %d-%d after %d with %d candidates", text, m.Start, m.End, end, len(m.Candidates))
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]) {
			t.Fatalf("%q: mention %d-%d cuts a letter", text, m.Start, m.End)
		}
		end = m.End
	}
}

// Spans lie inside the text, in order, disjoint, on whole letters, whatever the text.
func TestFindSpans(t *testing.T) {
	g := load(t)
	pieces := rapid.SampledFrom([]string{
		"Kim", "Jong", "Un", "U.S.", "the", "Korea", "North", "-", "’s", " ", "\n", ". ", "é", "\u0301", "President",
		"of", "Putin", "J.", "\xff", "조선", "D.P.R.K", "Foreign", "Minister", "St.",
	})
	rapid.Check(t, func(r *rapid.T) {
		checkMentions(
			r,
			g,
			strings.Join(
				rapid.SliceOfN(pieces, 0, 20).Draw(r, "pieces"),
				rapid.SampledFrom([]string{"", " "}).Draw(r, "gap"),
			),
		)
	})
}

func FuzzFind(f *testing.F) {
	f.Add(sample)
	f.Add("U.S.A.\xc3 Kim Jong-un's D.P.R.K. \u0301 İstanbul ſ")
	g := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkMentions(t, g, text)
		if m, ok := g.ParseOffice(text); ok && m.Class == "" {
			t.Fatalf("%q: an office without a class", text)
		}
		if again := Fold(Fold(text)); again != Fold(text) && utf8.ValidString(text) {
			t.Fatalf("%q: folds to %q, and that to %q", text, Fold(text), again)
		}
	})
}

// Lookups do not depend on case, accents, dots, hyphens, or the order of the names where both are used.
func TestNamed(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ name, at, want, state string }{
		{"Zelens'kyy", "2023-06-01", "Volodymyr Zelenskyy", "UKR"},
		{"erdogan", "2020-07-11", "Recep Tayyip Erdogan", "TUR"},
		{"KIM JONG-IL", "2005", "Kim Jong Il", "PRK"},
		{"Kim", "", "Kim Jong Un", "PRK"},
		{"Kim", "1999-01-01", "Kim Dae-jung", "KOR"},
		{"Bush", "1990-06-01", "George H. W. Bush", "USA"},
		{"George Bush", "2005-06-01", "George W. Bush", "USA"},
		{"President Bush", "2005-06-01", "George W. Bush", "USA"},
		{"Medvedev", "2010-01-01", "Dmitry Medvedev", "RUS"},
		{"Ban Ki-moon", "2005-01-01", "Ban Ki-moon", "KOR"},
		{"Ban Ki-moon", "2010-01-01", "Ban Ki-moon", "UN"},
		{"Assad", "1995", "Hafez al-Assad", "SYR"},
		{"Assad", "2011-05-17", "Bashar al-Assad", "SYR"},
		{"Moscow", "2020", "Government of Russia", "RUS"},
		{"Itar-Tass", "2020", "TASS", "RUS"},
		{"Yonhap", "2020", "Yonhap", ""},
		{"Nobody Atall", "2020", "", ""},
	} {
		var got Actor
		if all := g.Named(c.name, c.at); len(all) > 0 {
			got = all[0]
		}
		if got.Name != c.want || got.State != c.state {
			t.Errorf("%q on %q is %q of %q, want %q of %q", c.name, c.at, got.Name, got.State, c.want, c.state)
		}
	}
}
