package render

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// axeVersion is the accessibility checker that the test fetches with npm, into the user's cache.
const axeVersion = "4.14.1"

// axeSource returns the script of axe-core, from the cache or from npm.
func axeSource(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = t.TempDir()
	}
	dir := filepath.Join(cache, "demarche-test")
	ball := filepath.Join(dir, "axe-core-"+axeVersion+".tgz")
	if _, err := os.Stat(ball); errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, "axe-core@"+axeVersion).CombinedOutput(); err != nil {
			missing(t, "axe-core can't be fetched: %v: %s", err, out)
		}
	}
	f, err := os.Open(ball)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err != nil {
			t.Fatalf("%s: no axe.min.js: %v", ball, err)
		}
		if h.Name == "package/axe.min.js" {
			b, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
	}
}

// runAxe reports what the checker finds on the page as it is: every rule of WCAG 2.0 to 2.2 A and AA, and best
// practice.
const runAxe = `(async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
	.violations.map((v) => v.id + ': ' + v.help + ' (' + v.nodes.length + ') ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | ')))()`

// smallTargets finds what can be pressed and is smaller than 24 by 24 pixels, links within text aside.
const smallTargets = `[...document.querySelectorAll('button, input, select, summary, .from a')].filter((e) => e.offsetParent && !e.classList.contains('sr')).map((e) => {
	const r = (e.type === 'checkbox' ? e.closest('label') : e).getBoundingClientRect();
	return r.height < 23.5 || (r.width < 23.5) ? (e.id || e.textContent || e.outerHTML).slice(0, 60) + ' ' + Math.round(r.width) + 'x' + Math.round(r.height) : '';
}).filter(Boolean)`

// sideways tells how far the page is wider than its window.
const sideways = `document.documentElement.scrollWidth - document.documentElement.clientWidth`

func TestAccessible(t *testing.T) {
	browser := chromium(t)
	axe := axeSource(t)
	address := saved(t, rendered(t, 120))
	for _, o := range []how{{}, {dark: true}, {width: 390, height: 844}, {width: 390, height: 844, dark: true}, {width: 320, height: 640}, {width: 2560, height: 1440, dark: true}, {forced: true}} {
		t.Run(fmt.Sprintf("%d-dark=%t-forced=%t", o.width, o.dark, o.forced), func(t *testing.T) {
			p := open(t, browser, address, o)
			eval[any](p, axe+";null")
			check := func(what string) {
				t.Helper()
				for _, v := range eval[[]string](p, runAxe) {
					t.Errorf("%s: %s", what, v)
				}
				if small := eval[[]string](p, smallTargets); len(small) > 0 {
					t.Errorf("%s: small targets: %s", what, strings.Join(small, "; "))
				}
				if wide := eval[float64](p, sideways); wide > 0 {
					t.Errorf("%s: the page is %.0f pixels wider than its window", what, wide)
				}
			}
			check("as opened")
			eval[any](p, `document.getElementById('filters').click()`)
			check("filters open")
			eval[any](p, `(document.getElementById('filters').click(), document.querySelector('.ev .toggle').click())`)
			p.wait(`document.querySelector('.detail')`)
			check("detail open")
			eval[any](p, `(document.querySelectorAll('details').forEach((d) => { d.open = true; }), document.getElementById('take').click(), scrollTo(0, 500))`)
			check("all open")
			p.sound()
		})
	}
}
