package format

import "regexp"

// shape are the patterns by which pages, JSON, tables, lists and messages are told.
var shape = struct {
	htmlStart, htmlElement, nexisPage, jsonStart, ownExport, listName, gdeltRow, addressLine, column *regexp.Regexp
	headerLine, mailSign, mailFrom, memoFrom                                                         *regexp.Regexp
	memoRest                                                                                         []*regexp.Regexp
	openings                                                                                         []opening
	mailDate, frontMatter                                                                            *regexp.Regexp
}{
	htmlStart: regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|` +
		`body|title|meta|link|script|div|p|h1|article|main|table|section|span|a|b|br|style)\b`),
	htmlElement: regexp.MustCompile(`(?i)</?(?:html|body|head|div|article|p|span|br|a)(?:\s[^<>]*)?>`),
	nexisPage:   regexp.MustCompile(`>\s*\d{1,4} of \d{1,4} DOCUMENTS?\s*<`),
	jsonStart:   regexp.MustCompile(`^(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|\[|"|$))`),
	ownExport:   regexp.MustCompile(`^\{\s*"\$schema"\s*:\s*"urn:demarche\b`),
	// listName are names that programs give to a list of articles.
	listName: regexp.MustCompile(`(?i)^(?:articles|items|results|docs|documents|data|entries|records|hits|` +
		`messages|posts|stories|tweets|statuses|news|value|rows|response|feed)$`),
	// gdeltRow is a row of GDELT's tables: of events (a number, a day, its month, year and fraction), of mentions (a
	// number and two times) and of documents (a number made of a time, and the time).
	gdeltRow: regexp.MustCompile(`^(?:\d{6,12}\t\d{8}\t\d{6}\t\d{4}\t\d{4}\.\d+\t|` +
		`\d{6,12}\t\d{14}\t\d{14}\t|\d{14}-T?\d+\t\d{14}\t)`),
	addressLine: regexp.MustCompile(`^(?i)https?://\S+$`),
	// column are names of columns by which a first line is known as that of a table of articles or their addresses.
	column: regexp.MustCompile(`(?i)^(?:text|full[ _-]?text|body|content|article|title|headline|url|link|` +
		`address|date|publish(?:ed)?[ _-]?(?:date|at|on)?|publication[ _-]?(?:date|title)?|` +
		`pub[ _-]?date|outlet|source|publisher|media[ _-]?name|author|byline|abstract|abstract[ _-]?note|mobileurl|key|` +
		`id|language)$`),
	headerLine: regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{1,40}:(?: |\t|$)`),
	mailSign: regexp.MustCompile(`(?mi)^(?:MIME-Version:|Message-ID:|Received: (?:from|by) |` +
		`Snapshot-Content-Location:|Return-Path: ?<)`),
	mailFrom: regexp.MustCompile(`(?mi)^From: .*\S@\S`),
	memoFrom: regexp.MustCompile(`(?m)^From: \S`),
	memoRest: patterns(`(?m)^Subject: \S`, `(?m)^Date: \S`),
	mailDate: regexp.MustCompile(`(?mi)^(?:Date|Subject|To): `),
	frontMatter: regexp.MustCompile(`\A(?:---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|\z)|` +
		`\+\+\+[ \t]*\n(?:[^\n]*\n){0,200}?\+\+\+[ \t]*(?:\n|\z))`),
	// openings are the texts of this trade that are told by one pattern in their beginning.
	openings: []opening{
		{Nexis, patterns(`(?m)^[ \t]*(?:Document )?\d{1,4} of \d{1,4} DOCUMENTS?[ \t]*$`)},
		{Nexis, patterns(`(?mi)^[ \t]*Length:[ \t]+[\d,]+ words?[ \t]*$`, `(?m)^[ \t]*(?:Body|BODY:?)[ \t]*$`)},
		{Factiva, patterns(`(?m)^[ \t]*HD[ \t]*$`, `(?m)^[ \t]*(?:PD|SN|LP|WC)[ \t]*$`)},
		{
			Factiva,
			patterns(`(?m)^[ \t]*HD[ \t]{1,8}\S`, `(?m)^[ \t]*WC[ \t]{1,8}[\d,]+ words`, `(?m)^[ \t]*PD[ \t]{1,8}\d`),
		},
		{Factiva, patterns(`(?m)^[\d,]{1,7} words$\n+.{6,30}$`, `(?m)^Document [A-Za-z]\w{20,}$`)},
		{ProQuest, patterns(`(?m)^_{20,}[ \t]*$`,
			`(?m)^(?:Document \d+ of \d+|Full text: |ProQuest document ID: |Publication title: )`)},
		{RIS, patterns(`\A(?:[A-Z][A-Z0-9]  - .*\n+)*TY  - ?\w+`)},
		{BibTeX, patterns(`\A(?:%.*\n+|@(?i:comment|preamble|string)\b.*\n+|\s+)*@\w+\s*[{(]\s*[^\s,{}()]*\s*,`)},
		{Mailbox, patterns(`\AFrom \S+ .*\d{4}[^\n]*\n(?:[A-Za-z-]+: )`)},
		{Addresses, patterns(`(?i)\A\[InternetShortcut\]`)},
	},
}
