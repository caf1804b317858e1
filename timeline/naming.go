package timeline

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"demarche/timeline/actors"
)

// official reads a phrase whose head is an office: "the Russian president", "Foreign Ministry spokesman Zhao Lijian",
// "governor of the district". nil when there is no office, or it only describes what was named.
func (r *entities) official(s *scene, lo, hi, end int) *entity {
	k := lo
	for k < hi && !officeHeads[s.low[k]] {
		if w := s.low[k]; w == "of" || w == "for" || w == "in" || s.verb(k) {
			return nil
		}
		if m := s.mention(k); m != nil && m.entry.Kind == actors.Organisation && !s.headAfter(k, hi) {
			return nil
		}
		k++
	}
	if k >= hi {
		return nil
	}
	// the last office noun of a run is the head: "deputy prime minister", "vice foreign minister"
	for k+1 < hi && officeHeads[s.low[k+1]] {
		k++
	}
	if k > lo && (s.low[k] == "general" || s.low[k] == "secretary") && (s.low[k-1] == "secretary" || s.low[k-1] == "director" || s.low[k-1] == "general") {
		k--
		if s.low[k] == "general" {
			k++
		}
	}
	if k+1 < hi && (bodies[s.low[k+1]] || s.low[k+1] == "'s" || s.low[k+1] == "'") && s.low[k+1] != "secretariat" {
		return nil
	}
	if strings.HasSuffix(s.low[k], "s") && !officeHeads[s.low[k]] {
		return nil
	}
	state, private := r.stateOf(s, lo, hi, k)
	if at := s.nameAfter(k, hi); at > 0 && !s.demonymAt(at) {
		// a spelling that the gazetteer does not know, of who holds the office
		if e := r.holder(s, lo, at, k, state, private); e != nil && e.short != "" && s.low[hi-1] == e.short {
			e.describe(s, lo, hi)
			return e
		}
		return r.person(s, at, hi, lo, end)
	}
	if at := r.namedElsewhere(s, k, hi); at > 0 {
		return r.person(s, at, hi, lo, end)
	}
	if e := r.holder(s, lo, hi, k, state, private); e != nil {
		e.describe(s, lo, hi)
		return e
	}
	e := &entity{plural: contains(s, k, hi, "and")} // "the reporter and speakers"
	e.Kind = actors.Person
	e.State = state
	e.Name = r.postName(s, lo, hi, k, state)
	e.Office = e.Name
	e.ID = actorID(e.Name, e.State)
	e = r.keep(e)
	e.describe(s, lo, hi)
	return e
}

// headAfter reports whether an office follows token k: "UN Secretary-General", "Defence Ministry spokesman".
func (s *scene) headAfter(k, hi int) bool {
	for ; k < hi; k++ {
		if officeHeads[s.low[k]] {
			return true
		}
		if w := s.low[k]; w == "of" || w == "for" {
			return false
		}
	}
	return false
}

// holder returns who held the office on the day, when the gazetteer knows. Former, deputy and acting ones are others.
func (r *entities) holder(s *scene, lo, hi, k int, state string, private bool) *entity {
	if state == "" || private {
		return nil
	}
	class := s.classIn(lo, hi)
	if s.low[k] == "head" && s.seq(hi-1, "state") {
		class = "head of state" // "the head of the Russian state"
	}
	if class == "" {
		return nil
	}
	for i := lo; i <= k; i++ {
		switch s.low[i] {
		case "former", "ex", "ex-president", "deputy", "vice", "assistant", "then", "late", "incoming", "first", "new", "next":
			return nil
		}
		if i < k && (bodies[s.low[i]] || organHeads[s.low[i]]) {
			return nil
		}
	}
	// "spokesman for the president": the office of somebody else
	head := s.low[k]
	switch head {
	case "spokesman", "spokeswoman", "spokesperson", "official", "adviser", "advisor", "aide", "representative", "delegate",
		"envoy", "deputy", "member", "director", "ambassador", "wife", "widow", "son", "daughter", "husband", "chief", "secretary-general":
		if head != "secretary-general" {
			return nil
		}
	}
	e, ok := r.g.Holder(state, class, r.day)
	if !ok || !r.g.Single(class) { // "the minister" is one of many, whoever is known
		return nil
	}
	m := &name{entry: e.Actor, gender: e.Gender, surname: e.Surname, office: class, holder: true}
	m.entry.State = state
	return r.entityOf(s, m, lo, hi)
}

// skipDeterminer returns the first token that is no article.
func (s *scene) skipDeterminer(lo, hi int) int {
	for lo < hi && (s.low[lo] == "the" || s.low[lo] == "a" || s.low[lo] == "an" || s.low[lo] == "this" || s.low[lo] == "its") {
		lo++
	}
	return lo
}

// clean folds white space and takes marks of quotation off the ends.
func clean(t string) string {
	t = strings.Join(strings.Fields(t), " ")
	t = strings.TrimSuffix(strings.TrimSuffix(t, "’s"), "'s")
	return strings.Trim(t, "\"“”'’ ,")
}

// upperFirst puts the first letter in upper case.
func upperFirst(t string) string {
	if t != "" && t[0] >= 'a' && t[0] <= 'z' {
		return string(t[0]-'a'+'A') + t[1:]
	}
	return t
}

// actorID is the stable identity of an actor that only a text gives.
func actorID(name, state string) string {
	h := sha256.Sum256([]byte(strings.ToLower(name) + "\x00" + state))
	return "x" + hex.EncodeToString(h[:6])
}
