package article

import "regexp"

// addressShape are the shapes of addresses and of names of files that say where a page comes from and of which day it
// is.
var addressShape = struct {
	archived, saved, mirrored, day, packedDay, turnedDay, nameDay, pictureDay *regexp.Regexp
}{
	// archived is how the address of an archived copy holds that of the original: after a time stamp of digits, as the
	// Wayback Machine and its kin write it, or of digits and dots, as archive.today does.
	archived: regexp.MustCompile(
		`^https?://[^/]+/(?:[^?#]*/)?` +
			`(?:\d{4,14}(?:[a-z]{2}_)?|\d{4}\.\d{2}\.\d{2}-\d{6}|newest|oldest)/(https?:/{1,2}[^/].*)$`),
	saved:    regexp.MustCompile(`(?i)(?:saved from url=\(\d+\)|\burl: ?)(https?://[^\s<>"]+)`),
	mirrored: regexp.MustCompile(`(?i)mirrored from (\S+) by HTTrack`),
	day: regexp.MustCompile(
		`[/_.-]((?:19|20)\d{2})[/_-](\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)` +
			`[/_-](\d{1,2})(?:[/_.-]|$)`,
	),
	packedDay: regexp.MustCompile(`(?:^|[/_-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)`),
	turnedDay: regexp.MustCompile(`[/_~-](\d{2})-(\d{2})-((?:19|20)\d{2})(?:[/_.-]|$)`),
	// nameDay is a day in the name of a file, as YYYY-MM-DD or without the dashes.
	nameDay: regexp.MustCompile(
		`(?:^|\D)((?:19|20)\d{2})([-_.]?)(0[1-9]|1[0-2])([-_.]?)(0[1-9]|[12]\d|3[01])(?:\D|$)`,
	),
	pictureDay: regexp.MustCompile(`(?:^|\D)0?((?:19|20)\d{2})[-_/]?(0[1-9]|1[0-2])[-_/]?(0[1-9]|[12]\d|3[01])`),
}
