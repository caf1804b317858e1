package edits

import (
	"encoding/json"
	"strings"

	"demarche/quotes/text"
)

// errWaits is the error of an edit whose words are not in the article: it waits for them.
const errWaits fault = "the words are not in the article"

// fault is an error that says the same wherever it occurs, a constant.
type fault string

func (f fault) Error() string { return string(f) }

// between stands between the pieces of words that something interrupts.
const between = " … "

// setWords gives a report other words of its article: those that stand nearest to the ones it has.
func setWords(r *laying, v string) error {
	var words string
	if err := json.Unmarshal([]byte(v), &words); err != nil {
		return err
	}
	spans := Locate(r.body, words, r.Content[0].Start)
	if spans == nil {
		return errWaits
	}
	r.Content, r.Text = spans, words
	r.Around.Start = min(r.Around.Start, spans[0].Start)
	r.Around.End = max(r.Around.End, spans[len(spans)-1].End)
	return nil
}

// Locate finds words in a text: as they are, else piece by piece in their order, where " … " stands between two. Of
// several places it is the one nearest to the byte near, of two that are as near the first. It is nil where there is
// none.
func Locate(body, words string, near int) []text.Span {
	if words == "" {
		return nil
	}
	if spans := placed(body, []string{words}, near); spans != nil {
		return spans
	}
	return placed(body, strings.Split(words, between), near)
}

// placed finds pieces one after the other, the first of them nearest to a byte.
func placed(body string, pieces []string, near int) []text.Span {
	var best []text.Span
	for at := 0; ; at++ {
		i := strings.Index(body[at:], pieces[0])
		if i < 0 || pieces[0] == "" {
			return best
		}
		at += i
		spans := behind(body, pieces, at)
		if spans == nil {
			return best // what is not behind this place is not behind a later one
		}
		if best == nil || far(at, near) < far(best[0].Start, near) {
			best = spans
		}
	}
}

// behind are the spans of pieces, the first of which begins at a byte.
func behind(body string, pieces []string, at int) []text.Span {
	spans := []text.Span{{Start: at, End: at + len(pieces[0])}}
	for _, p := range pieces[1:] {
		end := spans[len(spans)-1].End
		i := strings.Index(body[end:], p)
		if i < 0 || p == "" {
			return nil
		}
		spans = append(spans, text.Span{Start: end + i, End: end + i + len(p)})
	}
	return spans
}

// far is how many bytes lie between two places.
func far(a, b int) int { return max(a-b, b-a) }
