package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// reviewScreen is the review in a terminal: one report at a time, a key a decision.
type reviewScreen struct {
	ctx           context.Context
	work          *work
	ids           []string // of the reports that are gone through
	at            int      // the one that is shown
	task          *task    // nil where there is none
	first         int64    // the number of the first edit that may be undone
	mode          screenMode
	field         string // that is typed for
	typed         []rune
	offers        []string // completions, taken in turn
	offer         int
	message       string
	made          int // decisions that were stored
	width, height int
	err           error // what ended it
}

// screenMode is what keys do.
type screenMode int

const (
	looking screenMode = iota
	choosing
	typing
	helping
)

// newReviewScreen begins with the first report of the queue.
func newReviewScreen(ctx context.Context, w *work, f sqlite.QueueFilter) (*reviewScreen, error) {
	m := &reviewScreen{ctx: ctx, work: w, width: 80, height: 24}
	var err error
	if m.ids, err = w.queue(ctx, f); err != nil {
		return nil, err
	}
	list, err := w.store.Edits().All(ctx)
	if err != nil {
		return nil, err
	}
	m.first = lastID(list) + 1
	m.show(0)
	return m, m.err
}

// Init does nothing before the first key.
func (m *reviewScreen) Init() tea.Cmd { return nil }

// Update takes a key, pasted text or the size of the terminal.
func (m *reviewScreen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = max(msg.Width, 20), msg.Height
	case tea.PasteMsg:
		if m.mode == typing {
			m.typed = append(m.typed, []rune(clean(msg.Content))...)
		}
	case tea.KeyPressMsg:
		if quit := m.key(msg); quit || m.err != nil {
			return m, tea.Quit
		}
	}
	return m, nil
}

// key takes a key and reports whether it ends the review.
func (m *reviewScreen) key(msg tea.KeyPressMsg) (quit bool) {
	name := msg.String()
	if name == "ctrl+c" {
		return true
	}
	switch m.mode {
	case typing:
		m.typeKey(name, msg.Text)
	case choosing:
		m.mode = looking
		m.choose(name)
	case helping:
		m.mode = looking
	default:
		return m.lookKey(name)
	}
	return false
}

// lookKey takes a key while a report is looked at.
func (m *reviewScreen) lookKey(name string) (quit bool) {
	m.message = ""
	switch name {
	case "q", "esc":
		return true
	case "?":
		m.mode = helping
	case "u":
		m.undo()
	case "n", "s", "right", "down", "space":
		m.show(m.at + 1)
	case "p", "left", "up":
		m.show(m.at - 1)
	default:
		if m.task != nil {
			m.decide(name)
		}
	}
	return false
}

// decide takes a key that decides something of the report that is shown.
func (m *reviewScreen) decide(name string) {
	switch name {
	case "a", "enter":
		m.verdict(record.Confirmed, "accepted")
	case "r":
		m.verdict(record.Rejected, "rejected")
	case "o":
		m.verdict(record.Machine, "the verdict is taken back")
	case "e":
		m.mode, m.message = choosing, "which field? its number, or t for a note"
	case "t":
		m.startTyping(edits.NoteField, m.task.note)
	default:
		m.choose(name)
	}
}

// choose begins to type for the field of a number.
func (m *reviewScreen) choose(name string) {
	if m.task == nil {
		return
	}
	if name == "t" {
		m.startTyping(edits.NoteField, m.task.note)
		return
	}
	fields := edits.Fields()
	if len(name) != 1 || name[0] < '1' || int(name[0]-'1') >= len(fields) {
		return
	}
	field := fields[name[0]-'1']
	m.startTyping(field, m.work.line(m.task).Fields[field].Value)
}

// show shows the report at a place of the queue; where its words are gone, the one after it.
func (m *reviewScreen) show(at int) {
	for m.at = max(at, 0); m.at < len(m.ids); m.at++ {
		t, err := m.work.open(m.ctx, m.ids[m.at])
		if errors.Is(err, sqlite.ErrNoReport) {
			continue
		}
		m.task, m.err = t, err
		return
	}
	m.at, m.task = len(m.ids), nil
}

