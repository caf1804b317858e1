package scene

import (
	"strings"

	"demarche/data"
	"demarche/timeline/actors"
)

// Clauses finds the subjects and verbs of clauses. It does not know whom a subject names.
type Clauses struct {
	*Phrased
	Names   *Names
	Bearers *Bearers
	Lists   *Lists
}

// Core cuts a source to its noun phrase: without an adjunct before it ("In particular, they") and what follows it
// ("in an article titled", "on Monday").
func (s *Clauses) Core(lo, hi int) (int, int) {
	if lo >= hi {
		return lo, hi
	}
	if t := s.Doc.Tokens[lo].Tag; (t == "IN" || t == "VBG" || t == "RB" || t == "TO") && s.MentionAt(lo) == nil {
		for k := hi - 2; k > lo; k-- {
			if s.Lower[k] == "," {
				lo = k + 1
				break
			}
		}
	}
	if k := s.nameAfterAdjunct(lo, hi); k > lo {
		lo = k
	}
	if s.Lower[hi-1] == ")" { // "the Harbour Watch (HW)"
		for k := hi - 2; k > lo; k-- {
			if s.Lower[k] == "(" {
				hi = k
				break
			}
		}
	}
	if e := s.PhraseEnd(lo, hi); e > lo && e < hi {
		if w := s.Lower[e]; (words.AfterName[w] || s.InTime(e)) && e+1 < hi && !s.namesAfterComma(lo, e, hi) &&
			!s.namesAfterPlace(e, hi) {
			hi = e
		}
	}
	return lo, hi
}

// nameAfterAdjunct returns the start of the name that ends a phrase which begins with an adjunct, "On the steps of the
// palace | Moss", "In blunt words | Peru's ministry", "In a note on Friday | the minister", lo where there is none. The
// noun before the name is of the adjunct.
func (s *Clauses) nameAfterAdjunct(lo, hi int) int {
	if s.Doc.Tokens[lo].Tag != "IN" || s.Contains(lo, hi, ",") || s.MentionAt(lo) != nil {
		return lo
	}
	k := hi
	for k > lo && (s.Capital(k-1) || s.Lower[k-1] == "'s") {
		k--
	}
	if k == hi || k < lo+3 || s.Doc.Tokens[k-1].Tag != "NN" && s.Doc.Tokens[k-1].Tag != "NNS" ||
		words.Office[s.Lower[k-1]] {
		return s.secondPhrase(lo, hi)
	}
	return k
}

// secondPhrase returns the last determiner or possessor of the phrase that stands right after a noun, and so begins
// another phrase: "In a note on Friday | the minister", "In blunt words | Peru's ministry". It is lo for none.
func (s *Clauses) secondPhrase(lo, hi int) int {
	for k := hi - 2; k > lo+1; k-- {
		noun := strings.HasPrefix(s.Doc.Tokens[k-1].Tag, "NN") || s.InTime(k-1)
		possessor := s.Capital(k) && s.Lower[k+1] == "'s" && !s.Capital(k-1)
		if noun && !s.InTime(k) && (possessor || s.Doc.Tokens[k].Tag == "DT") {
			return k
		}
	}
	return lo
}

// namesAfterComma reports whether the phrase from lo to e-1 names nobody, and what follows it ends in a comma and the
// name of a person or body: "a pilot | from the delta, Ri In Sok", "the mission | in Peru, UNAMA".
func (s *Clauses) namesAfterComma(lo, e, hi int) bool {
	k := hi - 1
	for k > e && s.Lower[k] != "," {
		k--
	}
	named := !s.Lists.Joins(k+1, hi) && s.Names.Naming(k+1, s.Bearers.BeforeState(k+1, hi)) || s.nameOfBody(k+1, hi)
	return k > e && named && !s.Names.Naming(lo, e)
}

// namesAfterPlace reports whether a phrase, with an office that ends before "in" at token e, ends in a name after the
// place where it is held: "Peru's consul general | in Arica Jorge Salas".
func (s *Clauses) namesAfterPlace(e, hi int) bool {
	if s.Lower[e] != "in" || !words.Office[s.Lower[e-1]] || !s.Capital(e+1) || s.InTime(e+1) {
		return false
	}
	at := e + 2
	if m := s.MentionAt(e + 1); m != nil {
		_, at = s.Range(m.Span)
	}
	return at == s.Bearers.After(e-1, hi)
}

