package main

import (
	"encoding/binary"
	"errors"

	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
)

// unknownCoding is the error of elements of which it is not known where they end.
func unknownCoding() error {
	return errors.New("the elements are written in a way that is not known here")
}

// measure is how many bytes the first of elements takes that are written one after the other.
type measure func(b []byte) (int, error)

// measureOf measures the elements of a coder, as Prism writes them: what it does not know itself has its length before
// it, so a few coders are all. It is nil where there is another one.
func measureOf(id string, coders map[string]*pipepb.Coder) measure {
	c := coders[id]
	var parts []measure
	urn := c.GetSpec().GetUrn()
	if urn != "beam:coder:length_prefix:v1" { // its length tells all
		for _, part := range c.GetComponentCoderIds() {
			parts = append(parts, measureOf(part, coders))
		}
	}
	for _, p := range parts {
		if p == nil {
			return nil
		}
	}
	switch urn {
	case "beam:coder:length_prefix:v1", "beam:coder:bytes:v1", "beam:coder:string_utf8:v1":
		return prefixedLength
	case "beam:coder:varint:v1":
		return number
	case "beam:coder:bool:v1":
		return fixed(1)
	case "beam:coder:double:v1":
		return fixed(8)
	case "beam:coder:global_window:v1":
		return fixed(0)
	case "beam:coder:kv:v1":
		return inTurn(parts)
	case "beam:coder:iterable:v1":
		return repeated(parts)
	case "beam:coder:windowed_value:v1":
		return windowed(parts)
	}
	return nil
}

// fixed measures what has always the same length.
func fixed(n int) measure {
	return func(b []byte) (int, error) {
		if len(b) < n {
			return 0, unknownCoding()
		}
		return n, nil
	}
}

// number measures a number of seven bits a byte.
func number(b []byte) (int, error) {
	if _, n := binary.Uvarint(b); n > 0 {
		return n, nil
	}
	return 0, unknownCoding()
}

// prefixedLength measures what has its length before it.
func prefixedLength(b []byte) (int, error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > uint64(len(b)-n) { //nolint:gosec // no length is negative
		return 0, unknownCoding()
	}
	return n + int(size), nil //nolint:gosec // less than b has
}

// inTurn measures parts that stand one after the other.
func inTurn(parts []measure) measure {
	return func(b []byte) (at int, err error) {
		for _, p := range parts {
			n, err := p(b[at:])
			if err != nil {
				return 0, err
			}
			at += n
		}
		return at, nil
	}
}

// repeated measures elements after their number, of four bytes. Where that is not known before the end, it is not
// known here either; nor is it where there are fewer bytes than elements.
func repeated(parts []measure) measure {
	if len(parts) != 1 {
		return nil
	}
	return func(b []byte) (int, error) {
		const size = 4
		if len(b) < size {
			return 0, unknownCoding()
		}
		count, at := binary.BigEndian.Uint32(b), size
		if uint64(count) > uint64(len(b)) {
			return 0, unknownCoding()
		}
		for range count {
			n, err := parts[0](b[at:])
			if err != nil {
				return 0, err
			}
			at += n
		}
		return at, nil
	}
}

// windowed measures an element with its head: the time, of eight bytes, the windows after their number, and the pane,
// a byte that says how many numbers follow it.
func windowed(parts []measure) measure {
	if len(parts) != 2 {
		return nil
	}
	element, windows := parts[0], repeated(parts[1:])
	return func(b []byte) (int, error) {
		return inTurn([]measure{fixed(8), windows, pane, element})(b)
	}
}

// pane measures that of an element.
func pane(b []byte) (int, error) {
	if len(b) == 0 || b[0]>>4 > 2 {
		return 0, unknownCoding()
	}
	return inTurn([]measure{fixed(1), number, number}[:1+b[0]>>4])(b)
}

// cut divides elements into messages of about so many bytes, an element in one message. What can't be measured stays
// together.
func (m measure) cut(d *fnpb.Elements_Data, size int) (out []*fnpb.Elements_Data) {
	all := d.GetData()
	for len(all) > size {
		at := 0
		for at < size {
			n, err := m(all[at:])
			if err != nil || n == 0 {
				at = len(all)
				break
			}
			at += n
		}
		if at >= len(all) {
			break
		}
		out = append(out, &fnpb.Elements_Data{InstructionId: d.InstructionId, TransformId: d.TransformId, Data: all[:at]})
		all = all[at:]
	}
	return append(out, &fnpb.Elements_Data{
		InstructionId: d.InstructionId, TransformId: d.TransformId, Data: all, IsLast: d.IsLast,
	})
}
