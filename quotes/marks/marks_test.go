package marks

import (
	"strings"
	"testing"

	"demarche/quotes/text"
)

// dump writes the stretches of a text, divided by " | ", nested ones with a leading ">".
func dump(s string) string {
	d := text.Parse(s)
	var out []string
	for _, m := range Scan(d) {
		w := strings.Repeat(">", m.Depth) + s[d.Tokens[m.First].Start:d.Tokens[m.Last-1].End]
		if m.Continued {
			w += "+"
		}
		out = append(out, strings.ReplaceAll(w, "\n", "¶"))
	}
	return strings.Join(out, " | ")
}

func TestScan(t *testing.T) {
	for _, c := range [][2]string{
		{`“Yes,” she said, “we do.”`, `“Yes,” | “we do.”`},
		{`"Yes," she said, "we do."`, `"Yes," | "we do."`},
		{"``Yes,'' she said.", "``Yes,''"},
		{`«Oui», dit-elle.`, `«Oui»`},
		{`»Ja«, sagte sie.`, `»Ja«`},
		{`„Ja“, sagte sie. „Nein“, sagte er.`, `„Ja“ | „Nein“`},
		{`”Ja”, sa hon.`, `”Ja”`},
		{`‘Yes,’ she said, ‘it’s the workers’ plan.’`, `‘Yes,’ | ‘it’s the workers’ plan.’`},
		{`'Yes,' she said. Don't go.`, `'Yes,'`},
		{`“He said ‘never again’ to me,” she said.`, `“He said ‘never again’ to me,” | >‘never again’`},
		{`“One.` + "\n" + `“Two.”`, `“One.+ | “Two.”`},
		{`“One.` + "\n" + `Two,” he said.`, `“One. | Two,”`},
		{`It was “useful. He left.` + "\n" + `“We agree,” he said.`, `It was “useful.`[7:] + ` | “We agree,”`},
		{`"The town said “no” to it. Nobody asked.` + "\n" + `"It then said “yes.”`, `“no” | “yes.”`},
		{`"The town said no to it.` + "\n" + `“We did,” she said.`, `“We did,”`},
		{`"The town said no to it.` + "\n" + `"It then said yes."`, `"The town said no to it.+ | "It then said yes."`},
		{`The board is 6'2" long and 3" wide.`, ``},
		{`He left” and went.`, ``},
		{`The workers’ plan and the 90’s.`, ``},
		{`(“Yes”)—“No”`, `“Yes” | “No”`},
		{`“`, ``},
		{``, ``},
	} {
		if got := dump(c[0]); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"“a”b“c", "\"\"'\"", "‘’‘’", "''``", "»«„“”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Parse(s)
		last := Mark{First: -1}
		for _, m := range Scan(d) {
			if m.First < last.First || m.Last <= m.First || m.Last > len(d.Tokens) || m.Depth < 0 {
				t.Fatalf("%+v after %+v of %d tokens", m, last, len(d.Tokens))
			}
			last = m
		}
	})
}
