package merge

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// Telling is what one article tells of one event, made ready to be compared: hashes of names and words, and days.
type Telling struct {
	ID        string // see the rule of ids in the package comment
	Published string // EDTF day of the article, "" when unknown

	article  uint64 // hash of its key
	win      window
	dated    bool
	tells    bool // the text itself tells the day
	day      uint32
	channel  record.Channel
	speakers []party
	to       []party
	about    []uint32 // states that the words name
	occasion []uint32 // words of meaning of its name; the day of it as one of them
	reports  []spoken
	whole    *Telling // of which this is a part, nil for a whole one
}

// Whole is the telling of which this is a part, or the telling itself.
func (t *Telling) Whole() *Telling {
	if t.whole != nil {
		return t.whole
	}
	return t
}

// party is a speaker or addressee.
type party struct {
	id     uint32
	single bool   // a person of any kind
	voice  uint32 // the state, the actor itself where there is none
	person bool   // whom the gazetteer knows: a name that only a text gives may be another's, written otherwise
	known  bool   // speaks for a state: readers, reporters, voters and media are no party that tells events apart
}

// spoken is a report: its id and its words.
type spoken struct {
	id string
	wording
}

// NewTelling makes an event of one article ready to be compared. Published is the day of the article.
func NewTelling(e *record.Event, published string) *Telling {
	t := &Telling{
		ID: e.ID, Published: published, channel: e.Channel, speakers: partiesOf(e.Speakers), to: partiesOf(e.Addressees),
		occasion: occasionWords(e.Occasion), day: hash32(e.Said.EDTF), tells: e.Said.Basis != dates.Published,
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

func partiesOf(list []record.Party) []party {
	var out []party
	for i := range list {
		p := &list[i]
		voice := p.State
		if voice == "" {
			voice = p.ID
		}
		out = append(out, party{
			id: hash32(p.ID), voice: hash32(voice), person: p.Kind == actors.Person && p.State != "" && !p.FromText(),
			known: p.State != "" && p.Kind != actors.Medium, single: p.Kind == actors.Person,
		})
	}
	return out
}

// occasionWords are hashes of the words that tell one occasion from another, and of its day.
func occasionWords(o *record.Occasion) []uint32 {
	if o == nil {
		return nil
	}
	var out []uint32
	for _, w := range strings.Fields(strings.ToLower(o.Name)) {
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

// voices are the states or actors of a list: sorted, none twice.
func voices(list ...[]party) []uint32 {
	var out []uint32
	for _, l := range list {
		for _, p := range l {
			out = append(out, p.voice)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hears are the voices of the addressees that tell events apart, speaks those of the speakers.
func (t *Telling) hears() []uint32 { return voices(known(t.to)) }

func (t *Telling) speaks() []uint32 { return voices(known(t.speakers)) }

// known are those of a list that tell events apart.
func known(list []party) []party {
	return slices.DeleteFunc(slices.Clone(list), func(p party) bool { return !p.known })
}

// persons are the speakers who are persons, by id: sorted.
func (t *Telling) persons() []uint32 {
	var out []uint32
	for _, p := range t.speakers {
		if p.person {
			out = append(out, p.id)
		}
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