// nameOfBody reports whether the tokens are the name of a body that the gazetteer knows, and nothing else.
func (s *Clauses) nameOfBody(lo, hi int) bool {
	lo = s.SkipDeterminer(lo, hi)
	m := s.MentionAt(lo)
	if m == nil || m.Actor.Kind != actors.Organisation && m.Kind != actors.ByMetonym {
		return false
	}
	a, b := s.Range(m.Span)
	return a == lo && b == hi
}

// Subject returns the tokens of the noun phrase before the main verb of the clause that holds token at: the first
// phrase of the sentence that is no adjunct. ok is false when the sentence starts otherwise.
func (s *Clauses) Subject(at int) (lo, hi int, ok bool) {
	first, _ := s.SentenceBounds(max(at-1, 0))
	return s.SubjectFrom(s.AfterDateline(first), at)
}

// SubjectFrom is [Clauses.Subject] of a clause that begins at token first, within the words of somebody.
func (s *Clauses) SubjectFrom(first, at int) (lo, hi int, ok bool) {
	_, last := s.SentenceBounds(max(at-1, 0))
	i := first
	for i < at && i < last {
		next := i + 1
		switch {
		case s.Lower[i] == "acting" && i+1 < at && s.Capital(i+1): // "Acting President N"
		case s.beforeSubject(i):
		case s.opensAdjunct(i, first):
			if next = s.adjunctEnd(i, at); next == 0 {
				return 0, 0, false
			}
		default:
			if e := s.PhraseEnd(i, at); e > i {
				return i, e, true
			}
			return 0, 0, false
		}
		i = next
	}
	return 0, 0, false
}

// beforeSubject reports a time, a mark or a conjunction that stands before a subject.
func (s *Clauses) beforeSubject(i int) bool {
	w := s.Lower[i]
	switch w {
	case ",", "``", "“", `"`:
		return true
	}
	asked := s.Doc.Tokens[i].Tag == "WP" && w == "what" // "| What | Lind wrote is this"
	return asked || words.DayAdverb[w] || words.ClauseEdge[w] || s.InTime(i) && s.MentionAt(i) == nil
}

// opensAdjunct reports a preposition, an adverb or a participle that opens an adjunct; first is the first token of the
// sentence.
func (s *Clauses) opensAdjunct(i, first int) bool {
	if s.MentionAt(i) != nil {
		return false
	}
	w := s.Lower[i]
	switch s.Doc.Tokens[i].Tag {
	case "VBG", "RB":
		return true
	case "VBN", "VBD":
		if i == first {
			return true
		}
	}
	return words.Preposition[w] || words.AdjunctHead[w] || w == "to" || words.Relative[w]
}

// adjunctEnd returns the token after the adjunct that opens at i: after its comma before token at, else where its
// phrase and the times after it end; 0 where it has no phrase.
func (s *Clauses) adjunctEnd(i, at int) int {
	for k := i + 1; k < at; k++ {
		if s.Lower[k] == "," {
			return k + 1
		}
	}
	if s.Doc.Tokens[i].Tag == "RB" {
		return i + 1
	}
	e := s.PhraseEnd(i+1, at)
	for k := i + 2; k < e; k++ {
		if words.PersonalSubject[s.Lower[k]] || s.nameAfterNoun(k, e) {
			return k // "On the first day | she met", "At the palace | President Moss met"
		}
	}
	alone := e <= i+1
	for e < at && s.InTime(e) {
		e++
	}
	if alone && (e <= i+1 || e >= at || !s.startsSubject(e)) { // "On Monday | she met"
		return 0
	}
	return e
}

// nameAfterNoun reports whether a person's name is all that is left from token k to e of a phrase, after a common noun.
func (s *Clauses) nameAfterNoun(k, e int) bool {
	tag := s.Doc.Tokens[k-1].Tag
	return s.Capital(k) && !s.Capital(k-1) && (tag == "NN" || tag == "NNS") && s.Names.Naming(k, e)
}

// startsSubject reports whether a subject begins at token k, right after a time: "On Monday | she met", "On Monday |
// the ministry issued", "In 2019 | Norway sent".
func (s *Clauses) startsSubject(k int) bool {
	w := s.Lower[k]
	return words.PersonalSubject[w] || s.At(k-1) != "'s" && (words.Determiner[w] || s.Capital(k))
}

