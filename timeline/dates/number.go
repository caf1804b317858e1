package dates

// quantity reads a number in figures or words, "a" and "an" as one, vague counts, and "and a half".
func (p *parser) quantity(i int) (n float64, vague bool, end int) {
	t := p.at(i)
	switch {
	case t.isNum && (!t.glued || !p.is(i-1, "$", "€", "£", "¥", "#")):
		n, end = t.num, i+1
		for p.at(end).word.num >= 100 && end < i+4 {
			n *= float64(p.at(end).word.num)
			end++
		}
	case p.is(i, "quarter") && p.is(p.skip(i+1, "-"), "century"):
		return 0.25, false, i + 1
	case p.is(i, "a") && p.is(i+1, "quarter") && p.is(p.skip(i+2, "-"), "century"):
		return 0.25, false, i + 2
	case p.in(i, words.IndefiniteArticle) && p.is(i+1, "-"): // "$12-an-hour"
		return 0, false, 0
	case p.in(i, words.IndefiniteArticle):
		if p.in(i+1, words.VagueCount) {
			return p.articled(i + 1)
		}
		n, end = 1, i+1
		end = p.skipIn(end, words.CountModifier)
		if p.is(end-1, "half") {
			n = 0.5
		}
		return n, false, end
	case p.is(i, "half") && p.small(i) && p.at(p.skipIn(i+1, words.IndefiniteArticle, "-")).word.unit != "":
		return 0.5, false, p.skipIn(i+1, words.IndefiniteArticle)
	case p.is(i, "single") && p.is(i+1, "-"):
		return 1, false, i + 1
	case t.word.num > 0 && p.small(i):
		n, end = p.words(i)
	case t.word.vague && p.small(i):
		end = i + 1
		for end < i+4 && p.in(end, words.CountTail) {
			end++
		}
		return 0, true, end
	default:
		return 0, false, 0
	}
	if p.seq(end, "and", "a", "half") {
		n, end = n+0.5, end+3
	} else if p.seq(end, "-", "and", "-", "a", "-", "half") {
		n, end = n+0.5, end+6
	} else if p.is(end, "and") && p.is(end+1, "half") {
		n, end = n+0.5, end+2
	}
	return n, false, end
}

// articled reads what follows "a" in "a few", "a couple of", "a hundred".
func (p *parser) articled(i int) (n float64, vague bool, end int) {
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

// words reads a number in words, such as "twenty-seven" or "one hundred and five".
func (p *parser) words(i int) (float64, int) {
	n, part := 0, 0
	for start := i; ; {
		v := p.at(i).word.num
		switch {
		case v == 0 || p.name(i) || i > start+8 || n > 1e9:
			return float64(n + part), i
		case v >= 1000:
			n, part = (n+max(part, 1))*v, 0
		case v >= 12 && v%100 == 0 || p.is(i, "dozen"):
			part = max(part, 1) * v
		default:
			part += v
		}
		i++
		if p.is(i, "-") && p.at(i).glued && p.at(i+1).word.num > 0 && v >= 20 && v < 100 {
			i++
		} else if p.is(i, "and") && v >= 100 && p.at(i+1).word.num > 0 {
			i++
		} else if next := p.at(i).word.num; next > 0 && next < 100 && !p.is(i, "dozen") && (v < 20 || next >= 10) {
			// "ten twelve" are two numbers; "hundred five" is one.
			if v < 100 {
				return float64(n + part), i
			}
		}
	}
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
