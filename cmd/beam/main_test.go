package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"demarche/data"
)

// TestMain makes of the test program a worker where Prism asks for one. A worker that takes too much memory dies, and
// one that is to be struck in the middle of its work, once.
func TestMain(m *testing.M) {
	flag.Parse()
	registerAll()
	if slices.Contains(os.Args, "-worker") {
		go frugal()
		if mark := os.Getenv("BEAM_STRIKE"); mark != "" {
			go strike(mark)
		}
	}
	beam.Init()
	os.Exit(m.Run())
}

// frugal ends the process, and so the job, when it had more memory than a worker may have.
func frugal() {
	const most = 300_000 // kB
	for n := 0; n <= most; time.Sleep(20 * time.Millisecond) {
		fmt.Sscanf(mostMemory(os.Getpid()), "%d kB", &n)
	}
	fmt.Fprintf(os.Stderr, "a worker had more than %d kB\n", most)
	os.Exit(1)
}

// strike kills the process when it has loaded what it knows, which takes more memory than this, unless another one was.
func strike(mark string) {
	const loaded = 150_000 // kB
	for n := 0; n < loaded; time.Sleep(time.Millisecond) {
		fmt.Sscanf(mostMemory(os.Getpid()), "%d kB", &n)
	}
	if f, err := os.OpenFile(mark, os.O_CREATE|os.O_EXCL, 0o600); err == nil {
		f.Close()
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
	}
}

// demarche builds the program of the main module, once.
var demarche = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "beam-test-*")
	if err != nil {
		return "", err
	}
	cmd := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join(dir, "demarche"), "./cmd/demarche")
	cmd.Dir = filepath.Join("..", "..")
	if b, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, b)
	}
	return filepath.Join(dir, "demarche"), nil
})

// added returns the lines that "export" writes of what "add" makes of the files, sorted, and the database.
func added(t *testing.T, files ...string) (lines []string, db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "t.sqlite")
	does(t, append([]string{"add", "-q", "--db", db}, files...)...)
	lines = exported(t, db)
	return lines, db
}

// exported returns the lines that "export" writes of a database, sorted.
func exported(t *testing.T, db string, states ...string) []string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "all.jsonl")
	does(t, append([]string{"export", "-q", "--db", db, "--format", "jsonl", "-o", out}, states...)...)
	return sortedLines(t, out)
}

// does runs the program of the main module. Partly done is done.
func does(t *testing.T, args ...string) {
	t.Helper()
	program, err := demarche()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, args...)
	if b, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != 3 {
		t.Fatalf("demarche %s: %v: %s", args[0], err, b)
	}
}

// piped returns the lines of the events that the pipeline writes, sorted, its folder, and how many dead letters it
// counts.
func piped(t *testing.T, workers int, o options) (lines []string, folder string, dead int64) {
	t.Helper()
	o.output, o.workers, o.formats = filepath.Join(t.TempDir(), "out"), workers, "jsonl,"+o.formats
	if o.shards == 0 {
		o.shards = 3
	}
	o.attempts = max(o.attempts, 1)
	dead, err := o.do(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return sortedLines(t, glob(t, o.output, "events-*.jsonl")...), o.output, dead
}

func glob(t *testing.T, dir, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sortedLines(t *testing.T, files ...string) []string {
	t.Helper()
	var out []string
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(string(b)) {
			out = append(out, l)
		}
	}
	slices.Sort(out)
	return out
}

// same fails where the lines differ.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	t.Errorf("%s: %d lines, want %d", what, len(got), len(want))
	told := 0
	for _, l := range got {
		if _, ok := slices.BinarySearch(want, l); !ok && told < 3 {
			told++
			t.Errorf("%s: not in add and export: %.6000s", what, l)
		}
	}
	for _, l := range want {
		if _, ok := slices.BinarySearch(got, l); !ok && told < 6 {
			told++
			t.Errorf("%s: lost: %.6000s", what, l)
		}
	}
}

// line is an article as a line.
type line struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"`
	Text      string `json:"text"`
}

