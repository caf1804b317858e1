package merge

import (
	"encoding/binary"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// Profile writes a telling without its id and issue, to be kept beside the rows that it was made from.
func (t *Telling) Profile() []byte {
	w := profileWriter{ProfileVersion}
	w.uint(t.article)
	w.int(t.win.first)
	w.int(t.win.last)
	w.flags(t.dated)
	w.text(string(t.basis))
	w.uint(uint64(t.day))
	w.text(string(t.channel))
	for _, list := range [][]party{t.speakers, t.to} {
		w.int(len(list))
		for _, p := range list {
			w.uint(uint64(p.id))
			w.uint(uint64(p.voice))
			w.flags(p.stated)
			w.uint(uint64(p.kind))
			w.uint(uint64(p.tail))
			w.hashes(p.name)
			w.hashes(p.office)
		}
	}
	w.hashes(t.about)
	w.hashes(t.occasion)
	w.int(len(t.reports))
	for i := range t.reports {
		w.text(t.reports[i].id)
		w.hashes(t.reports[i].seq)
	}
	return w
}

// ProfileVersion begins every profile; another program's is made anew.
const ProfileVersion = 4

// ErrProfile is the error of a profile that can't be read.
const ErrProfile fault = "no profile of a telling"

// fault is an error that says the same wherever it occurs.
type fault string

func (f fault) Error() string { return string(f) }

// ReadProfile reads what [Telling.Profile] wrote, for the telling with that id in an article of that issue.
func ReadProfile(b []byte, id string, from Issue) (*Telling, error) {
	if len(b) == 0 || b[0] != ProfileVersion {
		return nil, ErrProfile
	}
	r := &profileReader{rest: b[1:]}
	t := &Telling{ID: id, Issue: from}
	t.article = r.uint()
	t.win.first, t.win.last = r.int(), r.int()
	r.flags(&t.dated)
	t.basis = dates.Basis(r.text())
	t.day = r.hash()
	t.channel = record.Channel(r.text())
	for _, list := range []*[]party{&t.speakers, &t.to} {
		for range r.count() {
			p := party{id: r.hash(), voice: r.hash()}
			r.flags(&p.stated)
			p.kind = kind(r.uint()) //nolint:gosec // a byte was written
			p.tail = r.hash()
			p.name, p.office = r.hashes(), r.hashes()
			*list = append(*list, p)
		}
	}
	t.about = r.hashes()
	t.occasion = r.hashes()
	for range r.count() {
		t.reports = append(t.reports, spoken{r.text(), wording{seq: r.hashes()}})
	}
	if r.bad || len(r.rest) > 0 {
		return nil, ErrProfile
	}
	return t, nil
}

// profileWriter appends values.
type profileWriter []byte

func (w *profileWriter) uint(v uint64) { *w = binary.AppendUvarint(*w, v) }

func (w *profileWriter) int(v int) { *w = binary.AppendVarint(*w, int64(v)) }

func (w *profileWriter) text(s string) {
	w.int(len(s))
	*w = append(*w, s...)
}

func (w *profileWriter) hashes(list []uint32) {
	w.int(len(list))
	for _, h := range list {
		*w = binary.LittleEndian.AppendUint32(*w, h)
	}
}

func (w *profileWriter) flags(list ...bool) {
	b := byte(0)
	for i, f := range list {
		if f {
			b |= 1 << i
		}
	}
	*w = append(*w, b)
}

// profileReader takes values off; bad is set where there are none, and all that follows is zero.
type profileReader struct {
	rest []byte
	bad  bool
}

func (r *profileReader) uint() uint64 {
	v, n := binary.Uvarint(r.rest)
	return cut(r, v, n)
}

func (r *profileReader) int() int {
	v, n := binary.Varint(r.rest)
	return int(cut(r, v, n))
}

// cut takes n bytes off, none where n is not positive, and returns the value that they held.
func cut[T uint64 | int64](r *profileReader, v T, n int) T {
	if n <= 0 {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *profileReader) hash() uint32 { return uint32(r.uint()) } //nolint:gosec // a hash was written

// count reads the length of a list; each of its values takes a byte at least.
func (r *profileReader) count() int {
	n := r.int()
	if n < 0 || n > len(r.rest) {
		r.bad, r.rest = true, nil
		return 0
	}
	return n
}

func (r *profileReader) text() string {
	n := r.count()
	s := string(r.rest[:n])
	r.rest = r.rest[n:]
	return s
}

func (r *profileReader) hashes() []uint32 {
	n := r.count()
	if 4*n > len(r.rest) {
		r.bad, r.rest = true, nil
		return nil
	}
	var out []uint32
	for i := range n {
		out = append(out, binary.LittleEndian.Uint32(r.rest[4*i:]))
	}
	r.rest = r.rest[4*n:]
	return out
}

func (r *profileReader) flags(to ...*bool) {
	if len(r.rest) == 0 {
		r.bad = true
		return
	}
	for i, f := range to {
		*f = r.rest[0]&(1<<i) != 0
	}
	r.rest = r.rest[1:]
}
