package data

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
)

// Digest is the SHA-256, as lower-case hex, over the names and contents of the embedded files below the folders, in
// the order of the folders and of the names: it tells two versions of what the program knows apart.
func Digest(folders ...string) (string, error) {
	h := sha256.New()
	for _, folder := range folders {
		err := fs.WalkDir(files, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := files.ReadFile(name)
			fmt.Fprintf(h, "%s\t%d\n", name, len(b))
			h.Write(b)
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
