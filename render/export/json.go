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

// writeJSON draws one document in the shape of [render.JSON], with the licence of each source. Of the whole database
// it holds one event at a time: it goes over them three times, to count them, to write them and to write what they
// cite. Of two states or one it holds all, for it tells which words answer which.
func writeJSON(w io.Writer, d *Dataset) error {
	if d.Kind != render.OfAll {
		var err error
		if d, err = d.filled(); err != nil {
			return err
		}
	}
	head, err := d.counted()
	if err != nil {
		return err
	}
	return shelled(w, head, list{"events", d.eachEvent}, list{"sources", func(do func(any) error) error {
		return d.eachSource(func(s *Source) error { return do(s) })
	}})
}

// filled is the dataset with its events in memory, with what the page tells of them together.
func (d *Dataset) filled() (*Dataset, error) {
	var entries []*Entry
	var events []render.Event
	var sources []render.Source
	names, partners := map[string]string{}, map[string]int{}
	seen := map[mark]bool{}
	for e, err := range d.Events {
		if err != nil {
			return nil, err
		}
		entries, events = append(entries, e), append(events, e.Event)
		for _, code := range e.Partners {
			partners[code]++
		}
		for _, code := range e.codes() {
			names[code] = d.StateName(code)
		}
		for _, key := range e.cites() {
			if m := markOf(key); !seen[m] {
				seen[m] = true
				sources = append(sources, e.article(key).Source)
			}
		}
	}
	for _, code := range d.Scope.Codes() {
		names[code] = d.StateName(code)
	}
	head := *d.Report
	head.Partners = d.byEvents(partners)
	out := *d
	out.Report = render.Fill(&head, events, sources, names)
	for i, e := range entries {
		e.Event = out.Report.Events[i]
	}
	out.Events = func(yield func(*Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
	return &out, nil
}

// codes are the states of the event.
func (e *Entry) codes() []string {
	return append(append(statesOf(e.Speakers), statesOf(e.Addressees)...), e.About...)
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

func (d *Dataset) eachEvent(do func(any) error) error {
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		if err := do(&e.Event); err != nil {
			return err
		}
	}
	return nil
}

// counted is the head with what follows from the events: the summary, the partners and the hash of what is cited.
func (d *Dataset) counted() (*render.Report, error) {
	r := *d.Report
	r.Events, r.Sources = []render.Event{}, []render.Source{}
	r.Summary = render.Summary{}
	outlets, partners := map[string]bool{}, map[string]int{}
	var cited citations
	for e, err := range d.Events {
		if err != nil {
			return nil, err
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
	}
	r.Summary.Sources, r.Summary.Outlets = len(cited.list), len(outlets)
	for _, c := range r.Coverage {
		r.Summary.Articles += c.Articles
	}
	if r.Hash == "" {
		r.Hash = cited.hash()
	}
	r.Partners = d.byEvents(partners)
	return &r, nil
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