// write writes records, and other lines, as a packed file of JSON Lines.
func write(t *testing.T, path string, lines ...any) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for _, l := range lines {
		s, ok := l.(string)
		if !ok {
			j, err := json.Marshal(l)
			if err != nil {
				t.Fatal(err)
			}
			s = string(j)
		}
		fmt.Fprintln(z, s)
	}
	z.Close()
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sample unpacks the sample corpus, and adds to it a page of lines with the same articles told by another outlet a day
// later, a duplicate, a poisoned line and an article under a key that is taken.
func sample(t *testing.T) (dir string, files []string) {
	t.Helper()
	dir = t.TempDir()
	fsys, err := data.Sub("sample")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "sample"), fsys); err != nil {
		t.Fatal(err)
	}
	files = glob(t, dir, "sample/*/*")
	if len(files) < 30 {
		t.Fatalf("%d articles in the sample", len(files))
	}
	const text = "PYONGYANG, June 13 — North Korean leader Kim Jong Un sent a message to Russian President Vladimir " +
		"Putin on Russia Day on Monday, KCNA reported. “We offer full support and solidarity to the Russian people,” " +
		"Kim said in the message."
	one := line{"wire-1", "Kim sends message to Putin", "The Wire", "https://wire.example/1", "2023-06-13", text}
	two := one
	two.ID, two.Outlet, two.URL = "post-1", "The Post", "https://post.example/1"
	taken := two
	taken.ID, taken.Text = one.ID, "MOSCOW — “We will answer,” Vladimir Putin told Kim Jong Un in a call on Monday."
	wire := filepath.Join(dir, "sample", "prk-rus", "wire.jsonl.gz")
	files = append(files, write(t, wire, one, two, one, `{"id": "poison", "text": `, taken, line{ID: "empty"}))
	slices.Sort(files)
	return dir, files
}

func TestTheSameAsAddAndExport(t *testing.T) {
	dir, files := sample(t)
	want, _ := added(t, files...)
	if len(want) < 60 {
		t.Fatalf("%d statements are too few for a test", len(want))
	}
	for _, workers := range []int{1, 4} {
		got, out, dead := piped(t, workers, options{input: filepath.Join(dir, "sample", "*", "*")})
		same(t, fmt.Sprint(workers, " workers"), got, want)
		letters := sortedLines(t, glob(t, out, "dead-*.jsonl")...)
		if len(letters) != 3 || dead != 3 {
			const want = "the broken line, the empty one and the taken key"
			t.Errorf("%d dead letters, %d counted, want %s: %s", len(letters), dead, want, letters)
		}
	}
}

func TestAWorkerThatDiesLosesNothing(t *testing.T) {
	dir, files := sample(t)
	mark := filepath.Join(dir, "struck")
	t.Setenv("BEAM_STRIKE", mark)
	got, _, _ := piped(t, 2, options{input: strings.Join(files, ","), attempts: 2})
	if _, err := os.Stat(mark); err != nil {
		t.Fatal("no worker was struck: ", err)
	}
	want, _ := added(t, files...)
	same(t, "after a death", got, want)
}

func TestADatabaseAPairHoldsItsEvents(t *testing.T) {
	dir, files := sample(t)
	_, whole := added(t, files...)
	_, out, _ := piped(t, 2, options{input: filepath.Join(dir, "sample", "*", "*"), formats: "sqlite,parquet"})
	dbs := glob(t, out, "*.sqlite")
	if len(dbs) < 4 || len(glob(t, out, "events-*.parquet")) == 0 {
		t.Fatalf("databases: %q, want one for each pair of states", dbs)
	}
	for _, db := range dbs {
		a, b, _ := strings.Cut(strings.TrimSuffix(filepath.Base(db), ".sqlite"), "-")
		does(t, "check", "--db", db)
		same(t, filepath.Base(db), exported(t, db, a, b), exported(t, whole, a, b))
	}
}

// TestManyArticles holds the pipeline against add and export over real texts: BEAM_ARTICLES says how many.
func TestManyArticles(t *testing.T) {
	many, err := strconv.Atoi(os.Getenv("BEAM_ARTICLES"))
	if err != nil {
		t.Skip("BEAM_ARTICLES=5000 go test -run ManyArticles -timeout 90m -v")
	}
	texts := glob(t, "../../../shared/texts", "*.jsonl.gz")
	if len(texts) == 0 {
		t.Skip("there are no texts in ../shared/texts")
	}
	dir := t.TempDir()
	var files []string
	for _, path := range texts {
		file, n := head(t, path, filepath.Join(dir, filepath.Base(path)), min(many, 1700))
		files, many = append(files, file), many-n
	}
	want, _ := added(t, files...)
	t.Logf("%d statements", len(want))
	for _, workers := range []int{1, 4} {
		got, _, _ := piped(t, workers, options{input: filepath.Join(dir, "*.jsonl.gz"), shards: 16})
		same(t, fmt.Sprint(workers, " workers"), got, want)
	}
}

// head copies the first lines of a file, and returns how many.
func head(t *testing.T, from, to string, most int) (string, int) {
	t.Helper()
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var lines []any
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 16<<20)
	for len(lines) < most && sc.Scan() {
		lines = append(lines, sc.Text())
	}
	return write(t, to, lines...), len(lines)
}
