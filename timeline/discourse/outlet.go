package discourse

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// outletState returns the state for which the article's outlet speaks, "" for a private or unknown one.
func (r *Entities) outletState() string {
	out := r.Article.Outlet
	for _, e := range r.Gazetteer.NamedEntries(strings.TrimPrefix(out, "The "), r.Day) {
		if e.Kind == actors.State { // "The White House"
			r.OwnSite = true
			return e.State
		}
		if e.Kind == actors.Medium && (e.Detail == "state" || e.Detail == "party") {
			return e.State
		}
	}
	// the site of a government: a domain whose label before the last is a seat of power, or a state's own domain
	for _, word := range strings.FieldsFunc(strings.ToLower(out), func(c rune) bool { return c == ' ' || c == '(' || c == ')' }) {
		host, _, _ := strings.Cut(word, "/")
		if !strings.Contains(host, ".") {
			continue
		}
		for _, label := range strings.Split(host, ".") {
			if code, ok := r.Gazetteer.StateCode(label); ok && len(label) > 3 {
				r.OwnSite = true
				return code
			}
		}
	}
	return ""
}

// stateBefore returns the state that was named last before token i in its paragraph, else the outlet's, else the one that the
// article names first.
func (r *Entities) stateBefore(s *scene.Scene, i int) string {
	if i < len(s.FirstMention) && i >= 0 {
		p := 0
		if len(s.Doc.Paragraphs) > 0 {
			p = s.Doc.Paragraphs[s.ParagraphAt(s.Doc.Tokens[i].Start)].Start
		}
		for k := s.FirstMention[i] - 1; k >= 0 && s.Mentions[k].Start >= p; k-- {
			if s.Mentions[k].Actor.Kind == actors.State && (s.IsTitle || !scene.Covers(scene.Overlapping(r.Contents, s.Mentions[k].Span), s.Mentions[k].Span)) {
				return s.Mentions[k].Actor.State
			}
		}
	}
	if r.Home != "" {
		return r.Home
	}
	for _, s := range []*scene.Scene{r.Title, r.Body} {
		for k := range s.Mentions {
			if s.Mentions[k].Actor.Kind == actors.State {
				return s.Mentions[k].Actor.State
			}
		}
	}
	return ""
}

// nativeState is the state of a person whom the media of a state name without a description: foreigners get one. "" where the
// sentence names another state, or the outlet speaks for none.
func (r *Entities) nativeState(s *scene.Scene, at int) string {
	if r.Home == "" {
		return ""
	}
	lo, hi := s.SentenceBounds(at)
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.State && m.Actor.State != r.Home {
			return ""
		}
	}
	_, end := s.SentenceBounds(at)
	last := at
	for last+1 < end && s.Capital(last+1) {
		last++
	}
	for _, k := range []int{at, last} {
		for _, e := range r.Gazetteer.NamedEntries(s.Doc.Word(k), r.Day) {
			if e.Kind == actors.Person && e.State == r.Home {
				return r.Home // the surname is one of that state
			}
		}
	}
	return ""
}

// stateNamed is the last state that was named before token i, other than the outlet's own when there is another.
func (r *Entities) stateNamed(s *scene.Scene, i int) (actors.Actor, bool) {
	var own actors.Actor
	for k := s.FirstMention[i] - 1; k >= 0 && k >= s.FirstMention[i]-40; k-- {
		switch a := s.Mentions[k].Actor; {
		case a.Kind != actors.State:
		case a.State != r.Home:
			return a, true
		case own.ID == "":
			own = a
		}
	}
	return own, own.ID != ""
}
