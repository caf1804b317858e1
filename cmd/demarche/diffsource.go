package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// newSourcesDiff returns the command "sources diff".
func newSourcesDiff() *cobra.Command {
	var db string
	cmd := &cobra.Command{
		Use:   "diff ID [FROM [TO]]",
		Short: "show what changed between versions of an article",
		Long: `Show which fields and paragraphs differ between two versions of an article: the
last two, or those whose numbers are given. Lines with - are gone, lines with +
are new.`,
		Example: `  demarche sources diff 12
  demarche sources diff 12 1 3`,
		Args: cobra.RangeArgs(1, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, r, err := oneSource(cmd, db, args[0])
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			versions, err := s.Sources().Versions(cmd.Context(), r.ID)
			if err != nil {
				return err
			}
			if len(versions) < 2 {
				_, err := fmt.Fprintf(cmd.ErrOrStderr(), "%s has one version\n", clean(r.Key))
				return err
			}
			from, to := versions[len(versions)-2], versions[len(versions)-1]
			for i, v := range []*sqlite.Version{&from, &to} {
				if i+1 >= len(args) {
					break
				}
				at := slices.IndexFunc(versions, func(v sqlite.Version) bool { return fmt.Sprint(v.N) == args[i+1] })
				if at < 0 {
					last := versions[len(versions)-1].N
					return usage(cmd, "%s has no version %s; it has 1 to %d", clean(r.Key), clean(args[i+1]), last)
				}
				*v = versions[at]
			}
			return writeDiff(cmd, &from, &to)
		},
	}
	dbFlag(cmd, &db)
	return cmd
}

func writeDiff(cmd *cobra.Command, from, to *sqlite.Version) error {
	out := bufio.NewWriter(cmd.OutOrStdout())
	fmt.Fprintf(out, "version %d → %d\n", from.N, to.N)
	for _, f := range [][3]string{
		{"url", from.URL, to.URL},
		{"outlet", from.Outlet, to.Outlet},
		{"title", from.Title, to.Title},
		{"byline", from.Byline, to.Byline},
		{"published", from.Published, to.Published},
		{"language", from.Language, to.Language},
	} {
		if f[1] != f[2] {
			fmt.Fprintf(out, "%s: %s → %s\n", f[0], clean(orNone(f[1])), clean(orNone(f[2])))
		}
	}
	for _, l := range lineDiff(strings.Split(from.Text, "\n"), strings.Split(to.Text, "\n")) {
		fmt.Fprintln(out, l)
	}
	return out.Flush()
}

func orNone(s string) string {
	if s == "" {
		return "(none)"
	}
	return s
}

// mostCells bounds the table by which lines are compared; longer texts are compared as sets.
const mostCells = 4 << 20

// lineDiff returns the lines that are gone, with "- ", and those that are new, with "+ ", in their order.
func lineDiff(a, b []string) []string {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if (len(a)+1)*(len(b)+1) > mostCells {
		return append(without("- ", a, b), without("+ ", b, a)...)
	}
	common := inCommon(a, b)
	var out []string
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			out = append(out, "- "+printable(a[i]))
			i++
		default:
			out = append(out, "+ "+printable(b[j]))
			j++
		}
	}
	return out
}

// inCommon is the most lines that the rests of two texts have in common, by where the rests begin.
func inCommon(a, b []string) [][]int {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	return common
}

// without returns the lines that others do not hold, with a sign before each.
func without(sign string, lines, others []string) []string {
	var out []string
	for _, l := range lines {
		if !slices.Contains(others, l) {
			out = append(out, sign+printable(l))
		}
	}
	return out
}
