package main

import (
	"bytes"
	"errors"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

// demarche runs a command line in this process.
func demarche(args ...string) (stdout, stderr string, err error) {
	var out, errs bytes.Buffer
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(&out)
	root.SetErr(&errs)
	err = root.Execute()
	return out.String(), errs.String(), err
}

// TestAddURL adds a page of this machine: only when it is allowed, once, and as a new version when it has changed.
func TestAddURL(t *testing.T) {
	words := "We shall answer them in good time"
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/story" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(`<html><head><title>An answer</title></head><body><article><h1>An answer</h1>
			<p>The foreign ministry spoke to the press in the capital on Tuesday about the letter from the neighbouring country.</p>
			<p>“` + words + `,” the spokesman said, and he said no more than that about the matter on that day.</p></article></body></html>`))
	}))
	defer site.Close()
	db := filepath.Join(t.TempDir(), "t.sqlite")

	_, errs, err := demarche("add", "--db", db, site.URL+"/story")
	if !errors.Is(err, errTold) || strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "demarche: "+site.URL) {
		t.Errorf("not allowed: %v, %q", err, errs)
	}
	for _, want := range []string{"added", "unchanged", "changed"} {
		if want == "changed" {
			words = "We shall not answer them at all"
		}
		out, errs, err := demarche("add", "--db", db, "--allow-private", site.URL+"/story")
		if err != nil || !strings.HasPrefix(out, want+" ") || !strings.Contains(out, site.URL+"/story") {
			t.Errorf("%s: %v, %q, %q", want, err, out, errs)
		}
	}
	_, errs, err = demarche("add", "--db", db, "--allow-private", site.URL+"/gone", site.URL+"/story")
	if !errors.Is(err, errTold) || !strings.Contains(errs, "404") || !strings.Contains(errs, "1 article, 1 unchanged; 1 could not be read") {
		t.Errorf("gone: %v, %q", err, errs)
	}
	if n := count(db); n != 1 {
		t.Errorf("%d articles", n)
	}
}
