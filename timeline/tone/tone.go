// Package tone judges how friendly the words of a report are. In comes a quote in its scene with the report made of it,
// out come its tone, its PLOVER class with score, and the [Evidence] that the model of tones weighs. It counts the
// words of lexicon/tones.tsv, scores classes by lexicon/plover.tsv, and does not recognize irony.
package tone

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"demarche/data"
	"demarche/quotes/text"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// tones is what words tell of the tone: cues by their stem, words of the content as they stand.
type tones struct {
	cue     map[string]toned
	word    map[string]record.Tone
	hint    map[string]record.Tone // leans to a tone without telling it
	scores  map[string]float64     // PLOVER class to score, -10 to 10
	classes []string               // in the order of their table
	content contentWords
}

// contentWords are the classes of English words that are counted in the content.
type contentWords struct{ Demand, Denial, Stopping data.Set }

type toned struct {
	tone  record.Tone
	class string
}

// toneLexicon reads tones.tsv and plover.tsv once. Both are embedded and checked by a test: a fault in them is one of
// the program.
var toneLexicon = sync.OnceValue(func() *tones {
	t, err := readTones()
	if err != nil {
		panic(err)
	}
	return t
})

// The kinds of rows of lexicon/tones.tsv beside words.
const (
	kindCue  = "cue"
	kindHint = "hint"
)

func readTones() (*tones, error) {
	t := &tones{
		cue:     map[string]toned{},
		word:    map[string]record.Tone{},
		hint:    map[string]record.Tone{},
		scores:  map[string]float64{},
		content: data.Classes[contentWords](),
	}
	rows, err := data.Table("lexicon/plover.tsv", "class", "score")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if t.scores[r.Fields[0]], err = strconv.ParseFloat(r.Fields[1], 64); err != nil {
			return nil, err
		}
		t.classes = append(t.classes, r.Fields[0])
	}
	rows, err = data.Table("lexicon/tones.tsv", "kind", "word", "tone", "class")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		switch r.Fields[0] {
		case kindCue:
			t.cue[r.Fields[1]] = toned{record.Tone(r.Fields[2]), r.Fields[3]}
		case kindHint:
			t.hint[r.Fields[1]] = record.Tone(r.Fields[2])
		default:
			t.word[r.Fields[1]] = record.Tone(r.Fields[2])
		}
	}
	return t, nil
}

// verbEndings are the endings of the forms of verbs, from which a stem is made.
const verbEndings = "s es d ed ing ied ies ged ging"

// stem finds the row of a cue in one of its forms: "accused", "denying", "vows".
func (t *tones) stem(w string) (toned, bool) {
	if x, ok := t.cue[w]; ok {
		return x, true
	}
	for _, suffix := range strings.Fields(verbEndings) {
		if base, ok := strings.CutSuffix(w, suffix); ok {
			for _, tail := range []string{"", "e", "y"} {
				if x, ok := t.cue[base+tail]; ok {
					return x, true
				}
			}
			if n := len(base); n > 2 && base[n-1] == base[n-2] {
				if x, ok := t.cue[base[:n-1]]; ok {
					return x, true
				}
			}
		}
	}
	return toned{}, false
}

// The weights of the evidence: a cue that judges outweighs a few words; a message between states is a friendly act
// until its words tell otherwise.
const (
	cueWeight     = 4
	messageWeight = 3
	jointWeight   = 1 // what both sides say together
)

// Evidence is what the words of a report tell of its tone.
type Evidence struct {
	sum         int // above 0 for friendly words, below for hostile ones
	cue, class  int // sign and weight of the cue, number of its class from 1
	good, bad   int // words of the content
	warm, cold  int // words that lean to either
	not, must   int
	early       int // sum over the first eight words
	stop, joint bool
}

// Sum weighs all words: above 0 for friendly ones, below for hostile ones, 0 for neither.
func (e *Evidence) Sum() int { return e.sum }

// Row is the evidence as features of the model of tones.
func (e *Evidence) Row() []float32 {
	return []float32{
		float32(
			e.sum,
		), float32(e.cue), float32(e.class), float32(e.good), float32(e.bad), float32(e.good - e.bad), float32(e.not),
		float32(e.must), float32(e.warm), float32(e.cold), float32(e.warm - e.cold),
		float32(e.early), yes(e.stop), yes(e.joint),
	}
}

func yes(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// Judge weighs the words of a report for its tone toward its addressee, or else toward what it is about, and sets its
// PLOVER class with score. joint tells of words that both sides of a call or meeting say together.
func Judge(s *scene.Scene, c *scene.Quote, p *record.Report, joint bool) Evidence {
	t := toneLexicon()

	e := Evidence{joint: joint}
	class := ""
	for k := c.CueLo; k < c.CueHi; k++ {
		w := s.Lower[k]
		if x, ok := t.stem(w); ok {
			class = x.class
			e.cue += cueWeight * sign(x.tone)
		} else {
			e.cue += 2 * sign(t.word[w])
		}
	}
	e.read(t, s, p.Content)
	e.sum = e.cue + e.good - e.bad
	if class == "REQUEST" && e.stop {
		e.sum -= 2 // a demand to stop a wrong
	}
	if p.Channel == record.Message || p.Channel == record.Letter {
		e.sum += messageWeight
	}
	if joint && class != "REQUEST" && !s.Contains(c.ContentLo, min(c.ContentLo+4, c.ContentHi), "need") {
		e.sum += jointWeight
	}
	if class == "REQUEST" && e.sum > 0 && e.sum < 3 {
		e.sum = 0 // a bare appeal
	}
	if class == "SUPPORT" && e.sum < 0 || class == "ACCUSE" && e.sum > 0 {
		class = ""
	}
	if class != "" {
		p.Plover, p.Score = class, t.scores[class]
		e.class = 1 + slices.Index(t.classes, class)
	}
	p.Tone = Of(e.sum)
	return e
}

// read counts the words of the content.
func (e *Evidence) read(t *tones, s *scene.Scene, content []text.Span) {
	n, words := 0, &t.content
	for _, sp := range content {
		lo, hi := s.Range(sp)
		for k := lo; k < hi; k++ {
			w := s.Lower[k]
			switch x := sign(t.word[w]); {
			case x > 0:
				e.good++
			case x < 0:
				e.bad++
			}
			if n++; n <= 8 {
				e.early += sign(t.word[w])
			}
			switch x := sign(t.hint[w]); {
			case x > 0:
				e.warm++
			case x < 0:
				e.cold++
			}
			e.not += int(yes(words.Denial[w]))
			e.must += int(yes(words.Demand[w]))
			e.stop = e.stop || words.Stopping[w]
		}
	}
}

// Of is the tone of words whose sum that is.
func Of(sum int) record.Tone {
	switch {
	case sum > 0:
		return record.Cooperative
	case sum < 0:
		return record.Conflictual
	}
	return record.Neutral
}

func sign(t record.Tone) int {
	switch t {
	case record.Cooperative:
		return 1
	case record.Conflictual:
		return -1
	}
	return 0
}
