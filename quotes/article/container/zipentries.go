package container

import (
	"archive/zip"
	"slices"
	"strings"
)

// zipEntries reads the files of a ZIP archive.
type zipEntries struct {
	archive *archive
	z       *zip.Reader
}

// read reads the files of an archive in the order of its directory.
func (r zipEntries) read() error {
	there := make(map[string]bool, len(r.z.File))
	for _, f := range r.z.File {
		there[f.Name] = true
	}
	readable := func(f *zip.File) bool { return !encrypted(f) && !f.FileInfo().IsDir() }
	if !slices.ContainsFunc(r.z.File, readable) && slices.ContainsFunc(r.z.File, encrypted) {
		return r.archive.in.errorf("%w", errLocked)
	}
	for _, f := range r.z.File {
		switch {
		case f.FileInfo().IsDir() || !f.Mode().IsRegular() || Hidden(f.Name):
			continue
		case companion(f.Name, func(page string) bool { return there[page] }):
			r.archive.out.passed.Add(Companions())
			continue
		case encrypted(f):
			r.archive.out.pass("an encrypted file", "encrypted files")
			continue
		}
		if err := r.entry(f); err != nil {
			return err
		}
	}
	return nil
}

// entry reads a file of an archive.
func (r zipEntries) entry(f *zip.File) error {
	rc, err := f.Open()
	if err != nil {
		return r.archive.entry(f.Name, Input{R: failing{err}}, alone)
	}
	defer rc.Close()                                            //nolint:errcheck // only read
	b := &budget{packed: int64(min(f.CompressedSize64, 1<<40))} //nolint:gosec // bounded
	return r.archive.entry(f.Name, Input{R: &meter{rc, b}}, alone)
}

// failing is a reader that fails.
type failing struct{ err error }

// Read fails.
func (f failing) Read([]byte) (int, error) { return 0, f.err }

// wacz reads the web archives in a WACZ.
func (r zipEntries) wacz() error {
	for _, f := range r.z.File {
		if !strings.HasPrefix(f.Name, "archive/") || f.FileInfo().IsDir() {
			continue
		}
		if encrypted(f) {
			return r.archive.in.errorf("%w", errLocked)
		}
		if err := r.entry(f); err != nil {
			return err
		}
	}
	return nil
}
