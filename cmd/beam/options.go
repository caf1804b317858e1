package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"

	"demarche/quotes/article"
	"demarche/render/export"
)

// options are the flags beside those of Beam and its runners.
type options struct {
	input, output, formats, actors, made string
	shards, workers, attempts            int
}

func (o *options) flags(f *flag.FlagSet) {
	f.StringVar(&o.input, "input", "", "globs of what to read, separated by commas: files or gs://")
	f.StringVar(&o.output, "output", "", "folder for what is written, not there yet; or gs://")
	f.StringVar(&o.formats, "formats", "jsonl", "what is written, separated by commas: jsonl, parquet, sqlite")
	f.StringVar(&o.actors, "actors", "", "a file of your own actors, see: demarche actors --help")
	f.StringVar(&o.made, "made", "", "the day to print as the day on which it was made")
	f.IntVar(&o.shards, "shards", 8, "files of each format; one is held in memory while it is written")
	f.IntVar(&o.workers, "workers", 1, "processes that extract, on Prism; other runners have their own flag")
	f.IntVar(&o.attempts, "attempts", 3, "how often the job is tried on Prism where a worker dies")
}

func usage() {
	fmt.Fprint(flag.CommandLine.Output(), `beam reads articles on many machines and writes who said what to whom: what
"demarche add" and "demarche export" make of the same articles, byte for byte
but for the order of the lines.

  beam -input 'news/*.jsonl.gz,crawl/*.warc.gz' -output out -workers 4
  beam -runner flink -endpoint localhost:8099 -environment_type LOOPBACK ...

What is written: events-*.jsonl, events-*.parquet, a database A-B.sqlite of each
pair of states, and dead-*.jsonl. Exit status: 0 done, 1 failed, 2 wrong usage,
3 partly done: see the dead letters. The flags, those of Beam among them:

`)
	flag.PrintDefaults()
}

// fault is an error that says the same wherever it occurs.
type fault string

func (f fault) Error() string { return string(f) }

// errUsage is a wrong command line.
const errUsage fault = "wrong usage"

// local reports whether the job runs on this machine, by Prism in this program.
func local() bool {
	return slices.Contains([]string{"", "prism", "PrismRunner"}, *runners.Runner)
}

// do runs the job and returns how many dead letters there are, 0 where the runner tells no counts.
func (o *options) do(ctx context.Context) (dead int64, err error) {
	j, err := o.job()
	if err != nil {
		return 0, err
	}
	if !local() {
		result, err := beam.Run(ctx, *runners.Runner, j.build())
		return tell(result), err
	}
	return o.onPrism(ctx, j)
}

// job checks the flags.
func (o *options) job() (*job, error) {
	j := &job{sink: sink{strings.TrimRight(o.output, "/"), o.shards}, made: o.made, workers: 1}
	j.inputs, j.formats = split(o.input), split(o.formats)
	switch {
	case flag.NArg() > 0:
		return nil, fmt.Errorf("%w: unknown argument %q", errUsage, flag.Arg(0))
	case len(j.inputs) == 0, j.Folder == "":
		return nil, fmt.Errorf("%w: -input and -output are needed", errUsage)
	case o.shards < 1 || o.workers < 1 || o.attempts < 1:
		return nil, fmt.Errorf("%w: -shards, -workers and -attempts are at least 1", errUsage)
	case o.made != "" && article.Day(o.made) == "":
		return nil, fmt.Errorf("%w: -made %q is no day", errUsage, o.made)
	}
	j.databases = slices.Contains(j.formats, databaseFormat)
	j.formats = slices.DeleteFunc(j.formats, func(name string) bool { return name == databaseFormat })
	for _, name := range j.formats {
		if _, ok := export.FormatNamed(name); !ok {
			return nil, fmt.Errorf("%w: unknown format %q", errUsage, name)
		}
	}
	if o.actors == "" {
		return j, nil
	}
	var err error
	if j.actors, err = os.ReadFile(o.actors); err != nil {
		return nil, err
	}
	_, err = gazetteer(j.actors)
	return j, err
}

// databaseFormat is the format of a database a pair of states; all others are those of export.
const databaseFormat = "sqlite"

// split takes a list apart.
func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

// tell prints the counts of a job, as far as the runner keeps them, and returns that of the dead letters.
func tell(result beam.PipelineResult) int64 {
	if result == nil {
		return 0
	}
	counts := map[string]int64{}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == counters {
			counts[c.Name()] += c.Result()
		}
	}
	fmt.Fprintf(os.Stderr, "beam: about %d articles, %d duplicates, %d events, %d dead letters\n",
		counts["articles"], counts["duplicates"], counts["events"], counts["dead letters"])
	return counts["dead letters"]
}

// onPrism runs a job on this machine. What is written appears in its folder when all of it is done.
func (o *options) onPrism(ctx context.Context, j *job) (dead int64, err error) {
	folder := j.Folder
	if _, err := os.Lstat(folder); err == nil {
		return 0, fmt.Errorf("%s is there already; name another folder", folder)
	}
	j.workers = o.workers
	for try := 1; ; try++ {
		dead, err = attempt(ctx, j, folder)
		if err == nil || ctx.Err() != nil || try == o.attempts {
			return dead, err
		}
		fmt.Fprintf(os.Stderr, "beam: %v; once more\n", err)
	}
}

// attempt runs a job into a folder beside the one that is wanted.
func attempt(ctx context.Context, j *job, folder string) (dead int64, err error) {
	part, err := os.MkdirTemp(filepath.Dir(folder), ".beam-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(part) //nolint:errcheck // it may have been renamed
	one := *j
	one.Folder = part
	result, err := runOnPrism(ctx, one.build(), one.workers)
	if err != nil {
		return 0, err
	}
	tell(result)
	if dead, err = lettersIn(part); err != nil {
		return 0, err
	}
	return dead, errors.Join(os.Chmod(part, 0o755), os.Rename(part, folder)) //nolint:gosec // as folders are
}

// lettersIn counts the dead letters of a folder: the counters of Prism may miss some.
func lettersIn(folder string) (n int64, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "dead-*.jsonl"))
	for _, name := range files {
		b, fault := os.ReadFile(name)
		n, err = n+int64(bytes.Count(b, []byte("\n"))), errors.Join(err, fault)
	}
	return n, err
}
