package learned

// rankFeatures is the number of values in a row of [view.rankValues].
const rankFeatures = 65

// rankValues are what the classifiers see of a candidate: the probabilities of its parts; its rivals; lengths, places
// and distances of the parts; tags and classes of the words at their edges; the marks.
func (v *view) rankValues(c *Candidate, r rivals) []float32 {
	f := frame{v: v, cueFirst: c.cueFirst, cueLast: c.cueLast}
	x := &values{v: v, row: make([]float32, 0, rankFeatures)}
	main := f.mainToken()
	x.add(logit(c.cueP), logit(c.cueNet), c.roleP, logit(c.weak), logit(c.contentP), logit(c.sourceP), c.worse)
	x.add(logit(c.before), logit(c.behind), r.agree, r.most, r.like, r.source, r.holders, r.helds, r.sames)
	x.add(logit(r.overlap), logit(r.holder), logit(r.held), logit(r.same))
	x.count(c.nth, c.frameSize, len(c.content), c.leftUnits, c.units, c.inUnits)
	x.cue(c, main)
	x.contents(c, int(v.w[main].sent))
	x.source(c)
	return x.row
}

// values collects a row.
type values struct {
	v   *view
	row []float32
}

func (x *values) add(vs ...float64) {
	for _, v := range vs {
		x.row = append(x.row, float32(v))
	}
}

func (x *values) count(ns ...int) {
	for _, n := range ns {
		x.row = append(x.row, float32(n))
	}
}

// tags adds the tags of tokens, as numbers without an order: a tree cuts out what it needs.
func (x *values) tags(tokens ...int) {
	for _, i := range tokens {
		x.row = append(x.row, float32(roots().tags[x.v.at(i).tag]))
	}
}

// opening is the number of the sentence from which on the place in the text says nothing. The length of a text is no
// feature: the models would tell the corpora of the training apart by it, and be lost on a text of two sentences.
const opening = 5

// cue adds what is known of the cue and where it stands.
func (x *values) cue(c *Candidate, main int) {
	v, w := x.v, &x.v.w[main]
	s := v.d.Sentences[w.sent]
	x.count(
		c.cueLast-c.cueFirst,
		int(v.says[w.sent]),
		min(int(w.sent), opening),
		c.cueFirst-s.First,
		s.Last-c.cueLast,
	)
	x.flags(w, isSaying, isVerb, isNoun, isFinite)
	x.count(int(b2u(v.w[c.cueFirst].unit >= 0)), int(v.following(main, min(len(v.w), main+30))))
	x.tags(c.cueFirst-1, c.cueLast, main)
}

func (x *values) flags(w *word, fs ...flag) {
	for _, f := range fs {
		x.row = append(x.row, float32(b2u(w.flags&f != 0)))
	}
}

// contents adds what is known of the content; sent is the cue's sentence.
func (x *values) contents(c *Candidate, sent int) {
	v := x.v
	first, last := c.content[0].first, c.content[len(c.content)-1].last
	n := c.contentTokens()
	x.add(float64(n), float64(c.inUnits)/float64(n))
	order := b2u(first > c.cueFirst) + 2*b2u(c.content[len(c.content)-1].first > c.cueFirst)
	gap := c.cueFirst - last
	if order == 3 {
		gap = first - c.cueLast
	}
	from, to := int(v.w[first].sent), int(v.w[last-1].sent)
	x.count(
		int(order),
		gap,
		to-from,
		from-sent,
		to-sent,
		v.d.Sentences[sent].Last-last,
		first-v.d.Sentences[from].First,
	)
	x.count(int(v.edge(first)), int(v.edge(last)), int(v.w[first].shape))
	x.tags(first, last-1, last)
}

// source adds what is known of the source.
func (x *values) source(c *Candidate) {
	if len(c.source) == 0 {
		x.count(99, 0, 0, 0, 0, 0, 0, 0, 0, 0)
		return
	}
	r := c.source[0]
	behind, far := 0, c.cueFirst-r.last
	if r.first > c.cueFirst {
		behind, far = 1, r.first-c.cueLast
	}
	x.count(far, behind, r.last-r.first)
	x.flags(x.v.at(r.first), isProper, isPronoun, isDet)
	x.flags(x.v.at(r.last-1), isProper, isPronoun)
	x.tags(r.first, r.last-1)
}

// edge tells what lies between token i and the one before it: the edge of a sentence, of words in marks, a
// punctuation mark, a word that begins a clause or phrase, or nothing.
func (v *view) edge(i int) uint32 {
	a, b := v.at(i-1), v.at(i)
	switch {
	case i <= 0 || i >= len(v.w) || a.sent != b.sent:
		return 1 + b2u(a.unit >= 0)
	case a.unit != b.unit:
		return 3 + b2u(a.unit >= 0)
	case a.flags&isPunct != 0:
		return 5
	case b.flags&isPunct != 0:
		return 6
	case b.flags&(isSub|isPrep|isConj) != 0:
		return 7
	}
	return 0
}

func (c *Candidate) contentTokens() int {
	n := 0
	for _, r := range c.content {
		n += r.last - r.first
	}
	return n
}

// judge sets the raw probabilities of candidates.
func (m *Model) judge(v *view, cs []Candidate) {
	rs := v.rivalries(cs)
	for i := range cs {
		row := v.rankValues(&cs[i], rs[i])
		cs[i].P, cs[i].exactP = m.right.P(row), m.exact.P(row)
	}
}
