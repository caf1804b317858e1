package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/quotes"
	"demarche/timeline"
)

// Pulled is a quote for the first screen.
type Pulled struct {
	Event     string      `json:"event"`
	Statement int         `json:"statement"` // its place in the event
	Form      quotes.Form `json:"form"`
	Words     string      `json:"words"` // without the marks around them
	Cut       bool        `json:"cut"`   // the words are the first of a longer text
}

// A pulled quote has at best between fewWords and manyWords characters, and is cut after mostWords.
const (
	fewWords  = 45
	manyWords = 190
	mostWords = 230
)

// pull chooses a quote of each side: who speaks and when is known, the words are the speaker's own and addressed to
// the other, and long enough to say something.
func (r *Report) pull() []Pulled {
	out := []Pulled{}
	p, english := loadPhrases(), map[string]bool{}
	for _, s := range r.Sources {
		english[s.Key] = s.Language == "" || strings.HasPrefix(s.Language, "en")
	}
	for _, d := range []timeline.Direction{timeline.AToB, timeline.BToA} {
		best, found := -1.0, Pulled{}
		for i := range r.Events {
			e := &r.Events[i]
			if e.Direction != d || len(e.Speakers) == 0 || e.Date.EDTF == "" {
				continue
			}
			for k := range e.Statements {
				w, x := &e.Statements[k].Reports[0], worth(e, &e.Statements[k])
				if p.speakOf(w.Text, r.other(e)) {
					x += 2
				}
				if !english[w.Source] {
					x -= 2
				}
				if x > best {
					best = x
					found = Pulled{Event: e.ID, Statement: k, Form: w.Form}
					found.Words, found.Cut = pullWords(w)
				}
			}
		}
		if best >= 0 {
			out = append(out, found)
		}
	}
	return out
}

// other is the name of the state that an event's speaker does not speak for.
func (r *Report) other(e *Event) string {
	switch {
	case e.Direction == timeline.BToA:
		return r.A.Name
	case len(e.Partners) > 0:
		return nameIn(r.States, e.Partners[0])
	}
	return r.B.Name
}

func nameIn(states []State, code string) string {
	for _, s := range states {
		if s.Code == code {
			return s.Name
		}
	}
	return code
}

// worth is how well a statement stands for its side on the first screen.
func worth(e *Event, s *Statement) float64 {
	w := &s.Reports[0]
	x := map[quotes.Form]float64{quotes.Direct: 4, quotes.Mixed: 2, quotes.Unmarked: 2.5}[w.Form]
	words := bare(w.Text)
	switch n := utf8.RuneCountInString(words); {
	case n >= fewWords && n <= manyWords:
		x += 3
	case n > manyWords && n <= 2*manyWords:
		x += 1
	case n < fewWords/2:
		x -= 2
	}
	if e.Sure {
		x += 2
	}
	if e.Link == timeline.Addressed {
		x += 2.5
	}
	if e.Tone != timeline.Neutral {
		x++
	}
	if first, _ := utf8.DecodeRuneInString(words); unicode.IsUpper(first) {
		x++
	}
	if strings.HasSuffix(strings.TrimRight(words, " "), "?") {
		x -= 1.5
	}
	return x + w.P + 0.4*float64(min(len(s.Reports), 4))
}

// pullWords is a wording without its marks, in one line, cut at the end of a sentence or a word; true where it is cut.
func pullWords(w *Wording) (string, bool) {
	words := bare(w.Text)
	chars := []rune(words)
	if len(chars) <= mostWords {
		return words, false
	}
	part := string(chars[:mostWords])
	if at := strings.LastIndex(part, ". "); at > len(part)/3 {
		return part[:at+1], true
	}
	return shorten(words, mostWords), true
}

// bare is a text on one line without the quotation marks around the whole of it.
func bare(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimRight(strings.Trim(s, "“”\"„«»"), ",")
}
