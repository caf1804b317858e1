package dates

// numbers reads numbers in figures and words, vague counts, ordinals and the number of a day in its month. It knows
// nothing of what is counted.
type numbers struct{ t *tokens }

// quantity reads a number in figures or words, "a" and "an" as one, vague counts, and "and a half".
func (r *numbers) quantity(i int) (n float64, vague bool, end int) {
	t := r.t.at(i)
	if e := r.quarterCentury(i); e > 0 {
		return 0.25, false, e
	}
	switch {
	case r.t.in(i, words.IndefiniteArticle):
		return r.articled(i)
	case r.halfUnit(i):
		return 0.5, false, r.t.skipIn(i+1, words.IndefiniteArticle)
	case t.word.vague && t.word.num == 0 && r.t.small(i):
		return 0, true, r.vagueEnd(i)
	case r.t.seq(i, "single", "-"):
		return 1, false, i + 1
	case t.isNum && (!t.glued || !r.t.is(i-1, "$", "€", "£", "¥", "#")):
		n, end = r.scaled(i)
	case t.word.num > 0 && r.t.small(i):
		n, end = r.words(i)
	default:
		return 0, false, 0
	}
	if e := r.andHalf(end); e > 0 {
		n, end = n+0.5, e
	}
	return n, false, end
}

// halfUnit tells whether "half" at i halves a unit of time: "half an hour", "half-year".
func (r *numbers) halfUnit(i int) bool {
	unit := r.t.skipIn(i+1, words.IndefiniteArticle, "-")
	return r.t.is(i, "half") && r.t.small(i) && r.t.at(unit).word.unit != ""
}

// quarterCentury returns the index of "century" or its hyphen in "quarter-century", "a quarter century", or 0.
func (r *numbers) quarterCentury(i int) int {
	i = r.t.skip(i, "a")
	if r.t.is(i, "quarter") && r.t.is(r.t.skip(i+1, "-"), "century") {
		return i + 1
	}
	return 0
}

// scaled reads figures with the words that multiply them: "3 hundred", "1.5 million".
func (r *numbers) scaled(i int) (n float64, end int) {
	n, end = r.t.at(i).num, i+1
	for r.t.at(end).word.num >= 100 && end < i+4 {
		n *= float64(r.t.at(end).word.num)
		end++
	}
	return n, end
}

// vagueEnd is the index after a vague count: "several", "many more of the".
func (r *numbers) vagueEnd(i int) int {
	end := i + 1
	for end < i+4 && r.t.in(end, words.CountTail) {
		end++
	}
	return end
}

// andHalf reads "and a half", "and half", "-and-a-half"; 0 where none stands.
func (r *numbers) andHalf(i int) int {
	switch {
	case r.t.seq(i, "and", "a", "half"):
		return i + 3
	case r.t.seq(i, "-", "and", "-", "a", "-", "half"):
		return i + 6
	case r.t.seq(i, "and", "half"):
		return i + 2
	}
	return 0
}

// articled reads "a" and what follows it: "a", "a single", "a half", "a few", "a couple of", "a hundred". In
// "$12-an-hour" it counts nothing.
func (r *numbers) articled(i int) (n float64, vague bool, end int) {
	if r.t.is(i+1, "-") {
		return 0, false, 0
	}
	if r.t.in(i+1, words.VagueCount) {
		return r.articledCount(i + 1)
	}
	end = r.t.skipIn(i+1, words.CountModifier)
	if r.t.is(end-1, "half") {
		return 0.5, false, end
	}
	return 1, false, end
}

// articledCount reads what follows "a" in "a few", "a couple of", "a hundred".
func (r *numbers) articledCount(i int) (n float64, vague bool, end int) {
	switch {
	case r.t.at(i).low == "dozen":
		return 12, false, i + 1
	case words.HundredThousand[r.t.at(i).low]:
		n, end = r.words(i)
		return n, false, end
	case r.t.at(i).low == "mere":
		return r.quantity(i + 1)
	case r.t.at(i).low == "couple":
		return 2, false, r.t.skip(i+1, "of")
	}
	return 0, true, r.t.skip(i+1, "of", "more")
}

// words reads a number in words, such as "twenty-seven" or "one hundred and five". "ten twelve" are two numbers.
func (r *numbers) words(i int) (float64, int) {
	n, part := 0, 0 // what is complete, and the hundreds and less before the next "thousand"
	for start := i; ; {
		v := r.t.at(i).word.num
		switch {
		case v == 0 || r.t.name(i) || i > start+8 || n > 1e9:
			return float64(n + part), i
		case v >= 1000:
			n, part = (n+max(part, 1))*v, 0
		case r.multiplies(i):
			part = max(part, 1) * v
		default:
			part += v
		}
		next, more := r.nextNumber(i)
		if !more {
			return float64(n + part), i + 1
		}
		i = next
	}
}

// multiplies tells whether the number word at i multiplies the one before it: "hundred", "dozen".
func (r *numbers) multiplies(i int) bool {
	v := r.t.at(i).word.num
	return v >= 12 && v%100 == 0 || r.t.is(i, "dozen")
}

// nextNumber is the index after the number word at i and what links it to the next: the hyphen of "twenty-seven", the
// "and" of "hundred and five". more is false where the next word begins another number.
func (r *numbers) nextNumber(i int) (next int, more bool) {
	v := r.t.at(i).word.num
	i++
	number := r.t.at(i+1).word.num > 0
	switch {
	case r.t.gluedMark(i, "-") && number && v >= 20 && v < 100, r.t.is(i, "and") && number && v >= 100:
		return i + 1, true
	case v >= 100 || r.t.is(i, "dozen"):
		return i, true
	}
	follows := r.t.at(i).word.num
	another := follows > 0 && follows < 100 && (v < 20 || follows >= 10)
	return i, !another
}

// ordinal reads "3rd", "third", "seventy-fifth", "last".
func (r *numbers) ordinal(i int) (n, end int) {
	t := r.t.at(i)
	if t.isNum && t.digits > 0 && t.digits <= 3 && r.t.at(i+1).glued && r.t.in(i+1, words.OrdinalTail) {
		return int(t.num), i + 2
	}
	if t.word.ord != 0 && (r.t.small(i) || t.capital) {
		return t.word.ord, i + 1
	}
	if v := t.word.num; v >= 20 && v < 100 {
		k := r.t.skip(i+1, "-")
		if o := r.t.at(k).word.ord; o > 0 && o < 10 {
			return v + o, k + 1
		}
	}
	return 0, 0
}

// dayOfMonth reads the number of a day, with or without an ordinal's ending.
func (r *numbers) dayOfMonth(i int) (d, end int) {
	t := r.t.at(i)
	if t.digits == 0 || t.digits > 2 || t.num < 1 || t.num > 31 {
		return 0, 0
	}
	if n, e := r.ordinal(i); e > 0 {
		return n, e
	}
	return int(t.num), i + 1
}

// dayWord reads the day of a month in words: "third", "twenty-first".
func (r *numbers) dayWord(i int) (d, end int) {
	if r.t.at(i).isNum || r.t.name(i) {
		return 0, 0
	}
	n, e := r.ordinal(i)
	if e == 0 || n < 1 || n > 31 || r.t.is(i, "opening") {
		return 0, 0
	}
	return n, e
}

// dayNumber reads the day of a month in figures or words.
func (r *numbers) dayNumber(i int) (d, end int) {
	if d, end = r.dayOfMonth(i); end > 0 {
		return d, end
	}
	return r.dayWord(i)
}
