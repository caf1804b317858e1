package discourse

import "demarche/timeline/naming"

// ownBody resolves "his ministry", "Lind's ministry", "the minister's office" to the body that the holder of an office
// leads: of "his" the minister of whom the text spoke last.
func (r *definites) ownBody(lo, hi int) *naming.Entity {
	s := r.Body
	if hi-lo < 2 || !words.OwnBody[s.Lower[hi-1]] {
		return nil
	}
	ministry := s.Lower[hi-1] != "office"
	if hi-lo == 2 && words.PossessivePerson[s.Lower[lo]] {
		return r.bodyOfHolder(r.lastWho(s.Doc.Tokens[lo].Start, func(e *naming.Entity) bool {
			return naming.MinistryOf(e) != "" || !ministry && naming.HolderOffice(e) != ""
		}), ministry)
	}
	if w := s.Lower[hi-2]; w != "'s" && w != "'" || hi-lo > 6 {
		return nil
	}
	return r.bodyOfHolder(r.possessor(lo, hi-2), ministry)
}

// possessor is the person of whom the tokens before "'s" speak, nil for none.
func (r *definites) possessor(lo, hi int) *naming.Entity {
	if e := r.read(lo, hi); e != nil && e.Person() {
		return e
	}
	if list := r.Names.Read(r.Body, lo, hi); len(list) == 1 && list[0].Person() {
		return list[0]
	}
	return nil
}

// bodyOfHolder is the ministry that a minister leads, else the office of a president or head of government. nil for
// others.
func (r *definites) bodyOfHolder(e *naming.Entity, ministry bool) *naming.Entity {
	if e == nil || len(e.State) != 3 {
		return nil
	}
	if class := naming.MinistryOf(e); class != "" {
		u, ok := r.Gazetteer.Unnamed(e.State, class)
		if !ok {
			return nil
		}
		return naming.KeepBody(r.Cast, class, u.Name, e.State)
	}
	if ministry {
		return nil
	}
	return naming.OfficeBody(r.Cast, naming.HolderOffice(e), e.State)
}
