package acts

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// Carriers finds the carriers of news through which an article has what it tells.
type Carriers struct {
	*Account
	outlet outlet
}

// outlet is the name of the article's own outlet as texts call it, without "The".
type outlet struct {
	words int    // of the name
	whole string // "" for a name of fewer than five letters
	last  string // its last word
	short string // without the words that tell what it is: "Lakeside" of "Lakeside News Agency"; "" where it has none
}

// outletOf reads the name of an outlet.
func outletOf(name string) outlet {
	f := strings.Fields(strings.TrimPrefix(name, "The "))
	if len(f) == 0 {
		return outlet{}
	}
	o := outlet{words: len(f), last: f[len(f)-1]}
	if len(strings.Join(f, "")) >= leastName {
		o.whole = strings.Join(f, " ")
	}
	n := len(f)
	for n > 0 && words.OutletTail[strings.ToLower(f[n-1])] {
		n--
	}
	if n < len(f) {
		o.short = strings.Join(f[:n], " ")
	}
	return o
}

// leastName is the length in bytes of the shortest name of an outlet that is looked for in the text.
const leastName = 5

// In finds the carrier that is cited in a sentence of the body.
func (r *Carriers) In(lo, hi int, covered []text.Span, speakers []*naming.Entity) *actors.Actor {
	s := r.Body
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind != actors.Medium || scene.Covers(covered, m.Span) || r.Own(m.Actor) {
			continue
		}
		a, b := s.Range(m.Span)
		if len(speakers) > 0 && (speakers[0].ID == m.Actor.ID || speakers[0].Kind == actors.Medium) ||
			!Cites(s, a, b, lo, hi) {
			continue
		}
		e := m.Actor
		return &e
	}
	return r.stateMedia(lo, hi, covered)
}

// Cites reports whether a verb of reporting stands beside the mention at tokens a to b-1.
func Cites(s *scene.Scene, a, b, lo, hi int) bool {
	for k := b; k < hi && k < b+3; k++ {
		if words.Carrying[s.Lower[k]] && s.Lower[k] != "by" && s.Lower[k] != "from" {
			return true
		}
		if s.Lower[k] == "," {
			break
		}
	}
	for k := a - 1; k >= lo && k >= a-7; k-- {
		w := s.Lower[k]
		if words.Carrying[w] {
			return true
		}
		if w == "," || w == "." || s.FiniteVerb(k) {
			return w != "," && s.At(k+1) == "on" // "warned on state television"
		}
	}
	return false
}

// stateMedia reads "state media", "state-run news agency": the carrier of that kind which the article names
// elsewhere, else the media of the speaker's state as such.
func (r *Carriers) stateMedia(lo, hi int, covered []text.Span) *actors.Actor {
	s := r.Body
	for k := lo; k+1 < hi; k++ {
		w := s.Lower[k]
		if !words.StateMediaWord[w] {
			continue
		}
		n := s.Lower[k+1]
		if !words.StateMediaHead[n] {
			continue
		}
		if scene.Covers(covered, text.Span{Start: s.Doc.Tokens[k].Start, End: s.Doc.Tokens[k+1].End}) ||
			!Cites(s, k, min(k+2, hi), lo, hi) {
			continue
		}
		state := ""
		if m := s.MentionAt(k - 1); m != nil {
			state = m.Actor.State
		} else if m := s.MentionAt(k - 2); m != nil && s.At(k-1) == "'s" {
			state = m.Actor.State
		}
		for _, m := range s.Mentions {
			if m.Actor.Kind == actors.Medium && !r.Own(m.Actor) && (state == "" || m.Actor.State == state) &&
				m.Actor.State != "" {
				e := m.Actor
				return &e
			}
		}
		name := scene.UpperFirst(strings.Join(strings.Fields(w+" "+n), " "))
		if state != "" {
			name = r.Gazetteer.Adjective(state) + " " + w + " " + n
		}
		return &actors.Actor{ID: actors.UnlistedID(name, state), Name: name, Kind: actors.Medium, State: state}
	}
	return nil
}

// Own reports whether the medium is the article's own outlet.
func (r *Carriers) Own(a actors.Actor) bool {
	name := actors.Fold(a.Name)
	for _, own := range []string{r.Article.Outlet, r.outlet.whole, r.outlet.short} {
		if own != "" && name == actors.Fold(own) {
			return true
		}
	}
	for _, e := range r.Gazetteer.NamedEntries(r.Article.Outlet, r.Day) {
		if e.ID == a.ID {
			return true
		}
	}
	return false
}

// Heard reports whether the phrase at tokens lo to hi-1 names a carrier of news to which words may be told: one that
// the gazetteer knows, a name that ends or begins as those of carriers do ("the Lakeside Times", "Radio Vila"), the
// article's own outlet, or a noun for one ("this newspaper", "the state broadcaster", "our correspondent").
func (r *Carriers) Heard(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi && s.Lower[k] != ","; k++ {
		if r.HeardAt(s, k) || carrierAt(s, k) || pressPersonAt(s, k) {
			return true
		}
	}
	return false
}

// HeardAt reports whether token k stands in the name of a carrier of news.
func (r *Carriers) HeardAt(s *scene.Scene, k int) bool {
	if m := s.MentionAt(k); m != nil {
		return m.Actor.Kind == actors.Medium
	}
	return s.Capital(k) && (words.CarrierTail[s.Lower[k]] || strings.EqualFold(s.Lower[k], r.outlet.last) || r.shortAt(k))
}

// shortAt reports whether the article's own outlet is named at token k by its short name: "told | Lakeside", "told
// | Lakeside's Peruvian service".
func (r *Carriers) shortAt(k int) bool {
	s, short := r.Body, r.outlet.short
	if short == "" || s.At(k-1) == "in" {
		return false
	}
	end := k + 1 + strings.Count(short, " ")
	return end <= len(s.Lower) && s.Words(k, end) == short && (end == len(s.Lower) || !s.Capital(end))
}

// OutletAt reports whether the article's own outlet is named at token k of the body, by its whole name or by the last
// word of it after "the".
func (r *Carriers) OutletAt(k int) bool {
	s, o := r.Body, &r.outlet
	if s.At(k-1) == "the" && len(o.last) >= leastName && s.Doc.Word(k) == o.last && !s.Capital(k+1) {
		return true
	}
	return o.whole != "" && s.Words(k, min(k+o.words, len(s.Lower))) == o.whole
}

// carrierAt reports a noun for a carrier of news at token k: "the agency" alone may be any other.
func carrierAt(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	if s.Capital(k) || k+1 < len(s.Lower) && s.NounTag(k+1) && !s.Capital(k+1) && !s.InTime(k+1) {
		return false // but "told this newspaper | last week"
	}
	body := words.CarrierOrBody[w] && words.Determiner[s.At(k-1)] && !words.OwnDeterminer[s.At(k-1)]
	return words.CarrierNoun[w] && !body ||
		words.StateMediaHead[w] && words.StateMediaWord[s.At(k-1)]
}

// pressPersonAt reports one of the press at token k to whom somebody speaks alone: not "a reporter", who may have
// asked in front of others, and not somebody's host.
func pressPersonAt(s *scene.Scene, k int) bool {
	return words.PressPerson[s.Lower[k]] && !words.AnyJournalist[s.At(k-1)]
}
