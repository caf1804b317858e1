package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"demarche/cmd/budget"
	"demarche/quotes/article"
	"demarche/timeline"
	"demarche/timeline/sqlite"
)

// Bounds of a batch, which is stored in one transaction: what a killed run may lose and what waits in memory.
const (
	batchArticles = 200
	batchBytes    = 8 << 20
	batchTime     = time.Second
)

// finding is what became of a source before it is stored.
type finding struct {
	source
	article *article.Article
	events  []timeline.Event
	stored  bool // by this program already, as it is: not read again
	foreign bool // in another language: kept, not read
	same    bool // nothing has changed since it was visited last: not read again, and no article here
	err     error
}

// ledger takes findings in their order, stores them in batches and keeps count.
type ledger struct {
	out, errs   io.Writer
	quiet, json bool
	reader      string  // see sqlite.Entry
	store       *target // nil when nothing is to be stored
	bar         *progress
	seen        map[uint64]uint64 // key to SHA-256 of what this run has read, shortened

	waiting []finding
	size    int // bytes waiting
	since   time.Time
	all     tally
	stream  tally  // of the container being read
	name    string // of that stream, "" for none
	bare    bareAddresses
	log     *runLog // nil where nothing is stored
}

// open opens the database. The function it returns closes it.
func (l *ledger) open(path string) (func() error, error) {
	var err error
	if l.store, err = openTarget(path); err != nil {
		return nil, err
	}
	if s := l.store.made(); s != nil && l.log != nil {
		if err := l.log.recall(context.Background(), s); err != nil {
			return nil, errors.Join(err, l.store.Close())
		}
	}
	return l.store.Close, nil
}

// run reads all sources on all cores and stores what is found in their order.
func (l *ledger) run(ctx context.Context, sources iter.Seq[source], p *pipeline) error {
	limitMemory()
	l.since = time.Now()
	err := ordered(ctx, sources, func(s source) []finding {
		return each(ctx, s, func(ctx context.Context, s source) []finding { return l.find(ctx, s, p) }, finding.size)
	}, l.takeAll)
	if ctx.Err() != nil { // its error, if any, is but the interruption
		err = nil
	}
	// What was found before an interruption is kept.
	err = errors.Join(err, l.flush())
	l.endStream()
	l.tellAddresses()
	l.bar.done()
	err = errors.Join(err, l.end(ctx, err))
	if ctx.Err() != nil {
		return fmt.Errorf("interrupted; %s stored, the same command goes on from there", plural(l.all.articles, "article"))
	}
	if err != nil {
		return err
	}
	if !l.quiet && !l.json && l.all.articles > 0 {
		fmt.Fprintf(l.errs, "%s\n", l.all.String())
	}
	switch {
	case l.all.failed > 0 && l.all.articles > 0:
		return errors.Join(errPartly, errTold)
	case l.all.failed > 0:
		return errTold
	}
	return nil
}

// reasonOf is why a source could not be read, without its name; "" where it could.
func reasonOf(f finding) string {
	if f.err == nil {
		return ""
	}
	return clean(strings.TrimPrefix(f.err.Error(), f.name+": "))
}

// tellAddresses prints which containers have addresses without a text; one with nothing else could not be read.
func (l *ledger) tellAddresses() {
	lines, alone := l.bare.tell("; --fetch reads their pages")
	l.all.failed += alone
	l.bar.hide()
	for _, line := range lines {
		if !l.quiet || alone > 0 {
			fmt.Fprintln(l.errs, "demarche: "+clean(line))
		}
	}
}

// tellNote prints what is no source.
func (l *ledger) tellNote(note string) error {
	if l.quiet {
		return nil
	}
	l.bar.hide()
	_, err := fmt.Fprintln(l.errs, "demarche: "+clean(note))
	return err
}

// find reads a source and finds the events of each of its articles, within the time that a source may take.
func (l *ledger) find(ctx context.Context, s source, p *pipeline) []finding {
	if s.note != "" {
		return []finding{{source: s}}
	}
	fs, err := budget.Within(ctx, budget.Source, func(ctx context.Context) []finding { return l.read(ctx, s, p) })
	if err != nil {
		return []finding{{source: s, err: fmt.Errorf("%s: %w", s.name, err)}}
	}
	return fs
}

// read reads a source: one article, or the entries of a live blog or chronology.
func (l *ledger) read(ctx context.Context, s source, p *pipeline) (fs []finding) {
	f := finding{source: s}
	defer func() {
		if r := recover(); r != nil { // one article must not cost the others
			f.err = fmt.Errorf("%s: the program failed on it: %v", s.name, r)
			fs = []finding{f}
		}
	}()
	a, err := s.read(ctx)
	if errors.Is(err, errUnchanged) {
		f.same = true
		return []finding{f}
	}
	if err != nil {
		f.err = err
		return []finding{f}
	}
	for _, part := range parts(a) {
		f.article, f.err, f.events, f.stored = part, nil, nil, false
		if len(a.Entries) > 0 {
			f.name = fmt.Sprintf("%s#%d", s.name, len(fs)+1)
		}
		fs = append(fs, l.events(ctx, f, p))
	}
	return fs
}

// events finds the events of an article, unless the database has them as this program would find them.
func (l *ledger) events(ctx context.Context, f finding, p *pipeline) finding {
	err := f.article.Check()
	if r := (*article.Refusal)(nil); errors.As(err, &r) && r.Kind == "language" {
		f.foreign, f.article.Language = true, r.Sign
	} else if err != nil {
		f.err = fmt.Errorf("%s: %w", f.name, err)
		return f
	}
	if l.store != nil {
		f.stored, f.err = l.store.Has(ctx, f.article.Key(), f.article.SHA256, l.reader)
	}
	if f.err == nil && !f.stored && !f.foreign {
		f.events, f.err = p.events(f.article)
	}
	return f
}

