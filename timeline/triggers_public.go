package timeline

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
)

var issuing = []string{"issued", "issues", "released", "releases", "published", "publishes", "adopted", "heard", "read", "delivered", "signed", "made", "launched", "circulated", "put", "giving", "gave", "worked"}

// statementAt reads "issued a statement", "in a joint statement", "the meeting adopted a declaration".
func (r *actReader) statementAt(s *scene, lo, i, hi int) *frame {
	w := s.low[i]
	if w == "release" && s.at(i-1) != "press" && s.at(i-1) != "news" || w == "appeal" && s.at(i-1) != "an" && s.at(i-1) != "joint" {
		return nil
	}
	f := &frame{kind: record.StatementText}
	for k := max(lo, i-4); k < i; k++ {
		if s.low[k] == "joint" {
			f.kind = record.JointStatement
		}
	}
	if s.title && f.kind == record.JointStatement {
		return r.jointTitle(s, f, i, hi)
	}
	in := s.prepositional(lo, i)
	v := s.verbBefore(max(lo, i-14), i, issuing...)
	switch {
	case in:
		f.from = r.issuerOf(s, i, hi)
	case v >= 0 && (s.at(i-1) != "the" || s.at(i+1) == "of" || s.at(i+1) == "by"):
		if s.low[v] == "made" && s.at(v+1) != "public" && w != "announcement" && w != "appeal" && w != "statement" && w != "statements" {
			return nil
		}
		f.from = r.subjectOf(s, v)
		if g := r.gatheringBy(s, v); g != nil {
			f.from = g
		}
		if s.low[v] == "read" || s.low[v] == "read" && s.at(v+1) == "out" {
			f.from = nil
		}
	case s.at(i-1) == "'s" && (s.title || len(r.frames) == 0):
		a := i - 1
		for a > lo && (s.capital(a-1) || s.low[a-1] == "of") {
			a--
		}
		f.from = r.persons(s, r.read(s, a, i-1))
		return f
	default:
		return nil
	}
	if by := r.afterWithin(s, i, hi, 3, "by", "from"); len(by) > 0 {
		f.from = by
	}
	if w == "statements" && v >= 0 && !in && collective(f.from) {
		f.held = true
	}
	if w == "statements" && v >= 0 && (s.seq(i+1, "for", "the", "press") || s.seq(i+1, "to", "the", "press")) {
		f.kind, f.mutual, f.noun = record.PressConference, true, "press statements"
	}
	if s.title {
		return nil
	}
	return f
}

// jointTitle reads a title such as "Joint statement adopted after talks between A and B" or "A and B sign joint statement": nil where it does
// not name both. Joint statements to the press are said, not written.
func (r *actReader) jointTitle(s *scene, f *frame, i, hi int) *frame {
	if s.at(i-1) == "press" || s.low[i] == "statements" {
		return nil
	}
	for k := i + 1; k < hi && len(f.from) < 2; k++ {
		if w := s.low[k]; w == "between" || w == "by" || w == "of" {
			f.from = r.persons(s, r.read(s, k+1, s.phraseEnd(k+1, hi)))
		}
	}
	if len(f.from) < 2 {
		f.from = r.subjectOf(s, i)
	}
	if len(f.from) < 2 {
		return nil
	}
	return f
}

// prepositional reports whether the noun at i stands in "in a", "in its written", "in a joint": a text in which it is said.
func (s *scene) prepositional(lo, i int) bool { return in0(s, lo, i) >= 0 }

// saidThis reports whether "said this" stands between the tokens: what was quoted before or after was said there.
func (s *scene) saidThis(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if s.low[k+1] == "this" && (s.low[k] == "said" || s.low[k] == "says" || s.low[k] == "stressed" || s.low[k] == "noted") {
			return true
		}
	}
	return false
}

// in0 returns the token of that "in", -1 for none.
func in0(s *scene, lo, i int) int {
	for k := i - 1; k >= lo && k >= i-5; k-- {
		w := s.low[k]
		if w == "in" || w == "through" || w == "at" && gatherings[s.low[i]] {
			if s.low[k+1] == "this" || s.low[k+1] == "the" && !s.saidThis(lo, k) {
				return -1
			}
			return k
		}
		if !determiners[w] && !s.nounTag(k) && w != "bylined" && w != "signed" && w != "released" && w != "published" {
			return -1
		}
	}
	return -1
}

