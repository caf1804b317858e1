package timeline

import (
	"strconv"
	"strings"
	"sync"

	"demarche/data"
)

// tones is what words tell of the tone: cues by their stem, words of the content as they stand.
type tones struct {
	cue    map[string]toned
	word   map[string]Tone
	scores map[string]float64 // PLOVER class to score, -10 to 10
}

type toned struct {
	tone  Tone
	class string
}

// toneLexicon reads tones.tsv and plover.tsv once. Both are embedded and checked by a test: a fault in them is one of the
// program.
var toneLexicon = sync.OnceValue(func() *tones {
	t, err := readTones()
	if err != nil {
		panic(err)
	}
	return t
})

func readTones() (*tones, error) {
	t := &tones{cue: map[string]toned{}, word: map[string]Tone{}, scores: map[string]float64{}}
	rows, err := data.Table("lexicon/plover.tsv", "class", "score")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if t.scores[r.Fields[0]], err = strconv.ParseFloat(r.Fields[1], 64); err != nil {
			return nil, err
		}
	}
	rows, err = data.Table("lexicon/tones.tsv", "kind", "word", "tone", "class")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		switch r.Fields[0] {
		case "cue":
			t.cue[r.Fields[1]] = toned{Tone(r.Fields[2]), r.Fields[3]}
		default:
			t.word[r.Fields[1]] = Tone(r.Fields[2])
		}
	}
	return t, nil
}

// stem finds the row of a cue in one of its forms: "accused", "denying", "vows".
func (t *tones) stem(w string) (toned, bool) {
	if x, ok := t.cue[w]; ok {
		return x, true
	}
	for _, suffix := range []string{"s", "es", "d", "ed", "ing", "ied", "ies", "ged", "ging"} {
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

// The weights of the evidence: a cue that judges outweighs a few words; a message between states is a friendly act until its
// words tell otherwise.
const (
	cueWeight     = 4
	messageWeight = 3
)

// judge sets the tone of a report toward its addressee, or else toward what it is about, and its PLOVER class with score.
func (r *reading) judge(c *cued, p *Report) {
	t := toneLexicon()
	s := r.body
	sum := 0
	class := ""
	for k := c.cueLo; k < c.cueHi; k++ {
		w := s.low[k]
		if x, ok := t.stem(w); ok {
			class = x.class
			switch x.tone {
			case Cooperative:
				sum += cueWeight
			case Conflictual:
				sum -= cueWeight
			}
		} else {
			sum += 2 * sign(t.word[w])
		}
	}
	for _, sp := range p.Content {
		lo, hi := s.tokens(sp)
		for k := lo; k < hi; k++ {
			sum += sign(t.word[s.low[k]])
		}
	}
	if p.Channel == Message || p.Channel == Letter {
		sum += messageWeight
	}
	switch {
	case sum > 0:
		p.Tone = Cooperative
	case sum < 0:
		p.Tone = Conflictual
	default:
		p.Tone = Neutral
	}
	if class == "SUPPORT" && p.Tone == Conflictual || class == "ACCUSE" && p.Tone == Cooperative {
		class = ""
	}
	if class != "" {
		p.Plover, p.Score = class, t.scores[class]
	}
}

func sign(t Tone) int {
	switch t {
	case Cooperative:
		return 1
	case Conflictual:
		return -1
	}
	return 0
}