// size is how many bytes a finding keeps.
func (f finding) size() int {
	if f.article == nil {
		return 0
	}
	return len(f.article.Bytes) + len(f.article.Text)
}

// takeAll is given the findings of every source in its turn.
func (l *ledger) takeAll(fs []finding) error {
	for _, f := range fs {
		if err := l.take(f); err != nil {
			return err
		}
	}
	return nil
}

// take is given every finding in its turn.
func (l *ledger) take(f finding) error {
	if f.note != "" {
		return l.tellNote(f.note)
	}
	if f.stream != l.name {
		if err := l.flush(); err != nil {
			return err
		}
		l.endStream()
		l.name = f.stream
	}
	if f.err == nil && !f.same {
		f.err = l.twice(f)
	}
	l.waiting = append(l.waiting, f)
	l.size += f.size()
	if len(l.waiting) >= batchArticles || l.size >= batchBytes || time.Since(l.since) >= batchTime {
		return l.flush()
	}
	return nil
}

// twice refuses a second article under the key of another one of this run: each would look like a new version of
// the other.
func (l *ledger) twice(f finding) error {
	key, bytes := short(f.article.Key()), short(f.article.SHA256)
	if before, ok := l.seen[key]; ok && before != bytes {
		return fmt.Errorf("%s: %q names another article of this run; the first is kept", f.name, f.article.Key())
	}
	l.seen[key] = bytes
	return nil
}

// short is the beginning of a hash: enough to tell millions of articles apart.
func short(s string) uint64 {
	sum := sha256.Sum256([]byte(s))
	return binary.BigEndian.Uint64(sum[:8])
}

// flush stores what waits and says what became of it.
func (l *ledger) flush() error {
	var entries []sqlite.Entry
	var of []int // the finding of each entry
	for i, f := range l.waiting {
		if f.err == nil && !f.stored && !f.same && l.store != nil {
			entries = append(entries, sqlite.Entry{Article: f.article, Events: f.events, Reader: l.reader})
			of = append(of, i)
		}
	}
	outcomes := make([]sqlite.Outcome, len(l.waiting))
	if len(entries) > 0 {
		done, err := l.store.PutAll(context.Background(), entries)
		if err != nil {
			l.waiting = nil
			return err
		}
		for i, o := range done {
			outcomes[of[i]] = o
		}
	}
	if err := l.note(len(entries) > 0); err != nil {
		l.waiting = nil
		return err
	}
	l.bar.hide()
	for i, f := range l.waiting {
		o := outcomes[i]
		switch {
		case f.stored || f.same:
			o.Status = sqlite.Unchanged
		case o.Err != nil:
			f.err = o.Err
		}
		if err := l.tell(f, o); err != nil {
			return err
		}
	}
	l.bar.add(len(l.waiting))
	l.waiting, l.size, l.since = l.waiting[:0], 0, time.Now()
	return nil
}

// note notes the run in the database, once there is one and something has been stored in it or visited, and what
// became of what was visited.
func (l *ledger) note(stored bool) error {
	if l.store == nil || l.log == nil || !stored && !l.log.pending() {
		return nil
	}
	s := l.store.made()
	if s == nil {
		return nil
	}
	if err := l.log.begin(context.Background(), s); err != nil {
		return err
	}
	return l.log.flush(context.Background(), s)
}

// end notes how the run has ended, and finds out which of its articles are copies of others.
func (l *ledger) end(ctx context.Context, err error) error {
	if l.store == nil || l.log == nil {
		return nil
	}
	if err := l.note(false); err != nil || l.log.run.ID == 0 {
		return err
	}
	outcome := "done"
	switch {
	case ctx.Err() != nil:
		outcome = "interrupted"
	case err != nil || l.all.articles == 0 && l.all.failed > 0:
		outcome = "failed"
	case l.all.failed > 0:
		outcome = "partly"
	}
	var copies error
	if ctx.Err() == nil {
		l.all.copies, copies = l.store.made().FindCopies(ctx)
	}
	return errors.Join(copies, l.log.end(context.Background(), l.store.made(), &l.all, outcome))
}

// tell counts a finding and prints its line.
func (l *ledger) tell(f finding, o sqlite.Outcome) error {
	if l.bare.take(f.source, f.err) {
		return nil
	}
	if l.log != nil && !f.same {
		l.log.visited(f, reasonOf(f))
	}
	l.all.count(f, o)
	l.stream.count(f, o)
	if f.err != nil {
		_, err := fmt.Fprintln(l.errs, message(f.err))
		return err
	}
	switch {
	case f.same:
		return nil
	case l.json:
		b, err := jsonLine(lineOf(f, o))
		if err != nil {
			return err
		}
		_, err = l.out.Write(append(b, '\n'))
		return err
	case l.quiet, f.stream != "" && o.Change == nil && !f.foreign:
		return nil
	}
	_, err := io.WriteString(l.out, describe(f, o))
	return err
}

// endStream prints the one line of a stream that has ended.
func (l *ledger) endStream() {
	if l.name != "" && !l.quiet && !l.json {
		l.bar.hide()
		fmt.Fprintf(l.out, "%s: %s\n", clean(l.name), l.stream.String())
	}
	l.name, l.stream = "", tally{}
}
