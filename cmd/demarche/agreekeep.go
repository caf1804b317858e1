package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// kept is what "agree --keep" prints with --json.
type kept struct {
	Sample  string `json:"sample"`
	Changed int    `json:"changed"` // reports of the dataset
	Same    int    `json:"same"`    // on which the coders agree, and which are so already
	Open    int    `json:"open"`    // that not two have coded, that they disagree about, or whose words are gone
	DryRun  bool   `json:"dry_run,omitempty"`
}

// keepAgreed lays what the coders agree on over the dataset, report by report: fields that they changed, and the
// verdict.
func keepAgreed(cmd *cobra.Command, f *editFlags, sample string) error {
	return f.run(cmd, func(s *sqlite.Store, by record.Edit) error {
		a, err := readAgreement(cmd, s, f.db, sample)
		if err != nil {
			return err
		}
		if by.Why == "" {
			by.Why = fmt.Sprintf("%s agree in the sample %s", strings.Join(a.Coders(), " and "), a.Sample.Name)
		}
		done := kept{Sample: a.Sample.Name, DryRun: f.dryRun}
		for i := range a.Sample.Items {
			list, agreed, err := a.keptOf(cmd.Context(), s, &a.Sample.Items[i])
			if err != nil {
				return err
			}
			switch {
			case !agreed:
				done.Open++
				continue
			case len(list) == 0:
				done.Same++
				continue
			}
			done.Changed++
			for j := range list {
				list[j] = signed(list[j], by)
			}
			if f.dryRun {
				continue
			}
			if err := s.Edit(cmd.Context(), list...); err != nil {
				return err
			}
		}
		return done.tell(cmd, f)
	})
}

// keptOf are the edits by which the dataset says of an item what its coders agree on; none where it does so.
func (a *agreed) keptOf(ctx context.Context, s *sqlite.Store, item *coding.Item) ([]record.Edit, bool, error) {
	c, ok := a.Agreed(item)
	if !ok {
		return nil, false, nil
	}
	r, _, err := s.Reports().Get(ctx, item.Report)
	if errors.Is(err, sqlite.ErrNoReport) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	var list []record.Edit
	now := edits.Values(&r)
	for _, name := range edits.Fields() {
		value, changed := c.Fields[name]
		told := changed && !coding.Unsure(value) && c.Verdict != record.Rejected
		if !told || coding.CodeOf(now, name) == coding.CodeOf(c.Fields, name) {
			continue
		}
		before, after := string(now[name]), string(value)
		list = append(list, record.Edit{Kind: edits.Kind, Target: r.ID, Field: name, Before: &before, After: &after})
	}
	if r.Status != c.Verdict && (r.Status != record.Corrected || c.Verdict == record.Rejected) {
		list = append(list, edits.Verdict(&r, c.Verdict))
	}
	return list, true, nil
}

// tell prints what was kept.
func (k *kept) tell(cmd *cobra.Command, f *editFlags) error {
	switch {
	case f.json:
		return writeJSONLine(cmd.OutOrStdout(), k)
	case f.quiet:
		return nil
	}
	would := ""
	if f.dryRun {
		would = "would be done: "
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s%s: %s changed as the coders agree, %d so already, %d open\n", would,
		k.Sample, plural(k.Changed, "report"), k.Same, k.Open)
	return err
}
