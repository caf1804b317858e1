package naming

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// inOtherSpelling returns the holder of an office whose full name is tokens at to hi-1, however spelled: "President
// | Volodymyr Zelensky". nil for everybody else.
func (r *persons) inOtherSpelling(s *scene.Scene, at, hi, lo, end int) *Entity {
	m := s.MentionAt(at)
	if m == nil || m.Actor.Kind != actors.Person || m.Actor.ID == "" || m.Kind == actors.BySurname {
		return nil
	}
	a, b := s.Range(m.Span)
	if a != at || b != hi || m.Office == "" {
		return nil
	}
	return r.EntityOf(s, m, lo, end)
}

// withMiddleName returns who is at the head of the state or its government and has the first name and surname with
// which a longer name begins and ends: "William Samoei Ruto". nil for nobody.
func (r *persons) withMiddleName(full, state string) *Entity {
	f := strings.Fields(full)
	if len(f) < 3 || state == "" {
		return nil
	}
	for _, e := range r.Gazetteer.NamedEntries(f[0]+" "+f[len(f)-1], r.Day) {
		if t, ok := e.At(r.Day); ok && words.LeadingOffice[t.Office] && t.State == state {
			m := &scene.Mention{Actor: e.Actor, Gender: e.Gender, Surname: e.Surname, Office: t.Office}
			m.Actor.State = state
			return r.EntityOf(r.Body, m, 0, 0)
		}
	}
	return nil
}

// spelledOut returns the person whose surname is token k and whom the article, wherever it does so first, calls by
// the full name. nil for nobody.
func spelledOut(r *persons, s *scene.Scene, k int) *Entity {
	b := r.Body
	for i := 1; i < len(b.Lower); i++ {
		if b.Lower[i] != s.Lower[k] || !b.Capital(i) || b.Capital(i+1) || !b.Names.Proper(i-1) {
			continue
		}
		first, _ := b.SentenceBounds(i)
		at := i
		for at > first && i-at < 2 && b.Names.Proper(at-1) && b.Names.Own(at-1, i+1) {
			at--
		}
		if at < i {
			return r.unknown(b, at, i+1, titleBefore(b, at), appositionAfter(b, i+1))
		}
	}
	return nil
}

// withInnerName are the people whom the article names in full and whose name has the word of the mention inside it,
// where nobody's name ends in it: "Fernández" is Cristina Fernández de Kirchner. None where one is named in full whom
// the gazetteer knows by it.
func (r *Cast) withInnerName(m *scene.Mention, word string) []*Entity {
	if r.ByID[m.Actor.ID] != nil {
		return nil
	}
	var list []*Entity
	for _, e := range r.Persons {
		if parts := strings.Fields(e.Name); len(parts) > 2 && slices.Contains(parts[1:len(parts)-1], word) {
			list = append(list, e)
		}
	}
	return list
}

// officeOfPresident reports whether the phrase ends in the name of the office of a president: "the Kyrgyz |
// presidential administration".
func officeOfPresident(s *scene.Scene, lo, hi int) bool {
	return hi-lo >= 2 && words.PresidentialBody[s.Lower[hi-2]+" "+s.Lower[hi-1]]
}

// spelledAs writes the name with the word that the text has: "Defense" or "Defence", "Presidency", "Presidential
// Administration" or "Presidential Office".
func spelledAs(name, written string) string {
	written = strings.ToLower(written)
	if strings.Contains(written, "defense") {
		return strings.ReplaceAll(name, "Defence", "Defense")
	}
	if of, ok := strings.CutPrefix(name, "Presidential Office of "); ok && words.PresidentialBody[written] {
		return scene.TitleCase(written) + " of " + of
	}
	return name
}

// unshout writes the name of a person that the label of a turn has in capitals as a text would: "JEAN-PIERRE LUND" is
// "Jean-Pierre Lund", "SENIOR OFFICIAL of Norway" "Senior official of Norway". Other names stay as they are.
func unshout(name string) string {
	head, _, _ := strings.Cut(name, " of ")
	low := strings.ToLower(head)
	if len(head) < 3 || head == low || head != strings.ToUpper(head) {
		return name
	}
	parts := strings.FieldsFunc(low, func(c rune) bool { return !unicode.IsLetter(c) })
	if len(parts) == 0 {
		return name
	}
	if words.Office[parts[len(parts)-1]] {
		return scene.UpperFirst(low) + name[len(head):]
	}
	at := 0
	for _, w := range parts {
		at += strings.Index(low[at:], w)
		if strings.ContainsFunc(w, func(c rune) bool { return c != 'i' && c != 'v' && c != 'x' }) { // not "Felipe | VI"
			first, n := utf8.DecodeRuneInString(w)
			low = low[:at] + string(unicode.ToUpper(first)) + w[n:] + low[at+len(w):]
		} else {
			low = low[:at] + strings.ToUpper(w) + low[at+len(w):]
		}
		at += len(w)
	}
	return low + name[len(head):]
}
