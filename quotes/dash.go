package quotes

import (
	"unicode"
	"unicode/utf8"

	"demarche/quotes/marks"
	"demarche/quotes/text"
)

// maxSigned is the greatest length, in tokens, of the name that signs a quote after a dash.
const maxSigned = 14

// signed finds words in marks that a dash and a name sign, as under a motto: a paragraph that is nothing but marks, a
// dash and a name, or a paragraph in marks with the dash and the name in the next one.
func signed(d *text.Doc, ms []marks.Mark) []Quote {
	var out []Quote
	k := 0
	for i, p := range d.Paragraphs {
		first, last := d.Sentences[p.First].First, d.Sentences[p.Last-1].Last
		for k < len(ms) && ms[k].First < first {
			k++
		}
		if k == len(ms) {
			break
		}
		m := ms[k]
		if m.First != first || m.Last > last || m.Last-m.First < 4 {
			continue
		}
		if q, ok := signedBehind(d, m, i, last); ok {
			out = append(out, q)
		}
	}
	return out
}

// signedBehind reads the dash and the name after the marks m in paragraph i, whose tokens end at last, or in the
// next one.
func signedBehind(d *text.Doc, m marks.Mark, i, last int) (Quote, bool) {
	dash := m.Last
	if dash == last && i+1 < len(d.Paragraphs) {
		next := d.Paragraphs[i+1]
		last = d.Sentences[next.Last-1].Last
	}
	if dash+1 >= last || last-dash > maxSigned || !isDash(d.Word(dash)) || !isSignature(d, dash+1, last) {
		return Quote{}, false
	}
	end := last
	for end > dash+2 && d.Word(end-1) == "." {
		end--
	}
	return Quote{
		Form: Direct, Act: Speech, By: "rule:dash", P: 0.9,
		Content: []text.Span{{Start: d.Tokens[m.First].Start, End: d.Tokens[m.Last-1].End}},
		Cue:     []text.Span{d.Tokens[dash].Span},
		Source:  []text.Span{{Start: d.Tokens[dash+1].Start, End: d.Tokens[end-1].End}},
	}, true
}

// isDash reports a dash, however it is written.
func isDash(w string) bool {
	switch w {
	case "―", "—", "–", "--", "-":
		return true
	}
	return false
}

// isSignature reports whether the tokens [first, last) are a name: they begin with a capital and hold no verb in a
// finite form, no marks and no second sentence.
func isSignature(d *text.Doc, first, last int) bool {
	if r, _ := utf8.DecodeRuneInString(d.Word(first)); !unicode.IsUpper(r) {
		return false
	}
	for i := first; i < last; i++ {
		switch d.Tokens[i].Tag {
		case "VBD", "VBZ", "VBP", "MD", "PRP", "``", "''":
			return false
		case ".":
			if i+1 < last {
				return false
			}
		}
	}
	return true
}
