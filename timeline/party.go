package timeline

import (
	"strings"

	"demarche/timeline/actors"
)

// read returns whom the noun phrase of tokens lo to hi-1 names, without looking back: one entity a member of the list.
func (r *reading) read(s *scene, lo, hi int) []*entity {
	var out []*entity
	for _, it := range s.items(lo, hi) {
		if e := r.item(s, it.lo, it.hi, it.end); e != nil {
			out = append(out, e)
		}
	}
	return distinct(out)
}

// item is a member of a list: tokens lo to hi-1 name it, tokens up to end describe it in apposition.
type item struct{ lo, hi, end int }

// items splits a phrase at its commas and at its "and" into members with their appositions.
func (s *scene) items(lo, hi int) []item {
	var out []item
	start := lo
	depth := 0
	for i := lo; i <= hi; i++ {
		w := ""
		if i < hi {
			w = s.low[i]
		}
		switch w {
		case "(":
			depth++
		case ")":
			depth--
		}
		split := i == hi || depth == 0 && (w == "," && !s.insideBody(start, i, hi) && !s.plainNouns(start, i) || w == "and" && s.separates(start, i, hi)) && s.mentionInner(i) == nil
		if !split {
			continue
		}
		if i > start {
			out = s.member(out, start, i, hi)
		}
		start = i + 1
	}
	return out
}

// plainNouns reports whether the tokens are nouns for people in lower case, of which the next ones go on: "participants, guests
// and organisers of the forum".
func (s *scene) plainNouns(lo, hi int) bool {
	lo = s.skipDeterminer(lo, hi)
	if lo >= hi || hi-lo > 2 && s.low[hi-2] != "," {
		return false
	}
	for k := lo; k < hi; k++ {
		if s.capital(k) || s.low[k] != "," && s.d.Tokens[k].Tag != "NNS" {
			return false
		}
	}
	return true
}

// insideBody reports whether the comma at i stands inside the name of a body: "Ministry of Education, Culture and Sports".
func (s *scene) insideBody(start, i, hi int) bool {
	if !s.bodyWithin(start, i) || i+2 >= hi || !s.capital(i+1) || s.mention(i+1) != nil || s.officeBefore(i+1, min(hi, i+3)) {
		return false
	}
	if s.complementOf(i, start) && !s.bodyWithin(i+1, hi) && !s.officeBefore(i+1, hi) {
		// "Solidarity for Democracy, People's Life and Sovereignty": one name up to its "and"
		k := i + 1
		for k < hi && s.low[k] != "and" && (s.capital(k) || s.low[k] == "'s" || s.low[k] == ",") && s.mention(k) == nil {
			k++
		}
		if k < hi && s.low[k] == "and" && s.capital(k+1) && s.mention(k+1) == nil {
			return true
		}
	}
	return s.low[i+2] == "," || s.low[i+2] == "and" && s.capital(i+3) && s.mention(i+3) == nil && !s.officeBefore(i+3, min(hi, i+5))
}

// mentionInner returns the mention that covers token i and the one before it.
func (s *scene) mentionInner(i int) *name {
	m := s.mention(i)
	if m != nil && i > 0 && m.Start < s.d.Tokens[i].Start {
		return m
	}
	return nil
}

// member adds the tokens as a new member, or as an apposition of the last one.
func (s *scene) member(out []item, lo, hi, limit int) []item {
	for lo < hi && (s.low[lo] == "and" || s.low[lo] == "respectively") {
		lo++
	}
	if lo >= hi || s.low[lo] == "other" || s.low[lo] == "others" || s.low[lo] == "etc" || s.seq(lo, "his", "party") || s.seq(lo, "his", "companion") {
		return out
	}
	if n := len(out); n > 0 && (s.d.Tokens[lo].Tag == "VBG" && !s.capital(lo) || s.d.Tokens[lo].Tag == "CD" && hi-lo == 1) {
		out[n-1].end = hi // "Smith, addressing a meeting", "Pak, 52"
		return out
	}
	if n := len(out); n > 0 && s.describes(lo, hi) && (s.at(lo-1) != "and" || out[n-1].end > out[n-1].hi && s.low[lo] != "the") {
		out[n-1].end = hi
		return out
	}
	// "Lima City, Peru": the place of what was named
	if n := len(out); n > 0 && s.at(lo-1) == "," && s.demonymAt(lo) && s.mention(lo).kind != actors.ByDemonym && s.mention(hi-1) == s.mention(lo) && !s.demonymAt(out[n-1].hi-1) {
		out[n-1].end = hi
		return out
	}
	// "secretary of the C.C., the WPK": a name that ends in a body
	if n := len(out); n > 0 && s.at(lo) == "the" && (s.at(out[n-1].end-1) == "c.c." || s.at(out[n-1].end-1) == "cc" || s.at(out[n-1].end-1) == "committee" && s.low[lo-1] == ",") {
		out[n-1].end = hi
		return out
	}
	return append(out, item{lo, hi, hi})
}