// gatheringBy turns "the meeting adopted a declaration" into those who were there.
func (r *actReader) gatheringBy(s *scene, v int) []*entity {
	_, hi, ok := s.subject(v)
	if !ok {
		return nil
	}
	noun := s.low[hi-1]
	if !gatherings[noun] {
		return nil
	}
	e := &entity{plural: true}
	e.Kind = actors.Organisation
	e.Name = "Participants in the " + noun
	for k := len(r.frames) - 1; k >= 0; k-- {
		if f := r.frames[k]; f.noun == noun && f.occasion != nil {
			e.Name = "Participants in the " + f.occasion.Name
			break
		}
	}
	e.ID = actorID(e.Name, "")
	return []*entity{r.keep(e)}
}

// gatherings are nouns for events at which people speak.
var gatherings = set(`meeting meetings rally rallies ceremony seminar lecture lectures symposium reception gathering conference protest
	demonstration forum event events session soiree banquet workshop seminars`)

// speechAt reads "made a speech", "in a speech", "a rally was held", "held a press conference".
func (r *actReader) speechAt(s *scene, lo, i, hi int) *frame {
	w := s.low[i]
	if w == "conference" && (s.at(i-1) == "press" || s.at(i-1) == "news") {
		return r.pressAt(s, lo, i, hi)
	}
	f := &frame{kind: record.Speech}
	switch w {
	case "speech", "speeches", "address", "report":
		if s.title || w == "report" && s.verbBefore(max(lo, i-5), i, "made", "delivered", "in") < 0 {
			return nil
		}
		in := s.prepositional(lo, i)
		v := s.verbBefore(max(lo, i-6), i, "made", "delivered", "gave", "giving", "making")
		if w == "report" && in && v < 0 {
			f.kind = record.Document
		}
		if !in && v < 0 && s.at(i-1) != "his" {
			return nil
		}
		if v >= 0 {
			f.from = r.subjectOf(s, v)
		} else {
			f.from = r.issuerOf(s, i, hi)
		}
		return f
	}
	if !gatherings[w] || s.title {
		return nil
	}
	// "a rally was held", "the ceremony took place", "held a rally", "met"
	held := -1
	for k := i + 1; k < hi && s.low[k] != "which"; k++ {
		if s.seq(k, "took", "place") || s.seq(k, "was", "held") || s.seq(k, "were", "held") || s.seq(k, "was", "given") || s.seq(k, "was", "hosted") {
			held = k
			break
		}
	}
	v := s.verbBefore(max(lo, i-8), i, "held", "hosted", "holds", "hosting", "staged", "opened", "convened", "gave", "arranged")
	switch {
	case v >= 0:
		f.from, f.held = r.subjectOf(s, v), true
	case held >= 0:
		f.held = true
	case s.prepositional(lo, i) || s.at(i-1) == "a" && s.at(i-2) == "at" || s.at(i-1) == "the" && s.at(i-2) == "at" && w != "meeting":
		if s.at(i-1) == "the" && !s.saidThis(lo, i) {
			return nil
		}
		f.from = r.subjectOf(s, i)
		f.held = s.at(lo) == "at" // "At a meeting ..., speakers said"
	default:
		return nil
	}
	name := r.gatheringName(s, lo, i, held, hi)
	if name != "" {
		f.occasion = &record.Occasion{Name: name, Evidence: s.span(i, i+1)}
	}
	return f
}

// gatheringName is the name of the event as the text gives it, without its article, place and date.
func (r *actReader) gatheringName(s *scene, lo, i, held, hi int) string {
	a := i
	for a > lo && (s.nounTag(a-1) || s.capital(a-1) || s.d.Tokens[a-1].Tag == "VBG") && !s.verb(a-1) && !determiners[s.low[a-1]] && !s.inTime(a-1) {
		a--
	}
	b := i + 1
	for b < hi && b != held && !s.inTime(b) && s.low[b] != "," && s.low[b] != "." && s.low[b] != "in" && s.low[b] != "at" && s.low[b] != "on" && (!s.verb(b) || s.low[b] == "supporting") && b < i+16 {
		b++
	}
	for b > i+1 && (determiners[s.low[b-1]] || prepositions[s.low[b-1]] || s.low[b-1] == "and") {
		b--
	}
	if b == a+1 && (s.low[a] == "event" || s.low[a] == "events" || s.low[a] == "session" || s.low[a] == "meeting") {
		return ""
	}
	return clean(s.words(a, b))
}

