package merge

import (
	"slices"
	"strings"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// Telling is what one article tells of one event, made ready to be compared: hashes of names and words, and days.
type Telling struct {
	ID string // see the rule of ids in the package comment
	Issue

	article  uint64 // hash of its key
	win      window
	dated    bool
	basis    dates.Basis
	day      uint32
	channel  record.Channel
	speakers []party
	to       []party
	about    []uint32 // states that the words name
	occasion []uint32 // words of meaning of its name; the day of it as one of them
	reports  []spoken
	whole    *Telling // of which this is a part, nil for a whole one
}

// tells reports whether the text itself tells the day.
func (t *Telling) tells() bool { return t.basis != dates.Published }

// Whole is the telling of which this is a part, or the telling itself.
func (t *Telling) Whole() *Telling {
	if t.whole != nil {
		return t.whole
	}
	return t
}

// spoken is a report: its id and its words.
type spoken struct {
	id string
	wording
}

// Issue is where and when an article came out.
type Issue struct {
	Published string // EDTF day, "" when unknown
	Outlet    string // name, "" when unknown
}

// NewTelling makes an event of one article ready to be compared.
func NewTelling(e *record.Event, from Issue) *Telling {
	t := &Telling{
		ID: e.ID, Issue: from, channel: e.Channel, speakers: partiesOf(e.Speakers), to: partiesOf(e.Addressees),
		occasion: occasionWords(e.Occasion), day: hash32(e.Said.EDTF), basis: e.Said.Basis,
	}
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			r := &e.Statements[i].Reports[j]
			t.article = hash64(r.ArticleKey)
			t.reports = append(t.reports, spoken{r.ID, newWording(r.Text)})
			for _, s := range r.About {
				t.about = append(t.about, hash32(s))
			}
		}
	}
	slices.Sort(t.about)
	t.about = slices.Compact(t.about)
	t.win, t.dated = windowOf(&e.Said)
	return t
}

// occasionWords are hashes of the words that tell one occasion from another, and of its day.
func occasionWords(o *record.Occasion) []uint32 {
	if o == nil {
		return nil
	}
	var out []uint32
	words := &rarities().plain
	for _, w := range strings.Fields(strings.ToLower(strings.Map(straight, o.Name))) {
		w = strings.TrimSuffix(w, "'s")
		if !words.StopWord[w] && !words.CommonOccasion[w] {
			out = append(out, hash32(w))
		}
	}
	if o.Date != "" {
		out = append(out, hash32(o.Date))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shared counts what two sorted lists have in common.
func shared[T uint32 | uint64](a, b []T) int {
	n := 0
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); ok {
			n++
		}
	}
	return n
}

// older orders tellings by the rule of ids.
func older(a, b *Telling) int {
	if a.Published != b.Published {
		switch {
		case a.Published == "":
			return 1
		case b.Published == "":
			return -1
		}
		return strings.Compare(a.Published, b.Published)
	}
	return strings.Compare(a.ID, b.ID)
}

// part is the telling with some of its reports alone.
func (t *Telling) part(keep func(report string) bool) *Telling {
	p := *t
	p.reports, p.whole = nil, t
	for _, r := range t.reports {
		if keep(r.id) {
			p.reports = append(p.reports, r)
		}
	}
	return &p
}

func (t *Telling) holdsAny(ids set) bool {
	return slices.ContainsFunc(t.reports, func(r spoken) bool { return ids[r.id] })
}

// Holds reports whether the telling, or the part of it, has the report.
func (t *Telling) Holds(report string) bool {
	return slices.ContainsFunc(t.reports, func(r spoken) bool { return r.id == report })
}

// briefs reports whether the words were given to the press, or to an audience, which a text may not tell apart.
func (t *Telling) briefs() bool {
	return t.channel == record.PressConference || t.channel == record.Speech
}

// pair is two tellings that may be of one event. It knows nothing of other tellings, nor of what a user has said of
// them.
type pair struct{ t, u *Telling }

// Same reports whether two tellings are of one event by themselves.
func (t *Telling) Same(u *Telling) bool {
	sum, _ := pair{t, u}.same()
	return sum > 0
}

// mayBe reports whether nothing stands against two tellings being of one event: they are of two articles, their days
// meet, and so do their parties.
func (p pair) mayBe() bool {
	return p.t.dated && p.u.dated && p.t.article != p.u.article && p.meets() && !p.apart()
}

// meets reports whether the windows of both hold a time in common, and have both a start or neither.
func (p pair) meets() bool {
	_, ok := p.t.win.meet(p.u.win)
	return ok && p.t.win.open() == p.u.win.open()
}

// overlaps reports whether the days themselves have one in common, without any slack.
func (p pair) overlaps() bool {
	m, _ := p.t.win.meet(p.u.win)
	return m.last > m.first
}

// oneOutlet reports whether one outlet printed both.
func (p pair) oneOutlet() bool {
	return p.t.Outlet != "" && strings.EqualFold(p.t.Outlet, p.u.Outlet)
}

// series reports whether two tellings of one outlet are rather two of a series than one event told twice: briefings
// that came out on two days, and long records of which little is in both. A spokesman says much of it again the next
// day; and of many reports two will be alike.
func (p pair) series() bool {
	if p.oneLetter() {
		return false
	}
	return p.t.briefs() && p.u.briefs() && p.t.Published != p.u.Published && !p.toldOn() || !p.mostlyIn()
}

// toldOn reports whether both texts tell the same day.
func (p pair) toldOn() bool {
	return p.t.basis == p.u.basis && p.t.tells() && p.t.day == p.u.day
}

// mostlyIn reports whether half of the reports of the telling with fewer of them say much of what one of the other
// does.
func (p pair) mostlyIn() bool {
	few, many := p.t, p.u
	if len(few.reports) > len(many.reports) {
		few, many = p.u, p.t
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
