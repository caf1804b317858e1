package discourse

import (
	"sort"
	"strings"

	"demarche/timeline/scene"
)

// meetBearers enters the people whom the body names together with their office ("army spokesman N", "N, the envoy of M"), so that
// "a spokesman" of an opening sentence finds the name that the article gives later.
func (r *Entities) meetBearers() {
	s := r.Body
	for n := range s.Doc.Sentences {
		sn := &s.Doc.Sentences[n]
		for i := s.AfterDateline(sn.First); i < sn.Last; {
			if !s.Capital(i) && !words.Determiner[s.Lower[i]] && !s.NounTag(i) {
				i++
				continue
			}
			end := s.PhraseEnd(i, sn.Last)
			if end <= i {
				i++
				continue
			}
			if !s.Listed(i, end) && s.OfficeHead(i, end) >= 0 && s.Naming(i, end) {
				for _, e := range r.Named(s, i, end) {
					r.placeOf(e, s.Doc.Tokens[i].Start)
				}
			}
			i = end
		}
	}
}

// placeOf notes where the body names a person, in bytes.
func (r *Entities) placeOf(e *Entity, pos int) {
	if e.Person() && (len(e.at) == 0 || e.at[len(e.at)-1] < pos) {
		e.at = append(e.at, pos)
	}
}

// bearer returns the person whom the article names as holder of the office that tokens lo to hi-1 speak of without a name; k is the
// head of the office. nil when nobody is named so, or more than one who is as near.
func (r *Entities) bearer(s *scene.Scene, lo, hi, k int, state string) *Entity {
	head := s.Lower[k]
	if !words.HeldByOne[head] || s.IsTitle {
		return nil
	}
	for i := lo; i < k; i++ {
		if w := s.Lower[i]; words.OtherOne[w] {
			return nil
		}
	}
	pos := s.Doc.Tokens[lo].Start
	explicit := s.NamesState(lo, hi)
	var fits []*Entity
	for _, e := range r.people {
		if e.Name == e.Office || !e.holds(head) || e.State == "" && explicit || explicit && e.State != state || !sameBranch(s, lo, hi, e) {
			continue
		}
		fits = append(fits, e)
	}
	if len(fits) == 0 || len(fits) > 1 && explicit && s.Lower[lo] == "a" {
		return nil
	}
	sort.SliceStable(fits, func(i, j int) bool { return fits[i].far(pos) < fits[j].far(pos) })
	return fits[0]
}

// holds reports whether the entity is called by the noun of an office, whatever its gender.
func (e *Entity) holds(noun string) bool {
	if e.has(noun) {
		return true
	}
	if words.Envoy[noun] {
		for w := range words.Envoy {
			if e.has(w) {
				return true
			}
		}
	}
	if strings.HasPrefix(noun, "spokes") {
		return e.has("spokesman") || e.has("spokeswoman") || e.has("spokesperson")
	}
	return false
}

// far is the distance in bytes from pos to where the entity is named; a name that comes later counts as farther than any before.
func (e *Entity) far(pos int) int {
	best := 1 << 30
	for _, p := range e.at {
		d := pos - p
		if d < 0 {
			d = -d * 2
		}
		best = min(best, d)
	}
	return best
}

// sameBranch reports whether the phrase and the entity's office are not of different branches: a defence ministry's spokesman is
// not that of the foreign ministry.
func sameBranch(s *scene.Scene, lo, hi int, e *Entity) bool {
	office := strings.ToLower(e.Office)
	mine, its := "", ""
	for k := lo; k < hi; k++ {
		if words.Branch[s.Lower[k]] {
			mine = strings.Replace(s.Lower[k], "defense", "defence", 1)
		}
	}
	for _, w := range strings.FieldsFunc(office, func(c rune) bool { return c == ' ' || c == '\'' || c == '’' || c == ',' }) {
		if words.Branch[w] {
			its = strings.Replace(w, "defense", "defence", 1)
		}
	}
	return mine == "" || its == "" || mine == its
}

// nearest returns the one of the list that the article named last before byte pos, else the last of the list.
func nearest(list []*Entity, pos int) *Entity {
	best, at := list[len(list)-1], -1
	for _, e := range list {
		i := sort.SearchInts(e.at, pos)
		if i > 0 && e.at[i-1] > at {
			best, at = e, e.at[i-1]
		}
	}
	return best
}

// placeNames notes where the body names the people whom the gazetteer knows.
func (r *Entities) placeNames() {
	s := r.Body
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if e := r.ByID[m.Actor.ID]; e != nil && m.Actor.ID != "" {
			r.placeOf(e, m.Start)
		}
	}
}
