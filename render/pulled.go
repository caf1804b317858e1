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
func (r *Report) pull(stateName func(code string) string) *puller {
	english := map[string]bool{}
	for _, s := range r.Sources {
		english[s.Key] = isEnglish(s.Language)
	}
	p := newPuller()
	for i := range r.Events {
		p.add(&r.Events[i], r.other(&r.Events[i], stateName), func(key string) bool { return english[key] })
	}
	return p
}

// isEnglish reports whether a text with that tag (BCP 47) is English, or of a language that is not told.
func isEnglish(tag string) bool { return tag == "" || strings.HasPrefix(tag, "en") }

// puller chooses quotes while events go by.
type puller struct {
	phrases *phrases
	found   map[timeline.Direction]candidate
}

// candidate is the best quote of a side so far, and what it is worth.
type candidate struct {
	worth float64
	Pulled
}

func newPuller() *puller { return &puller{loadPhrases(), map[timeline.Direction]candidate{}} }

// better takes the quotes of later events where they are worth more.
func (p *puller) better(later map[timeline.Direction]candidate) {
	for d, c := range later {
		if best, some := p.found[d]; !some || c.worth > best.worth {
			p.found[d] = c
		}
	}
}

// add looks at an event; other is the name of the state that its speaker does not speak for.
func (p *puller) add(e *Event, other string, english func(key string) bool) {
	if e.Direction != timeline.AToB && e.Direction != timeline.BToA || len(e.Speakers) == 0 || e.Date.EDTF == "" {
		return
	}
	for k := range e.Statements {
		w := &e.Statements[k].Reports[0]
		best, some := p.found[e.Direction]
		if some && mostWorth(e, &e.Statements[k]) < best.worth {
			continue
		}
		x := worth(e, &e.Statements[k])
		if p.phrases.speakOf(w.Text, other) {
			x += 2
		}
		if !english(w.Source) {
			x -= 2
		}
		if x < 0 || some && x <= best.worth {
			continue
		}
		found := candidate{x, Pulled{Event: e.ID, Statement: k, Form: w.Form}}
		found.Words, found.Cut = pullWords(w)
		p.found[e.Direction] = found
	}
}

// pulled are the best quotes, that of A first.
func (p *puller) pulled() []Pulled {
	out := []Pulled{}
	for _, d := range []timeline.Direction{timeline.AToB, timeline.BToA} {
		if found, ok := p.found[d]; ok {
			out = append(out, found.Pulled)
		}
	}
	return out
}

// other is the name of the state that an event's speaker does not speak for.
func (r *Report) other(e *Event, stateName func(code string) string) string {
	switch {
	case e.Direction == timeline.BToA:
		return r.A.Name
	case len(e.Partners) > 0:
		return stateName(e.Partners[0])
	}
	return r.B.Name
}

// worthOfForm is how well words of that form stand for their side.
func worthOfForm(f quotes.Form) float64 {
	switch f {
	case quotes.Direct:
		return 4
	case quotes.Mixed:
		return 2
	case quotes.Unmarked:
		return 2.5
	}
	return 0
}

// worthOfEvent is what a statement is worth by its event.
func worthOfEvent(e *Event) float64 {
	x := 0.0
	if e.Sure {
		x += 2
	}
	if e.Link == timeline.Addressed {
		x += 2.5
	}
	if e.Tone != timeline.Neutral {
		x++
	}
	return x
}

// mostWorth is no less than what a statement may be worth by its words, which are costly to look at: those of the best
// length that begin with a capital letter and name the other side, and a little more than rounding may add.
func mostWorth(e *Event, s *Statement) float64 {
	x := worthOfForm(s.Reports[0].Form) + worthOfEvent(e) + 3 + 1 + 2 + 0.001
	return x + s.Reports[0].P + 0.4*float64(min(len(s.Reports), 4))
}

// worth is how well a statement stands for its side on the first screen.
func worth(e *Event, s *Statement) float64 {
	w := &s.Reports[0]
	x := worthOfForm(w.Form) + worthOfEvent(e)
	words := bare(w.Text)
	switch n := utf8.RuneCountInString(words); {
	case n >= fewWords && n <= manyWords:
		x += 3
	case n > manyWords && n <= 2*manyWords:
		x += 1
	case n < fewWords/2:
		x -= 2
	}
	if first, _ := utf8.DecodeRuneInString(words); unicode.IsUpper(first) {
		x++
	}
	if strings.HasSuffix(strings.TrimRight(words, " ”\"»“"), "?") {
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

// bare is a text on one line without the quotation marks around the whole of it, and without a comma at its end. Marks
// that open within it close there.
func bare(s string) string {
	const marks = "“”\"„«»"
	s = strings.Join(strings.Fields(s), " ")
	if strings.IndexAny(s, marks) != 0 {
		words := strings.TrimRight(s, marks)
		return strings.TrimRight(words, ",") + s[len(words):]
	}
	return strings.TrimRight(strings.Trim(s, marks), ",")
}
