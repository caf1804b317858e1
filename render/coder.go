package render

import (
	"encoding/binary"
	"errors"
	"math"

	"demarche/timeline"
)

// coder writes a portion as bytes or reads one from them: one walk over the fields does both, so that they can't
// differ. A text is written once, and its number where it stands again.
type coder struct {
	reading bool
	rest    string         // to be read yet
	out     []byte         // written so far
	texts   []string       // by number
	number  map[string]int // of texts, when writing
	broken  bool           // what is read is no portion
}

// bytes writes the portion, for readPortion: the length of the block, the block, and all else.
func (p *Portion) bytes(s *squeezer) ([]byte, error) {
	zipped, err := s.gzipJSON(p.texts)
	if err != nil {
		return nil, err
	}
	c := &coder{number: map[string]int{}, out: make([]byte, 0, 2*len(zipped))}
	c.out = append(binary.AppendUvarint(c.out, uint64(len(zipped))), zipped...)
	c.portion(p)
	return c.out, nil
}

// ReadPortions reads what [DrawState] gave, each by itself; they share the memory. The error tells that the bytes are
// something else.
func ReadPortions(list [][]byte) ([]*Portion, error) {
	out, errs := make([]*Portion, len(list)), make([]error, len(list))
	onCores(len(list), 1, func(lo, hi int) {
		for i := lo; i < hi; i++ {
			out[i], errs[i] = readPortion(list[i])
		}
	})
	return out, errors.Join(errs...)
}

// readPortion reads what bytes wrote.
func readPortion(b []byte) (*Portion, error) {
	c, p := &coder{reading: true}, &Portion{}
	if n, at := binary.Uvarint(b); at > 0 && n <= uint64(len(b)-at) {
		p.packed, c.rest = b[at:][:n], string(b[at:][n:])
		c.portion(p)
	} else {
		c.broken = true
	}
	if c.broken || c.rest != "" {
		return nil, errors.New("no portion of a page")
	}
	return p, nil
}

func (c *coder) portion(p *Portion) {
	many(c, &p.Sources, c.source)
	many(c, &p.rules, c.text)
	many(c, &p.Events, c.event)
	c.quotes(p)
}

func (c *coder) quotes(p *Portion) {
	if c.reading {
		p.pull = map[timeline.Direction]candidate{}
	}
	for _, d := range []timeline.Direction{timeline.AToB, timeline.BToA} {
		q, some := p.pull[d]
		if c.flag(&some); !some {
			continue
		}
		c.float(&q.worth)
		c.text(&q.Event)
		c.int(&q.Statement)
		c.text((*string)(&q.Form))
		c.text(&q.Words)
		c.flag(&q.Cut)
		if c.reading {
			p.pull[d] = q
		}
	}
}

func (c *coder) source(s *Source) {
	for _, t := range []*string{
		&s.Key, &s.URL, &s.Outlet, &s.Title, &s.Byline, &s.Published, &s.PublishedHow, &s.Retrieved, &s.Language, &s.SHA256,
	} {
		c.text(t)
	}
}

// event walks over what a report tells of its events together; the rest of them stands in the block.
func (c *coder) event(e *Event) {
	for _, t := range []*string{
		&e.ID, &e.Title, &e.Date.EDTF, &e.Date.Earliest, &e.Date.Latest, &e.Date.Clock, (*string)(&e.Date.Basis),
		(*string)(&e.Direction), (*string)(&e.Link), &e.Toward, (*string)(&e.Channel), (*string)(&e.Tone),
		(*string)(&e.Status),
	} {
		c.text(t)
	}
	many(c, &e.Supersedes, c.text)
	many(c, &e.Partners, c.text)
	many(c, &e.About, c.text)
	many(c, &e.Speakers, c.party)
	many(c, &e.Addressees, c.party)
	many(c, &e.Doubts, func(d *Doubt) { c.text(&d.Kind) })
	c.flag(&e.Sure)
	some := e.Occasion != nil
	if c.flag(&some); some {
		if c.reading {
			e.Occasion = &Occasion{}
		}
		c.text(&e.Occasion.Name)
		c.text(&e.Occasion.Date)
	}
	many(c, &e.Context, func(x *Context) { c.text(&x.Source) })
	many(c, &e.Statements, func(s *Statement) {
		many(c, &s.Reports, func(w *Wording) {
			c.text(&w.Source)
			c.text(&w.Medium)
		})
	})
}

func (c *coder) party(p *Party) {
	for _, t := range []*string{&p.ID, &p.Name, &p.Kind, &p.State} {
		c.text(t)
	}
}

// many walks over a list.
func many[T any](c *coder, list *[]T, each func(*T)) {
	n := len(*list)
	c.int(&n)
	if c.reading {
		if n < 0 || n > len(c.rest) { // each takes a byte at least
			c.broken, n = true, 0
		}
		*list = make([]T, n)
	}
	for i := range n {
		each(&(*list)[i])
	}
}

func (c *coder) int(n *int) {
	if !c.reading {
		c.out = binary.AppendUvarint(c.out, uint64(*n)) //nolint:gosec // counts and numbers of texts
		return
	}
	*n = int(c.uvarint()) //nolint:gosec // as above
}

func (c *coder) uvarint() uint64 {
	if c.rest != "" && c.rest[0] < 0x80 { // as most are
		b := c.rest[0]
		c.rest = c.rest[1:]
		return uint64(b)
	}
	x := uint64(0)
	for i := 0; i < len(c.rest) && i < binary.MaxVarintLen64; i++ {
		b := c.rest[i]
		x |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.rest = c.rest[i+1:]
			return x
		}
	}
	c.broken, c.rest = true, ""
	return 0
}

func (c *coder) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.int(&n)
	*b = n == 1
}

func (c *coder) float(x *float64) {
	if !c.reading {
		c.out = binary.BigEndian.AppendUint64(c.out, math.Float64bits(*x))
		return
	}
	if len(c.rest) < 8 {
		c.broken, c.rest = true, ""
		return
	}
	*x = math.Float64frombits(binary.BigEndian.Uint64([]byte(c.rest[:8])))
	c.rest = c.rest[8:]
}

// raw walks over a text that stands nowhere else.
func (c *coder) raw(s *string) {
	n := len(*s)
	c.int(&n)
	if !c.reading {
		c.out = append(c.out, *s...)
		return
	}
	if n < 0 || n > len(c.rest) {
		c.broken, c.rest = true, ""
		return
	}
	*s, c.rest = c.rest[:n], c.rest[n:]
}

func (c *coder) text(s *string) {
	n, known := c.number[*s]
	if !c.reading && !known {
		n = len(c.number)
		c.number[*s] = n
	}
	c.int(&n)
	switch {
	case !c.reading && known:
	case !c.reading:
		c.raw(s)
	case n < len(c.texts) && n >= 0:
		*s = c.texts[n]
	case n == len(c.texts):
		c.raw(s)
		c.texts = append(c.texts, *s)
	default:
		c.broken = true
	}
}
