package container

import (
	"archive/tar"
	"errors"
	"io"
	"path"
	"strings"
)

// tarReader reads a tar archive.
type tarReader struct{ archive *archive }

// read reads the files of a tar archive, as they come.
func (r tarReader) read() error {
	t, pages := tar.NewReader(r.archive.in.b), map[string]bool{}
	for n := 0; ; n++ {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return r.archive.flaw(n, err)
		}
		name := path.Clean(strings.TrimPrefix(h.Name, "./"))
		if h.Typeflag != tar.TypeReg || Hidden(name) {
			continue
		}
		if companion(name, func(page string) bool { return pages[page] }) {
			r.archive.out.passed.Add(Companions())
			continue
		}
		if len(pages) < maxNames {
			pages[name] = true
		}
		content := &watched{r: t}
		if err := r.archive.entry(name, Input{R: content}, func() error {
			if content.err == nil {
				return nil
			}
			return r.archive.flaw(n, content.err)
		}); err != nil {
			return err
		}
	}
}

// watched remembers how its reading broke off.
type watched struct {
	r   io.Reader
	err error // nil while it is sound
}

// Read reads on.
func (w *watched) Read(b []byte) (int, error) {
	n, err := w.r.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		w.err = err
	}
	return n, err
}
