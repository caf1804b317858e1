package dates

// quantity reads a number in figures or words, "a" and "an" as one, vague counts, and "and a half".
func (p *parser) quantity(i int) (n float64, vague bool, end int) {
	t := p.at(i)
	if e := p.quarterCentury(i); e > 0 {
		return 0.25, false, e
	}
	switch {
	case p.in(i, words.IndefiniteArticle):
		return p.articled(i)
	case p.halfUnit(i):
		return 0.5, false, p.skipIn(i+1, words.IndefiniteArticle)
	case t.word.vague && t.word.num == 0 && p.small(i):
		return 0, true, p.vagueEnd(i)
	case p.seq(i, "single", "-"):
		return 1, false, i + 1
	case t.isNum && (!t.glued || !p.is(i-1, "$", "€", "£", "¥", "#")):
		n, end = p.scaled(i)
	case t.word.num > 0 && p.small(i):
		n, end = p.words(i)
	default:
		return 0, false, 0
	}
	if e := p.andHalf(end); e > 0 {
		n, end = n+0.5, e
	}
	return n, false, end
}

// halfUnit tells whether "half" at i halves a unit of time: "half an hour", "half-year".
func (p *parser) halfUnit(i int) bool {
	unit := p.skipIn(i+1, words.IndefiniteArticle, "-")
	return p.is(i, "half") && p.small(i) && p.at(unit).word.unit != ""
}

// quarterCentury returns the index of "century" or its hyphen in "quarter-century", "a quarter century", or 0.
func (p *parser) quarterCentury(i int) int {
	i = p.skip(i, "a")
	if p.is(i, "quarter") && p.is(p.skip(i+1, "-"), "century") {
		return i + 1
	}
	return 0
}

// scaled reads figures with the words that multiply them: "3 hundred", "1.5 million".
func (p *parser) scaled(i int) (n float64, end int) {
	n, end = p.at(i).num, i+1
	for p.at(end).word.num >= 100 && end < i+4 {
		n *= float64(p.at(end).word.num)
		end++
	}
	return n, end
}

// vagueEnd is the index after a vague count: "several", "many more of the".
func (p *parser) vagueEnd(i int) int {
	end := i + 1
	for end < i+4 && p.in(end, words.CountTail) {
		end++
	}
	return end
}

// andHalf reads "and a half", "and half", "-and-a-half"; 0 where none stands.
func (p *parser) andHalf(i int) int {
	switch {
	case p.seq(i, "and", "a", "half"):
		return i + 3
	case p.seq(i, "-", "and", "-", "a", "-", "half"):
		return i + 6
	case p.seq(i, "and", "half"):
		return i + 2
	}
	return 0
}

// articled reads "a" and what follows it: "a", "a single", "a half", "a few", "a couple of", "a hundred". In
// "$12-an-hour" it counts nothing.
func (p *parser) articled(i int) (n float64, vague bool, end int) {
	if p.is(i+1, "-") {
		return 0, false, 0
	}
	if p.in(i+1, words.VagueCount) {
		return p.articledCount(i + 1)
	}
	end = p.skipIn(i+1, words.CountModifier)
	if p.is(end-1, "half") {
		return 0.5, false, end
	}
	return 1, false, end
}

// articledCount reads what follows "a" in "a few", "a couple of", "a hundred".
func (p *parser) articledCount(i int) (n float64, vague bool, end int) {
	switch {
	case p.at(i).low == "dozen":
		return 12, false, i + 1
	case words.HundredThousand[p.at(i).low]:
		n, end = p.words(i)
		return n, false, end
	case p.at(i).low == "mere":
		return p.quantity(i + 1)
	case p.at(i).low == "couple":
		return 2, false, p.skip(i+1, "of")
	}
	return 0, true, p.skip(i+1, "of", "more")
}

// words reads a number in words, such as "twenty-seven" or "one hundred and five". "ten twelve" are two numbers.
func (p *parser) words(i int) (float64, int) {
	n, part := 0, 0 // what is complete, and the hundreds and less before the next "thousand"
	for start := i; ; {
		v := p.at(i).word.num
		switch {
		case v == 0 || p.name(i) || i > start+8 || n > 1e9:
			return float64(n + part), i
		case v >= 1000:
			n, part = (n+max(part, 1))*v, 0
		case p.multiplies(i):
			part = max(part, 1) * v
		default:
			part += v
		}
		next, more := p.nextNumber(i)
		if !more {
			return float64(n + part), i + 1
		}
		i = next
	}
}

// multiplies tells whether the number word at i multiplies the one before it: "hundred", "dozen".
func (p *parser) multiplies(i int) bool {
	v := p.at(i).word.num
	return v >= 12 && v%100 == 0 || p.is(i, "dozen")
}

// nextNumber is the index after the number word at i and what links it to the next: the hyphen of "twenty-seven", the
// "and" of "hundred and five". more is false where the next word begins another number.
func (p *parser) nextNumber(i int) (next int, more bool) {
	v := p.at(i).word.num
	i++
	number := p.at(i+1).word.num > 0
	switch {
	case p.gluedMark(i, "-") && number && v >= 20 && v < 100, p.is(i, "and") && number && v >= 100:
		return i + 1, true
	case v >= 100 || p.is(i, "dozen"):
		return i, true
	}
	follows := p.at(i).word.num
	another := follows > 0 && follows < 100 && (v < 20 || follows >= 10)
	return i, !another
}

// ordinal reads "3rd", "third", "seventy-fifth", "last".
func (p *parser) ordinal(i int) (n, end int) {
	t := p.at(i)
	if t.isNum && t.digits > 0 && t.digits <= 3 && p.at(i+1).glued && p.in(i+1, words.OrdinalTail) {
		return int(t.num), i + 2
	}
	if t.word.ord != 0 && (p.small(i) || t.capital) {
		return t.word.ord, i + 1
	}
	if v := t.word.num; v >= 20 && v < 100 {
		k := p.skip(i+1, "-")
		if o := p.at(k).word.ord; o > 0 && o < 10 {
			return v + o, k + 1
		}
	}
	return 0, 0
}
