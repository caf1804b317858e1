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
		src, err := fetch(context.Background(), s.URL+path, opt, nil)
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
	opt := fetchOptions{allowPrivate: true, timeout: 20 * time.Second, maxBytes: 1 << 20}
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
		opt := opt
		if strings.HasSuffix(address, "/slow") {
			opt.timeout = 300 * time.Millisecond // a short wait for what never comes; a loaded machine needs longer for the others
		}
		_, err := fetch(context.Background(), address, opt, nil)
		if err == nil || !strings.HasPrefix(err.Error(), shownURL(address)+": ") || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want %q", address, err, want)
		}
	}
}

func TestFetchRefusesThisMachine(t *testing.T) {
	s := site(t)
	for _, address := range []string{s.URL + "/page", strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/page"} {
		if _, err := fetch(context.Background(), address, fetchOptions{}, nil); err == nil || !strings.Contains(err.Error(), "--allow-private") {
			t.Errorf("%s: error %v, want a refusal", address, err)
		}
	}
}

// TestFetchAllowsTheNamedHostAlone has a host that is allowed redirect to others of this machine.
func TestFetchAllowsTheNamedHostAlone(t *testing.T) {
	s := site(t)
	other := site(t)
	away := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, map[string]string{
			"/port": other.URL + "/page", "/name": strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/page",
			"/meta": "http://169.254.169.254/latest/meta-data/",
		}[r.URL.Path], http.StatusFound)
	}))
	defer away.Close()
	for path, want := range map[string]string{"/port": "--allow-private", "/name": "--allow-private", "/meta": "never read"} {
		_, err := fetch(t.Context(), away.URL+path, fetchOptions{allowPrivate: true, timeout: 5 * time.Second}, nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", path, err, want)
		}
	}
}

func TestShownURLHidesThePassword(t *testing.T) {
	for in, want := range map[string]string{
		"http://me:secret@host/a":     "http://host/a",
		"http://me:s%zzcret@host/a":   "http://host/a",
		"http://me:sec/ret@host/a":    "http://host/a",
		"http://secret@host":          "http://host",
		"https://host/@me/a":          "https://host/@me/a",
		"https://host/a?mail=a@b.org": "https://host/a?mail=a@b.org",
		"gopher://me:secret@host":     "gopher://host",
		"http://host/a":               "http://host/a",
	} {
		if got := shownURL(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
		_, err := fetch(t.Context(), in, fetchOptions{timeout: time.Nanosecond}, nil)
		if err == nil || strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "ret@") {
			t.Errorf("%s: %v", in, err)
		}
	}
}

func TestLinkLocalAndMetadataAreNeverDialled(t *testing.T) {
	for _, address := range []string{
		"169.254.169.254:80", "[fe80::1%eth0]:80", "168.63.129.16:80", "100.100.100.200:80", "[fd00:ec2::254]:80", "224.0.0.1:80",
		"[::ffff:169.254.169.254]:80", "[64:ff9b::a9fe:a9fe]:80", "[2002:a9fe:a9fe::1]:80",
	} {
		if mayDial(address, true) == nil {
			t.Errorf("%s is dialled", address)
		}
	}
	for _, address := range []string{"127.0.0.1:80", "[::1]:80", "10.0.0.1:80"} {
		if err := mayDial(address, true); err != nil {
			t.Error(err)
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
