package timeline

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// topOffices are those whose holders are known by their surname alone.
var topOffices = map[string]bool{
	"president": true, "prime minister": true, "monarch": true, "foreign minister": true, "defence minister": true,
	"leader": true, "supreme leader": true, "head of state": true, "head of government": true, "secretary-general": true,
}

// lesserOffices are no offices of a state's leaders: "Governor Abe" is not the minister of that name.
var lesserOffices = scene.Words(`governor mayor judge prosecutor lawyer professor dean rector researcher analyst journalist reporter editor bishop
	archbishop patriarch cardinal`)

// bySurname returns the first of those whom a surname alone may mean: somebody whom the article's readers knew by then, and who had the
// office, if any, that stands before the name. nil for none.
func (r *entities) bySurname(s *scene.Scene, at text.Span, list []*actors.Entry) *actors.Entry {
	lo, _ := s.Range(at)
	office := s.At(lo - 1)
	for _, e := range list {
		if e.Kind != actors.Person || e.KnownBy(r.day) && (!lesserOffices[office] || titled(e, office)) {
			return e
		}
	}
	return nil
}

// ofState puts first those of the state that stands behind the name at byte end: "Albert II of Monaco" is not the one of Belgium.
func ofState(s *scene.Scene, end int, next actors.Mention, list []*actors.Entry) []*actors.Entry {
	state := next.Candidates[0].Entry
	if b := strings.TrimSpace(s.Text[end:next.Start]); b != "of" && b != "of the" || state == nil || state.Kind != actors.State || len(list) < 2 {
		return list
	}
	var of, others []*actors.Entry
	for _, e := range list {
		if e.Kind == actors.Person && e.State == state.State {
			of = append(of, e)
		} else {
			others = append(others, e)
		}
	}
	return append(of, others...)
}

// titled reports whether one of the person's offices is called by the word.
func titled(e *actors.Entry, word string) bool {
	for i := range e.Terms {
		if t := &e.Terms[i]; strings.Contains(t.Office, word) || strings.Contains(strings.ToLower(t.Title), word) {
			return true
		}
	}
	return false
}
