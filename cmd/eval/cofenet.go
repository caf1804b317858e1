package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"demarche/cmd/gold"
)

// newCofenet returns the command "cofenet".
func newCofenet() *cobra.Command {
	var texts, actorsFile string
	c := &cobra.Command{
		Use:   "cofenet --texts FILE GOLD...",
		Short: "score exact spans of source, cue and content",
		Long: `Score exact spans as published for CofeNet, against labelled sentences:
  {"id","offsets":[[s,e],...],"labels":["B-source",...]}
Every piece of a quote becomes a span of each sentence that it touches. The
sentences are parts of the texts in the file --texts, which is gold of the kind
"quotes".`,
		Example: `  go run ./cmd/eval cofenet --texts polnear-dev.jsonl \
    polnear-cofenet-dev.jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			sentences, err := readLabels(names)
			if err != nil {
				return err
			}
			x, err := newExtraction(actorsFile)
			if err != nil {
				return err
			}
			found, err := x.byText(ctx, texts)
			if err != nil {
				return err
			}
			scoreLabels(sentences, found).print(w)
			return nil
		}),
	}
	c.Flags().StringVar(&texts, "texts", "", "`file` with the texts of the sentences")
	cobra.CheckErr(c.MarkFlagRequired("texts"))
	actorsFlag(c, &actorsFile)
	return c
}

// byText extracts from the texts; quotes are found by the text's id with and without the annotator's suffix.
func (x *extraction) byText(ctx context.Context, texts string) (map[string][]quoteSpans, error) {
	lines, err := gold.Read[quoteGold](ctx, texts)
	if err != nil {
		return nil, err
	}
	found := map[string][]quoteSpans{}
	for i, qs := range each(lines, x.spans) {
		id := lines[i].ID
		found[id] = qs
		if i := strings.LastIndexByte(id, '_'); i > 0 && found[id[:i]] == nil {
			found[id[:i]] = qs
		}
	}
	return found, nil
}

// labelScore counts spans by their role, and tokens.
type labelScore struct {
	roles                     map[string]*ratio
	sentences, tokens, agreed int
}

// scoreLabels compares the labels of sentences with those that the quotes of their texts give.
func scoreLabels(sentences []labelled, found map[string][]quoteSpans) *labelScore {
	s := &labelScore{roles: map[string]*ratio{"source": {}, "cue": {}, "content": {}}}
	for i := range sentences {
		l := &sentences[i]
		qs, ok := found[l.ID]
		if k := strings.LastIndexByte(l.ID, '_'); !ok && k > 0 {
			qs = found[l.ID[:k]]
		}
		s.add(l.Labels, l.project(qs))
	}
	return s
}

// add counts a sentence with its annotated and its predicted labels.
func (s *labelScore) add(annotated, predicted []string) {
	s.sentences++
	for i, l := range predicted {
		s.tokens++
		if l == annotated[i] {
			s.agreed++
		}
	}
	want, got := labelSpans(annotated), labelSpans(predicted)
	for span := range want {
		s.roles[span.role].annotated++
		if got[span] {
			s.roles[span.role].right++
		}
	}
	for span := range got {
		s.roles[span.role].predicted++
	}
}

func (s *labelScore) print(w io.Writer) {
	fmt.Fprintf(w, "%d instances, token label agreement %.2f%%\n", s.sentences, share(s.agreed, s.tokens))
	for _, role := range []string{"source", "cue", "content"} {
		c := s.roles[role]
		fmt.Fprintf(w, "%-8s %v   gold %d pred %d\n", role, c, c.annotated, c.predicted)
	}
}
