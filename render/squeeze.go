package render

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// digits are the 85 characters in which the page carries bytes, four in five of them: printable ASCII without what
// would end a script element or a JSON string, or begin an escape in one. 85 digits in place of 64 save a sixteenth.
const digits = "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}"

// encode85 writes the number of bytes, a space, and the bytes in groups of four, the last filled up with zeros.
func encode85(b []byte) string {
	var out strings.Builder
	out.Grow(len(b)*5/4 + 16)
	out.WriteString(strconv.Itoa(len(b)))
	out.WriteByte(' ')
	for len(b) > 0 {
		var group [4]byte
		b = b[copy(group[:], b):]
		var five [5]byte
		for n, i := binary.BigEndian.Uint32(group[:]), 4; i >= 0; i-- {
			five[i] = digits[n%85]
			n /= 85
		}
		out.Write(five[:])
	}
	return out.String()
}

// effort is how hard gzip looks for what it has met before, of 9: beside the hardest it takes a quarter of the time for
// a page that is 5 % larger.
const effort = 5

// squeezer squeezes one piece after the other, in the same memory.
type squeezer struct {
	plain, packed bytes.Buffer
	zip           *gzip.Writer
}

func newSqueezer() (*squeezer, error) {
	z, err := gzip.NewWriterLevel(io.Discard, effort)
	return &squeezer{zip: z}, err
}

// gzip is the bytes gzipped, until the squeezer is used again.
func (s *squeezer) gzip(b []byte) ([]byte, error) {
	s.packed.Reset()
	s.zip.Reset(&s.packed)
	if _, err := s.zip.Write(b); err != nil {
		return nil, err
	}
	if err := s.zip.Close(); err != nil {
		return nil, err
	}
	return s.packed.Bytes(), nil
}

// unzip is what gzipped bytes hold.
func unzip(zipped []byte) (string, error) {
	r, err := gzip.NewReader(bytes.NewReader(zipped))
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(r)
	return string(b), err
}

// gzipJSON is the value, as [json.Marshal] writes it, gzipped, until the squeezer is used again.
func (s *squeezer) gzipJSON(v any) ([]byte, error) {
	s.plain.Reset()
	if err := json.NewEncoder(&s.plain).Encode(v); err != nil {
		return nil, err
	}
	return s.gzip(bytes.TrimSuffix(s.plain.Bytes(), []byte{'\n'}))
}

// squeezeJSON is gzipJSON in digits.
func (s *squeezer) squeezeJSON(v any) (string, error) {
	zipped, err := s.gzipJSON(v)
	return encode85(zipped), err
}

// squeezers squeeze on all cores while more of what they are to squeeze is made.
type squeezers struct {
	work chan squeezing
	wg   sync.WaitGroup
	out  []*string // in the order in which it was put in

	mu   sync.Mutex
	errs []error
}

// squeezing is something to do, and where the result goes.
type squeezing struct {
	do func(*squeezer) (string, error)
	to *string
}

// newSqueezers starts them; they must be awaited. They take as much as room without letting anybody wait.
func newSqueezers(room int) *squeezers {
	p := &squeezers{work: make(chan squeezing, room)}
	for range runtime.GOMAXPROCS(0) {
		p.wg.Go(func() {
			if err := p.run(); err != nil {
				p.mu.Lock()
				defer p.mu.Unlock()
				p.errs = append(p.errs, err)
			}
		})
	}
	return p
}

// run works until there is no more. After an error it takes what is left without doing it, for nobody must wait.
func (p *squeezers) run() error {
	s, err := newSqueezer()
	for w := range p.work {
		if err == nil {
			*w.to, err = w.do(s)
		}
	}
	return err
}

// put gives them something to do.
func (p *squeezers) put(do func(*squeezer) (string, error)) {
	to := new(string)
	p.out = append(p.out, to)
	p.work <- squeezing{do, to}
}

// value gives them a value to squeeze as JSON, which must not change any more.
func (p *squeezers) value(v any) {
	p.put(func(s *squeezer) (string, error) { return s.squeezeJSON(v) })
}

// wait returns the results in the order in which they were asked for.
func (p *squeezers) wait() ([]string, error) {
	close(p.work)
	p.wg.Wait()
	out := make([]string, len(p.out))
	for i, s := range p.out {
		out[i] = *s
	}
	return out, errors.Join(p.errs...)
}
