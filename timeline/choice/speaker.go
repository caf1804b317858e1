package choice

import (
	"strings"
	"unicode"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
)

// leastSure is the least probability with which a speaker is named: below it the field stays empty, since an unknown
// speaker is better than a wrong one. On folds of the annotated texts about one in nine of those named is still wrong.
const leastSure = 0.6

// certain reports whether who speaks is beyond doubt, whatever the model makes of it.
func certain(p *Passage) bool { return namedCarrier(p) || labelled(p) }

// namedCarrier reports whether the source is the name of a carrier of news that the gazetteer knows, and nothing
// else: "according to the BBC". Whether its words belong in the timeline is not asked here; who said them is certain.
func namedCarrier(p *Passage) bool {
	s, c := p.Body, p.Quote
	if len(p.Speakers) != 1 || p.Speakers[0].Kind != actors.Medium {
		return false
	}
	lo, hi := s.Voice(c.SourceLo, c.SourceHi)
	lo = s.SkipDeterminer(lo, hi)
	m := s.MentionAt(hi - 1)
	return lo < hi && m != nil && m.Actor.ID == p.Speakers[0].ID && m.Start <= s.Doc.Tokens[lo].Start
}

// labelled reports whether the words are the turn of somebody whom its label names: "MR. KIRBY:".
func labelled(p *Passage) bool {
	c := p.Quote
	return c.Spans.By == quotes.ByTurn && c.SourceHi > c.SourceLo+1 && p.Body.Capital(c.SourceHi-1)
}

// speakerRules are the rules that name speakers, as far as a model tells them apart.
func speakerRules() []string {
	return []string{
		"known-person", "layout", "pronoun", "body", "government", "called-so", "both-parties", "office", "text",
		"short-name",
		"outer-speaker", "act", "new-name", "ministry", "carrier", "other-party", "surname-spoken-of", "one-of-that-state",
		"side", "each",
	}
}

// nameTraits are features of a speaker's name and of the words that stand for him.
func nameTraits(p *Passage, e *discourse.Entity) []float32 {
	s, c := p.Body, p.Quote
	words := strings.Fields(e.Name)
	capitals, digits := 0, false
	for _, w := range words {
		for i, r := range w {
			if i == 0 && unicode.IsUpper(r) {
				capitals++
			}
			digits = digits || unicode.IsDigit(r)
		}
	}
	states := 0
	for _, m := range s.MentionsIn(c.SourceLo, c.SourceHi) {
		if m.Actor.Kind == actors.State {
			states++
		}
	}
	share := float32(1)
	if len(words) > 0 {
		share = float32(capitals) / float32(len(words))
	}
	last := ""
	if len(words) > 0 {
		last = words[len(words)-1]
	}
	source := ""
	if c.SourceHi > c.SourceLo {
		source = s.Words(c.SourceLo, c.SourceHi)
	}
	tag := ""
	if c.SourceHi > c.SourceLo {
		tag = s.Doc.Tokens[c.SourceHi-1].Tag
	}
	return []float32{
		float32(
			min(len(words), 12),
		), share, bit(digits), float32(min(states, 3)), bit(e.State == ""), bit(actors.Unlisted(e.ID)),
		bit(
			last != "" && strings.Contains(source, last),
		), bit(e.Office != ""), bit(tag == "NNS"), bit(strings.HasPrefix(tag, "NNP")),
		bit(strings.HasPrefix(tag, "V")), bit(strings.HasPrefix(tag, "J")), bit(tag == "CD"),
	}
}

// sinceSpoken is the number of quotes since the speaker spoke last, at most 40; 41 where he did not.
func sinceSpoken(p *Passage, e *discourse.Entity) float32 {
	for k := p.index - 1; k >= max(0, p.index-40); k-- {
		if discourse.Includes(p.all[k].Speakers, e) {
			return float32(p.index - k)
		}
	}
	return 41
}