// describes reports whether the tokens are an apposition: an office without a name of its own.
func (s *scene) describes(lo, hi int) bool {
	if (s.low[lo] == "a" || s.low[lo] == "an") && !s.capital(lo) && lo > 0 && s.low[lo-1] == "," {
		return true
	}
	for k := lo; k < hi; k++ {
		w := s.low[k]
		if officeHeads[w] && !(s.capital(k) && k+1 < hi && s.capital(k+1) && s.mention(k+1) != nil) {
			// "Prime Minister Hun Sen" is a name; "prime minister of Cambodia" describes
			if e := s.nameAfter(k, hi); e > 0 {
				return false
			}
			return !s.capital(lo) || s.demonymAt(lo) || s.capital(lo) && k-lo <= 3
		}
		if w == "of" || w == "for" || w == "in" {
			return false
		}
	}
	return false
}

// nameAfter returns the start of a person's name that ends the phrase after the office at k, 0 for none.
func (s *scene) nameAfter(k, hi int) int {
	// right after the office: "Ambassador Ri In Sok"
	j := k + 1
	for j < hi && officeHeads[s.low[j]] {
		j++
	}
	if j < hi && s.capital(j) && !bodies[s.low[j]] && s.unnamed(j) && s.allCapital(j, hi) {
		return j
	}
	if m := s.mention(j); j < hi && m != nil && m.entry.Kind == actors.Person && !m.holder {
		return j
	}
	// after a complement that is a state or a lower-case phrase: "prime minister of Cambodia Hun Sen", "to his country Ri In Sok"
	for j < hi {
		m := s.mention(j)
		if m != nil && m.entry.Kind == actors.Person && !m.holder && j > k+1 {
			return j
		}
		ends := m != nil && m.kind != actors.ByDemonym && (j+1 >= hi || s.mention(j+1) != m)
		low := !s.capital(j) && strings.HasPrefix(s.d.Tokens[j].Tag, "NN") && determiners[s.low[j-1]] // "to his country Ri In Sok"
		if (ends || low) && j+1 < hi && s.unnamed(j+1) && s.capital(j+1) && s.allCapital(j+1, hi) && hi-j-1 >= 2 && !s.bodyWithin(j+1, hi) {
			return j + 1
		}
		j++
	}
	return 0
}

// unnamed reports whether token i is no part of a name that the gazetteer knows in full.
func (s *scene) unnamed(i int) bool {
	m := s.mention(i)
	return m == nil || m.kind == actors.BySurname
}

// allCapital reports whether the tokens are two to four capitalised words, as a person's name.
func (s *scene) allCapital(lo, hi int) bool {
	n := 0
	for k := lo; k < hi; k++ {
		w := s.low[k]
		if w == "al" || w == "bin" || w == "de" || w == "van" || w == "von" || w == "el" || w == "da" || w == "dos" || w == "ibn" || w == "del" || w == "-" {
			continue
		}
		if !s.capital(k) || officeHeads[w] && !kin[w] || bodies[w] {
			return false
		}
		n++
	}
	return n >= 1 && n <= 6
}

// demonymAt reports whether token i is a demonym or the name of a state.
func (s *scene) demonymAt(i int) bool {
	m := s.mention(i)
	return m != nil && m.entry.Kind == actors.State
}

