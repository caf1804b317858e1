package export

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestTimelineJSTakesTheTimeline shows the timeline with TimelineJS 3 in Chromium. The folder in which npm has
// installed @knight-lab/timelinejs is named by DEMARCHE_NPM.
func TestTimelineJSTakesTheTimeline(t *testing.T) {
	dist := filepath.Join(os.Getenv("DEMARCHE_NPM"), "node_modules", "@knight-lab", "timelinejs", "dist")
	if _, err := os.Stat(dist); os.Getenv("DEMARCHE_NPM") == "" || err != nil {
		lacking(t, "npm", "no TimelineJS; set DEMARCHE_NPM")
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		lacking(t, "chromium", "install it")
	}
	page := filepath.Join(t.TempDir(), "page.html")
	html := `<!doctype html><meta charset=utf-8><script src="file://` + dist + `/js/timeline.js"></script><div id=t style="height:600px"></div>
<script>var attacked = 0; window.alert = function () { attacked++ }; var tl = new TL.Timeline("t", ` +
		string(
			draw(t, "timelinejs", made(40, all)),
		) + `);</script>`
	if err := os.WriteFile(page, []byte(html), 0o600); err != nil {
		t.Fatal(err)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(),
		append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)...)
	defer stop()
	ctx, cancel := chromedp.NewContext(allocator)
	defer cancel()
	ctx, late := context.WithTimeout(ctx, time.Minute)
	defer late()
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+page)); err != nil {
		t.Fatal(err)
	}
	const shown = `new Promise(function (done) {
  var wait = setInterval(function () {
    var n = document.querySelectorAll(".tl-timemarker").length;
    if (n > 0) { clearInterval(wait); done(n + " slides, " + attacked + " attacks"); }
  }, 100);
})`
	got, err := chromedp.Run(ctx, chromedp.Evaluate[string](shown, chromedp.EvalAwaitPromise))
	if err != nil || got != "32 slides, 0 attacks" {
		t.Errorf("%s, %v", got, err)
	}
}
