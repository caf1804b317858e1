package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"
)

// polite keeps a run of fetches to what sites may expect: one request a second to a host, robots.txt, and another try
// later where a server asks for it. It may be used by several goroutines.
type polite struct {
	pause time.Duration // between two requests to a host; 0 means a second
	wait  func(context.Context, time.Duration) error

	mu    sync.Mutex
	hosts map[string]*politeHost
}

// politeHost is a host that is visited.
type politeHost struct {
	limit *rate.Limiter
	rules func() (*robotstxt.RobotsData, error)
}

// newPolite is the politeness of a run.
func newPolite() *polite { return &polite{wait: sleep, hosts: map[string]*politeHost{}} }

// sleep waits for a time or the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// robotName is how robots.txt calls the program.
const robotName = "demarche"

// maxRobots is how much of a robots.txt is read, in bytes (RFC 9309 asks for 500 KiB).
const maxRobots = 512 << 10

// host returns what is known of the host of a URL; its robots.txt is fetched once, when it is first asked for.
func (p *polite) host(ctx context.Context, u *url.URL, opt fetchOptions) *politeHost {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	h := p.hosts[key]
	if h == nil {
		pause := p.pause
		if pause == 0 {
			pause = time.Second
		}
		robots := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
		h = &politeHost{
			limit: rate.NewLimiter(rate.Every(pause), 1),
			rules: sync.OnceValues(func() (*robotstxt.RobotsData, error) { return robotsOf(ctx, robots, opt) }),
		}
		p.hosts[key] = h
	}
	return h
}

// robotsOf fetches the rules of a site: none where there is no such file; nobody may come in where the server fails.
func robotsOf(ctx context.Context, u *url.URL, opt fetchOptions) (*robotstxt.RobotsData, error) {
	ctx, cancel := context.WithTimeout(ctx, opt.timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", userAgent)
	client := clientFor(u, opt)
	defer client.CloseIdleConnections()
	res, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close() //nolint:errcheck // only read
	b, err := io.ReadAll(io.LimitReader(res.Body, maxRobots))
	if err != nil {
		return nil, err
	}
	return robotstxt.FromStatusAndBytes(res.StatusCode, b)
}

// errRobots says that a site does not want to be read by programs.
const errRobots fault = "the robots.txt of the site does not allow it; " +
	"save the page from a browser and add the file"

// admit waits for the turn of a request to a host, and refuses what its robots.txt does not allow. Where robots.txt
// cannot be had, the request itself will tell why.
func (p *polite) admit(ctx context.Context, u *url.URL, opt fetchOptions) error {
	h := p.host(ctx, u, opt)
	if rules, err := h.rules(); err == nil && !rules.TestAgent(u.RequestURI(), robotName) {
		return errRobots
	}
	return h.limit.Wait(ctx)
}

// A fetch is tried mostTries times; between them lie firstWait and twice as much, or what the server asks for, at most
// longestWait.
const (
	mostTries   = 3
	firstWait   = 2 * time.Second
	longestWait = 2 * time.Minute
)

// answer is the error of an answer that is no page.
type answer struct {
	code  int
	after time.Duration // after which the server wants to be asked again; 0 where it does not say
}

// Error tells what the server answers.
func (a *answer) Error() string {
	return fmt.Sprintf("the server answers %d %s", a.code, http.StatusText(a.code))
}

// again returns how long to wait before another try, and false where it is in vain: tries is how many there were.
func (a *answer) again(tries int) (time.Duration, bool) {
	switch a.code {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
	default:
		return 0, false
	}
	wait := firstWait << (tries - 1)
	if a.after > 0 {
		wait = a.after
	}
	return wait, tries < mostTries && wait <= longestWait
}

// retryAfter reads the header Retry-After: seconds, or a moment.
func retryAfter(value string, at time.Time) time.Duration {
	if n, err := strconv.Atoi(value); err == nil && n >= 0 {
		return time.Duration(n) * time.Second
	}
	if t, err := http.ParseTime(value); err == nil && t.After(at) {
		return t.Sub(at)
	}
	return 0
}
