package learned

import "math"

// rivals tells how a candidate stands to the others of its document.
type rivals struct {
	overlap float64 // greatest probability of another cue that overlaps its cue
	holder  float64 // of another cue whose content holds this cue
	held    float64 // of another cue that lies in this content
	same    float64 // of another cue whose content overlaps this content without either of the above
	agree   float64 // probability of all candidates with an overlapping cue that give the same words to the same source
	most    float64 // of all with an overlapping cue
	like    float64 // the same, each by the share of its words that this has
	source  float64 // of those with the same source
	holders float64 // of all whose content holds this cue
	helds   float64 // of all whose cue lies in this content
	sames   float64 // of all others whose content overlaps this content
}

// p is the probability of the candidate's cue with its source and content by the fields.
func (c *Candidate) p() float64 { return c.cueP * math.Exp(c.roleP) }

// likeness is the share of words that two candidates have in common, and whether they give them to the same source.
func (v *view) likeness(a, b *Candidate) (float64, bool) {
	same := len(a.source) == 0 && len(b.source) == 0 || overlapping(a.source, b.source)
	both, union := v.common(a.content, b.content)
	return float64(both) / float64(max(union, 1)), same
}

// rivalries compares candidates that lie near each other: they are in the order of their cues, so that a window of
// neighbours is enough.
func (v *view) rivalries(cs []Candidate) []rivals {
	const window = 48
	out := make([]rivals, len(cs))
	for i := range cs {
		for j := max(0, i-window); j < min(len(cs), i+window); j++ {
			a, b, r := &cs[i], &cs[j], &out[i]
			if a.cueFirst < b.cueLast && b.cueFirst < a.cueLast {
				p := b.p()
				like, source := v.likeness(a, b)
				r.most += p
				r.like += p * like
				if source && like >= 0.5 {
					r.agree += p
				}
				if source {
					r.source += p
				}
			}
			if i == j || a.cueFirst == b.cueFirst && a.cueLast == b.cueLast {
				continue
			}
			switch {
			case a.cueFirst < b.cueLast && b.cueFirst < a.cueLast:
				r.overlap = max(r.overlap, b.cueP)
			case inside(b.content, a.cueFirst):
				r.holder = max(r.holder, b.cueP)
				r.holders += b.p()
			case inside(a.content, b.cueFirst):
				r.held = max(r.held, b.cueP)
				r.helds += b.p()
			case overlapping(a.content, b.content):
				r.same = max(r.same, b.cueP)
				r.sames += b.p()
			}
		}
	}
	return out
}

func overlapping(a, b []tokenRange) bool {
	for _, x := range a {
		for _, y := range b {
			if x.first < y.last && y.first < x.last {
				return true
			}
		}
	}
	return false
}
