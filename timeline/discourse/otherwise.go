package discourse

import (
	"slices"
	"strings"
	"unicode"

	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// otherwise adds to the readings of a phrase, tokens lo to hi-1, who else it may stand for: the person whom it names
// after what no reader knows as an office, else the holders of its office in the states near by, else somebody unnamed
// by other names.
func (r *Discourse) otherwise(out []Reading, lo, hi int) []Reading {
	add := func(by string, list ...*naming.Entity) {
		for _, e := range list {
			known := func(x Reading) bool {
				return len(x.Entities) == 1 && strings.EqualFold(x.Entities[0].Name, e.Name)
			}
			if e.Name != "" && !slices.ContainsFunc(out, known) {
				out = append(out, Reading{by, one(e)})
			}
		}
	}
	s, u := r.Body, &unnamed{r.Story, r.Referents}
	if hi-lo == 1 && (words.HePronoun[s.Lower[lo]] || words.ShePronoun[s.Lower[lo]]) {
		add("new-name", r.namedJustBefore(lo)...)
		add("", u.introducedBefore(lo)...)
		return out
	}
	if list, ok := r.fullName(lo, hi); ok {
		add("new-name", list...)
		return out
	}
	add("new-name", r.inApposition(lo, hi)...)
	if oneDescribed(s, lo, hi) {
		add("new-name", r.namedJustBefore(lo)...)
		add("new-name", r.namedSoonAfter(lo)...)
	}
	add("office", u.holders(lo, hi)...)
	add("", u.read(lo, hi)...)
	return out
}

// fullName reads the person whose full name stands within a phrase: "Carrier | Ana Lind", "New Democrat | Ana Lind",
// "her neighbour in Lima, | Ana Lind". ok is false where none does.
func (r *Discourse) fullName(lo, hi int) (list []*naming.Entity, ok bool) {
	from, to := -1, -1
	for a := lo; a < hi; a++ {
		b := r.nameRun(a, hi)
		switch {
		case b-a < 2:
		case r.given(a, b) >= 0:
			return r.nameIn(a, b), true
		case r.ofBody(b):
			ok = true // "the | Armed Services | Committee"
		case !r.headed(lo, a, b):
			from, to = a, b
		}
		a = max(a, b-1)
	}
	if from < 0 {
		return nil, ok
	}
	return r.nameIn(from, to), true
}

// headed reports whether the capitals from token a to b, in a phrase from lo on, are for what somebody heads or belongs
// to: "the head of | Harbour Watch".
func (r *Discourse) headed(lo, a, b int) bool {
	s := r.Body
	for a > lo && words.Determiner[s.Lower[a-1]] {
		a--
	}
	ofSomebody := a-2 >= lo && s.Lower[a-1] == "of" && !words.Body[s.Lower[a-2]]
	return ofSomebody && r.given(a, b) < 0
}

// inApposition reads the full name that stands between commas right after a phrase or before it: "the head of the port,
// | Ana Lind, said", "Ana Lind, | a member of the board, said".
func (r *Discourse) inApposition(lo, hi int) []*naming.Entity {
	s := r.Body
	_, last := s.SentenceBounds(lo)
	if hi = (&unnamed{r.Story, r.Referents}).tail(hi, last); s.At(hi) == "," {
		if b := r.nameRun(hi+1, len(s.Lower)); b-hi > 2 && s.At(b) != "and" {
			return r.nameIn(hi+1, b)
		}
	}
	if a := lo - 1; s.At(a) == "," {
		for a > 0 && r.nameRun(a-1, lo-1) == lo-1 {
			a--
		}
		if lo-1-a >= 2 {
			return r.nameIn(a, lo-1)
		}
	}
	return nil
}

// given is the first token of a run of words with a capital that begins a given name, -1 for none.
func (r *Discourse) given(a, b int) int {
	for k := a; k+1 < b; k++ {
		if r.Gazetteer.Given.Begins(r.Body.Lower[k]) {
			return k
		}
	}
	return -1
}

// nameIn are those whom a run of words with a capital may name: from its given name on, where that is known, and by
// all of it; of a long one without a given name by its last two words.
func (r *Discourse) nameIn(a, b int) []*naming.Entity {
	var list []*naming.Entity
	k := r.given(a, b)
	if k < 0 && r.ofBody(b) {
		return nil
	}
	if k < 0 && b-a > 2 {
		k = b - 2
	}
	if k >= 0 {
		list = r.personIn(k, b)
	}
	if k != a && b-a <= 4 {
		list = append(list, r.personIn(a, b)...)
	}
	return naming.Distinct(list)
}

// ofBody reports whether the words with a capital up to token k go on to the noun of a body: "National Security | and
// Trade Committee", "Regional | Forum".
func (r *Discourse) ofBody(k int) bool {
	s := r.Body
	if w := s.At(k); w == "and" || w == "of" || w == "for" {
		k++
	}
	for ; k < len(s.Lower) && s.Capital(k); k++ {
		if w := s.Lower[k]; words.Body[w] || words.Organ[w] {
			return true
		}
	}
	return false
}

// namedJustBefore is the person whose full name stands last before a pronoun at token k, in its sentence or the two
// before: "On the bank stood | Ana Lind, who sells nets. She". The rules know whom the text says something of by an
// office or a verb of speech, and not everybody else.
func (r *Discourse) namedJustBefore(k int) []*naming.Entity {
	s := r.Body
	floor, _ := s.SentenceBounds(k)
	for n := 0; n < 2 && floor > 0; n++ {
		floor, _ = s.SentenceBounds(floor - 1)
	}
	for b := k; b > floor; b-- {
		a := b
		for a > floor && r.nameRun(a-1, b) == b {
			a--
		}
		placed := words.Workplace[s.At(a-1)] || words.Determiner[s.At(a-1)]
		if b-a < 2 || placed && r.given(a, b) < 0 || strings.HasSuffix(s.Doc.Tokens[b-1].Tag, "S") {
			continue
		}
		if list := r.nameIn(a, b); len(list) > 0 {
			return list
		}
		b = a
	}
	return nil
}

// oneDescribed reports a phrase that tells of one person without a name: "the farmer", "a member of the Senate",
// "Chile's foreign minister", "one of its top officers".
func oneDescribed(s *scene.Scene, lo, hi int) bool {
	end := lo + 1
	for end < hi && s.Lower[end] != "," && !words.Complementing[s.Lower[end]] && !words.Workplace[s.Lower[end]] {
		end++
	}
	if s.Lower[lo] == "one" && s.At(lo+1) == "of" {
		return true
	}
	noun := s.Lower[end-1]
	if s.Doc.Tokens[end-1].Tag == "NNS" || words.Body[noun] || words.Organ[noun] || words.GeneralBody[noun] ||
		words.Document[noun] || words.Paper[noun] {
		return false
	}
	alone := s.Lower[lo] == "the" && end-lo == 2 && strings.HasPrefix(s.Doc.Tokens[end-1].Tag, "NN")
	return alone || words.Office[noun] || words.Unnamed[noun] || words.DescribedPerson[noun]
}

// namedSoonAfter is the person whom the text names for the first time in one of the two sentences after that of token
// k, in full: "a member of the Senate said. Ana Lind, who heads a committee, told reporters".
func (r *Discourse) namedSoonAfter(k int) []*naming.Entity {
	s := r.Body
	n := s.SentenceAt(s.Doc.Tokens[k].Start)
	for i := n + 1; i <= min(n+2, len(s.Doc.Sentences)-1); i++ {
		sn := &s.Doc.Sentences[i]
		for a := sn.First; a < sn.Last; a++ {
			if e := r.PersonAt(a); e != nil && e.LastBefore(sn.Start) < 0 && strings.Contains(e.Name, " ") {
				return one(e)
			}
			b := r.nameRun(a, sn.Last)
			if b-a < 2 {
				continue
			}
			if list := r.nameIn(a, b); r.given(a, b) >= 0 && len(list) > 0 {
				return list
			}
			a = b
		}
	}
	return nil
}

// personIn is the person whom tokens lo to hi-1 name, nobody where they name something else.
func (r *Discourse) personIn(lo, hi int) []*naming.Entity {
	list := r.Names.Read(r.Body, lo, hi)
	if len(list) == 1 && list[0].Person() && list[0].Name != list[0].Office {
		return list
	}
	return nil
}

// nameRun is the end of the words with a capital from token k on that may be a person's name.
func (r *Discourse) nameRun(k, hi int) int {
	s := r.Body
	for ; k < hi; k++ {
		w := s.Lower[k]
		if w == "-" || words.PersonParticle[w] && k+1 < hi && r.nameRun(k+1, min(hi, k+3)) > k+1 {
			continue // "van | der Meer"
		}
		capital := s.Capital(k) || articleName(s.Doc.Word(k))
		if !capital || noName(w) || s.MentionAt(k) != nil || s.InTime(k) {
			return k
		}
	}
	return k
}

// noName reports a word that is no part of a name, however it is written: an office, a body, a form of address.
func noName(w string) bool {
	body := words.Office[w] || words.Body[w] || words.Organ[w] || words.Workplace[w]
	holders := words.Office[strings.TrimSuffix(w, "s")] // "Joint | Chiefs of Staff"
	return body || holders ||
		words.Complementing[w] || words.Determiner[w] || words.AddressForm[strings.TrimSuffix(w, ".")]
}

// articleName reports a name that begins with an article of its language in lower case: "al-Amiri".
func articleName(w string) bool {
	_, rest, ok := strings.Cut(w, "-")
	return ok && rest != "" && unicode.IsUpper([]rune(rest)[0])
}

// holders are those who held the office of a phrase without a state in the states of which the text tells near by:
// "the vice president" on the site of a government, "the foreign minister" after the name of a capital.
func (r *unnamed) holders(lo, hi int) []*naming.Entity {
	s := r.Body
	class := s.Offices.In(lo, hi)
	if class == "" || hi-lo > 5 || s.NamesState(lo, hi) || s.HasBody(lo, hi) ||
		!words.Office[s.Lower[hi-1]] {
		return nil
	}
	var list []*naming.Entity
	for _, state := range append([]string{r.Home, r.Written, "UN"}, r.statesNear(lo, 2)...) {
		if e := r.Incumbent(state, class); state != "" && e != nil {
			list = append(list, e)
		}
	}
	return naming.Distinct(list)
}
