package timeline

import (
	"strings"

	"demarche/timeline/actors"
)

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
			out = s.member(out, start, i)
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
func (s *scene) member(out []item, lo, hi int) []item {
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
	if n := len(out); n > 0 && s.introduces(out[n-1].lo, lo-1) && s.allCapital(lo, hi) && hi-lo > 1 && out[n-1].hi == lo-1 {
		out[n-1].hi, out[n-1].end = hi, hi
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

// introduces reports whether the tokens before a comma only say what the person named behind it is: "a border officer, | Ri In Sok".
func (s *scene) introduces(lo, hi int) bool {
	if hi-lo < 2 || s.low[lo] != "a" && s.low[lo] != "an" || s.at(hi) != "," {
		return false
	}
	w := s.low[hi-1]
	return !s.capital(hi-1) && (officeHeads[w] || s.d.Tokens[hi-1].Tag == "NN" && !bodies[w] && !organHeads[w] && !papers[w] && !documents[w])
}

// describes reports whether the tokens are an apposition: an office without a name of its own.
func (s *scene) describes(lo, hi int) bool {
	if (s.low[lo] == "a" || s.low[lo] == "an") && !s.capital(lo) && lo > 0 && s.low[lo-1] == "," {
		return true
	}
	for k := lo; k < hi; k++ {
		w := s.low[k]
		titled := s.capital(k) && k+1 < hi && s.capital(k+1) && s.mention(k+1) != nil
		if officeHeads[w] && !titled {
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
func (r *entities) item(s *scene, lo, hi, end int) *entity {
	hi = s.beforeState(lo, hi)
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
	return r.organisation(s, lo, hi)
}
