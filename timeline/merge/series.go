package merge

import (
	"slices"
	"strings"

	"demarche/timeline/record"
)

// oneOutlet reports whether one outlet printed both.
func (t *Telling) oneOutlet(u *Telling) bool {
	return t.Outlet != "" && strings.EqualFold(t.Outlet, u.Outlet)
}

// series reports whether two tellings of one outlet are rather two of a series than one event told twice: briefings
// that came out on two days, and long records of which little is in both. A spokesman says much of it again the next
// day; and of many reports two will be alike.
func (t *Telling) series(u *Telling) bool {
	if t.oneLetter(u) {
		return false
	}
	return t.briefs() && u.briefs() && t.Published != u.Published && !t.toldOn(u) || !t.mostlyIn(u)
}

// briefs reports whether the words were given to the press, or to an audience, which a text may not tell apart.
func (t *Telling) briefs() bool {
	return t.channel == record.PressConference || t.channel == record.Speech
}

// toldOn reports whether both texts tell the same day.
func (t *Telling) toldOn(u *Telling) bool {
	return t.basis == u.basis && t.tells() && t.day == u.day
}

// mostlyIn reports whether half of the reports of the telling with fewer of them say much of what one of the other does.
func (t *Telling) mostlyIn(u *Telling) bool {
	few, many := t, u
	if len(few.reports) > len(many.reports) {
		few, many = u, t
	}
	n := 0
	for i := range few.reports {
		r := &few.reports[i]
		if slices.ContainsFunc(many.reports, func(s spoken) bool { return r.evidence(&s.wording) >= repeated }) {
			n++
		}
	}
	return 2*n >= len(few.reports)
}