// separates reports whether the "and" at i parts two actors rather than the words of one name.
func (s *scene) separates(start, i, hi int) bool {
	if i+1 >= hi || i == start {
		return i == start
	}
	left, right := s.mention(i-1), s.mention(i+1)
	if officeHeads[s.low[i+1]] && !s.capital(i+1) {
		return true
	}
	if right != nil && right.entry.Kind == actors.Person && (right.kind != actors.BySurname || right.entry.ID != "") || left != nil && left.entry.Kind == actors.Person && !left.holder {
		return true
	}
	if left != nil && right != nil && left.entry.Kind == right.entry.Kind {
		// "Japan and south Korea", but not "the Presidents of Russia and Finland"
		return !s.officeBefore(start, i)
	}
	if s.low[i+1] == "the" || s.low[i+1] == "a" {
		if s.officeBefore(start, i) && s.officeBefore(i+1, hi) {
			return true
		}
		if s.bodyWithin(start, i) != s.bodyWithin(i+1, hi) && !s.officeBefore(i+1, hi) {
			return false
		}
		return true
	}
	if s.at(i+1) == "mr" || s.at(i+1) == "mr." || s.at(i+1) == "ms" {
		return true
	}
	if s.officeBefore(start, i) && s.officeBefore(i+1, hi) && s.capital(i+1) {
		return true
	}
	return s.allCapital(start, i) && s.allCapital(i+1, hi) && !s.bodyWithin(start, hi)
}

// officeBefore reports whether the tokens hold the head of an office.
func (s *scene) officeBefore(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if officeHeads[s.low[k]] || officeHeads[strings.TrimSuffix(s.low[k], "s")] {
			return true
		}
	}
	return false
}

// item reads one member of a list: a name, an office, a state, a body, or whatever stands there.
func (r *reading) item(s *scene, lo, hi, end int) *entity {
	for lo < hi && (s.low[lo] == "," || s.low[lo] == "``" || s.low[lo] == "“" || s.low[lo] == `"` || weekdays[s.low[lo]] && s.mention(lo) == nil) {
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
		if s.low[k] == "'s" {
			if e := r.newName(s, k+1, hi, end); e != nil {
				return e
			}
			break
		}
	}
	if e := r.government(s, lo, hi); e != nil {
		return e
	}
	return r.organisation(s, lo, hi, end)
}

// namedPerson finds a person of the gazetteer who is the head of the phrase.
func (r *reading) namedPerson(s *scene, lo, hi, end int) *entity {
	ms := s.mentions(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.entry.Kind != actors.Person || m.entry.ID == "" {
			continue
		}
		a, b := s.tokens(m.Span)
		if m.kind == actors.BySurname && s.partial(a, b, lo, hi) || s.bodyWithin(b, hi) && s.complementOf(a, lo) || s.bodyWithin(lo, a) && (!s.officeBefore(lo, a) || !s.officeBefore(lo, min(lo+4, a)) && s.complementOf(a, lo)) {
			continue
		}
		if a > lo {
			// "a spokesman for Vladimir Putin", "the wife of Kim Jong Un" name another; "Lee Myung Bak group" names a body
			switch s.low[a-1] {
			case "for", "of", "to", "with", "by", "under", "from", "and":
				continue
			}
		}
		if b < hi && (s.at(b) == "'s" || s.at(b) == "'" || governments[s.at(b)] || bodies[s.at(b)] || s.at(b) == "of" && !m.holder) {
			continue
		}
		return r.entityOf(s, m, lo, end)
	}
	return nil
}

// entityOf returns the article's entity for a mention, with the nouns that describe it between lo and end.
func (r *reading) entityOf(s *scene, m *name, lo, end int) *entity {
	e := r.byID[m.entry.ID]
	if e == nil {
		e = &entity{Party: Party{Actor: m.entry, Office: r.officeOn(m)}, gender: m.gender, short: strings.ToLower(m.surname)}
		r.byID[m.entry.ID] = e
		if m.office != "" {
			e.heads = append(e.heads, m.office)
		}
		r.remember(e)
	}
	e.describe(s, lo, end)
	return e
}

