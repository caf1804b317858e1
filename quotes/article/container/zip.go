package container

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

const (
	// maxHeld is the largest ZIP archive that is held in memory, as where it comes from a stream, in bytes.
	maxHeld = 32 << 20
	// maxDirectory is the largest directory of a ZIP archive, in bytes: of some 80,000 files.
	maxDirectory = 8 << 20
)

// zip reads a ZIP archive, or the document, book, spreadsheet or web archive that it is.
func (r *reader) zip() error {
	at, size, err := r.seekable()
	if err != nil {
		return err
	}
	z, err := r.directory(at, size)
	if err != nil {
		return err
	}
	f := r.zipFormat(z)
	switch r.many = f.Kind == format.Zip || f.Kind == format.WACZ || f.Kind == format.Workbook ||
		f.Kind == format.EPUB; f.Kind {
	case format.Unread:
		return r.leave(f)
	case format.Zip:
		return r.zipped(z)
	case format.WACZ:
		return r.wacz(z)
	case format.EPUB:
		return r.epub(z)
	case format.Workbook:
		return r.workbook(z, size)
	}
	r.b.Reset(io.NewSectionReader(at, 0, size))
	return r.document(f.Kind)
}

// seekable returns the input as a file: itself, or what a stream holds, under [maxHeld].
func (r *reader) seekable() (io.ReaderAt, int64, error) {
	if at, ok := r.in.R.(io.ReaderAt); ok && r.in.Size > 0 {
		return at, r.in.Size, nil
	}
	b, err := r.whole(maxHeld)
	return bytes.NewReader(b), int64(len(b)), err
}

// directory reads the directory of a ZIP archive, unless it is said to be huge.
func (r *reader) directory(at io.ReaderAt, size int64) (*zip.Reader, error) {
	tail := make([]byte, min(size, 66<<10))
	if _, err := at.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return nil, r.errorf("cannot be read: %w", err)
	}
	end := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if end < 0 || end+16 > len(tail) {
		return nil, r.errorf("damaged or truncated ZIP (its directory is missing); get it again")
	}
	if n := binary.LittleEndian.Uint32(tail[end+12:]); n > maxDirectory {
		return nil, r.errorf("its directory has more than %d MB; unpack it and give the folder", maxDirectory>>20)
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return nil, r.errorf("damaged or truncated ZIP (%s); get it again", reason(err))
	}
	return z, nil
}

// zipFormat tells what a ZIP archive is.
func (r *reader) zipFormat(z *zip.Reader) format.Format {
	names, mimetype := make([]string, len(z.File)), ""
	for i, f := range z.File {
		names[i] = f.Name
		if f.Name == "mimetype" && f.UncompressedSize64 < 200 {
			if b, err := zipBytes(f, 200); err == nil {
				mimetype = strings.TrimSpace(string(b))
			}
		}
	}
	return format.OfNames(names, mimetype)
}

// encrypted reports whether a file of an archive is.
func encrypted(f *zip.File) bool { return f.Flags&1 != 0 }

// errLocked is the error of what can be read with a password only.
const errLocked article.Fault = "encrypted; give it without a password"

// zipBytes returns the content of a file of an archive, under that many bytes.
func zipBytes(f *zip.File, most int64) ([]byte, error) {
	if encrypted(f) {
		return nil, errLocked
	}
	rc, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer rc.Close() //nolint:errcheck // only read
	b, err := io.ReadAll(io.LimitReader(rc, most+1))
	if err == nil && int64(len(b)) > most {
		err = errors.New("too large")
	}
	return b, err
}

// zipped reads the files of an archive in the order of its directory.
func (r *reader) zipped(z *zip.Reader) error {
	there := make(map[string]bool, len(z.File))
	for _, f := range z.File {
		there[f.Name] = true
	}
	if len(z.File) > 0 && !slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return !encrypted(f) &&
			!f.FileInfo().IsDir()
	}) &&
		slices.ContainsFunc(z.File, encrypted) {
		return r.errorf("%w", errLocked)
	}
	for _, f := range z.File {
		switch {
		case f.FileInfo().IsDir() || !f.Mode().IsRegular() || Hidden(f.Name):
			continue
		case companion(f.Name, func(page string) bool { return there[page] }):
			r.passed.Add(Companions())
			continue
		case encrypted(f):
			r.passed.Add(left("an encrypted file", "encrypted files"))
			continue
		}
		if err := r.zipEntry(f); err != nil {
			return err
		}
	}
	return nil
}

// zipEntry reads a file of an archive.
func (r *reader) zipEntry(f *zip.File) error {
	rc, err := f.Open()
	if err != nil {
		return r.entry(f.Name, Input{R: failing{err}}, alone)
	}
	defer rc.Close()                                            //nolint:errcheck // only read
	b := &budget{packed: int64(min(f.CompressedSize64, 1<<40))} //nolint:gosec // bounded
	return r.entry(f.Name, Input{R: &meter{rc, b}}, alone)
}

// failing is a reader that fails.
type failing struct{ err error }

// Read fails.
func (f failing) Read([]byte) (int, error) { return 0, f.err }

// wacz reads the web archives in a WACZ.
func (r *reader) wacz(z *zip.Reader) error {
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "archive/") || f.FileInfo().IsDir() {
			continue
		}
		if encrypted(f) {
			return r.errorf("%w", errLocked)
		}
		if err := r.zipEntry(f); err != nil {
			return err
		}
	}
	return nil
}
