package timeline

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// read returns whom the noun phrase of tokens lo to hi-1 names, without looking back: one entity a member of the list.
func (r *entities) read(s *scene, lo, hi int) []*entity {
	var out []*entity
	for _, it := range s.items(lo, hi) {
		if e := r.item(s, it.lo, it.hi, it.end); e != nil {
			out = append(out, e)
		}
	}
	return distinct(out)
}

// nameAfter returns the start of a person's name that ends the phrase after the office at k, 0 for none.
func (s *scene) nameAfter(k, hi int) int {
	// right after the office: "Ambassador Ri In Sok"
	j := k + 1
	for j < hi && officeHeads[s.low[j]] {
		j++
	}
	if s.at(j) == "," { // "an officer, Ri In Sok"
		j++
	}
	if j < hi && s.capital(j) && !bodies[s.low[j]] && s.unnamed(j) && s.allCapital(j, hi) {
		return j
	}
	if m := s.mention(j); j < hi && m != nil && m.entry.Kind == actors.Person && !m.holder {
		return j
	}
	// after a complement that is a state or a lower-case phrase: "prime minister of Cambodia Hun Sen", "to its neighbour Ri In Sok"
	for j < hi {
		m := s.mention(j)
		if m != nil && m.entry.Kind == actors.Person && !m.holder && j > k+1 {
			if !complementing[s.low[j-1]] {
				return j
			}
			_, j = s.tokens(m.Span)
			continue
		}
		ends := m != nil && m.kind != actors.ByDemonym && (j+1 >= hi || s.mention(j+1) != m)
		low := !s.capital(j) && strings.HasPrefix(s.d.Tokens[j].Tag, "NN") && determiners[s.low[j-1]] // "to its neighbour Ri In Sok"
		if (ends || low) && j+1 < hi && s.unnamed(j+1) && s.capital(j+1) && s.allCapital(j+1, hi) && hi-j-1 >= 2 && !s.bodyWithin(j+1, hi) {
			return j + 1
		}
		j++
	}
	return 0
}

// complementing words make a name behind them part of what was named before: "chairman of the Society for the Study of Works of N".
var complementing = set("of for to with by under from on about against and")

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

// namedPerson finds a person of the gazetteer who is the head of the phrase.
func (r *entities) namedPerson(s *scene, lo, hi, end int) *entity {
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
			if complementing[s.low[a-1]] {
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
func (r *entities) entityOf(s *scene, m *name, lo, end int) *entity {
	e := r.byID[m.entry.ID]
	if e == nil {
		e = &entity{Party: record.Party{Actor: m.entry, Office: r.officeOn(m)}, gender: m.gender, short: strings.ToLower(m.surname)}
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
