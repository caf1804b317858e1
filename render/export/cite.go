package export

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// citeKey names a source in a reference manager: outlet, year and some digits that belong to the article alone. It has
// nothing but letters, digits and a hyphen.
func citeKey(s *Source) string {
	var b strings.Builder
	for _, c := range strings.ToLower(s.Outlet) {
		if c <= unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)) && b.Len() < 20 {
			b.WriteRune(c)
		}
	}
	if b.Len() == 0 {
		b.WriteString("source")
	}
	if d := dateParts(s.Published); d != nil {
		b.WriteString(strconv.Itoa(d[0]))
	}
	sum := sha256.Sum256([]byte(s.Key))
	return b.String() + "-" + hex.EncodeToString(sum[:4])
}

// dateParts are year, month and day of a date that is one of these, as far as it tells them; nil for any other.
func dateParts(edtf string) []int {
	edtf, _, _ = strings.Cut(edtf, "T")
	var out []int
	for i, part := range strings.Split(edtf, "-") {
		n, err := strconv.Atoi(part)
		if err != nil || i > 2 || len(part) != []int{4, 2, 2}[i] || n == 0 {
			return nil
		}
		out = append(out, n)
	}
	return out
}

// title is the source's title, or its address where it has none.
func (s *Source) title() string {
	if s.Title != "" {
		return s.Title
	}
	if s.URL != "" {
		return s.URL
	}
	return s.Key
}

// webAddress returns an address that may be a link: absolute, http or https; "" for any other.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	return u.String()
}
