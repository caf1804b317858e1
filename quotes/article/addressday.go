package article

import (
	"net/url"
	"regexp"
	"strings"
)

// ofAddress returns the day in the address of a page, "" for none and where the address is nil.
func (r dayReader) ofAddress(at *url.URL) string {
	if at == nil {
		return ""
	}
	path := strings.ToLower(at.Path)
	for _, re := range []*regexp.Regexp{addressShape.day, addressShape.packedDay} {
		if d := r.matched(re, path); d != "" {
			return d
		}
	}
	if m := addressShape.turnedDay.FindStringSubmatch(path); m != nil {
		if d := civil(m[3], m[2], m[1]); r.may(d) {
			return d
		}
	}
	return ""
}
