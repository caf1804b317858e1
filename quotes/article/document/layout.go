package document

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of a column, in points.
type line struct {
	x, y, end, size float64
	text            string
	column          int // a number that lines of one column share
}

// layOut puts the texts of pages in the order of reading and makes paragraphs of them.
func layOut(pages [][]run) *Document {
	d := &Document{}
	lines := make([][]line, len(pages))
	for i, runs := range pages {
		runs = slices.DeleteFunc(runs, func(r run) bool { return strings.TrimSpace(r.text) == "" && r.text != " " })
		lines[i] = order(runs, 0)
	}
	d.URL = printedURL(lines)
	dropHeads(lines)
	d.Title = largest(lines)
	var all []line
	for i, page := range lines {
		for _, l := range page {
			l.column += 1000 * i
			all = append(all, l)
		}
	}
	d.Paragraphs = join(all)
	return d
}

// maxCuts is how often a page is cut into parts.
const maxCuts = 30

// order returns the lines of a part of a page in the order of reading: cut into columns where a strip of white runs
// down the whole of it, else into what stands above and below the widest gap, else line by line.
func order(runs []run, depth int) []line {
	if len(runs) == 0 {
		return nil
	}
	if depth < maxCuts {
		for _, cut := range []func([]run) (a, b []run){columns, bands} {
			if a, b := cut(runs); len(b) > 0 {
				first := order(a, depth+1)
				second := order(b, depth+1)
				next := 0
				for _, l := range first {
					next = max(next, l.column+1)
				}
				for i := range second {
					second[i].column += next
				}
				return append(first, second...)
			}
		}
	}
	return linesOf(runs)
}

