package export

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"demarche/render"
)

// writeJSON draws one document in the shape of [render.JSON], with the licence of each source. It holds one event at a
// time and goes over them three times: to count them, to write them and to write what they cite. Of two states or one
// it tells which words answer which, and keeps an outline of each event for that.
func writeJSON(w io.Writer, d *Dataset) error {
	head, outline, err := d.counted()
	if err != nil {
		return err
	}
	return shelled(w, head, list{"events", func(do func(any) error) error {
		return d.eachEvent(outline, do)
	}}, list{"sources", func(do func(any) error) error {
		return d.eachSource(func(s *Source) error { return do(s) })
	}})
}

// list is a list of a document that is too long to be held: each gives its elements.
type list struct {
	name string
	each func(func(any) error) error
}

// shelled draws a document whose lists stand empty in shell, in the same order, at its first level.
func shelled(w io.Writer, shell any, lists ...list) error {
	text, err := indented(shell, "")
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	for _, l := range lists {
		open := fmt.Appendf(nil, "\n %q: [", l.name)
		before, after, ok := bytes.Cut(text, append(open, ']'))
		if !ok {
			return fmt.Errorf("the document has no place for its %s", l.name)
		}
		b.Write(before)
		b.Write(open)
		if err := elements(b, l.each); err != nil {
			return err
		}
		text = append([]byte{']'}, after...)
	}
	b.Write(text)
	return b.Flush()
}

// elements writes the elements of a list that stands at the first level of an indented document.
func elements(b *bufio.Writer, each func(func(any) error) error) error {
	n := 0
	err := each(func(v any) error {
		text, err := indented(v, "  ")
		if err != nil {
			return err
		}
		if n++; n > 1 {
			b.WriteByte(',')
		}
		b.WriteString("\n  ")
		_, err = b.Write(bytes.TrimRight(text, "\n"))
		return err
	})
	if n > 0 {
		b.WriteString("\n ")
	}
	return err
}

// indented is the JSON of a value, a space a level, with prefix before every line but the first.
func indented(v any, prefix string) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetIndent(prefix, " ")
	err := enc.Encode(v)
	return out.Bytes(), err
}

// eachEvent gives every event, with what the outline knows of it; the outline is nil where there is none.
func (d *Dataset) eachEvent(outline *render.Outline, do func(any) error) error {
	n := 0
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		if outline != nil {
			outline.Complete(n, &e.Event)
		}
		n++
		if err := do(&e.Event); err != nil {
			return err
		}
	}
	return nil
}

// counted is the head with what follows from the events: the summary, the partners and the hash of what is cited. Of
// two states or one there is an outline too, and the head has what it tells.
func (d *Dataset) counted() (*render.Report, *render.Outline, error) {
	r := *d.Report
	r.Events, r.Sources = []render.Event{}, []render.Source{}
	r.Summary = render.Summary{}
	outlets, partners := map[string]bool{}, map[string]int{}
	var outline *render.Outline
	if r.Kind != render.OfAll {
		outline = render.NewOutline(&r, d.StateName)
	}
	var cited citations
	for e, err := range d.Events {
		if err != nil {
			return nil, nil, err
		}
		r.Summary.Add(&e.Event)
		for _, key := range e.cites() {
			a := e.article(key)
			outlets[a.Outlet] = true
			cited.add(key, a.SHA256)
		}
		for _, code := range e.Partners {
			partners[code]++
		}
		if outline != nil {
			outline.Add(&e.Event, func(key string) string { return e.article(key).Language })
		}
	}
	r.Partners = d.byEvents(partners)
	r.Summary.Sources, r.Summary.Outlets = len(cited.list), len(outlets)
	for _, c := range r.Coverage {
		r.Summary.Articles += c.Articles
	}
	if r.Hash == "" {
		r.Hash = cited.hash()
	}
	if outline != nil {
		return outline.Whole(&r), outline, nil
	}
	return &r, nil, nil
}

// citations are the articles that were cited, with the hashes of their bytes.
type citations struct {
	seen map[mark]bool
	list []rests
}

type rests struct {
	key string
	sum [sha256.Size]byte
}

func (c *citations) add(key, sum string) {
	if c.seen == nil {
		c.seen = map[mark]bool{}
	}
	m := markOf(key)
	if c.seen[m] {
		return
	}
	c.seen[m] = true
	x := rests{key: strings.Clone(key)}
	if _, err := hex.Decode(x.sum[:], []byte(sum)); err != nil {
		x.sum = sha256.Sum256([]byte(sum)) // it is no hash: it still tells articles apart
	}
	c.list = append(c.list, x)
}

// hash is the SHA-256 over the hashes of the articles, in the order of their keys: it names what an export rests on.
func (c *citations) hash() string {
	slices.SortFunc(c.list, func(a, b rests) int { return cmp.Compare(a.key, b.key) })
	h := sha256.New()
	for i := range c.list {
		fmt.Fprintf(h, "%x\n", c.list[i].sum)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// byEvents lists states, those with most events first.
func (h *Head) byEvents(count map[string]int) []render.State {
	out := []render.State{}
	for code := range count {
		out = append(out, render.State{Code: code, Name: h.StateName(code)})
	}
	slices.SortFunc(out, func(a, b render.State) int {
		return cmp.Or(cmp.Compare(count[b.Code], count[a.Code]), cmp.Compare(a.Code, b.Code))
	})
	return out
}
