package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// writeWhole writes a file that appears under its name only when it is whole, so that two who write it at one time do
// no harm. A bucket shows what is whole of itself.
func writeWhole(ctx context.Context, path string, write func(io.Writer) error) (err error) {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer fs.Close() //nolint:errcheck // the file has been closed
	name := path
	rename, ok := fs.(filesystem.Renamer)
	if ok = ok && !strings.Contains(path, "://"); ok {
		name = path + ".part-" + rand.Text()
	}
	f, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	if err = errors.Join(write(f), f.Close()); err != nil || !ok {
		return err
	}
	return rename.Rename(ctx, name, path)
}
