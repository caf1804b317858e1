package article

import (
	"strconv"
	"strings"
	"time"
)

// firstStamp is the earliest year that a bare number is taken for: the web had hardly any pages before.
const firstStamp = 1995

// stampDay returns the day that a machine wrote for machines: seconds or milliseconds since 1970, a day and a time
// packed into digits, or a day as [findDay] reads it. A moment is counted in UTC.
func stampDay(s string, dayFirst bool) string {
	s = strings.TrimSpace(s)
	if m := dayShape.packed.FindStringSubmatch(s); m != nil {
		if d := civil(m[1], m[2], m[3]); d != "" {
			return d
		}
	}
	if m := dayShape.seconds.FindStringSubmatch(s); m != nil {
		n, err := strconv.ParseInt(m[1], 10, 64)
		if len(m[1]) > 10 {
			n /= 1000
		}
		if t := time.Unix(n, 0).UTC(); err == nil && t.Year() >= firstStamp {
			return t.Format(time.DateOnly)
		}
		return ""
	}
	d, _ := findDay(s, dayFirst)
	return d
}
