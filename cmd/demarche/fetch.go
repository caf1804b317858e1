package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"

	"demarche/quotes/article"
)

// fetchOptions are the limits of a fetch; the zero value is the default.
type fetchOptions struct {
	allowPrivate bool          // the host that is named may be this machine or stand in a private network
	timeout      time.Duration // for the whole fetch with its redirects; 0 means 30 s
	maxBytes     int64         // of the page after decompression; 0 means article.MaxSource
	maxRedirects int           // 0 means 5
	polite       *polite       // how it behaves towards sites; nil for a single request without a question
}

// userAgent names the program to the sites that it reads.
const userAgent = "demarche/1 (reads single articles for a researcher; robots.txt: " + robotName + ")"

// fetch gets one page by its URL. Only http and https are spoken; the addresses of this machine and of private
// networks are refused when they are dialled, after the name is resolved and at every redirect, unless allowed, and
// then for the host that is named alone; link-local addresses and those of metadata services always are. No cookies
// are kept, no proxy is asked, and nothing that the page names is fetched. The error is one line that begins with
// the URL, without a user name and password in it. What is known of the last visit goes to the server, and what it
// says comes back, in said; a page that has not changed since is [errUnchanged].
func fetch(ctx context.Context, address string, opt fetchOptions, said *reply) (article.Source, error) {
	if opt.timeout == 0 {
		opt.timeout = 30 * time.Second
	}
	if opt.maxBytes == 0 {
		opt.maxBytes = article.MaxSource
	}
	if opt.maxRedirects == 0 {
		opt.maxRedirects = 5
	}
	shown := shownURL(address)
	u, err := url.Parse(address)
	if err != nil {
		return article.Source{}, fmt.Errorf("%s: not a URL", shown)
	}
	if err := fetchable(u); err != nil {
		return article.Source{}, fmt.Errorf("%s: %w", shown, err)
	}
	src, err := try(ctx, u, opt, said)
	if err != nil {
		var wrapped *url.Error
		if errors.As(err, &wrapped) {
			err = wrapped.Err
		}
		if errors.Is(err, context.DeadlineExceeded) {
			err = fmt.Errorf("no whole answer within %s", opt.timeout)
		}
		return article.Source{}, fmt.Errorf("%s: %w", shown, err)
	}
	src.Name = shown
	return src, nil
}

// try gets a page when it is its host's turn, and again where the server asks for it.
func try(ctx context.Context, u *url.URL, opt fetchOptions, said *reply) (src article.Source, err error) {
	for tries := 1; ; tries++ {
		if opt.polite != nil {
			if err := opt.polite.admit(ctx, u, opt); err != nil {
				return src, err
			}
		}
		src, err = get(ctx, u, opt, said)
		var no *answer
		if opt.polite == nil || !errors.As(err, &no) {
			return src, err
		}
		wait, again := no.again(tries)
		if !again {
			return src, err
		}
		if err := opt.polite.wait(ctx, wait); err != nil {
			return src, err
		}
	}
}

// get requests a URL and reads the answer under the limits.
func get(ctx context.Context, u *url.URL, opt fetchOptions, said *reply) (article.Source, error) {
	ctx, cancel := context.WithTimeout(ctx, opt.timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return article.Source{}, err
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept",
		"text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5")
	said.asks(req.Header)
	client := clientFor(u, opt)
	defer client.CloseIdleConnections()
	res, err := client.Do(req)
	if err != nil {
		return article.Source{}, err
	}
	defer res.Body.Close() //nolint:errcheck // only read
	switch res.StatusCode {
	case http.StatusOK:
	case http.StatusNotModified:
		return article.Source{}, errUnchanged
	default:
		return article.Source{}, &answer{res.StatusCode, retryAfter(res.Header.Get("Retry-After"), time.Now())}
	}
	said.hears(res.Header)
	kind := res.Header.Get("Content-Type")
	if stated, _, err := mime.ParseMediaType(kind); err == nil {
		switch what, _, _ := strings.Cut(stated, "/"); what {
		case "image", "audio", "video", "font":
			return article.Source{}, fmt.Errorf("%s is not a page or a text", stated)
		}
	}
	if res.ContentLength > opt.maxBytes {
		return article.Source{}, fmt.Errorf("%w: the page has more than %d bytes", article.ErrTooLarge, opt.maxBytes)
	}
	b, err := io.ReadAll(io.LimitReader(res.Body, opt.maxBytes+1))
	if err != nil {
		return article.Source{}, fmt.Errorf("the answer breaks off after %d bytes: %w", len(b), err)
	}
	if int64(len(b)) > opt.maxBytes {
		return article.Source{}, fmt.Errorf("%w: the page has more than %d bytes", article.ErrTooLarge, opt.maxBytes)
	}
	final := *res.Request.URL
	final.Fragment, final.RawFragment = "", ""
	return article.Source{Bytes: b, MediaType: kind, URL: final.String(), Retrieved: time.Now().UTC()}, nil
}

// shownURL is an address as it is printed and kept: without the user name and password, whatever is wrong with it
// else.
func shownURL(address string) string {
	scheme, rest, ok := strings.Cut(address, "://")
	if at := strings.LastIndexByte(rest, '@'); ok && at >= 0 {
		if u, err := url.Parse(address); err == nil && u.User == nil { // the sign stands in the path
			return address
		}
		return scheme + "://" + rest[at+1:]
	}
	return address
}

// clientFor returns an HTTP client that looks at every address before it connects. The host that is named may be
// private where that is allowed; what it redirects to may not.
func clientFor(named *url.URL, opt fetchOptions) *http.Client {
	dial := func(ctx context.Context, network, address string) (net.Conn, error) {
		allowed := opt.allowPrivate && sameHost(address, named)
		dialer := &net.Dialer{Timeout: 10 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
			return mayDial(address, allowed)
		}}
		return dialer.DialContext(ctx, network, address)
	}
	return &http.Client{
		Transport: &http.Transport{
			DialContext: dial, ForceAttemptHTTP2: true, DisableKeepAlives: true,
			TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: 20 * time.Second, MaxResponseHeaderBytes: 1 << 18,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > opt.maxRedirects {
				return fmt.Errorf("more than %d redirects", opt.maxRedirects)
			}
			req.Header.Del("Referer")
			return fetchable(req.URL)
		},
	}
}

// fetchable says why a URL cannot be fetched, nil where it can.
func fetchable(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%q is not fetched; only http and https are", u.Scheme)
	case u.Hostname() == "":
		return errors.New("the URL names no host")
	case u.User != nil:
		return errors.New("a URL with a user name or password is not fetched")
	}
	return nil
}
