package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestDeskAgainstOtherPages opens pages of another origin that know the desk's address, token and all, and send it
// forms and requests; a name that was made to lead to this machine; and a wrong token. Nothing is changed, nothing is
// read.
func TestDeskAgainstOtherPages(t *testing.T) {
	d := newDeskUnderTest(t)
	host := strings.TrimPrefix(d.origin(), "http://")
	port := host[strings.LastIndex(host, ":"):]
	ctx := deskBrowser(t, chromedp.Flag("host-resolver-rules", "MAP rebound.example 127.0.0.1"))
	report := d.base + "report/" + d.first
	evil := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if r.URL.Path == "/form" {
			fmt.Fprintf(
				w,
				`<form id="f" method="post" action="%s"><input name="verdict" value="rejected"><input name="seen" value="0">`+
					`</form><script>document.getElementById("f").submit()</script>`,
				report,
			)
			return
		}
		fmt.Fprintf(w, `<script>
			const say = (s) => { document.title = s; };
			const post = { method: "POST", body: new URLSearchParams({ verdict: "rejected", seen: "0" }) };
			Promise.allSettled([fetch(%[1]q, post), fetch(%[1]q, { ...post, mode: "no-cors" }), fetch(%[1]q),
				fetch(%[1]q, { ...post, credentials: "include" })])
				.then((all) => say("done " + all.map((r) => r.status + (r.value ? " " + r.value.type : "")).join(", ")));
			</script><iframe src=%[1]q></iframe>`, report)
	}))
	defer evil.Close()
	k := &keyboard{T: t, ctx: ctx}
	visit := func(address, until string) {
		t.Helper()
		if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
			t.Fatal(address, err)
		}
		k.wait(until)
		if list := d.edits(); len(list) != 0 {
			t.Fatalf("%s: edits were stored: %+v", address, list)
		}
	}
	visit(evil.URL+"/form", `document.body.textContent.includes("nothing was changed")`)
	visit(evil.URL, `document.title.startsWith("done")`)
	answers, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.title`))
	if want := "done rejected, rejected, rejected, rejected"; err != nil || answers != want {
		t.Errorf("requests of another origin: %q, want %q; %v", answers, want, err)
	}
	path := strings.TrimPrefix(report, d.origin())
	visit("http://rebound.example"+port+path, `document.body.textContent.includes("not the desk's address")`)
	visit(d.origin()+"/"+strings.Repeat("0", 32)+"/report/"+d.first, `document.body.textContent.includes("not found")`)
	visit(report, `document.querySelector("#accept")`) // and the desk itself is as it was
}

// TestTwoWindows opens a record in two windows. What is decided in the first is shown in the second, where something
// else was about to be decided; nothing is lost, and then it is decided anew.
func TestTwoWindows(t *testing.T) {
	d := newDeskUnderTest(t)
	first := deskBrowser(t)
	second, cancel := chromedp.NewContext(first)
	defer cancel()
	if err := chromedp.Do(second); err != nil {
		t.Fatal(err)
	}
	report := d.base + "report/" + d.first
	a, b := &keyboard{T: t, ctx: first}, &keyboard{T: t, ctx: second}
	for _, k := range []*keyboard{a, b} {
		if err := chromedp.Do(k.ctx, chromedp.Navigate(report)); err != nil {
			t.Fatal(err)
		}
	}
	a.leave(func() { a.press("7"); a.press("Oslo"); a.press("\r") })
	b.leave(func() { b.press("7"); b.press("Bergen"); b.press("\r") })
	b.wait(
		`document.querySelector("[role=alert]")?.textContent.includes("Somebody has changed this since you opened it")`,
	)
	b.wait(`document.querySelector("[role=alert]").textContent.includes("to Oslo")`)
	b.wait(`document.querySelector("#f-place").value === "Bergen"`)
	if list := d.edits(); len(list) != 1 {
		t.Fatalf("edits: %+v", list)
	}
	b.leave(func() { b.press("7"); b.press("\r") }) // having seen it, the second window decides
	b.wait(`document.querySelector(".said")?.textContent === "Changed."`)
	list := d.edits()
	if len(list) != 2 || *list[1].After != `"Bergen"` || *list[1].Before != `"Oslo"` {
		t.Errorf("edits: %+v", list)
	}
}
