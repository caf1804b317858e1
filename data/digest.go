package data

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
)

// Digest is the SHA-256, as lower-case hex, over the names and contents of the embedded files below the folders, in
// the order of the folders and of the names: it tells two versions of what the program knows apart.
func Digest(folders ...string) (string, error) {
	h, buffer := sha256.New(), make([]byte, 1<<15)
	for _, folder := range folders {
		err := fs.WalkDir(files, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			f, err := files.Open(name)
			if err != nil {
				return err
			}
			defer f.Close() //nolint:errcheck // only read, and of memory
			fmt.Fprintf(h, "%s\t%d\n", name, info.Size())
			_, err = io.CopyBuffer(h, f, buffer) // not the whole of it: the models take megabytes
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Model tells what the program knows and has learned: the first digits of a digest over it. Outputs name it.
func Model() (string, error) {
	sum, err := Digest("gazetteer", "lexicon", "model")
	return sum[:min(16, len(sum))], err
}
