package main

import (
	"cmp"
	"slices"
	"sync"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/actors"
)

// candidates are what the program that runs now sees in an article for the fields of its reports.
type candidates struct {
	reports  []timeline.Report
	verdicts [][]timeline.Verdict // by report
	named    []namedAt            // in the order of the text
}

// namedAt is an actor with the words of the article that name it.
type namedAt struct {
	timeline.Party
	at text.Span
}

// candidates reads an article anew.
func (p *pipeline) candidates(src *timeline.Source) (*candidates, error) {
	extractor, err := p.extractor()
	if err != nil {
		return nil, err
	}
	a := &article.Article{
		URL: src.URL, Outlet: src.Outlet, Title: src.Title, Byline: src.Byline, Published: src.Published, Text: src.Text,
	}
	d := text.Parse(a.Text)
	c := &candidates{}
	c.reports, c.verdicts = timeline.Verdicts(a, d, extractor.Extract(d, quotes.Options{Title: a.Title}), p.actors)
	for _, m := range p.actors.Find(src.Text) {
		if best := actors.Best(m.Candidates, src.Published); len(best) > 0 {
			c.named = append(
				c.named,
				namedAt{timeline.Party{Actor: best[0].Actor}, text.Span{Start: m.Start, End: m.End}},
			)
		}
	}
	for i := range c.reports {
		r := &c.reports[i]
		for _, party := range slices.Concat(r.Speakers, r.Addressees) {
			c.named = append(c.named, namedAt{party, cmp.Or(party.Evidence, r.Content[0])})
		}
	}
	return c, nil
}

// of are the candidates for the fields of a report, by the place of its words.
func (c *candidates) of(r *timeline.Report) []timeline.Verdict {
	for i := range c.reports {
		if slices.Equal(c.reports[i].Content, r.Content) {
			return c.verdicts[i]
		}
	}
	return nil
}

// farther is how many bytes of text a body or a state counts as farther away than a person.
const farther = 300

// distance is how many bytes lie between the words of a report and those that name an actor; a body or a state counts
// as farther away.
func distance(r *timeline.Report, a namedAt) int {
	d := max(a.at.Start-r.Content[len(r.Content)-1].End, r.Content[0].Start-a.at.End, 0)
	if a.Kind != actors.Person {
		d += farther
	}
	return d
}

// placed gives the parties of a report that a person named the words of the article nearest to it that name them, where
// there are some.
func (c *candidates) placed(r *timeline.Report) {
	for _, list := range [][]timeline.Party{r.Speakers, r.Addressees} {
		for i := range list {
			best := -1
			for k, a := range c.named {
				if a.ID == list[i].ID && (best < 0 || distance(r, a) < distance(r, c.named[best])) {
					best = k
				}
			}
			if best >= 0 && list[i].Evidence.Len() == 0 {
				list[i].Evidence = c.named[best].at
			}
		}
	}
}

// near are up to n actors whom the article names, those nearest to the words of a report first, persons before bodies
// and states; without those of the report's own list.
func (c *candidates) near(r *timeline.Report, own []timeline.Party, n int) []timeline.Party {
	list := slices.Clone(c.named)
	slices.SortStableFunc(list, func(a, b namedAt) int { return distance(r, a) - distance(r, b) })
	var out []timeline.Party
	for _, a := range list {
		same := func(p timeline.Party) bool { return p.ID == a.ID }
		if len(out) < n && !slices.ContainsFunc(own, same) && !slices.ContainsFunc(out, same) {
			out = append(out, a.Party)
		}
	}
	return out
}

// mostCached is how many articles a [candidateCache] remembers, some hundred kilobytes each.
const mostCached = 24

// candidateCache remembers the candidates of the articles that were looked at last, by key and hash. It may be used by
// several goroutines.
type candidateCache struct {
	read  func(*timeline.Source) (*candidates, error)
	mu    sync.Mutex
	known map[[2]string]*candidates
	order [][2]string // the article that was asked for last at the end
}

// get returns the candidates of an article, which it reads where they are not remembered.
func (c *candidateCache) get(src *timeline.Source) (*candidates, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := [2]string{src.Key, src.SHA256}
	found := c.known[key]
	if found == nil {
		var err error
		if found, err = c.read(src); err != nil {
			return nil, err
		}
	}
	c.order = append(slices.DeleteFunc(c.order, func(k [2]string) bool { return k == key }), key)
	if c.known == nil {
		c.known = map[[2]string]*candidates{}
	}
	c.known[key] = found
	if len(c.order) > mostCached {
		delete(c.known, c.order[0])
		c.order = c.order[1:]
	}
	return found, nil
}
