package main

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"demarche/quotes/article"
)

const fetchedPage = `<html lang="en"><head><title>Envoys meet in the capital</title></head><body><article><h1>Envoys meet in the capital</h1>
<p>The envoys of the two states met in the capital on Monday and spoke for three hours about the border and the trade across it.</p>
<p>“We have agreed to meet again before the winter,” the foreign minister said after the talks, and thanked his guest for coming so far.</p></article></body></html>`

// site serves the answers that a fetch must cope with.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	page := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, fetchedPage)
	}
	mux.HandleFunc("/page", page)
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page#top", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/picture", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		w.Write([]byte("png"))
	})
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	mux.HandleFunc("/cookie", func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("seen"); err == nil {
			http.Error(w, "a cookie came back", http.StatusTeapot)
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
		if r.URL.RawQuery == "" {
			http.Redirect(w, r, "/cookie?again", http.StatusFound)
			return
		}
		page(w, r)
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 64 {
			z.Write(make([]byte, 1<<16))
		}
		z.Close()
	})
	mux.HandleFunc("/broken", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<html>")
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestFetch(t *testing.T) {
	s := site(t)
	opt := fetchOptions{allowPrivate: true, timeout: 2 * time.Second, maxBytes: 1 << 20}
	for _, path := range []string{"/page", "/moved", "/cookie"} {
		src, err := fetch(context.Background(), s.URL+path, opt)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		a, err := article.Read(t.Context(), src)
		if err != nil || !strings.Contains(a.Text, "before the winter") || a.Retrieved.IsZero() {
			t.Errorf("%s: article %+v, error %v", path, a, err)
		}
		if path == "/moved" && src.URL != s.URL+"/page" {
			t.Errorf("the URL after a redirect is %s", src.URL)
		}
	}
}

func TestFetchFailsInOneClearLine(t *testing.T) {
	s := site(t)
	opt := fetchOptions{allowPrivate: true, timeout: 300 * time.Millisecond, maxBytes: 1 << 20}
	for address, want := range map[string]string{
		s.URL + "/none":           "the server answers 404 Not Found",
		s.URL + "/loop":           "more than 5 redirects",
		s.URL + "/file":           "only http and https",
		s.URL + "/picture":        "image/png is not a page or a text",
		s.URL + "/slow":           "no whole answer within 300ms",
		s.URL + "/bomb":           "too large",
		s.URL + "/broken":         "breaks off after 6 bytes",
		"ftp://example.org/a":     "only http and https",
		"http:///a":               "names no host",
		"http://me:pw@localhost/": "user name or password",
	} {
		_, err := fetch(context.Background(), address, opt)
		if err == nil || !strings.HasPrefix(err.Error(), shownURL(address)+": ") || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want %q", address, err, want)
		}
	}
}

func TestFetchRefusesThisMachine(t *testing.T) {
	s := site(t)
	for _, address := range []string{s.URL + "/page", strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/page"} {
		if _, err := fetch(context.Background(), address, fetchOptions{}); err == nil || !strings.Contains(err.Error(), "--allow-private") {
			t.Errorf("%s: error %v, want a refusal", address, err)
		}
	}
}

func TestPublicAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34:443": true, "[2606:2800:220:1::1]:443": true,
		"127.0.0.1:80": false, "10.1.2.3:80": false, "172.16.0.1:80": false, "192.168.1.1:80": false, "169.254.169.254:80": false,
		"100.100.100.200:80": false, "0.0.0.0:80": false, "224.0.0.1:80": false, "168.63.129.16:80": false, "255.255.255.255:80": false,
		"[::1]:80": false, "[::]:80": false, "[fe80::1%eth0]:80": false, "[fd00:ec2::254]:80": false, "[::ffff:127.0.0.1]:80": false,
		"[64:ff9b::7f00:1]:80": false, "[2002:7f00:1::]:80": false,
	} {
		if got := mayDial(address, false) == nil; got != want {
			t.Errorf("mayDial(%s) = %v, want %v", address, got, want)
		}
	}
}
