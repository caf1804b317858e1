package article

import (
	"regexp"
	"strings"
)

// lineShape are the shapes of lines, and of what stands in them, that say something of the article.
var lineShape = struct {
	datelined, header, label, byline, listItem, copyOwner, copyYear, agency, siteSuffix, speech             *regexp.Regexp
	noteMark, emptyLine, quoteMark, folio, readerNote, beforeByline, afterByline, mailAddress, betweenNames *regexp.Regexp
}{
	// datelined are the words that open a report with its place: "PYONGYANG, June 12 (KCNA) --" or "WASHINGTON (AP) —".
	datelined: regexp.MustCompile(strings.Join([]string{
		`^\p{Lu}{2}[\p{Lu} .'’/-]{1,40}(?:, \p{Lu}[\pL .]{1,30})?` +
			`(?:,? \p{Lu}\pL+\.? \d{1,2}(?:, \d{4})?)? ?(?:\([^()]{2,40}\))? ?(?:--|—|–|-\s)`,
		`^\p{Lu}[\pL .'’-]{2,30}, \p{Lu}\pL+\.? \d{1,2}[ ,][\pL\d ,()]{0,40}(?:\([^()]{2,30}\)|--|—|–)`,
		`^\p{Lu}[\pL .'’-]{2,30} \(\p{Lu}[\pL/ ]{1,20}\) ?(?:--|—|–|-\s)`,
	}, "|")),
	header: regexp.MustCompile(
		`(?i)^(title|headline|subject|source|outlet|publication|newspaper|date|published|` +
			`publication date|author|authors|by|byline|url|link|language|lang)\s*:\s+(\S.*)$`,
	),
	label: regexp.MustCompile(`^([\pL][\pL' .-]{1,40})\s*:\s+(\S.{3,100})$`),
	byline: regexp.MustCompile(
		`^(?:by|By|BY)\s+(\p{Lu}[\pL.'’\-]*(?:[\s,&]+(?:and |AND |with )?[\pL.'’\-]+){0,12}?)` +
			`(?:\s*\([^()]*@[^()]*\))?(?:\s*[-–—|,•·]\s*(.*\d.*))?$`,
	),
	listItem: regexp.MustCompile(`^(?:\d{1,3}[.)]\s|[-*•]\s|\p{Ll})`),
	copyOwner: regexp.MustCompile(
		`(?i)^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2})?)?,?` +
			`\s*(?:by )?([^.|]{2,60}?)(?:\.|\||,? (?:inc|ltd|llc|all rights)\b|$)`,
	),
	copyYear:   regexp.MustCompile(`(?i)(?:©|\(c\)|copyright)\D{0,12}((?:19|20)\d{2})`),
	agency:     regexp.MustCompile(`\(([\pL /'-]{2,30})\)\s*(?:--|—|–|-)`),
	siteSuffix: regexp.MustCompile(`^(.{12,}?)\s+(?:[|·•»]|[-–—]|::)\s+(.{2,50})$`),
	// speech finds four words or more in quotation marks.
	speech: regexp.MustCompile(`["“«„](?:[^\s"”»]+\s+){3,}[^"”»]*["”»“]`),
	noteMark: regexp.MustCompile(`^(?:\[[^\]]{1,30}\]|\(?\d{1,3}\)?|[*†‡§])` +
		`(?:\s*,?\s*(?:\[[^\]]{1,30}\]|\d{1,3}))*$`),
	emptyLine: regexp.MustCompile(`\n[ \t]*\n\s*`),
	// quoteMark is what programs for messages put before the lines of a text that they quote.
	quoteMark: regexp.MustCompile(`^\s{0,3}(?:> ?)+`),
	// folio is a line with the number of a page.
	folio: regexp.MustCompile(`^\s*[-–—]\s*\d{1,4}\s*[-–—]\s*$`),
	// readerNote are the notes for screen readers that stand in a text after a comma or in brackets.
	readerNote: regexp.MustCompile(`(?i)\s*(?:[(\[]\s*` + anyOf("reader-note") + `\s*[)\]]|` +
		`, opens? (?:in (?:a )?)?new (?:tab|window)\b)`),
	// What stands in a byline without being a name.
	beforeByline: regexp.MustCompile(`(?i)^(?:by|von|par|por|di|written by|posted by|` +
		`reported by|story by|words by|author:?|authors:?)\s+`),
	afterByline:  regexp.MustCompile(`(?i)[\s,|·•–—-]+(?:on|at|published|posted|updated)?[\s,|·•:–—-]*$`),
	mailAddress:  regexp.MustCompile(`\S+@\S+`),
	betweenNames: regexp.MustCompile(`\s*[|•·\n]\s*`),
}
