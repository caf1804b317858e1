package article

import "regexp"

// markup are the shapes of class names, styles and other markup by which pages tell what their elements are.
var markup = struct {
	furnitureClass, noLeadClass, unseenClass, entryClass, noEntryClass, dateClass, noDateClass, hiddenStyle *regexp.Regexp
	unseenStyle, inlineStyle, escapedTwice, scriptDay, articleType, unfilled, charset, doubled              *regexp.Regexp
}{
	// furnitureClass are the words by which sites name their furniture in class and id attributes, written in lower case
	// with "-" between the parts.
	furnitureClass: oneOf(`(?:^| |-)`, "class", `(?: |-|$)`),
	// noLeadClass are the names of elements below a headline that hold no opening paragraph, though they hold a sentence.
	noLeadClass:  oneOf(`(?:^| |-)`, "no-lead-class", `(?: |-|$)`),
	unseenClass:  oneOf(`(?:^| |-)`, "unseen-class", `(?: |$)`),
	entryClass:   oneOf(`(?:^| |-)`, "entry-class", `(?: |-|\d|$)`),
	noEntryClass: oneOf(`(?:^| |-)`, "no-entry-class", `(?: |-|$)`),
	dateClass:    oneOf(`(?:^| |-)`, "date-class", `(?: |-|$)`),
	noDateClass:  oneOf(`(?:^| |-)`, "no-date-class", `(?: |-|$)`),
	hiddenStyle:  regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`),
	unseenStyle:  oneOf(`(?i)`, "unseen-style", ``),
	// inlineStyle is how a <div> is made a part of a line.
	inlineStyle: regexp.MustCompile(`(?i)display\s*:\s*inline\s*(?:;|!|$)`),
	// escapedTwice are the marks that a page has escaped once too often.
	escapedTwice: regexp.MustCompile(
		`&(?:[lr][sd]quo|quot|apos|amp|nbsp|[mn]dash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,4});`,
	),
	scriptDay: regexp.MustCompile(
		`(?i)\\?"(?:date_?published|first_?published(?:_?at|_?date)?|published_?(?:at|date|time|on)|` +
			`publish_?(?:date|time)|publication_?date|pub_?date)\\?"\s*:\s*(?:\\?")?([^"\\,}]{8,40})`,
	),
	articleType: regexp.MustCompile(`(?i)article|report|posting|liveblog|newsarticle|speech|statement|creativework`),
	// unfilled is what a template leaves where nothing was filled in.
	unfilled: regexp.MustCompile(`\{\{|\}\}|\{%|<%|%>|\$\{|%%|^\[[^\]]*\]$|^#\w+#$|^%\w+%$`),
	charset:  regexp.MustCompile(`(?i)<meta[^>]{0,200}charset`),
	// doubled are the beginnings of multi-byte UTF-8 read as windows-1252 or Latin-1: â€œ, Ã©, Â», Ð¼, and the same in
	// windows-1251.
	doubled: regexp.MustCompile(
		`â(?:€|\x{80})[\x{80}-\x{bf}œžŸš›™˜“”‘’•–—†‡‰‹„…‚ƒ]|` +
			`Ã[\x{80}-\x{bf}€‚ƒ„…†‡‰Š‹Œ‘’“”•–—˜™š›œžŸ]|Â[\x{a0}-\x{bf}]|` +
			`[ÐÑ][\x{80}-\x{bf}€‚ƒ„…†‡‰Š‹Œ‘’“”•–—˜™š›œžŸ]|` +
			`[РС][ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§©Є«¬®Ї°±Ііґµ¶·№є»јЅѕї]`,
	),
}