// interviewAt reads "in an interview with", "gave the following answer to a question put by".
func (r *actReader) interviewAt(s *scene, lo, i, hi int) *frame {
	f := &frame{kind: record.Interview, noun: "interview"}
	if s.low[i] == "interview" {
		if s.title || !s.prepositional(lo, i) && s.verbBefore(max(lo, i-5), i, "gave", "had", "granted") < 0 {
			return nil
		}
	} else {
		near := strings.ToLower(s.words(i, min(hi, i+10)))
		asked := s.at(i-1) == "following" || strings.Contains(near, "question") || strings.Contains(near, "raised by")
		if !asked || s.verbBefore(max(lo, i-6), i, "gave", "made", "giving") < 0 {
			return nil
		}
	}
	f.from = r.issuerOf(s, i, i)
	return f
}

// articleAt reads "observes in a bylined article", "posted on its website an article", "carried a commentary".
func (r *actReader) articleAt(s *scene, lo, i, hi int) *frame {
	if s.title {
		return nil
	}
	v := s.verbBefore(lo, i, "posted", "carried", "published", "dedicated", "dedicates", "edited", "released", "wrote", "put", "runs", "carries", "ran", "posts", "issued", "brought")
	if v < 0 && !s.prepositional(lo, i) {
		return nil
	}
	f := &frame{kind: record.ArticleText}
	at := i
	if v >= 0 {
		at = v
	}
	f.from = r.issuerOf(s, i, at)
	if len(f.from) == 0 {
		f.from = r.saysBefore(s, lo, i)
	}
	if len(f.from) == 0 {
		return nil
	}
	if w := s.low[i]; (w == "articles" || w == "bulletins" || w == "write-ups") && v >= 0 && collective(f.from) {
		f.held = true
	}
	return f
}

// collective reports whether the issuers are many whom the text names one by one only later: "figures of Sweden and Thailand".
func collective(from []*entity) bool {
	if len(from) != 1 || from[0].person() || !strings.HasPrefix(from[0].ID, "x") {
		return false
	}
	w := strings.ToLower(strings.SplitN(from[0].Name, " ", 2)[0])
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || w == "personages" || w == "different"
}

// saysBefore finds the carrier of "..., says Rodong Sinmun in a bylined article".
func (r *actReader) saysBefore(s *scene, lo, i int) []*entity {
	for k := s.first[i] - 1; k >= 0 && s.names[k].Start >= s.d.Tokens[lo].Start; k-- {
		if s.names[k].entry.Kind == actors.Medium {
			a, b := s.tokens(s.names[k].Span)
			return r.read(s, a, b)
		}
	}
	return nil
}

// postAt reads "tweeted", "wrote on Twitter", "posted on X".
func (r *actReader) postAt(s *scene, lo, i, hi int) *frame {
	if s.title {
		return nil
	}
	f := &frame{kind: record.Post, noun: "post"}
	switch w := s.low[i]; w {
	case "posted":
		on := strings.ToLower(s.words(i, min(hi, i+8)))
		if !strings.Contains(on, "on x") && !strings.Contains(on, "twitter") && !strings.Contains(on, "facebook") && !strings.Contains(on, "telegram") && !strings.Contains(on, "social") && !strings.Contains(on, "weibo") {
			return nil
		}
	case "social":
		if s.at(i-1) != "truth" && s.at(i+1) != "media" {
			return nil
		}
	}
	f.from = r.subjectOf(s, i)
	return f
}

// documentAt reads a decision or resolution that speaks for those who took it.
func (r *actReader) documentAt(s *scene, lo, i, hi int) *frame {
	if s.title {
		return nil
	}
	v := s.verbBefore(max(lo, i-8), i, "adopted", "passed", "issued", "took", "approved")
	if v < 0 {
		return nil
	}
	f := &frame{kind: record.Document, from: r.subjectOf(s, v)}
	if g := r.gatheringBy(s, v); g != nil {
		f.from = g
	}
	return f
}

// audiences are what a speech is addressed to.
var audiences = set("nation parliament assembly congress council session meeting forum conference rally lawmakers summit duma")

// addressAt reads "addressed the nation", "addressing the UN General Assembly".
func (r *actReader) addressAt(s *scene, lo, i, hi int) *frame {
	if s.title {
		return nil
	}
	for k := i + 1; k < hi && k < i+8; k++ {
		if audiences[s.low[k]] {
			return &frame{kind: record.Speech, noun: "speech", from: r.subjectOf(s, i)}
		}
		if s.verb(k) || s.low[k] == "," {
			break
		}
	}
	return nil
}
