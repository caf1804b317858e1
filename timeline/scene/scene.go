// Package scene is one text as a reader of news sees it: tokens, mentions of actors and offices, times, datelines,
// and on them the phrases, the members of a list, the subject of a clause, the tokens of a quote. In comes a parsed
// text with the marks of the gazetteer and of the dates, out go ranges of tokens. It knows the form of English
// phrases and the classes of its words; it does not know who a phrase stands for, what was told before, or what else
// the article says.
package scene

import (
	"sort"
	"strings"

	"demarche/data"
	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/dates"
)

// words are the classes of English words that the reading of phrases asks for.
var words = data.Classes[struct {
	AddressForm, AdjunctHead, AfterName, AfterNoun, Article, Aside, BeforeTime, Body, BodyPreposition, CallingLink,
	CallingVerb,
	ClauseEdge, ClauseOpener, ClauseRelative, CommitteeAbbreviation, Complementing, Dash, DatelineLabel,
	DatelineLink, DayAdverb, Determiner, Document, ElidedArticle, ExampleLead, FiniteVerb, FormOfAddress, HaveForm,
	IndefiniteArticle, Kin,
	LeadingDeterminer, ListEnd, ListJoin, ListTitle, LooseOrgan, MonthName, NameArticle, NameJoin, NameOf,
	NamePreposition, NamePrepositionInner, NameStyle, NameStyleLead, NameSuffix, NameTitle, NamingHimself, Office,
	OfficeAdjunct, OfficeTitle, Organ, OwnCompany, Paper, PassiveInner, People, PersonParticle,
	PersonalSubject, PhraseInner, PhrasePreposition, PlaceLead, PlacePreposition, Preposition, PrivateBody,
	ProVerb, Quoting, Relative, RelativePronoun, Retired, RoleNoun, SpeaksThen, Subordinator, TellsThat, ToldParticiple,
	VoicePreposition, WhoForm, WordingJoin data.Set
}]()

// Scene is one text that is read as prose, the body of an article or its title, with those who read its phrases.
type Scene struct {
	Phrased
	IsTitle bool
	Offices *Offices
	Names   *Names
	Bearers *Bearers
	Lists   *Lists
	Clauses *Clauses
	Voices  *Voices
}

// New folds the tokens of a parsed text. Names, posts, times and datelines are still to be marked.
func New(d *text.Doc, title bool) *Scene {
	s := &Scene{
		Phrased: Phrased{Marked{Folded: Folded{Text: d.Text, Doc: d, Lower: make([]string, len(d.Tokens))}}},
		IsTitle: title,
	}
	for i := range d.Tokens {
		w := d.Word(i)
		if strings.Contains(w, "’") {
			w = strings.ReplaceAll(w, "’", "'")
		}
		s.Lower[i] = strings.ToLower(w)
	}
	p := &s.Phrased
	s.Offices = &Offices{p}
	s.Names = &Names{p, s.Offices}
	s.Bearers = &Bearers{p, s.Names}
	s.Lists = &Lists{p, s.Offices, s.Names, s.Bearers}
	s.Clauses = &Clauses{p, s.Names, s.Bearers, s.Lists}
	s.Voices = &Voices{p, s.Offices, s.Names, s.Bearers, s.Lists}
	return s
}

// Folded is a parsed text with its tokens as they are compared. Tokens are addressed by index; ranges of tokens are
// half open.
type Folded struct {
	Text  string
	Doc   *text.Doc
	Lower []string // tokens in lower case, "’" folded to "'"
}

// Marked is a text with the actors, offices, times and datelines that stand in it.
type Marked struct {
	Folded
	Mentions     []Mention // mentions of the gazetteer, in the order of the text, not overlapping
	FirstMention []int     // by token: the first mention that ends after the token starts
	Posts        []Post    // mentions of offices and bodies, in the order of the text
	Times        []dates.Expression
	Honour       []bool      // by token: part of a form of address such as "dear respected"; nil for none
	Dateline     map[int]int // by first token: the token after a dateline
}

// Range returns the range of tokens that the span touches.
func (s *Folded) Range(p text.Span) (lo, hi int) {
	lo = sort.Search(len(s.Doc.Tokens), func(i int) bool { return s.Doc.Tokens[i].End > p.Start })
	hi = lo
	for hi < len(s.Doc.Tokens) && s.Doc.Tokens[hi].Start < p.End {
		hi++
	}
	return lo, hi
}

// Span returns the bytes from token lo to token hi-1; zero for an empty range.
func (s *Folded) Span(lo, hi int) text.Span {
	if lo >= hi {
		return text.Span{}
	}
	return text.Span{Start: s.Doc.Tokens[lo].Start, End: s.Doc.Tokens[hi-1].End}
}

// Words returns the text from token lo to token hi-1 as written.
func (s *Folded) Words(lo, hi int) string { return s.Span(lo, hi).Of(s.Text) }