// VerbBefore returns the last token before i, from lo, whose word is of the class; -1 for none.
func (s *Clauses) VerbBefore(lo, i int, class data.Set) int {
	for k := i - 1; k >= lo; k-- {
		if class[s.Lower[k]] {
			return k
		}
	}
	return -1
}

// Beside reports whether token x stands in a clause beside that of token at, which tells of somebody or something
// else: "Smith, who met the king | on Monday, said", "said Smith, whose house burned | in May", "condemned the strike,
// launched | on Monday", "as Norway did | in March", "the first since he took office | in May". One that tells
// where the speaker spoke is none: "who briefed reporters | on Monday", "who met Jones | on Monday".
func (s *Clauses) Beside(at, x int) bool {
	k := x - 1
	for words.BeforeTime[s.At(k)] {
		k--
	}
	since := s.Since(x)
	if s.likewise(k) || since >= 0 && (at < since || x < at) {
		return true
	}
	first, _ := s.SentenceBounds(x)
	verb := false
	for ; k > first && k != at; k-- {
		switch {
		case s.Lower[k] == ";", s.SpeaksIn(k, k+1):
			return false
		case s.Lower[k] == ",":
			return at < k && s.reduced(k+1, x)
		case words.ClauseRelative[s.Lower[k]] && s.afterNoun(k):
			return verb && (at < k || s.Contains(x, at, ","))
		}
		verb = verb || s.FiniteVerb(k)
	}
	return false
}

// OfWhich reports whether token x stands in the clause by which a noun is told from others: "the plane that Peru forced
// to land | on Sunday", "the man who fled | in May".
func (s *Clauses) OfWhich(x int) bool {
	first, _ := s.SentenceBounds(x)
	verb := false
	for k := x - 1; k > first && s.Doc.Tokens[k].Tag[0] >= 'A'; k-- {
		if words.RelativePronoun[s.Lower[k]] && s.NounTag(k-1) {
			return verb
		}
		verb = verb || s.FiniteVerb(k)
	}
	return false
}

// SpeaksIn reports whether a verb among the tokens tells where somebody spoke: "who | met Jones". In the past perfect
// it tells of another time.
func (s *Clauses) SpeaksIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.SpeaksThen[s.Lower[k]] && s.At(k-1) != "had" {
			return true
		}
	}
	return false
}

// Since is the token that opens the clause of the expression of time at token x where it tells from when something has
// been so: "the first | since | the plane came down on May 4"; -1 for none.
func (s *Clauses) Since(x int) int {
	first, _ := s.SentenceBounds(x)
	verb := false
	for k := x - 1; k > first && s.Lower[k] != ","; k-- {
		if s.Lower[k] == "since" && verb {
			return k
		}
		verb = verb || s.FiniteVerb(k)
	}
	return -1
}

// afterNoun reports whether the relative pronoun at token k follows what it may refer to.
func (s *Clauses) afterNoun(k int) bool {
	return s.Lower[k-1] == "," || s.NounTag(k-1) || words.Preposition[s.Lower[k-1]]
}

// likewise reports whether token k is the verb that stands for another: "as London | did".
func (s *Clauses) likewise(k int) bool {
	if k < 0 || !words.ProVerb[s.Lower[k]] {
		return false
	}
	for n := k - 1; n >= max(0, k-longestLikened) && !s.FiniteVerb(n); n-- {
		if s.Lower[n] == "as" {
			return true
		}
	}
	return false
}

// longestLikened is the number of words of the longest subject of "as the foreign ministry did", with "as".
const longestLikened = 6

// reduced reports whether a participle opens at token k, of which the sentence goes on to tell the time at token x:
// "..., | proclaimed in May". Those that tell of words are none: "..., | quoted by the agency on Monday".
func (s *Clauses) reduced(k, x int) bool {
	if s.Doc.Tokens[k].Tag != "VBN" || words.ToldParticiple[s.Lower[k]] || words.Quoting[s.Lower[k]] {
		return false
	}
	for n := k + 1; n < x; n++ {
		if s.FiniteVerb(n) {
			return false
		}
	}
	return true
}
