package render

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// missing skips a test that needs what this machine lacks; where CI is set, lacking it is a failure.
func missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format+" (fails where CI is set)", args...)
}

// chromium starts a browser that the test's tabs share.
func chromium(t testing.TB) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("browser tests are left out by -short")
	}
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		missing(t, "no chromium on this machine")
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("force-color-profile", "srgb"))...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		missing(t, "chromium does not start: %v", err)
	}
	return ctx
}

// tab is a page in the browser, with everything that went wrong on it.
type tab struct {
	testing.TB
	ctx      context.Context
	mu       sync.Mutex
	problems []string // console errors, exceptions, violations of the policy, dialogs
	requests []string // what was asked of the network or the disk beside the page itself
}

// how says how a tab shows its page.
type how struct {
	width, height int
	dark, forced  bool
	noScript      bool
	touch         bool // fingers in place of a mouse
	slow          bool // no wait for the page to be usable
}

// saved writes a page to a file and gives its address.
func saved(t testing.TB, page []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(name, page, 0o600); err != nil {
		t.Fatal(err)
	}
	return "file://" + name
}

// open opens an address in a new tab and waits until the page can be used.
func open(t testing.TB, browser context.Context, address string, o how) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(stop)
	p := &tab{TB: t, ctx: ctx}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	if o.width == 0 {
		o.width, o.height = 1440, 900
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: map[bool]string{false: "light", true: "dark"}[o.dark]},
		{Name: "prefers-reduced-motion", Value: "reduce"},
	}}
	if o.forced {
		media.Features = append(media.Features, &emulation.MediaFeature{Name: "forced-colors", Value: "active"})
	}
	must(p, emulation.SetEmulatedMedia, media)
	must(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: o.noScript})
	p.do(chromedp.EmulateViewport(int64(o.width), int64(o.height)))
	if o.touch {
		must(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 2})
	}
	p.do(chromedp.Navigate(address))
	if !o.noScript && !o.slow {
		p.wait(`document.body.classList.contains('usable')`)
	}
	return p
}

// must sends a command of the protocol.
func must[P, R any](p *tab, c cdp.Command[P, R], params P) R {
	p.Helper()
	r, err := chromedp.Call(p.ctx, c, params)
	if err != nil {
		p.Fatal(err)
	}
	return r
}

func (p *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, actions...); err != nil {
		p.Fatal(err)
	}
}

// eval evaluates an expression on the page and waits for it where it is a promise.
func eval[T any](p *tab, js string) T {
	p.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%v in %.200s", err, js)
	}
	return v
}

// wait waits until an expression holds.
func (p *tab) wait(js string) {
	p.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if eval[bool](p, "Boolean("+js+")") {
			return
		}
	}
	p.Fatalf("waited too long for %s; problems: %v", js, p.problems)
}

// hear notes what a good page never does.
func (p *tab) hear(ev any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		p.problems = append(p.problems, fmt.Sprintf("console.%s %v", ev.Type, ev.Args))
	case *runtime.EventExceptionThrown:
		text := ev.ExceptionDetails.Text
		if x := ev.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		p.problems = append(p.problems, "exception: "+text)
	case *log.EventEntryAdded:
		p.problems = append(p.problems, "log: "+ev.Entry.Text)
	case *page.EventJavascriptDialogOpening:
		p.problems = append(p.problems, "dialog: "+ev.Message)
	case *network.EventRequestWillBeSent:
		if ev.Type != network.ResourceTypeDocument && !strings.HasPrefix(ev.Request.URL, "data:") {
			p.requests = append(p.requests, ev.Request.URL)
		}
	}
}

// sound fails the test where the page did anything that it must not do.
func (p *tab) sound() {
	p.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, x := range p.problems {
		p.Errorf("problem: %s", x)
	}
	for _, x := range p.requests {
		p.Errorf("request: %s", x)
	}
}

// press presses keys one by one.
func (p *tab) press(keys ...string) {
	p.Helper()
	for _, k := range keys {
		p.do(chromedp.KeyEvent(k))
	}
}

// press clicks the first element that a selector finds, through the page.
func press(selector string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](`document.querySelector('` + selector + `').click()`)
}
