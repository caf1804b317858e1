package choice

import (
	"slices"
	"sort"
	"sync"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/happening"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// hit is a piece of the body that speaks for a value of a field.
type hit struct {
	token    int
	sentence int
	within   []int // quotes whose words hold it
}

// word is a hit for a channel.
type word struct {
	hit
	spoken
}

// time is an expression of time that may be the day of words.
type time struct {
	hit
	said   record.Said
	end    int  // token after it
	wide   bool // wider than a month, or no day of saying for another reason
	other  bool // dates something else than words: "since Monday", "the June 15 declaration"
	clause bool // of the clause after it: "a day after"
}

// lexicon holds the tables by which candidates are read.
type lexicon struct {
	channels map[string][]spoken
	rules    map[string]int // that name speakers
}

// tables reads the lexicon once.
var tables = sync.OnceValue(func() *lexicon { return &lexicon{readChannelWords(), readSpeakerRules()} })

// evidence is what an article holds for the fields of its quotes, in the order of the text.
type evidence struct {
	words      []word
	times      []time
	title      map[record.Channel]int    // hits in the title
	all        map[record.Channel]int    // hits in the body
	seen       map[string]int            // expressions of time by EDTF
	own        []map[string]bool         // by quote: channels and days that its sentence tells outside of the words
	carriers   []carrier                 // that the body names
	happenings []happened                // that title and body name
	subjects   map[int][]discourse.Focus // by sentence, whom it is about
	names      map[string][]hit          // by id, where the body names an actor
	spoken     *record.Occasion          // at which the title tells that a transcript was spoken
	states     []string                  // of which and of whose people the body speaks, the most often named first
}

// readEvidence reads an article once for all of its quotes.
func readEvidence(ps []*Passage) *evidence {
	r := ps[0].Reader
	e := &evidence{
		title:    map[record.Channel]int{},
		all:      map[record.Channel]int{},
		seen:     map[string]int{},
		subjects: map[int][]discourse.Focus{},
	}
	scan(r.Title, func(_ int, w spoken) { e.title[w.channel]++ })
	scan(r.Body, func(k int, w spoken) {
		if acts.Absent(r.Body, k) {
			return
		}
		e.all[w.channel]++
		e.words = append(e.words, word{hitAt(r.Body, ps, k), w})
	})
	e.readTimes(ps)
	e.carriers, e.happenings = readCarriers(ps), readHappenings(ps)
	e.spoken = happening.Spoken(r.Title)
	e.readOwn(ps)
	e.readNames(ps)
	e.readStates(r.Body)
	for _, f := range r.Focus {
		if f.Pos >= 0 {
			n := r.Body.SentenceAt(f.Pos)
			e.subjects[n] = append(e.subjects[n], f)
		}
	}
	return e
}

// readTimes lists the expressions of time up to publication.
func (e *evidence) readTimes(ps []*Passage) {
	r := ps[0].Reader
	s := r.Body
	for i := range s.Times {
		x := &s.Times[i]
		if x.Type == "SET" || x.Holiday != "" {
			continue
		}
		d, clause := r.Days.Of(s, x), x.Type == "DURATION"
		if clause {
			d = r.Days.ClausesDay(s, x)
		}
		if d == nil || len(d.Earliest) != 10 || len(d.Latest) != 10 || r.Day != "" && d.Earliest > r.Published.Latest {
			continue
		}
		lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
		if describes(ps, lo) || tellsWhich(ps, lo) {
			continue
		}
		t := time{hit: hitAt(s, ps, lo), said: *d, end: hi, clause: clause}
		if clause {
			t.other = !clauseTells(ps, hi)
		} else {
			t.wide, t.other = !r.Days.CanBe(s, x), acts.DatesOther(s, x)
		}
		e.times = append(e.times, t)
		e.seen[d.EDTF]++
	}
}

// clauseTells reports whether something is said in the clause that the "after" at token k opens.
func clauseTells(ps []*Passage, k int) bool {
	return slices.ContainsFunc(ps, func(p *Passage) bool {
		return acts.PlacedAfter(p.Body, p.Quote.Lo, p.Quote.Anchor) == k
	})
}

// describes reports whether token k stands in a clause that tells of a speaker and in which nothing is said.
func describes(ps []*Passage, k int) bool {
	for _, p := range ps {
		s, aside := p.Body, p.Quote.Aside
		if !aside.Contains(s.Doc.Tokens[k].Span) {
			continue
		}
		saying := slices.ContainsFunc(ps, func(q *Passage) bool {
			return aside.Contains(s.Doc.Tokens[q.Quote.Anchor].Span)
		})
		return !saying
	}
	return false
}

// tellsWhich reports whether token k stands in the clause of a noun in a sentence in which nobody speaks: "Here is what
// we know of the plane that Peru forced to land | on Sunday".
func tellsWhich(ps []*Passage, k int) bool {
	s := ps[0].Body
	n := s.SentenceAt(s.Doc.Tokens[k].Start)
	return s.Clauses.OfWhich(k) && !slices.ContainsFunc(ps, func(p *Passage) bool { return p.Quote.Sentence == n })
}

// hitAt places a token of the body.
func hitAt(s *scene.Scene, ps []*Passage, token int) hit {
	at := s.Doc.Tokens[token].Span
	h := hit{token: token, sentence: s.SentenceAt(at.Start)}
	for i, p := range ps {
		if scene.Covers(p.Quote.Spans.Content, at) {
			h.within = append(h.within, i)
		}
	}
	return h
}

// speaksOf reports whether the hit stands outside of all reported words but those in which the quote itself is told.
func (h *hit) speaksOf(p *Passage, ps []*Passage) bool {
	for _, i := range h.within {
		if ps[i] == p || !slices.Contains(p.around, i) {
			return false
		}
	}
	return true
}

// wordsIn are the hits for channels in the sentences a to b-1.
func (e *evidence) wordsIn(a, b int) []word {
	lo := sort.Search(len(e.words), func(i int) bool { return e.words[i].sentence >= a })
	hi := sort.Search(len(e.words), func(i int) bool { return e.words[i].sentence >= b })
	return e.words[lo:max(lo, hi)]
}

// timesIn are the expressions of time in the sentences a to b-1.
func (e *evidence) timesIn(a, b int) []time {
	lo := sort.Search(len(e.times), func(i int) bool { return e.times[i].sentence >= a })
	hi := sort.Search(len(e.times), func(i int) bool { return e.times[i].sentence >= b })
	return e.times[lo:max(lo, hi)]
}

// about reports whether the sentence is about the speakers, or has them speaking.
func (e *evidence) about(sentence int, speakers []*naming.Entity) bool {
	for _, f := range e.subjects[sentence] {
		if len(speakers) > 0 && naming.OneVoice(f.Entities, speakers) {
			return true
		}
	}
	return false
}

// readStates notes of which states, and of whose people, the body speaks.
func (e *evidence) readStates(s *scene.Scene) {
	count := map[string]int{}
	for i := range s.Mentions {
		a := s.Mentions[i].Actor
		if len(a.State) != 3 || a.Kind != actors.State && a.Kind != actors.Person {
			continue
		}
		if count[a.State]++; count[a.State] == 1 {
			e.states = append(e.states, a.State)
		}
	}
	slices.SortStableFunc(e.states, func(a, b string) int { return count[b] - count[a] })
}

// statesBeside are the governments of the three states beside a state of which the body speaks most.
func (e *evidence) statesBeside(p *Passage, state string) []*naming.Entity {
	var out []*naming.Entity
	for _, other := range e.states {
		if a, ok := p.Gazetteer.Unnamed(other, "government"); ok && other != state && len(out) < 3 {
			out = append(out, p.StateEntity(a))
		}
	}
	return out
}

// month reports whether the date is wider than a day but no wider than a month.
func month(d dates.Date) bool { return d.Earliest != d.Latest && d.Earliest[:7] == d.Latest[:7] }

// readOwn notes for each quote what its own sentence tells outside of the words.
func (e *evidence) readOwn(ps []*Passage) {
	for _, p := range ps {
		m := map[string]bool{}
		words := e.wordsIn(p.Quote.Sentence, p.Quote.Sentence+1)
		for i := range words {
			if w := &words[i]; w.strong && w.speaksOf(p, ps) {
				m[string(w.channel)] = true
			}
		}
		times := e.timesIn(p.Quote.Sentence, p.Quote.Sentence+1)
		for i := range times {
			if t := &times[i]; t.speaksOf(p, ps) && !t.other {
				m[t.said.EDTF] = true
			}
		}
		e.ownNames(ps, p, m)
		e.own = append(e.own, m)
	}
}

// ownNames notes the carriers and events that the sentence of a quote names outside of the words.
func (e *evidence) ownNames(ps []*Passage, p *Passage, m map[string]bool) {
	for i := range e.carriers {
		for _, c := range e.carriers[i].at {
			if c.sentence == p.Quote.Sentence && (c.cited || c.told) && c.speaksOf(p, ps) {
				m[mediumKey(e.carriers[i].actor)] = true
			}
		}
	}
	for i := range e.happenings {
		for _, v := range e.happenings[i].at {
			if v.sentence == p.Quote.Sentence && v.speaksOf(p, ps) {
				m[eventKey(e.happenings[i].key)] = true
			}
		}
	}
}

// ofVoice tells how often and how near the sentences of other quotes of the same speakers tell the value.
func (e *evidence) ofVoice(ps []*Passage, p *Passage, value string) []float32 {
	count, voices := 0, 0
	back, forward := float32(never), float32(never)
	for j := max(0, p.index-backward); j < min(len(ps), p.index+backward); j++ {
		q := ps[j]
		if q == p || len(p.Speakers) == 0 || q.Quote.Nested != p.Quote.Nested || !naming.OneVoice(q.Speakers, p.Speakers) {
			continue
		}
		voices++
		if !e.own[j][value] {
			continue
		}
		count++
		if far := float32(q.Quote.Sentence - p.Quote.Sentence); far > 0 || far == 0 && j > p.index {
			forward = min(forward, far)
		} else {
			back = min(back, -far)
		}
	}
	var prior float32
	if p.index > 0 {
		prior = bit(e.own[p.index-1][value])
	}
	return []float32{
		float32(count),
		float32(count) / float32(max(voices, 1)),
		back,
		forward,
		bit(e.own[p.index][value]),
		prior,
	}
}

// actsOf tells where the acts that fit stand as seen from the quote: those of the speakers and those of anybody,
// before and after, and in the title.
func actsOf(p *Passage, fits func(*discourse.Act) bool) []float32 {
	back, forward, any := float32(never), float32(never), float32(never)
	var title, mutual float32
	for _, f := range p.Acts[max(0, len(p.Acts)-discourse.Reach):] {
		if !fits(f) || scene.Covers(p.Quote.Spans.Content, f.Span) {
			continue
		}
		far := float32(p.Quote.Sentence - f.Sentence)
		switch mine := f.Involves(p.Speakers); {
		case f.Sentence < 0:
			title = 1 + bit(mine)
		case mine && far >= 0 && far < back:
			back, mutual = far, bit(f.Mutual)
		case mine && far < 0:
			forward = min(forward, -far)
		case far >= 0:
			any = min(any, far)
		}
	}
	return []float32{back, forward, any, title, mutual}
}

// namesOf are the places of the body that name an entity.
func (e *evidence) namesOf(x *naming.Entity) []hit { return e.names[x.ID] }

// readNames notes where the body names whom.
func (e *evidence) readNames(ps []*Passage) {
	r := ps[0].Reader
	s := r.Body
	e.names = map[string][]hit{}
	note := func(id string, at int) {
		token, _ := s.Range(text.Span{Start: at, End: at + 1})
		if token < len(s.Doc.Tokens) {
			e.names[id] = append(e.names[id], hit{token: token, sentence: s.SentenceAt(at)})
		}
	}
	for _, x := range r.People() {
		for _, at := range x.NamedAt() {
			note(x.ID, at)
		}
	}
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Actor.ID != "" && m.Actor.Kind != actors.Person {
			note(m.Actor.ID, m.Start)
		}
	}
}

// inParagraph tells how often the paragraph names an entity before the quote, and whether the sentence that names it
// last before names it first of all.
func (e *evidence) inParagraph(p *Passage, x *naming.Entity) (count, led float32) {
	s := p.Body
	first := p.Quote.Anchor
	if len(s.Doc.Paragraphs) > 0 {
		first, _ = s.Range(s.Doc.Paragraphs[s.ParagraphAt(s.Doc.Tokens[first].Start)].Span)
	}
	last := -1
	for _, h := range e.namesOf(x) {
		if h.token >= p.Quote.Anchor || scene.Covers(p.Quote.Spans.Content, s.Doc.Tokens[h.token].Span) {
			continue
		}
		count += bit(h.token >= first)
		last = max(last, h.token)
	}
	if last < 0 {
		return count, -1
	}
	lo, _ := s.SentenceBounds(last)
	ms := s.MentionsIn(lo, last)
	return min(count, 5), float32(min(len(ms), 5))
}