// verdict stores a verdict and goes on.
func (m *reviewScreen) verdict(s record.Status, done string) {
	if m.keep(edits.Verdict(&m.task.Report, s)) {
		m.message = done
		if s != record.Machine {
			m.show(m.at + 1)
			return
		}
	}
	m.show(m.at)
}

// keep stores an edit; where somebody has changed the report meanwhile, it says so and stores nothing.
func (m *reviewScreen) keep(e record.Edit) bool {
	later, err := m.work.keep(m.ctx, m.task, []record.Edit{e})
	switch {
	case err != nil:
		m.err = err
		return false
	case len(later) > 0:
		last := &later[len(later)-1]
		m.message = fmt.Sprintf("%s has changed the %s meanwhile; look again", clean(last.Who), last.Field)
		return false
	}
	m.made++
	return true
}

// undo takes back the last decision of this review and shows its report.
func (m *reviewScreen) undo() {
	report, err := m.work.undo(m.ctx, m.first)
	switch {
	case err != nil:
		m.message = oneLine(err.Error())
	case report == "":
		m.message = "nothing to undo"
	default:
		m.message = "undone"
		if i := slices.Index(m.ids, report); i >= 0 {
			m.show(i)
		}
	}
}

// startTyping begins to type for a field.
func (m *reviewScreen) startTyping(field, value string) {
	m.mode, m.field, m.typed, m.offers, m.message = typing, field, []rune(value), nil, ""
}

// typeKey takes a key while a value is typed.
func (m *reviewScreen) typeKey(name, text string) {
	if name != "tab" {
		m.offers = nil
	}
	switch name {
	case "esc":
		m.mode, m.message = looking, ""
	case "enter", "ctrl+j": // a line end that was typed ahead comes as the latter
		m.take()
	case "tab":
		m.complete()
	case "backspace":
		m.typed = m.typed[:max(0, len(m.typed)-1)]
	case "ctrl+u":
		m.typed = nil
	case "ctrl+w":
		words := strings.TrimRight(string(m.typed), " ")
		m.typed = []rune(words[:strings.LastIndexByte(words, ' ')+1])
	default:
		m.typed = append(m.typed, []rune(text)...)
	}
}

// take stores what was typed.
func (m *reviewScreen) take() {
	e, err := m.work.value(m.task, m.field, strings.TrimSpace(string(m.typed)))
	if err != nil {
		m.message = oneLine(err.Error())
		return
	}
	m.mode = looking
	if m.keep(e) {
		m.message = m.field + " changed"
	}
	m.show(m.at)
}

// complete offers what the last name, or the value, that is typed may mean; each further time the next.
func (m *reviewScreen) complete() {
	if m.offers == nil {
		m.offers, m.offer = m.offered(), 0
	} else {
		m.offer++
	}
	if len(m.offers) > 0 {
		m.typed = []rune(m.offers[m.offer%len(m.offers)])
	}
}

// offered are the values that what is typed may be the beginning of.
func (m *reviewScreen) offered() []string {
	before, last := "", string(m.typed)
	var names []string
	switch m.field {
	case "channel":
		names = beginning(optionsOf(record.Channels()), last)
	case "tone":
		names = beginning(optionsOf(record.Tones()), last)
	case "speaker", "addressee", "medium":
		if i := strings.LastIndexByte(last, ';'); i >= 0 {
			before, last = last[:i+1]+" ", last[i+1:]
		}
		if strings.TrimSpace(last) != "" {
			names = completions(m.work.actors, last, m.field == "medium")
		}
	}
	for i := range names {
		names[i] = before + names[i]
	}
	return names
}

// beginning are the words that begin as typed.
func beginning(words []string, typed string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return !strings.HasPrefix(w, typed) })
}
