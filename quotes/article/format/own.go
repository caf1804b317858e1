package format

import "regexp"

// What this program writes is no source: whoever would add it would quote the quotes. Exports that carry reports are
// imported; of the others the way back is an export that does.
const (
	importIt = "read it into a database with \"demarche import\""
	exportIt = "export it as JSON, JSON Lines or CSV and read that into a database with \"demarche import\""
)

// ownSigns are the beginnings of what this program writes, and what to do with it. Lists of references are left out:
// they are lists of addresses, which can be fetched.
var ownSigns = []struct {
	sign *regexp.Regexp
	do   string
}{
	{regexp.MustCompile(`\A\{\s*"\$schema"\s*:\s*"urn:demarche\b`), importIt},
	{regexp.MustCompile(`\A"?statement_id"?[,;\t]"?event_id"?[,;\t]"?report_id\b`), importIt},
	{regexp.MustCompile(`\A\{\s*"@context"[^{}]{1,200}"id"\s*:\s*"urn:demarche:`), exportIt},
	{regexp.MustCompile(`\A\{\s*"generator"\s*:\s*"demarche\b`), exportIt},
	{regexp.MustCompile(`\A\{"id":"s[0-9a-f]{16}",.*"coder":"demarche\b`), exportIt},
	{
		regexp.MustCompile(`(?s)\A(?:\{\s*"title"|<\?xml|[^%]).{0,400}?\bMade by demarche\b[^\n]{0,200}\bschema \d`),
		exportIt,
	},
	{regexp.MustCompile(`(?is)\A<!doctype html>.*?<meta name="generator" content="demarche\b`), exportIt},
}

// OfOwn recognises by its beginning what this program has written; ok is false for everything else.
func OfOwn(start string) (f Format, ok bool) {
	for _, s := range ownSigns {
		if s.sign.MatchString(start) {
			return unread("an export of demarche", "exports of demarche", s.do), true
		}
	}
	return Format{}, false
}

func ofOwn(start, _ string) Format {
	f, _ := OfOwn(start)
	return f
}
