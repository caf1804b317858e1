package article

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
)

// withoutTracking returns an address without the parameters that tell a site where its reader comes from: with and
// without them it is the same page.
func withoutTracking(address string) string {
	before, query, ok := strings.Cut(address, "?")
	if !ok {
		return address
	}
	query, fragment, _ := strings.Cut(query, "#")
	kept := slices.DeleteFunc(strings.Split(query, "&"), func(pair string) bool {
		name, _, _ := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(name)
		return err == nil && slices.Contains(lexicon().phrases["tracking"], strings.ToLower(name))
	})
	if len(kept) > 0 {
		before += "?" + strings.Join(kept, "&")
	}
	if fragment != "" {
		before += "#" + fragment
	}
	return before
}

// dayOfName returns the day that the name of a file says, "" where it says none.
func (r dayReader) dayOfName(path string) string {
	m := addressShape.nameDay.FindStringSubmatch(filepath.Base(path))
	if m == nil || m[2] != m[4] {
		return ""
	}
	if d := civil(m[1], m[3], m[5]); r.may(d) {
		return d
	}
	return ""
}
