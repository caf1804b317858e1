package timeline

import "demarche/timeline/scene"

// item reads one member of a list: a name, an office, a state, a body, or whatever stands there.
func (r *entities) item(s *scene.Scene, lo, hi, end int) *entity {
	hi = s.NameBeforeState(lo, hi)
	for lo < hi && (s.Lower[lo] == "," || s.Lower[lo] == "``" || s.Lower[lo] == "“" || s.Lower[lo] == `"` || scene.Weekdays[s.Lower[lo]] && s.MentionAt(lo) == nil) {
		lo++
	}
	if lo >= hi {
		return nil
	}
	if e := r.paper(s, lo, hi, end); e != nil {
		return e
	}
	if e := r.namedPerson(s, lo, hi, end); e != nil {
		return e
	}
	if e := r.official(s, lo, hi, end); e != nil {
		return e
	}
	if e := r.shortName(s, lo, hi); e != nil {
		return e
	}
	if e := r.newName(s, lo, hi, end); e != nil {
		return e
	}
	for k := hi - 2; k > lo; k-- {
		if s.Lower[k] == "'s" {
			if e := r.newName(s, k+1, hi, end); e != nil {
				return e
			}
			break
		}
	}
	if e := r.government(s, lo, hi); e != nil {
		return e
	}
	return r.organisation(s, lo, hi)
}
