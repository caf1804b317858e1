package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"

	"demarche/quotes/article"
)

// fetchOptions are the limits of a fetch; the zero value is the default.
type fetchOptions struct {
	allowPrivate bool          // loopback, private and link-local addresses may be contacted
	timeout      time.Duration // for the whole fetch with its redirects; 0 means 30 s
	maxBytes     int64         // of the page after decompression; 0 means article.MaxSource
	maxRedirects int           // 0 means 5
}

// userAgent names the program to the sites that it reads.
const userAgent = "demarche/1 (reads single articles for a researcher)"

// fetch gets one page by its URL. Only http and https are spoken; the addresses of this machine and of private networks are
// refused when they are dialled, after the name is resolved and at every redirect, unless allowed. No cookies are kept, no proxy is
// asked, and nothing that the page names is fetched. The error is one line that begins with the URL.
func fetch(ctx context.Context, address string, opt fetchOptions) (article.Source, error) {
	if opt.timeout == 0 {
		opt.timeout = 30 * time.Second
	}
	if opt.maxBytes == 0 {
		opt.maxBytes = article.MaxSource
	}
	if opt.maxRedirects == 0 {
		opt.maxRedirects = 5
	}
	u, err := url.Parse(address)
	if err != nil {
		return article.Source{}, fmt.Errorf("%s: not a URL", address)
	}
	if err := fetchable(u); err != nil {
		return article.Source{}, fmt.Errorf("%s: %w", address, err)
	}
	ctx, cancel := context.WithTimeout(ctx, opt.timeout)
	defer cancel()
	src, err := get(ctx, u, opt)
	if err != nil {
		var wrapped *url.Error
		if errors.As(err, &wrapped) {
			err = wrapped.Err
		}
		if errors.Is(err, context.DeadlineExceeded) {
			err = fmt.Errorf("no whole answer within %s", opt.timeout)
		}
		return article.Source{}, fmt.Errorf("%s: %w", address, err)
	}
	src.Name = address
	return src, nil
}

// get requests a URL and reads the answer under the limits.
func get(ctx context.Context, u *url.URL, opt fetchOptions) (article.Source, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return article.Source{}, err
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9")
	client := clientFor(opt)
	defer client.CloseIdleConnections()
	res, err := client.Do(req)
	if err != nil {
		return article.Source{}, err
	}
	defer res.Body.Close() //nolint:errcheck // only read
	if res.StatusCode != http.StatusOK {
		return article.Source{}, fmt.Errorf("the server answers %d %s", res.StatusCode, http.StatusText(res.StatusCode))
	}
	kind := res.Header.Get("Content-Type")
	if stated, _, err := mime.ParseMediaType(kind); err == nil {
		switch stated {
		case "text/html", "application/xhtml+xml", "text/plain", "application/gzip", "application/octet-stream":
		default:
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

// clientFor returns an HTTP client that looks at every address before it connects.
func clientFor(opt fetchOptions) *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !opt.allowPrivate {
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return public(address) }
	}
	return &http.Client{
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true, DisableKeepAlives: true,
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

// closedNetworks are the networks beside the loopback, private, link-local and multicast ones that are nobody's public address: RFC 6890 and its
// registry, shared address space (RFC 6598), translated and tunnelled IPv4 (which could lead to all of these), and a cloud's metadata service.
var closedNetworks = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("168.63.129.16/32"),
	netip.MustParsePrefix("::/96"), netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/32"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

// public returns an error unless an address "ip:port" is one of the public Internet.
func public(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%s: not an address", address)
	}
	ip := at.Addr().Unmap().WithZone("")
	closed := ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsMulticast() || ip.IsUnspecified()
	for _, n := range closedNetworks {
		closed = closed || n.Contains(ip)
	}
	if closed {
		return fmt.Errorf("%s is an address of this machine or of a private network; --allow-private lets it be read", ip)
	}
	return nil
}
