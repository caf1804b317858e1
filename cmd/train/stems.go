package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"demarche/timeline/merge"
)

// The stems and pairs of neighbouring stems that are kept: those of so many paragraphs at least. Of each file so many
// texts at most are counted, in even steps, so that none outvotes the others.
const (
	leastStem = 8
	leastPair = 20
	mostTexts = 3000
)

// countStems counts in how many paragraphs of texts, JSON Lines with "text", each stem and each pair of neighbouring
// stems stands, and writes the table by which merging tells common words and formulas from rare ones.
func countStems(out string, inputs []string) error {
	counts, paragraphs := map[string]int{}, 0
	for _, name := range inputs {
		texts, err := readTexts(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		step := max(1, (len(texts)+mostTexts-1)/mostTexts)
		for i := 0; i < len(texts); i += step {
			for line := range strings.Lines(texts[i]) {
				if seen := stemsAndPairs(line); len(seen) > 0 {
					paragraphs++
					for s := range seen {
						counts[s]++
					}
				}
			}
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(
		&b,
		"# In how many of %d paragraphs of diplomatic English a stem, or two beside each other, stands: made by\n",
		paragraphs,
	)
	fmt.Fprintf(
		&b,
		"# go run ./cmd/train -stems from stories of KCNA, pages of the Kremlin and the White House, press conferences\n",
	)
	fmt.Fprintf(&b, "# of China's foreign ministry and Wikinews. Counts of words alone; no text.\nstem\tparagraphs\n")
	fmt.Fprintf(&b, "*\t%d\n", paragraphs)
	for _, s := range slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	}) {
		if n := counts[s]; n >= leastPair || n >= leastStem && !strings.Contains(s, " ") {
			fmt.Fprintf(&b, "%s\t%d\n", s, n)
		}
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// stemsAndPairs are the stems of a paragraph, and its pairs of neighbours as "a b".
func stemsAndPairs(paragraph string) map[string]bool {
	seen, before := map[string]bool{}, ""
	for _, s := range merge.Stems(paragraph) {
		seen[s] = true
		if before != "" {
			seen[before+" "+s] = true
		}
		before = s
	}
	return seen
}

// readTexts reads the texts of a file of JSON Lines, plain or packed.
func readTexts(name string) ([]string, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	var texts []string
	for in := json.NewDecoder(f); in.More(); {
		var line struct{ Text string }
		if err := in.Decode(&line); err != nil {
			return nil, err
		}
		texts = append(texts, line.Text)
	}
	return texts, nil
}
