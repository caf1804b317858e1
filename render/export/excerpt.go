package export

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxExcerpt is the longest text of an article, in code points, of which excerpts are taken: longer ones are not read.
const maxExcerpt = 1 << 20

// excerpt is what is known of an article's text: words at their places, in code points.
type excerpt struct{ text []rune }

// lay writes words to their place. The error says that they don't fit, or that other words stand there.
func (x *excerpt) lay(at [2]int, words string) error {
	if at[0] < 0 || at[1] > maxExcerpt || at[1]-at[0] != utf8.RuneCountInString(words) {
		return fmt.Errorf("%d characters don't fit the place %d to %d; an export with --max-words can't be imported",
			utf8.RuneCountInString(words), at[0], at[1])
	}
	for len(x.text) < at[1] {
		x.text = append(x.text, 0)
	}
	i := at[0]
	for _, c := range words {
		if x.text[i] != 0 && x.text[i] != c {
			return fmt.Errorf("at character %d of the article stand two different words", i)
		}
		x.text[i] = c
		i++
	}
	return nil
}

// String is the text, with spaces where it is not known.
func (x *excerpt) String() string {
	return strings.Map(func(c rune) rune {
		if c == 0 {
			return ' '
		}
		return c
	}, string(x.text))
}

// between stands between the pieces of words that are not of one piece.
const between = " … "

// pieces cuts words that stand at several places.
func pieces(words string, places [][2]int) ([]string, error) {
	all := []rune(words)
	gap := utf8.RuneCountInString(between)
	var out []string
	for i, p := range places {
		if i > 0 {
			if len(all) < gap || string(all[:gap]) != between {
				return nil, fmt.Errorf("the words don't have the %d pieces that their places have", len(places))
			}
			all = all[gap:]
		}
		n := p[1] - p[0]
		if n < 0 || n > len(all) {
			return nil, fmt.Errorf(
				"the words are shorter than their places; an export with --max-words can't be imported",
			)
		}
		out, all = append(out, string(all[:n])), all[n:]
	}
	if len(all) > 0 || len(places) == 0 {
		return nil, fmt.Errorf("the words are longer than their places")
	}
	return out, nil
}
