package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/quotes/article"
)

// politely is how the tests fetch: without long pauses, noting how long they were asked to wait.
func politely(waits *[]time.Duration) fetchOptions {
	p := newPolite()
	p.pause = time.Millisecond
	p.wait = func(_ context.Context, d time.Duration) error {
		*waits = append(*waits, d)
		return nil
	}
	return fetchOptions{allowPrivate: true, polite: p}
}

// TestFetchAsksRobotsOnce visits a site twice: its robots.txt is read once and kept to.
func TestFetchAsksRobotsOnce(t *testing.T) {
	robots := 0
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			robots++
			fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n\nUser-agent: demarche\nDisallow: /ours\n")
			return
		}
		fmt.Fprint(w, "<html><body><p>"+words+"</p></body></html>")
	}))
	defer site.Close()
	var waits []time.Duration
	opt := politely(&waits)
	for path, want := range map[string]error{"/open": nil, "/ours/a": errRobots, "/closed": nil} {
		if _, err := fetch(t.Context(), site.URL+path, opt, nil); !errors.Is(err, want) {
			t.Errorf("%s: error %v, want %v", path, err, want)
		}
	}
	if robots != 1 {
		t.Errorf("robots.txt was asked for %d times", robots)
	}
}

// TestFetchTriesAgain asks a busy server as it wants to be asked, and gives up where that is in vain.
func TestFetchTriesAgain(t *testing.T) {
	for name, c := range map[string]struct {
		code  int
		after string
		good  int // at which request it answers
		waits []time.Duration
		want  string // in the error
	}{
		"once busy":        {503, "7", 2, []time.Duration{7 * time.Second}, ""},
		"too many":         {429, "", 3, []time.Duration{2 * time.Second, 4 * time.Second}, ""},
		"always busy":      {503, "", 99, []time.Duration{2 * time.Second, 4 * time.Second}, "503"},
		"back in an hour":  {429, "3600", 2, nil, "429"},
		"not there":        {404, "", 99, nil, "404"},
		"no such moment":   {503, "tomorrow", 2, []time.Duration{2 * time.Second}, ""},
		"nobody knows why": {500, "", 99, nil, "500"},
	} {
		n := 0
		site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.NotFound(w, r)
				return
			}
			if n++; n < c.good {
				w.Header().Set("Retry-After", c.after)
				w.WriteHeader(c.code)
				return
			}
			fmt.Fprint(w, "<html><body><p>"+words+"</p></body></html>")
		}))
		var waits []time.Duration
		_, err := fetch(t.Context(), site.URL+"/a", politely(&waits), nil)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: error %v", name, err)
		}
		if !slices.Equal(waits, c.waits) {
			t.Errorf("%s: it waits %v, want %v", name, waits, c.waits)
		}
		site.Close()
	}
}

// TestFetchAsksOnlyForChanges sends what the server said back to it.
func TestFetchAsksOnlyForChanges(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "<html><body><p>"+words+"</p></body></html>")
	}))
	defer site.Close()
	said := &reply{}
	opt := fetchOptions{allowPrivate: true}
	if _, err := fetch(t.Context(), site.URL, opt, said); err != nil || said.etag != `"v1"` {
		t.Fatalf("error %v, etag %q", err, said.etag)
	}
	if _, err := fetch(t.Context(), site.URL, opt, said); !errors.Is(err, errUnchanged) {
		t.Errorf("error %v", err)
	}
}

// TestAheadKeepsTheOrder fetches several sources at a time and yields them in their order.
func TestAheadKeepsTheOrder(t *testing.T) {
	var mu sync.Mutex
	begun, together := 0, make(chan struct{})
	var list []source
	for i := range 3 * fetchesAhead {
		list = append(list, source{name: fmt.Sprint(i), warm: func() {
			mu.Lock()
			begun++
			if begun == fetchesAhead {
				close(together) // so many have begun before the first was taken
			}
			mu.Unlock()
		}})
	}
	i := 0
	for s := range ahead(t.Context(), slices.Values(list)) {
		if i == 0 {
			<-together
		}
		if s.name != fmt.Sprint(i) {
			t.Fatalf("source %s comes at place %d", s.name, i)
		}
		i++
	}
	if i != len(list) {
		t.Errorf("%d sources of %d", i, len(list))
	}
}

// TestFilledKeepsWhatIsTold fills a source with what is given, but for what it tells itself.
func TestFilledKeepsWhatIsTold(t *testing.T) {
	s := filled(source{read: func(context.Context) (*article.Article, error) {
		return &article.Article{Title: "Its own", Text: words}, nil
	}}, article.Record{Title: "Another", Outlet: "Example Wire", Published: "12 June 2023", URL: "https://a.example/x", Language: "en"})
	a, err := s.read(t.Context())
	if err != nil || a.Title != "Its own" || a.Outlet != "Example Wire" || a.Published != "2023-06-12" || a.URL != "https://a.example/x" || a.Language != "en" {
		t.Errorf("%+v, error %v", a, err)
	}
}

func TestLineDiff(t *testing.T) {
	got := lineDiff(strings.Split("a b c d e", " "), strings.Split("a c x e f", " "))
	if want := []string{"- b", "- d", "+ x", "+ f"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
