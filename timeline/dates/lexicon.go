package dates

import (
	"fmt"
	"strconv"
	"sync"

	"demarche/data"
)

// An entry is what the lexicon says of a word; zero fields say nothing.
type entry struct {
	month, monthAbbr     int // 1 to 12
	weekday, weekdayAbbr int // 1 is Monday
	season, part         string
	unit, set, ref       string
	mod, edge            string
	num, ord             int
	decade               int
	zone                 string
	deictic              bool
	offset               int // of a deictic day
	vague, approx, count bool
	after, before, ago   bool
	prep, future, past   bool
	isZone               bool
}

// words are the classes of English words that the grammar of dates asks for.
var words = data.Classes[struct {
	AfterChrist, AfterLength, AfterLoneDay, AfterOffset, AgoBefore, AgreeingVerb, AmbiguousSeason,
	AmountHedge, AnniversaryDeterminer, AnniversaryWord, ArrangedEntry, ArrangedNoun, ArrangedVerb,
	AsSoon, AtLeast, BareAmountHedge, BeforeChrist, BeforeOffset, BesideLink, Bicentenary, Birth,
	BirthAnniversary, CalendarUnit, Centenary, Century, Circa, CountBefore, CountHedge, CountModifier,
	CountTail, Counted, CountedPeople, DatedLead, DatedPreposition, DayDeterminer, DayEdge,
	DayObjectVerb, Daybreak, DeathNoun, DocumentDeterminer, Each, EachOne, EarlierLater, EarlyLate,
	EndDeterminer, EventName, EveryOther, Fiscal, FiscalFull, FiscalYear, FormerlyRef, Founding,
	FoundingOrNational, FullWhole, FutureAuxiliary, GroupPossessive, HourNoun, HundredThousand,
	IndefiniteArticle, IrregularPlural, LatterHalf, LatterPart, LessMore, LimitBefore, LimitLead,
	ListLink, LoneDayLead, Modal, NameLink, NameTitle, NamedDay, NamedHour, NamedLead, NationalDay,
	NewspaperName, NightBlocker, NightPlural, NoDateBefore, NotNameBefore, NotVerbBefore, NotYearCue,
	NotYearUnit, NounLead, NumberedThing, OrdinalSuffix, OrdinalTail, PageAbbreviation, PaperOnDay,
	PartDeterminer, PartLead, Passing, PastComing, Periodic, Planned, PluralPronoun, PointedModifier,
	PointingWord, PrecedingWord, PresentLead, PresentVerb, PriorOffset, RangeEnd, RealmNoun,
	RecentRef, SameUnit, Scheduled, SetOffset, SingleOne, SingularSubject,
	SpanPreposition, SubjectVerb, TimeStart, TitleAbbreviation, ToDeterminer, TodayPossessed,
	UnitAfter, UnitBefore, UnitDeterminer, UnitModifier, VagueCount, VerbParticle, WeekdayRite, Whole,
	YearAgo, YearCue, YearJoin, YearNext, YearNoun, ZoneMode data.Set
}]()

// noEntry stands for every word that the lexicon does not know.
var noEntry entry

// lexicon returns the words of time, decoded once from the embedded table.
var lexicon = sync.OnceValue(func() map[string]*entry {
	m, err := readLexicon()
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	return m
})

func readLexicon() (map[string]*entry, error) {
	rows, err := data.Table("lexicon/time.tsv", "word", "class", "value")
	if err != nil {
		return nil, err
	}
	m := make(map[string]*entry, len(rows))
	for _, r := range rows {
		if r.Fields[1] == phraseClass {
			continue
		}
		e := m[r.Fields[0]]
		if e == nil {
			e = new(entry)
			m[r.Fields[0]] = e
		}
		if err := e.set1(r.Fields[1], r.Fields[2]); err != nil {
			return nil, fmt.Errorf("lexicon/time.tsv:%d: %q: %w", r.Line, r.Fields[0], err)
		}
	}
	return m, nil
}

// set1 adds one class to the entry.
func (e *entry) set1(class, value string) error {
	texts := map[string]*string{
		"season": &e.season, "part": &e.part, "unit": &e.unit, "set": &e.set, "ref": &e.ref,
		"mod": &e.mod, "edge": &e.edge, "zone": &e.zone,
	}
	numbers := map[string]*int{
		"month": &e.month, "monthabbr": &e.monthAbbr, "weekday": &e.weekday,
		"weekdayabbr": &e.weekdayAbbr, "number": &e.num, "ordinal": &e.ord, "decade": &e.decade, "day": &e.offset,
	}
	flags := map[string]*bool{
		"vague": &e.vague, "approx": &e.approx, "count": &e.count, "after": &e.after,
		"before": &e.before, "ago": &e.ago, "prep": &e.prep, "future": &e.future, "past": &e.past,
	}
	switch {
	case class == "zone":
		e.isZone, e.zone = true, value
	case texts[class] != nil:
		*texts[class] = value
	case numbers[class] != nil:
		n, err := strconv.Atoi(value)
		if err != nil {
			return err
		}
		*numbers[class] = n
		e.deictic = e.deictic || class == "day"
	case flags[class] != nil:
		*flags[class] = true
	default:
		return fmt.Errorf("unknown class %q", class)
	}
	return nil
}
