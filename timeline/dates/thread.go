package dates

// yearThread is the year of which a paragraph goes on to tell: of a chronicle that heads its paragraph, "1994. In May",
// or of the adjunct of time with which a sentence of it opens, "In June 1974 they signed. On July 23 he told".
type yearThread struct {
	t        *tokens
	year     int
	month    int // the first month that may be meant, 0 for any
	heading  bool
	from, to int // the tokens after it in its paragraph
}

// begin takes up the year of a hit where its paragraph goes on with it, and drops the one before where it is another.
func (r *yearThread) begin(h *hit) {
	if h.kind != calendar || !h.hasYear || h.width != 1 || h.bc || h.inName || h.fiscal {
		return
	}
	heading := h.month == 0 && h.season == "" && r.t.at(h.i).para && r.t.is(h.j, ".", ":", "—", "–")
	if r.holds(h.i) && r.heading && !heading {
		return
	}
	if !heading && (h.month == 0 || !r.opensSentence(h.i)) {
		if h.year != r.year && !r.t.sameSentence(r.from, h.i) {
			r.to = 0
		}
		return
	}
	*r = yearThread{t: r.t, year: h.year, month: h.month, heading: heading, from: h.j, to: h.j}
	for r.to < len(r.t.list) && !r.t.at(r.to).para {
		r.to++
	}
}

// opensSentence tells whether nothing but a place stands between the beginning of the sentence and the "in" or "on"
// before the hit at i: "In June 1974", "At Bucharest in April 2008".
func (r *yearThread) opensSentence(i int) bool {
	k := i - 1
	if !r.t.is(k, "in", "on") {
		return false
	}
	for !r.t.at(k).first {
		k--
		if k < 0 || k < i-5 || !r.t.at(k).capital {
			return false
		}
	}
	return r.t.at(k).word.prep || r.t.is(k, "at", "in", "on")
}

// near ends the thread of a paragraph that comes back to the day of speaking.
func (r *yearThread) near() {
	if !r.heading {
		r.to = 0
	}
}

// holds tells whether token i stands where the thread goes on.
func (r *yearThread) holds(i int) bool { return r.from <= i && i < r.to }

// lends tells whether a month, or a day of it, at a hit without a year is of the year of the thread. t is the tense of
// the words around it.
func (r *yearThread) lends(h *hit, month int, t tense) bool {
	if !r.holds(h.i) || month == 0 || h.inName {
		return false
	}
	return r.heading || t != future && month >= r.month && !r.t.is(h.i-1, "since", "until", "by")
}
