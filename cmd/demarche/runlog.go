package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"
	"time"

	"demarche/timeline/sqlite"
)

// runLog notes a run in the database, and what became of the addresses that were visited. A run that finds everything
// as it was, and visits nothing, leaves the file as it was.
type runLog struct {
	run    sqlite.Run
	mu     sync.Mutex // over visits
	visits []sqlite.Visit
	failed map[string]bool // sources that could not be read before
}

// newRunLog is the log of a run that is asked to read these sources.
func newRunLog(command string, asked []string, reader string) *runLog {
	sum := sha256.Sum256([]byte(command + "\x00" + strings.Join(asked, "\x00")))
	return &runLog{run: sqlite.Run{Command: command, Asked: hex.EncodeToString(sum[:]), Program: reader, Started: now()}}
}

// now is the time as the database keeps it.
func now() string { return time.Now().UTC().Format(time.RFC3339) }

// recall reads what could not be read before.
func (r *runLog) recall(ctx context.Context, s *sqlite.Store) error {
	before, err := s.Visits().List(ctx, true)
	r.failed = map[string]bool{}
	for _, v := range before {
		r.failed[v.Source] = true
	}
	return err
}

// begin notes the beginning of the run, unless that is done.
func (r *runLog) begin(ctx context.Context, s *sqlite.Store) (err error) {
	if r.run.ID == 0 {
		r.run.ID, err = s.Runs().Start(ctx, r.run)
	}
	return err
}

// pending reports whether there are visits to note.
func (r *runLog) pending() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.visits) > 0
}

// visited notes what became of a source: an address in any case, a file where it could not be read or could not before.
func (r *runLog) visited(f finding, why string) {
	v := sqlite.Visit{Source: f.name, Kind: "file", At: now(), Why: why}
	switch {
	case f.said != nil && f.said.address != "":
		v.Source, v.Kind, v.ETag, v.Modified = f.said.address, "page", f.said.etag, f.said.modified
	case f.stream != "" || why == "" && !r.failed[f.name]:
		return
	}
	r.put(v)
}

// listed notes a feed or another list that was fetched.
func (r *runLog) listed(said *reply) {
	r.put(sqlite.Visit{Source: said.address, Kind: "list", At: now(), ETag: said.etag, Modified: said.modified})
}

func (r *runLog) put(v sqlite.Visit) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.visits = append(r.visits, v)
}

// flush stores the visits.
func (r *runLog) flush(ctx context.Context, s *sqlite.Store) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := range r.visits {
		r.visits[i].Run = r.run.ID
	}
	err := s.Visits().Put(ctx, r.visits)
	r.visits = r.visits[:0]
	return err
}

// end notes how the run has ended.
func (r *runLog) end(ctx context.Context, s *sqlite.Store, t *tally, outcome string) error {
	r.run.Ended, r.run.Outcome = now(), outcome
	r.run.Added, r.run.Changed = t.by[sqlite.Added], t.by[sqlite.Changed]
	r.run.Reread, r.run.Unchanged = t.by[sqlite.Reread], t.by[sqlite.Unchanged]
	r.run.Other, r.run.Failed = t.foreign, t.failed
	r.run.Events, r.run.Reports = t.events, t.reports
	return s.Runs().End(ctx, r.run)
}
