package quotes

import (
	"slices"
	"sort"
	"strings"

	"demarche/quotes/text"
)

// apart ends the words of a paraphrase where a clause opens in which somebody else is said to speak: "Lind told Moss
// that the quay was closed | ; Moss replied that it was open".
func apart(d *text.Doc, qs []Quote) {
	var said []*Quote // the others, by where their clauses open
	for i := range qs {
		if len(qs[i].Source) > 0 && len(qs[i].Cue) > 0 {
			said = append(said, &qs[i])
		}
	}
	slices.SortStableFunc(said, func(a, b *Quote) int { return opens(a) - opens(b) })
	for i := range qs {
		q := &qs[i]
		paraphrase := q.Form == Indirect || q.Form == Mixed
		if !paraphrase || len(q.Content) != 1 || len(q.Cue) == 0 || q.Cue[0].Start > q.Content[0].Start {
			continue
		}
		k := sort.Search(len(said), func(k int) bool { return opens(said[k]) > q.Content[0].Start })
		for ; k < len(said) && opens(said[k]) < q.Content[0].End; k++ {
			if at := clauseOf(d, q, said[k]); at > 0 {
				q.Content[0].End = at
				break
			}
		}
	}
}

// opens is where the clause that attributes a quote opens, in bytes.
func opens(q *Quote) int { return min(q.Source[0].Start, q.Cue[0].Start) }

// clauseOf returns the byte after the last word before the semicolon after which the clause opens, inside the content
// of q, that attributes another quote; 0 for none.
func clauseOf(d *text.Doc, q, other *Quote) int {
	c := q.Content[0]
	before := d.Text[c.Start:opens(other)]
	mark := strings.LastIndexByte(before, ';')
	if mark < 1 || !closed(before[:mark]) {
		return 0
	}
	if slices.ContainsFunc(other.Content, func(p text.Span) bool { return p.Start < c.Start+mark }) {
		return 0
	}
	return c.Start + len(strings.TrimRight(before[:mark], " "))
}

// closed reports whether every mark of quotation that s opens is closed in it.
func closed(s string) bool {
	return strings.Count(s, "“") == strings.Count(s, "”") && strings.Count(s, `"`)%2 == 0
}
