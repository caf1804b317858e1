package acts

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// interviewAt reads "in an interview with", "gave the following answer to a question put by".
func interviewAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	f := &discourse.Act{Channel: record.Interview, Noun: "interview"}
	if s.Lower[i] == "interview" {
		if s.IsTitle || !prepositional(s, lo, i) && s.Clauses.VerbBefore(max(lo, i-5), i, words.InterviewGranting) < 0 {
			return nil
		}
	} else {
		near := strings.ToLower(s.Words(i, min(hi, i+10)))
		asked := s.At(i-1) == "following" || words.AskedNear.Within(near)
		if !asked || s.Clauses.VerbBefore(max(lo, i-6), i, words.InterviewGiving) < 0 {
			return nil
		}
	}
	f.From = r.issuers.issuerOf(s, i, i)
	return f
}

// articleAt reads "observes in a bylined article", "posted on its website an article", "carried a commentary".
func articleAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	if s.IsTitle {
		return nil
	}
	v := s.Clauses.VerbBefore(lo, i, words.PublishingVerb)
	if v < 0 && !prepositional(s, lo, i) {
		return nil
	}
	f := &discourse.Act{Channel: record.ArticleText}
	at := i
	if v >= 0 {
		at = v
	}
	f.From = r.issuers.issuerOf(s, i, at)
	if len(f.From) == 0 {
		f.From = saysBefore(r, s, lo, i)
	}
	if len(f.From) == 0 {
		return nil
	}
	if w := s.Lower[i]; words.ArticlePlural[w] && v >= 0 && naming.Collective(f.From) {
		f.Held = true
	}
	return f
}

// saysBefore finds the carrier of "..., says Rodong Sinmun in a bylined article".
func saysBefore(r *Reader, s *scene.Scene, lo, i int) []*naming.Entity {
	for k := s.FirstMention[i] - 1; k >= 0 && s.Mentions[k].Start >= s.Doc.Tokens[lo].Start; k-- {
		if s.Mentions[k].Actor.Kind == actors.Medium {
			a, b := s.Range(s.Mentions[k].Span)
			return r.Names.Read(s, a, b)
		}
	}
	return nil
}

// postAt reads "tweeted", "wrote on Twitter", "posted on X".
func postAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	if s.IsTitle {
		return nil
	}
	f := &discourse.Act{Channel: record.Post, Noun: "post"}
	switch w := s.Lower[i]; w {
	case "posted":
		on := strings.ToLower(s.Words(i, min(hi, i+8)))
		if !words.PlatformName.Within(on) {
			return nil
		}
	case "social":
		if !words.PlatformName[s.At(i-1)+" "+w] && s.At(i+1) != "media" {
			return nil
		}
	}
	f.From = r.Parties.subjectOf(s, i)
	return f
}

// documentAt reads a decision or resolution that speaks for those who took it.
func documentAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	if s.IsTitle {
		return nil
	}
	v := s.Clauses.VerbBefore(max(lo, i-8), i, words.AdoptingVerb)
	if v < 0 {
		return nil
	}
	f := &discourse.Act{Channel: record.Document, From: r.Parties.subjectOf(s, v)}
	if g := gatheringBy(r.Account, s, v); g != nil {
		f.From = g
	}
	return f
}

// absentReach is the number of tokens before a noun among which the word stands that tells that there is none.
const absentReach = 9

// Absent reports whether the text or event whose noun stands at token i is told of as one that there was not: "without
// lunch, a deal or a joint | press conference", "no agreement on a joint | statement".
func Absent(s *scene.Scene, i int) bool {
	for k := i - 1; k >= max(0, i-absentReach); k-- {
		w := s.Lower[k]
		switch {
		case words.Absence[w]:
			return true
		case w == ",", s.NounTag(k), words.AbsenceBetween[w], s.Doc.Tokens[k].Tag == "JJ":
		case words.AbsencePreposition[w] && words.AbsenceBetween[s.At(k+1)]:
		default:
			return false
		}
	}
	return false
}

// OfText reports whether the expression at token lo tells of when the text or speech is in which something is said:
// "in his speech of | 31 July", "in an article of | July 2015".
func OfText(s *scene.Scene, lo int) bool {
	noun := s.At(lo - 2)
	text := words.OpensStatement[noun] || words.PublicSpeech[noun] || words.WrittenMessage[noun] ||
		words.OpensArticle[noun] || words.OpensDocument[noun]
	if s.At(lo-1) != "of" || !text {
		return false
	}
	for k := lo - 3; k >= max(0, lo-7); k-- {
		if s.Lower[k] == "in" {
			return true
		}
		if s.FiniteVerb(k) || s.Lower[k] == "," {
			return false
		}
	}
	return false
}

// ofOwnText reports whether the participle at token k tells of the text in which something is said: "in a statement |
// adopted on March 29", "in the letter, dated March 29,".
func ofOwnText(s *scene.Scene, k int) bool {
	i := k - 1
	if s.At(i) == "," {
		i--
	}
	if words.WrittenMessage[s.At(i)] {
		return i >= 2 && s.Lower[i-2] == "in"
	}
	if noun := s.At(i); !words.OpensStatement[noun] && !words.OpensDocument[noun] {
		return false
	}
	first, _ := s.SentenceBounds(k)
	return in0(s, first, i) >= 0
}
