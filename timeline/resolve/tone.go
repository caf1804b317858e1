package resolve

import (
	"strconv"
	"strings"
	"sync"

	"demarche/data"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// tones is what words tell of the tone: cues by their stem, words of the content as they stand.
type tones struct {
	cue    map[string]toned
	word   map[string]record.Tone
	scores map[string]float64 // PLOVER class to score, -10 to 10
}

type toned struct {
	tone  record.Tone
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
	t := &tones{cue: map[string]toned{}, word: map[string]record.Tone{}, scores: map[string]float64{}}
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
			t.cue[r.Fields[1]] = toned{record.Tone(r.Fields[2]), r.Fields[3]}
		default:
			t.word[r.Fields[1]] = record.Tone(r.Fields[2])
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
	jointWeight   = 1 // what both sides say together
)

// judge weighs the words of a report for its tone toward its addressee, or else toward what it is about, and sets its PLOVER
// class with score. The sum is above 0 for friendly words, below for hostile ones.
func (r *resolver) judge(c *scene.Quote, p *record.Report, joint bool) (sum int) {
	t := toneLexicon()
	s := r.Body
	class := ""
	for k := c.CueLo; k < c.CueHi; k++ {
		w := s.Lower[k]
		if x, ok := t.stem(w); ok {
			class = x.class
			sum += cueWeight * sign(x.tone)
		} else {
			sum += 2 * sign(t.word[w])
		}
	}
	words := 0
	for _, sp := range p.Content {
		lo, hi := s.Range(sp)
		for k := lo; k < hi; k++ {
			words += sign(t.word[s.Lower[k]])
		}
		if class == "REQUEST" && (s.Contains(lo, hi, "stop") || s.Contains(lo, hi, "halt") || s.Contains(lo, hi, "end")) {
			words -= 2 // a demand to stop a wrong
		}
	}
	sum += words
	if p.Channel == record.Message || p.Channel == record.Letter {
		sum += messageWeight
	}
	if joint && class != "REQUEST" && !s.Contains(c.ContentLo, min(c.ContentLo+4, c.ContentHi), "need") {
		sum += jointWeight
	}
	if class == "REQUEST" && sum > 0 && sum < 3 {
		sum = 0 // a bare appeal
	}
	if class == "SUPPORT" && sum < 0 || class == "ACCUSE" && sum > 0 {
		class = ""
	}
	if class != "" {
		p.Plover, p.Score = class, t.scores[class]
	}
	p.Tone = toneOf(sum)
	return sum
}

func toneOf(sum int) record.Tone {
	switch {
	case sum > 0:
		return record.Cooperative
	case sum < 0:
		return record.Conflictual
	}
	return record.Neutral
}

// settleTones gives a report that has no word of either kind the tone of what the same speakers say around it.
func settleTones(out []resolved) {
	for i := range out {
		p := &out[i]
		if p.weight != 0 || p.Plover == "REQUEST" || len(p.speakers) == 0 {
			continue
		}
		sum := 0
		for j := max(0, i-6); j < min(len(out), i+7); j++ {
			if discourse.SameAll(out[j].speakers, p.speakers) && out[j].act == p.act {
				sum += max(-2, min(2, out[j].weight))
			}
		}
		if sum >= 2 || sum <= -2 {
			p.Tone = toneOf(sum)
		}
	}
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