// describe adds the office nouns of the tokens to those by which the entity is found again.
func (e *entity) describe(s *scene, lo, end int) {
	for k := lo; k < end && len(e.heads) < 12; k++ {
		w := s.low[k]
		if !officeHeads[w] {
			continue
		}
		if w == "minister" && k > lo && (s.low[k-1] == "prime" || s.low[k-1] == "foreign") {
			w = s.low[k-1] + " " + w
		}
		if !e.has(w) {
			e.heads = append(e.heads, w)
		}
		switch w {
		case "king", "chairman", "emir", "sultan", "prince", "spokesman", "vice-chairman":
			e.gender = orIf(e.gender, "m")
		case "queen", "chairwoman", "princess", "spokeswoman", "empress":
			e.gender = orIf(e.gender, "f")
		}
	}
	for k := lo; k < end; k++ {
		switch strings.TrimSuffix(s.low[k], ".") {
		case "mr":
			e.gender = orIf(e.gender, "m")
		case "ms", "mrs":
			e.gender = orIf(e.gender, "f")
		}
	}
}

func orIf(v, w string) string {
	if v != "" {
		return v
	}
	return w
}

// partial reports whether the surname at tokens a to b-1 is but one part of a longer name that we do not know.
func (s *scene) partial(a, b, lo, hi int) bool {
	part := func(i int) bool {
		if i < lo || i >= hi || !s.capital(i) || officeHeads[s.low[i]] && !kin[s.low[i]] {
			return false
		}
		switch s.low[i] {
		case "mr", "mr.", "ms", "ms.", "mrs", "mrs.", "comrade", "general", "marshal", "dr", "dr.", "sir", "prime", "foreign", "the", "sheikh", "his", "her":
			return false
		}
		m := s.mention(i)
		return m == nil || m.entry.Kind == actors.Person
	}
	return part(a-1) || part(b)
}

// complementOf reports whether a word before token a, from lo, makes what follows a complement: "of", "for".
func (s *scene) complementOf(a, lo int) bool {
	for k := lo; k < a; k++ {
		if w := s.low[k]; w == "of" || w == "for" || w == "to" {
			return true
		}
	}
	return false
}

// paper reads a newspaper that the gazetteer does not know by what it is called: "the Thai paper Xing San Daily", "Arpan, a
// newspaper of Nepal". nil for anything else.
func (r *reading) paper(s *scene, lo, hi, end int) *entity {
	for k := lo; k+1 < hi; k++ {
		if (s.low[k] == "state" || s.low[k] == "state-run" || s.low[k] == "official") && (s.low[k+1] == "media" || s.low[k+1] == "television" || s.low[k+1] == "news" || s.low[k+1] == "tv") {
			e := &entity{heads: []string{"media"}}
			e.Kind, e.Name = actors.Medium, upperFirst(clean(s.words(k, hi)))
			if m := s.mention(lo); m != nil && m.entry.Kind == actors.State {
				e.State = m.entry.State
				e.Name = clean(s.words(lo, hi))
			}
			if m := s.mention(hi - 1); m != nil && m.entry.Kind == actors.Medium {
				return r.keep(&entity{Party: Party{Actor: m.entry}})
			}
			e.ID = actorID(e.Name, e.State)
			return r.keep(e)
		}
	}
	at, stop := -1, hi
	for k := lo; k < hi; k++ {
		if w := s.low[k]; (w == "paper" || w == "newspaper" || w == "daily" || w == "magazine" || w == "weekly" || w == "website") && !s.capital(k) {
			if k+1 < hi && (s.capital(k+1) || s.d.Word(k+1) == `"` || s.low[k+1] == "“") {
				at = k + 1
			}
			break
		}
	}
	if at < 0 && end > hi && (s.at(hi+1) == "a" || s.at(hi+1) == "an" || s.at(hi+1) == "the" || s.at(hi+1) == "organ") {
		for k := hi; k < min(end, hi+7); k++ {
			if papers[s.low[k]] && !s.capital(k) {
				at = s.skipDeterminer(lo, hi)
				break
			}
			if officeHeads[s.low[k]] {
				break
			}
		}
	}
	if at < 0 {
		return nil
	}
	if m := s.mention(at); m != nil && m.entry.Kind == actors.Medium {
		return r.keep(&entity{Party: Party{Actor: m.entry}})
	}
	e := &entity{heads: []string{"newspaper", "paper", "daily"}}
	e.Kind, e.Name = actors.Medium, clean(s.words(at, stop))
	e.ID = actorID(e.Name, "")
	return r.keep(e)
}
