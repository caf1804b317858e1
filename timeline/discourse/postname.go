package discourse

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// postName is the canonical name of an office whose holder the text does not name: "Foreign Ministry spokesperson of China",
// "Foreign Minister of Japan", "Chairman of the Swedish Committee". Token k is the head of the office.
func (r *Entities) postName(s *scene.Scene, lo, hi, k int, state string) string {
	from := s.SkipDeterminer(lo, hi)
	switch s.Lower[k] {
	case "spokesman", "spokeswoman", "spokesperson":
		return spokesperson(r, s, from, hi, k, state)
	}
	if class := s.OfficeIn(lo, hi); state != "" && class != "" && topOffice(r, s, lo, hi) && !s.HasBody(lo, hi) {
		return scene.TitleCase(class) + " of " + r.articled(state)
	}
	name := scene.UpperFirst(strings.Replace(scene.Clean(s.Words(from, hi)), " its ", " the ", 1))
	if a, b := s.FullName(k, hi); b > a {
		name = scene.UpperFirst(scene.Clean(s.Words(from, k+1))) + " of " + s.Words(a, b)
	}
	if state != "" && !s.NamesState(from, hi) && len(state) == 3 {
		if strings.Contains(name, "District") || strings.Contains(name, "City") || strings.Contains(name, "Province") {
			return name
		}
		name += " of " + r.articled(state)
	}
	return name
}

// spokesperson names an unnamed spokesperson by the body spoken for, which stands before the head or after "for" or "of".
func spokesperson(r *Entities, s *scene.Scene, lo, hi, k int, state string) string {
	a, b := lo, k
	if k+1 < hi && (s.Lower[k+1] == "for" || s.Lower[k+1] == "of") {
		a, b = s.SkipDeterminer(k+2, hi), hi
	}
	var parts []string
	for i := a; i < b; i++ {
		m := s.MentionAt(i)
		if m != nil && m.Actor.Kind == actors.State && m.Kind != actors.ByMetonym && s.At(i-1) != "in" {
			// the state stands at the end of the name: drop it with what joins it
			for len(parts) > 0 && (parts[len(parts)-1] == "of" || parts[len(parts)-1] == "the") {
				parts = parts[:len(parts)-1]
			}
			continue
		}
		if w := s.Lower[i]; w == "'s" || w == "," || w == "chief" && i < k {
			continue
		}
		parts = append(parts, s.Doc.Word(i))
	}
	body := strings.Trim(strings.Join(parts, " "), " ,")
	switch strings.ToLower(body) {
	case "ministry of foreign affairs", "foreign office", "foreign affairs ministry", "mfa", "foreign ministry":
		body = "Foreign Ministry"
	case "ministry of defence", "ministry of defense", "defense ministry", "ministry of national defence", "defence ministry":
		body = "Defence Ministry"
	}
	if len(parts) == 1 {
		if full := s.Unabbreviate(body); full != "" {
			body = full
		}
	}
	var name string
	if body != "" {
		name = scene.UpperFirst(body) + " spokesperson"
	} else {
		name = "Spokesperson"
	}
	if len(state) == 3 {
		name += " of " + r.articled(state)
	}
	return name
}
