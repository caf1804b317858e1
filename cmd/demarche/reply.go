package main

import (
	"net/http"
)

// reply is what a server said with a page, by which it can be asked later whether anything has changed.
type reply struct {
	address        string // as it was named, without user name and password
	etag, modified string
}

// errUnchanged says that a page is as it was when it was visited last.
const errUnchanged fault = "unchanged since the last visit"

// asks sets the headers by which a server answers only where something has changed.
func (r *reply) asks(h http.Header) {
	if r == nil {
		return
	}
	if r.etag != "" {
		h.Set("If-None-Match", r.etag)
	}
	if r.modified != "" {
		h.Set("If-Modified-Since", r.modified)
	}
}

// hears takes what the server says.
func (r *reply) hears(h http.Header) {
	if r != nil {
		r.etag, r.modified = h.Get("ETag"), h.Get("Last-Modified")
	}
}
