package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"demarche/render/desk"
)

// deskPolicy is the Content-Security-Policy of the desk's own pages: its own style and script, and nothing else.
const deskPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; " +
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// maxForm is the largest form that is read, in bytes.
const maxForm = 64 << 10

// guard lets only requests through that a page of the desk itself may have sent: to the host it listens on by name,
// below its token and, where they would change something, from itself.
type guard struct {
	host  string // "127.0.0.1:4321"
	token string
	next  http.Handler
}

// ServeHTTP answers 404 where the token is wrong, for there is nothing to be found without it.
func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", deskPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	token, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	switch {
	case r.Host != g.host && r.Host != "localhost"+strings.TrimPrefix(g.host, "127.0.0.1"):
		http.Error(w, "this is not the desk's address", http.StatusForbidden) // a name that was made to lead here
	case subtle.ConstantTimeCompare([]byte(token), []byte(g.token)) != 1:
		http.NotFound(w, r)
	case r.Method != http.MethodGet && r.Method != http.MethodHead && r.Header.Get("Origin") != "http://"+r.Host:
		http.Error(w, "a form of another page was sent here; nothing was changed", http.StatusForbidden)
	default:
		r.URL.Path, r.URL.RawPath = "/"+rest, ""
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		g.next.ServeHTTP(w, r)
	}
}

// newToken returns 128 random bits.
func newToken() string {
	b := make([]byte, 16)
	rand.Read(b) // it does not fail (crypto/rand)
	return hex.EncodeToString(b)
}

// serve answers requests on the listener until the context ends.
func serve(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 20 * time.Second, WriteTimeout: 2 * time.Minute,
		MaxHeaderBytes: 16 << 10,
	}
	stop := context.AfterFunc(ctx, func() {
		soon, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace/2)
		defer cancel()
		_ = s.Shutdown(soon) // who is still reading then is cut off
	})
	defer stop()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// draw writes a view as the answer; a page is drawn whole or not at all.
func draw(w http.ResponseWriter, status int, view any) {
	var b bytes.Buffer
	if err := desk.Draw(&b, view); err != nil {
		http.Error(w, "the page could not be drawn: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // who asked has gone
}

// asset answers with a file of the desk.
func asset(kind string, b []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		_, _ = w.Write(b)
	}
}

// listen opens the port on this machine alone; 0 is any that is free.
func listen(port int) (net.Listener, error) {
	l, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return nil, fmt.Errorf("can't listen on port %d: %w; name another with --port", port, err)
	}
	return l, nil
}
