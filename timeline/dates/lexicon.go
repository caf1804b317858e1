package dates

import (
	"fmt"
	"strconv"
	"strings"
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
	BirthAnniversary, CalendarUnit, Centenary, Century, Circa, ClauseRelative, CountBefore, CountHedge, CountModifier,
	CountTail, Counted, CountedPeople, DatedLead, DatedPreposition, DayDeterminer, DayEdge,
	DayObjectVerb, Daybreak, DeathNoun, DocumentDeterminer, Each, EachOne, EarlierLater, EarlyAdverb, EarlyLate,
	EndDeterminer, EventName, EveryOther, Fiscal, FiscalFull, FiscalYear, FormerlyRef, Founding,
	FoundingOrNational, FullWhole, FutureAuxiliary, FutureConjunction, GroupPossessive, HourNoun,
	HundredThousand,
	IndefiniteArticle, IrregularPlural, LatterHalf, LatterPart, LessMore, LimitBefore, LimitLead,
	ListLink, LoneDayLead, Modal, NameLink, NameTitle, NamedDay, NamedHour, NamedLead, NationalDay, NewClauseJoin,
	NewspaperName, NightBlocker, NightPlural, NoDateBefore, NotNameBefore, NotVerbBefore, NotYearCue,
	NotYearUnit, NounLead, NumberedThing, OrdinalSuffix, OrdinalTail, PageAbbreviation, PaperOnDay,
	PartDeterminer, PartLead, ParticipleTail, Passing, PastComing, Periodic, Planned, PluralPronoun, PointedModifier,
	PointingWord, PrecedingWord, PresentLead, PresentVerb, PriorOffset, RangeEnd, RealmNoun,
	RecentRef, RefusalModal, RefusalNegation, SameUnit, Scheduled, SetOffset, SingleOne, SingularSubject,
	SpanPreposition, Speaking, SubjectVerb, TimeStart, TitleAbbreviation, ToDeterminer, TodayPossessed,
	UnitAfter, UnitBefore, UnitDeterminer, UnitModifier, VagueCount, VerbParticle, WeekdayRite, Whole,
	YearAgo, YearCue, YearJoin, YearNext, YearNoun, ZoneMode data.Set
}]()

// The classes of the rows of lexicon/time.tsv: what a word is, or what it does to the time beside it.
const (
	classPhrase      = "phrase" // not a word
	classSeason      = "season"
	classPart        = "part"
	classUnit        = "unit"
	classSet         = "set"
	classReference   = "ref"
	classModifier    = "mod"
	classEdge        = "edge"
	classZone        = "zone"
	classMonth       = "month"
	classMonthAbbr   = "monthabbr"
	classWeekday     = "weekday"
	classWeekdayAbbr = "weekdayabbr"
	classNumber      = "number"
	classOrdinal     = "ordinal"
	classDecade      = "decade"
	classDay         = "day"
	classVague       = "vague"
	classApproximate = "approx"
	classCount       = "count"
	classAfter       = "after"
	classBefore      = "before"
	classAgo         = "ago"
	classPreposition = "prep"
	classFuture      = "future"
	classPast        = "past"
)

// Modifiers of a time that has none: a day without its month, a unit without a word before it.
const (
	modLone = "lone"
	modBare = "bare"
)

// tables are the words of time, as lexicon/time.tsv and lexicon/clocks.tsv have them.
type tables struct {
	words map[string]*entry
	// phrases refer to past, present or future at large; the first that stands is taken.
	phrases []refPhrase
	// clocks are the hours ahead of UTC by place or name of a clock.
	clocks map[string]float64
}

// lexicon returns the words of time, decoded once from the embedded tables.
var lexicon = sync.OnceValue(func() *tables {
	t, err := readLexicon()
	if err != nil {
		panic(err) // the tables are embedded, and a test reads them
	}
	return t
})

func readLexicon() (*tables, error) {
	const file = "lexicon/time.tsv"
	rows, err := data.Table(file, "word", "class", "value")
	if err != nil {
		return nil, err
	}
	t := &tables{words: make(map[string]*entry, len(rows))}
	for _, r := range rows {
		word, class, value := r.Fields[0], r.Fields[1], r.Fields[2]
		if class == classPhrase {
			t.phrases = append(t.phrases, refPhrase{strings.Fields(word), value})
			continue
		}
		e := t.words[word]
		if e == nil {
			e = new(entry)
			t.words[word] = e
		}
		if err := e.addClass(class, value); err != nil {
			return nil, fmt.Errorf("%s:%d: %q: %w", file, r.Line, word, err)
		}
	}
	t.clocks, err = readClocks()
	return t, err
}

func readClocks() (map[string]float64, error) {
	const file = "lexicon/clocks.tsv"
	rows, err := data.Table(file, "clock", "hours")
	if err != nil {
		return nil, err
	}
	clocks := make(map[string]float64, len(rows))
	for _, r := range rows {
		hours, err := strconv.ParseFloat(r.Fields[1], 64)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: hours: %w", file, r.Line, err)
		}
		clocks[r.Fields[0]] = hours
	}
	return clocks, nil
}

// addClass adds one class to the entry.
func (e *entry) addClass(class, value string) error {
	texts := map[string]*string{
		classSeason: &e.season, classPart: &e.part, classUnit: &e.unit, classSet: &e.set, classReference: &e.ref,
		classModifier: &e.mod, classEdge: &e.edge, classZone: &e.zone,
	}
	numbers := map[string]*int{
		classMonth: &e.month, classMonthAbbr: &e.monthAbbr, classWeekday: &e.weekday,
		classWeekdayAbbr: &e.weekdayAbbr, classNumber: &e.num, classOrdinal: &e.ord, classDecade: &e.decade,
		classDay: &e.offset,
	}
	flags := map[string]*bool{
		classVague: &e.vague, classApproximate: &e.approx, classCount: &e.count, classAfter: &e.after,
		classBefore: &e.before, classAgo: &e.ago, classPreposition: &e.prep, classFuture: &e.future, classPast: &e.past,
	}
	switch {
	case class == classZone:
		e.isZone, e.zone = true, value
	case texts[class] != nil:
		*texts[class] = value
	case numbers[class] != nil:
		n, err := strconv.Atoi(value)
		if err != nil {
			return err
		}
		*numbers[class] = n
		e.deictic = e.deictic || class == classDay
	case flags[class] != nil:
		*flags[class] = true
	default:
		return fmt.Errorf("unknown class %q", class)
	}
	return nil
}
