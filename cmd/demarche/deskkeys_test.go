package main

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"demarche/timeline/edits"
)

// deskBrowser starts a browser. Without one the test is skipped; where CI is set, that is a failure.
func deskBrowser(t *testing.T, more ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("browser tests are left out by -short")
	}
	path, err := exec.LookPath("chromium")
	if err != nil && os.Getenv("CI") != "" {
		t.Fatal("no chromium on this machine")
	}
	if err != nil {
		t.Skip("no chromium on this machine (fails where CI is set)")
	}
	options := append(
		slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path),
		chromedp.NoSandbox,
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("chromium does not start: %v", err)
	}
	return ctx
}

// keyboard presses keys on a page of the desk and counts them.
type keyboard struct {
	*testing.T
	ctx     context.Context
	pressed int
}

// press presses each key of the text, as a keyboard does: a page that takes the key for itself gets no character of it.
func (k *keyboard) press(keys string) {
	k.Helper()
	for _, key := range keys {
		k.pressed++
		name, code := string(key), int64(unicode.ToUpper(key))
		if key == '\r' {
			name = "Enter"
		}
		event := input.DispatchKeyEventParams{
			Type: input.DispatchKeyEventTypeKeyDown, Key: name, Text: string(key), WindowsVirtualKeyCode: code,
		}
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
			if event.Type = kind; kind == input.DispatchKeyEventTypeKeyUp {
				event.Text = ""
			}
			if _, err := chromedp.Call(k.ctx, input.DispatchKeyEvent, event); err != nil {
				k.Fatal(err)
			}
		}
	}
}

// wait waits until an expression of the page is true.
func (k *keyboard) wait(expression string) {
	k.Helper()
	for range 400 {
		// while one page follows the other there is nothing to ask
		if yes, err := chromedp.Run(k.ctx, chromedp.Evaluate[bool]("Boolean("+expression+")")); err == nil && yes {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	at, err := chromedp.Run(
		k.ctx,
		chromedp.Evaluate[string](`location.pathname + " " + document.activeElement.outerHTML`),
	)
	k.Fatalf("%s: not so at %s, %v", expression, at, err)
}

// leave does what leads to another page, and waits until that is there.
func (k *keyboard) leave(do func()) {
	k.Helper()
	if err := chromedp.Do(k.ctx, chromedp.Evaluate[chromedp.Void](`window.here = true`)); err != nil {
		k.Fatal(err)
	}
	do()
	k.wait(`!window.here && document.readyState === "complete"`)
}

// TestDeskByKeyboard makes twenty corrections and accepts what they give by keys alone: accepting takes one key,
// another speaker six, a place as many as it has letters and two.
func TestDeskByKeyboard(t *testing.T) {
	ctx := deskBrowser(t)
	d := newDeskUnderTest(t)
	root := newRoot()
	lines := strings.Repeat("“We keep word N,” Kim said in the message. ", 10)
	for i := range 10 {
		lines = strings.Replace(lines, "word N", "promise "+string(rune('A'+i)), 1)
	}
	file := t.TempDir() + "/more.jsonl"
	text := strings.ReplaceAll(deskArticle, "ledger.example/1", "ledger.example/2")
	text = strings.ReplaceAll(text, "“We will honour the treaty of our fathers,” Kim said in the message.", lines)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	root.SetArgs([]string{"add", "-q", "--db", d.path, file})
	if err := root.Execute(); err != nil {
		t.Fatal(err)
	}
	k := &keyboard{T: t, ctx: ctx}
	if err := chromedp.Do(ctx, chromedp.Navigate(d.base)); err != nil {
		t.Fatal(err)
	}
	k.leave(func() { k.press("s") })
	for range 10 {
		before := k.pressed
		k.press("1puti")
		k.wait(`document.querySelector(".names li[aria-selected=true]")?.textContent === "Vladimir Putin (RUS)"`)
		k.leave(func() { k.press("\r") })
		if n := k.pressed - before; n > 8 {
			t.Fatalf("another speaker took %d keys", n)
		}
		k.wait(`document.querySelector(".said")?.textContent === "Changed."`)
		before = k.pressed
		k.leave(func() { k.press("7Oslo\r") })
		if n := k.pressed - before; n > 8 {
			t.Fatalf("a place took %d keys", n)
		}
		before = k.pressed
		k.leave(func() { k.press("a") })
		if n := k.pressed - before; n > 3 {
			t.Fatalf("accepting took %d keys", n)
		}
	}
	count := map[string]int{}
	for _, e := range d.edits() {
		count[e.Field+" "+edits.Shown(e.After)]++
	}
	if count["speaker Vladimir Putin (RUS)"] != 10 || count["place Oslo"] != 10 || count["status confirmed"] != 10 ||
		len(count) != 3 {
		t.Errorf("twenty corrections gave %v", count)
	}
	if a, err := d.store.Check(context.Background()); err != nil {
		t.Errorf("%v: %v", err, a.Failures)
	}
}
