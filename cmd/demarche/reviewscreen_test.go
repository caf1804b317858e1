package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// reviewed is a review over a database of one article with two reports.
type reviewed struct {
	*testing.T
	*reviewScreen
	store *sqlite.Store
}

func newReviewed(t *testing.T, store *sqlite.Store, coder, sample string) *reviewed {
	t.Helper()
	if store == nil {
		store = reviewStore(t)
	}
	g, err := gazetteer("")
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC) }
	w := &work{store: store, actors: g, coder: coder, sample: sample, now: now}
	m, err := newReviewScreen(context.Background(), w, sqlite.QueueFilter{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	return &reviewed{t, m, store}
}

func reviewStore(t *testing.T) *sqlite.Store {
	t.Helper()
	db, lines := filepath.Join(t.TempDir(), "t.sqlite"), filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(lines, []byte(deskArticle), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"add", "-q", "--db", db, lines},
		{"sample", "2", "--name", "spring", "-q", "--coder", "Ada", "--db", db},
	} {
		root := newRoot()
		root.SetArgs(args)
		if err := root.Execute(); err != nil {
			t.Fatal(err)
		}
	}
	store, err := sqlite.Open(db, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

// press presses keys: names of keys, or a text that is typed.
func (r *reviewed) press(keys ...string) (quit bool) {
	r.Helper()
	named := map[string]rune{
		"enter":     tea.KeyEnter,
		"tab":       tea.KeyTab,
		"esc":       tea.KeyEscape,
		"backspace": tea.KeyBackspace,
	}
	for _, k := range keys {
		var all []tea.KeyPressMsg
		switch code, ok := named[k]; {
		case ok:
			all = append(all, tea.KeyPressMsg{Code: code})
		case strings.HasPrefix(k, "ctrl+"):
			all = append(all, tea.KeyPressMsg{Code: rune(k[5]), Mod: tea.ModCtrl})
		default:
			for _, c := range k {
				all = append(all, tea.KeyPressMsg{Code: c, Text: string(c)})
			}
		}
		for _, msg := range all {
			_, cmd := r.Update(msg)
			quit = cmd != nil
		}
	}
	if r.err != nil {
		r.Fatal(r.err)
	}
	return quit
}

// wants looks for words on the screen.
func (r *reviewed) wants(words ...string) {
	r.Helper()
	for _, w := range words {
		if !strings.Contains(r.View().Content, w) {
			r.Errorf("the screen does not say %q:\n%s", w, r.View().Content)
		}
	}
}

// report is a report as it is stored.
func (r *reviewed) report(id string) record.Report {
	r.Helper()
	rep, _, err := r.store.Reports().Get(context.Background(), id)
	if err != nil {
		r.Fatal(err)
	}
	return rep
}

// TestReviewByKeys goes through the queue: a field changed with a completed name, accepted, rejected, undone.
func TestReviewByKeys(t *testing.T) {
	r := newReviewed(t, nil, "Ada", "")
	first, second := r.ids[0], r.ids[1]
	r.wants("1 of 2, the dataset, Ada", "⟦“", "”⟧", "1 speaker    Kim Jong Un (PRK)", "a accept")
	r.press("1", "ctrl+u", "choe son", "tab")
	r.wants("speaker: Choe Son Hui (PRK)▏")
	r.press("enter")
	r.wants("speaker changed", "1 speaker    Choe Son Hui (PRK)  (person:Ada)", "[corrected]")
	r.press("e")
	r.wants("which field?")
	r.press("4", "ctrl+u", "let", "tab", "enter")
	if rep := r.report(first); rep.Channel != record.Letter || rep.Speakers[0].ID != "choe-son-hui" {
		t.Errorf("%s, %s", rep.Channel, rep.Speakers[0].ID)
	}
	r.press("t", "see the transcript", "enter")
	r.wants("t note       see the transcript")
	r.press("a")
	r.wants("2 of 2", "accepted")
	r.press("r")
	r.wants("That was the last one", "rejected")
	if s := r.report(second).Status; s != record.Rejected {
		t.Errorf("the second is %q", s)
	}
	r.press("u")
	r.wants("2 of 2", "undone")
	if s := r.report(second).Status; s != record.Machine {
		t.Errorf("the second is %q after undo", s)
	}
	r.press("u", "u", "u", "u")
	if rep := r.report(first); rep.Status != record.Machine || rep.Channel == record.Letter {
		t.Errorf("the first is %q, %s after undo", rep.Status, rep.Channel)
	}
	r.press("u")
	r.wants("nothing to undo")
	if !r.press("q") {
		t.Error("q does not end it")
	}
}

// TestReviewRefuses looks at what is typed wrong, at Escape, at another person's edit, and at the help.
func TestReviewRefuses(t *testing.T) {
	r := newReviewed(t, nil, "Ada", "")
	r.press("5", "ctrl+u", "yesterday", "enter")
	r.wants(`"yesterday" is no date`, "day: yesterday▏")
	r.press("backspace")
	r.wants("day: yesterda▏")
	r.press("ctrl+w", "2023-06", "esc")
	r.wants("a accept")
	other := newReviewed(t, r.store, "Ben", "")
	other.press("a")
	r.press("r")
	r.wants("Ben has changed the status meanwhile; look again", "[confirmed]")
	r.press("?")
	r.wants("reject: nobody's words")
	r.press("x", "9", "p", "n", "n", "a", "e")
	r.wants("That was the last one")
	if !r.press("ctrl+c") {
		t.Error("Ctrl-C does not end it")
	}
	if e := r.View(); !e.AltScreen {
		t.Error("it draws over what stood in the terminal")
	}
}

// TestReviewCodesASample codes a sample as two coders; the dataset stays as it is until what they disagree about is
// settled.
func TestReviewCodesASample(t *testing.T) {
	ada := newReviewed(t, nil, "Ada", "spring")
	first := ada.ids[0]
	ada.wants("1 of 2, sample spring, Ada")
	ada.press("4", "ctrl+u", "letter", "enter")
	ada.wants("4 channel    letter")
	ada.press("2", "ctrl+u", "?", "enter")
	ada.wants("2 addressee  ?")
	ada.press("a", "a")
	ada.wants("That was the last one")
	ben := newReviewed(t, ada.store, "Ben", "spring")
	if len(ben.ids) != 2 {
		t.Fatalf("Ben has %d to code, want 2", len(ben.ids))
	}
	ben.wants("4 channel    message")
	ben.press("a", "a", "u", "a")
	if rep := ben.report(first); rep.Status != record.Machine || rep.Channel != record.Message {
		t.Errorf("the dataset has %q, %s", rep.Status, rep.Channel)
	}
	list, err := ben.store.Edits().All(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	book, err := bookOf(list, "spring")
	if err != nil || book.Count("Ada") != 2 || book.Count("Ben") != 2 || !book.Disputed(list, first) {
		t.Errorf("%v: Ada %d, Ben %d", err, book.Count("Ada"), book.Count("Ben"))
	}
	if !coding.Unsure(book.Of("Ada", first).Fields["addressee"]) {
		t.Error("Ada can tell the addressee")
	}
	cy := newReviewed(t, ada.store, "Cy", "")
	cy.work.sample, cy.work.settle = "spring", true
	again, err := newReviewScreen(context.Background(), cy.work, sqlite.QueueFilter{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	cy.reviewScreen = again
	cy.wants(
		"1 of 1, disagreements of spring",
		"Ada: confirmed, addressee can't tell, channel letter",
		"Ben: confirmed",
	)
	cy.press("4", "ctrl+u", "letter", "enter", "a")
	if rep := cy.report(first); rep.Channel != record.Letter || rep.Status != record.Corrected {
		t.Errorf("settled as %s, %q", rep.Channel, rep.Status)
	}
}

// TestReviewFits holds the screen to the width of the terminal, and pasted text to a line.
func TestReviewFits(t *testing.T) {
	r := newReviewed(t, nil, "Ada", "")
	r.Update(tea.WindowSizeMsg{Width: 40, Height: 12})
	for line := range strings.Lines(r.View().Content) {
		if n := len([]rune(strings.TrimRight(line, "\n"))); n > 46 { // a word may be longer than the rest of a line
			t.Errorf("%d columns: %s", n, line)
		}
	}
	r.press("7", "ctrl+u")
	r.Update(tea.PasteMsg{Content: "Mos\x1bcow\nRussia"})
	r.wants("place: Mos cow Russia▏")
	r.press("enter")
	if rep := r.report(r.ids[0]); rep.Place != "Mos cow Russia" {
		t.Errorf("%q", rep.Place)
	}
}

// TestOffersAreOfTheField looks at what Tab offers.
func TestOffersAreOfTheField(t *testing.T) {
	r := newReviewed(t, nil, "Ada", "")
	for _, c := range []struct{ field, typed, want string }{
		{"channel", "pre", "press-conference"},
		{"tone", "co", "cooperative"},
		{"addressee", "Kim Jong Un; lavrov", "Kim Jong Un; Sergey Lavrov (RUS)"},
		{"place", "Mos", ""},
		{"speaker", "", ""},
	} {
		r.startTyping(c.field, c.typed)
		got := ""
		if list := r.offered(); len(list) > 0 {
			got = list[0]
		}
		if got != c.want {
			t.Errorf("%s %q: %q, want %q", c.field, c.typed, got, c.want)
		}
	}
	if len(edits.Fields()) != 8 {
		t.Error("the keys say 1-8")
	}
}
