package timeline

import (
	"sort"
	"strings"

	"demarche/data"
	"demarche/quotes/text"
)

// meetBearers enters the people whom the body names together with their office ("army spokesman N", "N, the envoy of M"), so that
// "a spokesman" of an opening sentence finds the name that the article gives later.
func (r *reading) meetBearers() {
	s := r.body
	for n := range s.d.Sentences {
		sn := &s.d.Sentences[n]
		for i := s.afterDateline(sn.First); i < sn.Last; {
			if !s.capital(i) && !determiners[s.low[i]] && !s.nounTag(i) {
				i++
				continue
			}
			end := s.phraseEnd(i, sn.Last)
			if end <= i {
				i++
				continue
			}
			if !s.listed(i, end) && s.officeHead(i, end) >= 0 && s.naming(i, end) {
				for _, e := range r.read(s, i, end) {
					r.placeOf(e, s.d.Tokens[i].Start)
				}
			}
			i = end
		}
	}
}

// placeOf notes where the body names a person, in bytes.
func (r *reading) placeOf(e *entity, pos int) {
	if e.person() && (len(e.at) == 0 || e.at[len(e.at)-1] < pos) {
		e.at = append(e.at, pos)
	}
}

var (
	// heldByOne are offices of which an article speaks of one holder at a time: "the ambassador".
	heldByOne = data.Class("held-by-one")
	// branches are words for what an office is in charge of: "foreign", "defence".
	branches = data.Class("branch")
)

// bearer returns the person whom the article names as holder of the office that tokens lo to hi-1 speak of without a name; k is the
// head of the office. nil when nobody is named so, or more than one who is as near.
func (r *reading) bearer(s *scene, lo, hi, k int, state string) *entity {
	head := s.low[k]
	if !heldByOne[head] || s.title {
		return nil
	}
	for i := lo; i < k; i++ {
		if w := s.low[i]; w == "former" || w == "another" || w == "other" {
			return nil
		}
	}
	pos := s.d.Tokens[lo].Start
	explicit := s.namesState(lo, hi)
	var fits []*entity
	for _, e := range r.people {
		if e.Name == e.Office || !e.holds(head) || e.State == "" && explicit || explicit && e.State != state || !s.sameBranch(lo, hi, e) {
			continue
		}
		fits = append(fits, e)
	}
	if len(fits) == 0 || len(fits) > 1 && explicit && s.low[lo] == "a" {
		return nil
	}
	sort.SliceStable(fits, func(i, j int) bool { return fits[i].far(pos) < fits[j].far(pos) })
	return fits[0]
}

// holds reports whether the entity is called by the noun of an office, whatever its gender.
func (e *entity) holds(noun string) bool {
	if e.has(noun) {
		return true
	}
	if strings.HasPrefix(noun, "spokes") {
		return e.has("spokesman") || e.has("spokeswoman") || e.has("spokesperson")
	}
	return false
}

// far is the distance in bytes from pos to where the entity is named; a name that comes later counts as farther than any before.
func (e *entity) far(pos int) int {
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
func (s *scene) sameBranch(lo, hi int, e *entity) bool {
	office := strings.ToLower(e.Office)
	mine, its := "", ""
	for k := lo; k < hi; k++ {
		if branches[s.low[k]] {
			mine = strings.Replace(s.low[k], "defense", "defence", 1)
		}
	}
	for _, w := range strings.FieldsFunc(office, func(c rune) bool { return c == ' ' || c == '\'' || c == '’' || c == ',' }) {
		if branches[w] {
			its = strings.Replace(w, "defense", "defence", 1)
		}
	}
	return mine == "" || its == "" || mine == its
}

// nearest returns the one of the list that the article named last before byte pos, else the last of the list.
func nearest(list []*entity, pos int) *entity {
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
func (r *reading) placeNames() {
	s := r.body
	for k := range s.names {
		m := &s.names[k]
		if e := r.byID[m.entry.ID]; e != nil && m.entry.ID != "" {
			r.placeOf(e, text.Span(m.Span).Start)
		}
	}
}
