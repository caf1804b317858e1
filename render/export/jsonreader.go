package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// jsonReader reads a document of JSON a part at a time, each of at most [maxElement] bytes.
type jsonReader struct {
	*meter
	dec *json.Decoder
}

func newJSONReader(r io.Reader) *jsonReader {
	m := &meter{r: r}
	return &jsonReader{m, json.NewDecoder(m)}
}

// meter bounds how much is read for one element.
type meter struct {
	r    io.Reader
	room int
}

func (m *meter) Read(p []byte) (int, error) {
	if m.room <= 0 {
		return 0, fmt.Errorf("an element of more than %d bytes", maxElement)
	}
	n, err := m.r.Read(p[:min(len(p), m.room)])
	m.room -= n
	return n, err
}

// object reads an object whose members are read by their names; others are passed over.
func (j *jsonReader) object(members map[string]func() error) error {
	if t, err := j.token(); err != nil || t != json.Delim('{') {
		return errNoArchive
	}
	for j.dec.More() {
		t, err := j.token()
		if err != nil {
			return err
		}
		name, _ := t.(string)
		read := members[name]
		if read == nil {
			read = func() error { return j.value(&json.RawMessage{}) }
		}
		if err := read(); err != nil {
			return err
		}
	}
	_, err := j.token()
	return err
}

// end is an error where something stands after the document.
func (j *jsonReader) end() error {
	if _, err := j.token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("byte %d: something stands behind the end of the document", j.dec.InputOffset())
	}
	return nil
}

// schema wants the name of a schema of ours; another major version is told.
func (j *jsonReader) schema(ours string) error {
	var id string
	if err := j.value(&id); err != nil {
		return err
	}
	switch major, ok := strings.CutPrefix(id, strings.TrimSuffix(ours, "1")); {
	case !ok:
		return errNoArchive
	case major != "1":
		return fmt.Errorf("made by a newer demarche (schema %q; this one knows %q)", id, ours)
	}
	return nil
}

func (j *jsonReader) token() (json.Token, error) {
	j.room = maxElement
	t, err := j.dec.Token()
	return t, j.placed(err)
}

func (j *jsonReader) value(to any) error {
	j.room = maxElement
	return j.placed(j.dec.Decode(to))
}

// placed says where in the document something is wrong.
func (j *jsonReader) placed(err error) error {
	switch {
	case err == nil, errors.Is(err, io.EOF):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("byte %d: the document ends in the middle", j.dec.InputOffset())
	}
	return fmt.Errorf("byte %d: %w", j.dec.InputOffset(), err)
}

// list reads the elements of a list.
func (j *jsonReader) list(element func() error) error {
	if t, err := j.token(); err != nil || t != json.Delim('[') {
		return fmt.Errorf("byte %d: no list", j.dec.InputOffset())
	}
	for j.dec.More() {
		if err := element(); err != nil {
			return err
		}
	}
	_, err := j.token()
	return err
}