// median returns the middle size of the letters.
func median(runs []run) float64 {
	sizes := make([]float64, len(runs))
	for i, r := range runs {
		sizes[i] = r.size
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// minColumn is the fewest lines of a column.
const minColumn = 3

// columns cuts runs at the widest strip of white that runs down all of them, with columns of some width and length on
// both sides.
func columns(runs []run) (left, right []run) {
	sorted := slices.SortedFunc(slices.Values(runs), func(a, b run) int { return cmp.Compare(a.x, b.x) })
	size := median(runs)
	best, at, end := 0.8*size, 0.0, sorted[0].x
	low, high := sorted[0].x, sorted[0].x
	for _, r := range sorted {
		high = max(high, r.x+r.w)
	}
	for _, r := range sorted {
		if gap := r.x - end; gap > best && end-low > 0.15*(high-low) && high-r.x > 0.15*(high-low) {
			best, at = gap, r.x
		}
		end = max(end, r.x+r.w)
	}
	if at == 0 {
		return runs, nil
	}
	for _, r := range runs {
		if r.x < at {
			left = append(left, r)
		} else {
			right = append(right, r)
		}
	}
	if rows(left) < minColumn || rows(right) < minColumn {
		return runs, nil
	}
	return left, right
}

// rows counts the lines on which runs stand.
func rows(runs []run) int {
	ys := make([]float64, len(runs))
	for i, r := range runs {
		ys[i] = r.y
	}
	slices.Sort(ys)
	n := 0
	for i, y := range ys {
		if i == 0 || y-ys[i-1] > 2 {
			n++
		}
	}
	return n
}

// bands cuts runs at the widest gap between what stands above and below, where that is wider than two lines.
func bands(runs []run) (above, below []run) {
	sorted := slices.SortedFunc(slices.Values(runs), func(a, b run) int { return cmp.Compare(b.y, a.y) })
	best, at := 2.2*median(runs), 0
	for i := 1; i < len(sorted); i++ {
		if gap := sorted[i-1].y - sorted[i].y; gap > best {
			best, at = gap, i
		}
	}
	if at == 0 {
		return runs, nil
	}
	return sorted[:at], sorted[at:]
}

// linesOf gathers runs on one height to lines, from above, and puts spaces where room is left between them.
func linesOf(runs []run) []line {
	sorted := slices.Clone(runs)
	slices.SortStableFunc(sorted, func(a, b run) int { return cmp.Compare(b.y, a.y) })
	var out []line
	for i := 0; i < len(sorted); {
		j := i + 1
		for j < len(sorted) && sorted[i].y-sorted[j].y < 0.4*max(sorted[i].size, 4) {
			j++
		}
		row := sorted[i:j]
		slices.SortStableFunc(row, func(a, b run) int { return cmp.Compare(a.x, b.x) })
		if l := lineOf(row); strings.TrimSpace(l.text) != "" {
			out = append(out, l)
		}
		i = j
	}
	return out
}

// lineOf joins the runs of a line.
func lineOf(row []run) line {
	l := line{x: row[0].x, y: row[0].y}
	var b strings.Builder
	for i, r := range row {
		if i > 0 && r.x-l.end > wideGap*r.size && !strings.HasSuffix(b.String(), " ") {
			b.WriteByte(' ')
		}
		b.WriteString(r.text)
		l.end, l.size = max(l.end, r.x+r.w), max(l.size, r.size)
	}
	l.text = strings.Join(strings.Fields(printShape.ligatures.Replace(b.String())), " ")
	return l
}

// edge is how many lines at the top and at the foot of a page may be its head or foot.
const edge = 3

// edges calls do with the outermost lines of a page, those at the top and those at the foot.
func edges(page []line, do func(i int)) {
	byHeight := make([]int, len(page))
	for i := range page {
		byHeight[i] = i
	}
	slices.SortStableFunc(byHeight, func(a, b int) int { return cmp.Compare(page[b].y, page[a].y) })
	for k, i := range byHeight {
		if k < edge || k >= len(byHeight)-edge {
			do(i)
		}
	}
}

// printedURL is the address that a browser printed at the foot of the first page.
func printedURL(pages [][]line) string {
	address := ""
	for _, page := range pages[:min(len(pages), 1)] {
		edges(page, func(i int) {
			if m := printShape.printedAt.FindStringSubmatch(page[i].text); m != nil && !strings.Contains(m[1], "…") {
				address = m[1]
			}
		})
	}
	return address
}

// dropHeads takes out of each page its number, what a browser prints around it, and lines at its edges that other
// pages have, too, but for their numbers.
func dropHeads(pages [][]line) {
	times := map[string]int{}
	plain := func(l line) string { return printShape.digits.ReplaceAllString(l.text, "#") }
	for _, page := range pages {
		edges(page, func(i int) { times[plain(page[i])]++ })
	}
	for n, page := range pages {
		drop := map[int]bool{}
		edges(page, func(i int) {
			t := page[i].text
			repeated := len(pages) > 1 && times[plain(page[i])] >= max(2, len(pages)/3)
			shape := &printShape
			if repeated || shape.pageNumber.MatchString(t) || shape.printed.MatchString(t) ||
				shape.printedAt.MatchString(t) {
				drop[i] = true
			}
		})
		var kept []line
		for i, l := range page {
			if !drop[i] {
				kept = append(kept, l)
			}
		}
		pages[n] = kept
	}
}

// largest takes the title out of the first page: the lines at its top in letters that are larger than those of the
// text. "" is for none.
func largest(pages [][]line) string {
	if len(pages) == 0 || len(pages[0]) < 3 {
		return ""
	}
	page := pages[0]
	sizes := make([]float64, len(page))
	for i, l := range page {
		sizes[i] = l.size
	}
	slices.Sort(sizes)
	text, most := sizes[len(sizes)/2], sizes[len(sizes)-1]
	if most < 1.15*text {
		return ""
	}
	from := slices.IndexFunc(page, func(l line) bool { return l.size > 0.97*most })
	to := from
	for to < len(page) && page[to].size > 0.97*most {
		to++
	}
	var words []string
	for _, l := range page[from:to] {
		words = append(words, l.text)
	}
	title := strings.Join(words, " ")
	if len(title) > 300 || len(title) < 10 {
		return ""
	}
	pages[0] = slices.Delete(page, from, to)
	return title
}

// join makes paragraphs of lines. A line begins a paragraph where more room is left above it than between lines, where
// it is set in, where its letters have another size, or where the line before ends a sentence short of the margin.
func join(lines []line) []string {
	pitch, margin := measures(lines)
	usual := usualWidth(lines)
	var p paragraphs
	for i, l := range lines {
		if i > 0 &&
			(begins(lines[i-1], l, pitch[l.column], margin[lines[i-1].column], p.b.String()) || stands(lines[i-1],
				l, usual)) {
			p.end()
		}
		addLine(&p.b, l.text)
	}
	p.end()
	return p.list
}

// measures returns, by column, the usual distance between lines and the right margin.
func measures(lines []line) (pitch, margin map[int]float64) {
	gaps := map[int][]float64{}
	margin = map[int]float64{}
	for i, l := range lines {
		margin[l.column] = max(margin[l.column], l.end)
		if i > 0 && lines[i-1].column == l.column && lines[i-1].y > l.y {
			gaps[l.column] = append(gaps[l.column], lines[i-1].y-l.y)
		}
	}
	pitch = map[int]float64{}
	for c, g := range gaps {
		slices.Sort(g)
		pitch[c] = g[len(g)/3] // more gaps are between lines than between paragraphs, but not many more
	}
	return pitch, margin
}

// usualWidth returns the middle width of the lines.
func usualWidth(lines []line) float64 {
	if len(lines) == 0 {
		return 0
	}
	widths := make([]float64, len(lines))
	for i, l := range lines {
		widths[i] = l.end - l.x
	}
	slices.Sort(widths)
	return widths[len(widths)/2]
}

// stands reports whether a line stands alone, as a byline or a day above a text does: it is much shorter than others,
// and what follows does not go on with it.
func stands(before, l line, usual float64) bool {
	first, _ := utf8.DecodeRuneInString(l.text)
	return before.end-before.x < 0.6*usual && !unicode.IsLower(first) && !strings.HasSuffix(before.text, "-")
}

// begins reports whether a line begins a paragraph; text is what stands in the one that is open.
func begins(before, l line, pitch, margin float64, text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"”’')`))
	ended := strings.ContainsRune(".!?:", last)
	first, _ := utf8.DecodeRuneInString(l.text)
	if before.column != l.column { // the text goes on in the next column or page unless a sentence ended
		return ended || unicode.IsUpper(first) && before.end < 0.8*margin || before.size > 1.15*l.size
	}
	gap := before.y - l.y
	switch {
	case gap > 1.35*pitch, l.size > 1.15*before.size, before.size > 1.15*l.size:
		return true
	case l.x-before.x > 0.7*l.size && ended:
		return true
	}
	return ended && before.end < margin-3*l.size && !unicode.IsLower(first)
}

// addLine adds a line to a paragraph. A word that is broken at its end is put together where the next begins small.
func addLine(b *strings.Builder, text string) {
	before := b.String()
	first, _ := utf8.DecodeRuneInString(text)
	switch stem, broken := strings.CutSuffix(before, "-"); {
	case before == "":
	case strings.HasSuffix(before, "\u00ad"):
		b.Reset()
		b.WriteString(strings.TrimSuffix(before, "\u00ad"))
	case broken && unicode.IsLower(first) && endsInLetter(stem):
		b.Reset()
		b.WriteString(stem)
	case broken && endsInLetter(stem):
	default:
		b.WriteByte(' ')
	}
	b.WriteString(text)
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}
