// Package article reads sources: bytes of a web page, a text, a compressed file or a line of JSON Lines go in, an
// [Article] with its own text and without the site's furniture comes out. It reads under limits and executes nothing.
//
// [Load] and [Read] take one page or text; [Lines] takes a stream of articles, one a line.
//
// The body of a page is found by go-readability after the page is pruned of what its elements name as furniture, and
// is then cleaned line by line; a page of its own kind is a case in testdata/read. (go-trafilatura and go-htmldate
// are known to do well, too; they bring go-dateparser, whose start costs every command 200 ms and 64 MB, so they are
// not used.) The day of publication is what the page states for machines, else what its address or its byline says,
// never the day on which it was last changed while another is known. The package knows outlets by name
// (data/gazetteer/outlets.tsv), and nothing of what articles say.
package article
