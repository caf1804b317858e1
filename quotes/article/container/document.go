package container

import (
	"archive/zip"
	"io"

	"demarche/quotes/article/format"
)

func (r *reader) document(k format.Kind, z *zip.Reader, at io.ReaderAt, size int64) error {
	return r.errorf("not yet")
}
