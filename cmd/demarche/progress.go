package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far a long work is, on a terminal only.
type progress struct{ bar *progressbar.ProgressBar } // nil where it is not shown

// newProgress counts things of that name on w.
func newProgress(w io.Writer, quiet bool, what string) *progress {
	if quiet || !onTerminal(w) {
		return &progress{}
	}
	return &progress{progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString(what), progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(), progressbar.OptionSpinnerType(14))}
}

// total says how many there are to be; 0 for an unknown number.
func (p *progress) total(n int) {
	if p.bar != nil && n > 0 {
		p.bar.ChangeMax(n)
	}
}

// add counts n more.
func (p *progress) add(n int) {
	if p.bar != nil {
		_ = p.bar.Add(n) // a bar that can't be drawn harms nothing
	}
}

// hide clears the line for other output; the next add draws it again.
func (p *progress) hide() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// done takes the bar away.
func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// onTerminal reports whether w is a terminal that can be drawn on.
func onTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}
