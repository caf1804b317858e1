// Command train fits the models that find quotes to annotated texts and writes them to one file:
//
//	go run ./cmd/train -o data/model/quotes.bin POLNEAR-TRAIN.jsonl
//
// A line of the input is {"id","text","quotes":[{"content":[[s,e],...],"cue":[...],"source":[...]}]}, spans in Unicode code
// points. The same input gives the same bytes. See package learned for the features and the format.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"

	"demarche/quotes/learned"
)

func main() {
	out := flag.String("o", "quotes.bin", "file to write")
	flag.Parse()
	if err := run(*out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(out string, inputs []string) error {
	if len(inputs) == 0 {
		return fmt.Errorf("no annotated texts given")
	}
	var examples []learned.Example
	for _, name := range inputs {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		es, err := learned.ReadExamples(f)
		if err := errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		examples = append(examples, es...)
	}
	fmt.Fprintf(os.Stderr, "%d texts\n", len(examples))
	var b bytes.Buffer
	err := learned.Train(examples, &b, func(s string) { fmt.Fprintln(os.Stderr, s) })
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d bytes\n", b.Len())
	return os.WriteFile(out, b.Bytes(), 0o644)
}
