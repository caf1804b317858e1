package scene

import (
	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// Mention is a mention of an actor that the gazetteer knows.
type Mention struct {
	text.Span
	Kind    actors.MentionKind
	Actor   actors.Actor
	Gender  string // of a person: "m", "f" or ""
	Surname string // of a person
	Office  string // class of the office that a person held on the day
	Holder  bool   // a person mentioned by an office alone
	Seat    string // of a seat of power or organ of a state: its usual name
}

// Post is a mention of an office or of a body without its state: "foreign minister", "defence ministry".
type Post struct {
	text.Span
	Office string // its class
}

// mentionInner returns the mention that covers token i and the one before it.
func (s *Marked) mentionInner(i int) *Mention {
	m := s.MentionAt(i)
	if m != nil && i > 0 && m.Start < s.Doc.Tokens[i].Start {
		return m
	}
	return nil
}

// Unnamed reports whether token i is no part of a name that the gazetteer knows in full.
func (s *Marked) Unnamed(i int) bool {
	m := s.MentionAt(i)
	return m == nil || m.Kind == actors.BySurname
}

// StateAt reports whether token i is a demonym or the name of a state.
func (s *Marked) StateAt(i int) bool {
	m := s.MentionAt(i)
	return m != nil && m.Actor.Kind == actors.State
}

// BeforePossessive is the token before token i, or the one before the mark of the possessive that stands there.
func (s *Marked) BeforePossessive(i int) int {
	if w := s.At(i - 1); w == "'s" || w == "’s" {
		return i - 2
	}
	return i - 1
}

// NamesState reports whether a mention of a state stands in the phrase.
func (s *Marked) NamesState(lo, hi int) bool {
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.State {
			return true
		}
	}
	return false
}

// MentionAt returns the mention that covers token i, nil for none.
func (s *Marked) MentionAt(i int) *Mention {
	if i < 0 || i >= len(s.FirstMention) || s.FirstMention[i] >= len(s.Mentions) {
		return nil
	}
	if m := &s.Mentions[s.FirstMention[i]]; m.Start < s.Doc.Tokens[i].End {
		return m
	}
	return nil
}

// MentionsIn returns the mentions inside the tokens from lo to hi-1.
func (s *Marked) MentionsIn(lo, hi int) []Mention {
	if lo >= hi || lo >= len(s.FirstMention) {
		return nil
	}
	a := s.FirstMention[lo]
	if a < len(s.Mentions) && s.Mentions[a].Start < s.Doc.Tokens[lo].Start {
		a++
	}
	b := a
	for b < len(s.Mentions) && s.Mentions[b].End <= s.Doc.Tokens[hi-1].End {
		b++
	}
	return s.Mentions[a:b]
}

// Index fills FirstMention from Mentions.
func (s *Marked) Index() {
	s.FirstMention = make([]int, len(s.Doc.Tokens))
	j := 0
	for i := range s.Doc.Tokens {
		for j < len(s.Mentions) && s.Mentions[j].End <= s.Doc.Tokens[i].Start {
			j++
		}
		s.FirstMention[i] = j
	}
}

// FirstState is the first state that the sentence of token i names before it, nil for none.
func (s *Marked) FirstState(i int) *Mention {
	first, _ := s.SentenceBounds(i)
	ms := s.MentionsIn(s.AfterDateline(first), i)
	for k := range ms {
		if ms[k].Actor.Kind == actors.State {
			return &ms[k]
		}
	}
	return nil
}

// StateAfter is the state that follows a phrase as its whole: "head of the Lake District | , the Russian Federation".
// nil for none.
func StateAfter(s *Scene, hi int) *Mention {
	if s.At(hi) != "," {
		return nil
	}
	m := s.MentionAt(s.SkipDeterminer(hi+1, min(hi+3, len(s.Lower))))
	if m == nil || m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym {
		return nil
	}
	if _, end := s.Range(m.Span); s.At(end) != "," && s.At(end) != "." {
		return nil
	}
	return m
}
