package container

import "regexp"

// entryShape are the marks of what stands in messages, feeds, tables and answers of servers.
var entryShape = struct {
	statusLine, chunkLine, envelope, tag, authorOfAddress, address *regexp.Regexp
}{
	statusLine: regexp.MustCompile(`^HTTP/\d(?:\.\d)? (\d{3})`),
	chunkLine:  regexp.MustCompile(`^[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n`),
	// envelope is the line before a message in a mailbox: who sent it, and when.
	envelope: regexp.MustCompile(`^From \S+ .*\d{1,2}:\d{2}.*\d{4}|^From \S+ .*\d{4}.*\d{1,2}:\d{2}`),
	// tag tells a text of HTML, which entries have without saying so.
	tag:             regexp.MustCompile(`</?[A-Za-z][^<>]*>|&(?:#?\w{2,8});`),
	authorOfAddress: regexp.MustCompile(`^\S+@\S+ \((.+)\)$`),
	address:         regexp.MustCompile(`(?i)https?://[^\s<>"]+`),
}