// At returns token i in lower case, or "" outside of the text.
func (s *Folded) At(i int) string {
	if i < 0 || i >= len(s.Lower) {
		return ""
	}
	return s.Lower[i]
}

// Capital reports whether token i starts with an upper-case letter or stands for a name in all its forms.
func (s *Folded) Capital(i int) bool {
	if i < 0 || i >= len(s.Lower) {
		return false
	}
	w := s.Doc.Word(i)
	return (capital(w) || articleInName(w)) && !s.asks(i)
}

// asks reports whether token i is the letter that marks a question at the head of a line: "Q | You said it".
func (s *Folded) asks(i int) bool {
	at := s.Doc.Tokens[i]
	return at.Len() == 1 && quotes.AsksLabel(s.Lower[i]) && (at.Start == 0 || s.Text[at.Start-1] == '\n')
}

// capital reports whether a word begins with a capital; of a word that begins with another letter than those of ASCII,
// whether it has one.
func capital(w string) bool {
	return w != "" && w[0] >= 'A' && w[0] <= 'Z' || len(w) > 1 && w[0] >= 0xC3 && strings.ToLower(w) != w
}

// articleInName reports a name after a small article: "al-Assadi", "el-Sisi", "d'Estaing".
func articleInName(w string) bool {
	if at := strings.IndexAny(w, "'’"); at > 0 && words.ElidedArticle[w[:at]] {
		return capital(strings.TrimLeft(w[at:], "'’"))
	}
	at := strings.IndexByte(w, '-')
	return at > 0 && at <= 3 && words.NameArticle[w[:at]] && capital(w[at+1:])
}

// SentenceAt returns the index of the sentence that holds byte pos; the last one before it where pos is between two.
func (s *Folded) SentenceAt(pos int) int {
	i := sort.Search(len(s.Doc.Sentences), func(i int) bool { return s.Doc.Sentences[i].Start > pos })
	return max(i-1, 0)
}

// ParagraphAt returns the index of the paragraph that holds byte pos, as sentence does.
func (s *Folded) ParagraphAt(pos int) int {
	i := sort.Search(len(s.Doc.Paragraphs), func(i int) bool { return s.Doc.Paragraphs[i].Start > pos })
	return max(i-1, 0)
}

// SentenceBounds returns the tokens of the sentence that holds token i.
func (s *Folded) SentenceBounds(i int) (lo, hi int) {
	if len(s.Doc.Sentences) == 0 || i < 0 || i >= len(s.Doc.Tokens) {
		return 0, len(s.Doc.Tokens)
	}
	n := s.Doc.Sentences[s.SentenceAt(s.Doc.Tokens[i].Start)]
	return n.First, n.Last
}

// Questions reports whether a line opens with the label of who asks: "Q Will you go?", "REPORTER: When?".
func (s *Folded) Questions() bool {
	for i, w := range s.Lower {
		at := s.Doc.Tokens[i].Start
		opens := at == 0 || s.Text[at-1] == '\n'
		if opens && quotes.AsksLabel(w) && (s.asks(i) || s.At(i+1) == ":") {
			return true
		}
	}
	return false
}

// InMarks reports whether token i stands in quotation marks that its paragraph opens.
func (s *Folded) InMarks(i int) bool {
	first := s.Doc.Paragraphs[s.ParagraphAt(s.Doc.Tokens[i].Start)].Start
	open := false
	for k := i - 1; k >= 0 && s.Doc.Tokens[k].Start >= first; k-- {
		switch s.Lower[k] {
		case "“":
			return true
		case "”":
			return false
		case `"`:
			open = !open
		}
	}
	return open
}

// HasWords reports whether the tokens from i are exactly these words.
func (s *Folded) HasWords(i int, words ...string) bool {
	for k, w := range words {
		if s.At(i+k) != w {
			return false
		}
	}
	return true
}

// HasPhrase reports whether a phrase of the class, its words parted by spaces, begins at token i.
func (s *Folded) HasPhrase(i int, class data.Phrases) bool {
	for _, rest := range class[s.At(i)] {
		k := 0
		for k < len(rest) && s.At(i+1+k) == rest[k] {
			k++
		}
		if k == len(rest) {
			return true
		}
	}
	return false
}

// Contains reports whether the word is among the tokens.
func (s *Folded) Contains(lo, hi int, word string) bool {
	for k := lo; k < hi; k++ {
		if s.Lower[k] == word {
			return true
		}
	}
	return false
}

// Covers reports whether the span p lies in one of the list.
func Covers(list []text.Span, p text.Span) bool {
	for _, c := range list {
		if c.Contains(p) {
			return true
		}
	}
	return false
}

// Overlapping returns the spans, sorted by start, that touch p.
func Overlapping(list []text.Span, p text.Span) []text.Span {
	var out []text.Span
	b := sort.Search(len(list), func(i int) bool { return list[i].Start >= p.End })
	for i := b - 1; i >= 0 && i >= b-60; i-- {
		if list[i].End > p.Start {
			out = append(out, list[i])
		}
	}
	return out
}
