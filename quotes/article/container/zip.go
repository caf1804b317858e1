package container

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
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

// zipReader reads what is packed as a ZIP archive.
type zipReader struct {
	archive *archive
	in      *stream
	out     *sink
}

// read reads a ZIP archive, or the document, book, spreadsheet or web archive that it is.
func (r zipReader) read() error {
	at, size, err := r.seekable()
	if err != nil {
		return err
	}
	z, err := r.directory(at, size)
	if err != nil {
		return err
	}
	f := zipFormat(z)
	switch r.out.many = f.Kind == format.Zip || f.Kind == format.WACZ || f.Kind == format.Workbook ||
		f.Kind == format.EPUB; f.Kind {
	case format.Unread:
		return r.out.leave(f)
	case format.Zip:
		return zipEntries{r.archive, z}.read()
	case format.WACZ:
		return zipEntries{r.archive, z}.wacz()
	case format.EPUB:
		return bookReader{r.in, r.out}.read(z)
	case format.Workbook:
		return workbookReader{r.in, tableReader{r.in, r.out}}.read(z, size)
	}
	r.in.b.Reset(io.NewSectionReader(at, 0, size))
	return documentReader{r.in, r.out}.read(f.Kind)
}

// seekable returns the input as a file: itself, or what a stream holds, under [maxHeld].
func (r zipReader) seekable() (io.ReaderAt, int64, error) {
	if at, ok := r.in.R.(io.ReaderAt); ok && r.in.Size > 0 {
		return at, r.in.Size, nil
	}
	b, err := r.in.whole(maxHeld)
	return bytes.NewReader(b), int64(len(b)), err
}

// directory reads the directory of a ZIP archive, unless it is said to be huge.
func (r zipReader) directory(at io.ReaderAt, size int64) (*zip.Reader, error) {
	tail := make([]byte, min(size, 66<<10))
	if _, err := at.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return nil, r.in.errorf("cannot be read: %w", err)
	}
	end := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if end < 0 || end+16 > len(tail) {
		return nil, r.in.errorf("damaged or truncated ZIP (its directory is missing); get it again")
	}
	if n := binary.LittleEndian.Uint32(tail[end+12:]); n > maxDirectory {
		return nil, r.in.errorf("its directory has more than %d MB; unpack it and give the folder", maxDirectory>>20)
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return nil, r.in.errorf("damaged or truncated ZIP (%s); get it again", reason(err))
	}
	return z, nil
}

// zipFormat tells what a ZIP archive is.
func zipFormat(z *zip.Reader) format.Format {
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
