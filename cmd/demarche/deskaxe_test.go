package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"demarche/timeline/record"
)

// axeScript is the accessibility checker, which is fetched with npm into the user's cache.
func axeScript(t *testing.T) string {
	t.Helper()
	const name = "axe-core-4.14.1"
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = t.TempDir()
	}
	dir := filepath.Join(cache, "demarche-test")
	ball := filepath.Join(dir, name+".tgz")
	if _, err := os.Stat(ball); err != nil {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, "axe-core@4.14.1").
			CombinedOutput()
		if err != nil && os.Getenv("CI") != "" {
			t.Fatalf("axe-core can't be fetched: %v: %s", err, out)
		}
		if err != nil {
			t.Skipf("axe-core can't be fetched: %v (fails where CI is set)", err)
		}
	}
	script, err := exec.Command("tar", "-xzOf", ball, "package/axe.min.js").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

// deskAxe runs every rule of WCAG 2.0 to 2.2 A and AA and of best practice, and returns what is violated.
const deskAxe = `(async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a',
	'wcag22aa', 'best-practice'], resultTypes: ['violations'] })).violations.map((v) => v.id + ': ' + v.help + ' ' +
	v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message)))()`

// TestDeskIsAccessible checks the pages of the desk, wide and narrow, light and dark.
func TestDeskIsAccessible(t *testing.T) {
	ctx := deskBrowser(t)
	axe := axeScript(t)
	d := newDeskUnderTest(t)
	d.edited() // so that the pages show what people decided, and what was refused
	pages := []string{
		"", "report/" + d.first, "event/" + record.EventID(d.first), "article?key=https://ledger.example/1", "actors",
		"actor?id=kim-jong-un", "relations", "search?q=treaty", "sources", "log", "waiting", "nothing",
	}
	for _, dark := range []string{"light", "dark"} {
		media := emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: dark}},
		}
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		for _, width := range []int64{1440, 390} {
			for _, path := range pages {
				err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(d.base+path),
					chromedp.Evaluate[chromedp.Void](axe+";null"))
				if err != nil {
					t.Fatal(path, err)
				}
				wrong, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](deskAxe, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatal(path, err)
				}
				for _, w := range wrong {
					t.Errorf("%s, %d wide, %s: %s", path, width, dark, w)
				}
				const sideways = `document.documentElement.scrollWidth - document.documentElement.clientWidth`
				if wide, err := chromedp.Run(ctx, chromedp.Evaluate[float64](sideways)); err != nil || wide > 0 {
					t.Errorf("%s, %d wide: %v pixels wider than the window, %v", path, width, wide, err)
				}
			}
		}
	}
}
