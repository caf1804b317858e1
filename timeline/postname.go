package timeline

import (
	"strings"

	"demarche/timeline/actors"
)

// postName is the canonical name of an office whose holder the text does not name: "Foreign Ministry spokesperson of China",
// "Foreign Minister of Japan", "Chairman of the Swedish Committee". Token k is the head of the office.
func (r *entities) postName(s *scene, lo, hi, k int, state string) string {
	from := s.skipDeterminer(lo, hi)
	switch s.low[k] {
	case "spokesman", "spokeswoman", "spokesperson":
		return r.spokesperson(s, from, hi, k, state)
	}
	if class := s.classIn(lo, hi); state != "" && class != "" && r.topOffice(s, lo, hi) && !s.bodyWithin(lo, hi) {
		return titleCase(class) + " of " + r.articled(state)
	}
	name := upperFirst(strings.Replace(clean(s.words(from, hi)), " its ", " the ", 1))
	if a, b := s.expand(k, hi); b > a {
		name = upperFirst(clean(s.words(from, k+1))) + " of " + s.words(a, b)
	}
	if state != "" && !s.namesState(from, hi) && len(state) == 3 {
		if strings.Contains(name, "District") || strings.Contains(name, "City") || strings.Contains(name, "Province") {
			return name
		}
		name += " of " + r.articled(state)
	}
	return name
}

// namesState reports whether a mention of a state stands in the phrase.
func (s *scene) namesState(lo, hi int) bool {
	for _, m := range s.mentions(lo, hi) {
		if m.entry.Kind == actors.State {
			return true
		}
	}
	return false
}

// spokesperson names an unnamed spokesperson by the body spoken for, which stands before the head or after "for" or "of".
func (r *entities) spokesperson(s *scene, lo, hi, k int, state string) string {
	a, b := lo, k
	if k+1 < hi && (s.low[k+1] == "for" || s.low[k+1] == "of") {
		a, b = s.skipDeterminer(k+2, hi), hi
	}
	var parts []string
	for i := a; i < b; i++ {
		m := s.mention(i)
		if m != nil && m.entry.Kind == actors.State && m.kind != actors.ByMetonym && s.at(i-1) != "in" {
			// the state stands at the end of the name: drop it with what joins it
			for len(parts) > 0 && (parts[len(parts)-1] == "of" || parts[len(parts)-1] == "the") {
				parts = parts[:len(parts)-1]
			}
			continue
		}
		if w := s.low[i]; w == "'s" || w == "," || w == "chief" && i < k {
			continue
		}
		parts = append(parts, s.d.Word(i))
	}
	body := strings.Trim(strings.Join(parts, " "), " ,")
	switch strings.ToLower(body) {
	case "ministry of foreign affairs", "foreign office", "foreign affairs ministry", "mfa", "foreign ministry":
		body = "Foreign Ministry"
	case "ministry of defence", "ministry of defense", "defense ministry", "ministry of national defence", "defence ministry":
		body = "Defence Ministry"
	}
	if len(parts) == 1 {
		if full := s.unabbreviate(body); full != "" {
			body = full
		}
	}
	var name string
	if body != "" {
		name = upperFirst(body) + " spokesperson"
	} else {
		name = "Spokesperson"
	}
	if len(state) == 3 {
		name += " of " + r.articled(state)
	}
	return name
}

// unabbreviate returns the capitalised words of the scene whose first letters make the abbreviation; "" for none.
func (s *scene) unabbreviate(abbr string) string {
	if len(abbr) < 2 || len(abbr) > 6 || strings.ToUpper(abbr) != abbr {
		return ""
	}
	for i := range s.low {
		n, k := 0, i
		for k < len(s.low) && n < len(abbr) {
			w := s.d.Word(k)
			if n > 0 && (s.low[k] == "of" || s.low[k] == "for" || s.low[k] == "the" || s.low[k] == "and") {
				k++
				continue
			}
			if w[0] != abbr[n] || len(w) < 2 {
				break
			}
			n++
			k++
		}
		if n == len(abbr) {
			return s.words(i, k)
		}
	}
	return ""
}

// expand returns the full name behind a definite complement of the office at k: "the governor of the district" after
// "Midland District", as tokens of its earlier mention. An empty range when there is none.
func (s *scene) expand(k, hi int) (lo, end int) {
	if k+3 >= hi+1 || s.at(k+1) != "of" || s.at(k+2) != "the" || k+4 != hi || s.capital(k+3) {
		return 0, 0
	}
	noun := s.low[k+3]
	for i := k; i > 0; i-- {
		if s.low[i] != noun || !s.capital(i) || !s.capital(i-1) {
			continue
		}
		a := i - 1
		for a > 0 && s.capital(a-1) && s.low[a-1] != "the" {
			a--
		}
		return a, i + 1
	}
	return 0, 0
}

// titleCase puts the first letter of each word in upper case.
func titleCase(t string) string {
	f := strings.Fields(t)
	for i := range f {
		f[i] = upperFirst(f[i])
	}
	return strings.Join(f, " ")
}
