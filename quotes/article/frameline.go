package article

import "regexp"

// frameLine are the shapes of lines that frame an article, or stand in it without being part of it.
var frameLine = struct {
	line, copyright, pointer, offer, signOff, caption, dateLine, stop, top, inside, more, clickHere *regexp.Regexp
}{
	// line are whole lines that frame an article and are never part of it.
	line: oneOf(`(?i)^`, "line", `$`),
	// copyright are lines of owners and licences.
	copyright: oneOf(`(?i)^`, "copyright", ``),
	// pointer are lines that send the reader elsewhere; a sentence among them stays unless most of it is a link.
	pointer: oneOf(`(?i)^`, "pointer", `\s*[:|\-–—]`),
	// offer are sentences by which a site asks its readers for something.
	offer: oneOf(`(?i)^`, "offer", ``),
	// signOff are lines at an article's end about who wrote it.
	signOff: oneOf(`(?i)^`, "sign-off", ``),
	// caption are lines below pictures: they name a photographer or an agency.
	caption: oneOf(`(?i)`, "caption", ``),
	// dateLine are lines that say when or by whom the article was published.
	dateLine: oneOf(`(?i)^`, "date-line", ``),
	// stop are the lines after which nothing of an article follows in a page saved as text.
	stop: oneOf(`(?i)^`, "stop", `$`),
	// top are lines above an article that say nothing of it.
	top: oneOf(`(?i)^`, "top", `$`),
	// inside are lines of furniture that stand inside a body saved as text.
	inside: oneOf(`(?i)^`, "inside", `$`),
	// more opens a list of other articles below an article.
	more: regexp.MustCompile(`(?i)^(?:more|related|recommended|further)(?: \S+){0,4} ` +
		`(?:stories|coverage|articles|reading|links|headlines)\b.{0,40}$`),
	// clickHere is what a site asks of its readers at the end of an article.
	clickHere: regexp.MustCompile(`(?i)\bclick here\b`),
}
