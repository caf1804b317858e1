package article

import "regexp"

// dayShape are the ways in which pages, texts and containers write a day or a time of day.
var dayShape = struct {
	iso, slashed, compact, dotted, numeric, han, dayMonth, monthDay, yearFirst, head, juche, withoutYear *regexp.Regexp
	seconds, packed, digits, slashedPart, monthYear, either, titleDayFirst, titleDayLast, saysWhen       *regexp.Regexp
	clock, stampClock, label                                                                             *regexp.Regexp
}{
	iso:     regexp.MustCompile(isoPattern),
	slashed: regexp.MustCompile(`\b((?:19|20)\d{2})[/.](\d{1,2})[/.](\d{1,2})\b`),
	compact: regexp.MustCompile(`\b((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\b|T)`),
	dotted:  regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)?\d{2})\b`),
	numeric: regexp.MustCompile(`\b(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)?\d{2})\b`),
	han:     regexp.MustCompile(`((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]`),
	dayMonth: regexp.MustCompile(
		`(?i)(?:^|[^\d\pL])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\-]{1,3}(?:de |of )?(` + monthNames() +
			`)\pL*\.?,?[\s\-]{1,3}(?:de |del )?((?:19|20)\d{2})\b`,
	),
	monthDay: regexp.MustCompile(
		`(?i)(?:^|[^\pL])(` + monthNames() +
			`)\pL*\.?[\s\-]{0,3}(\d{1,2})(?:st|nd|rd|th)?(?:\s?,\s?|\s{1,3}|-)((?:19|20)\d{2})\b`,
	),
	yearFirst: regexp.MustCompile(
		`(?i)\b((?:19|20)\d{2})[\s\-]{1,2}(` + monthNames() + `)\pL*\.?[\s\-]{1,2}(\d{1,2})\b`,
	),
	// head is a day that stands alone in a line or opens it: with or without its weekday and its year.
	head: regexp.MustCompile(`(?i)^(?:\*\*|#+ )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?(?:` +
		`((?:19|20)\d{2})-(\d{2})-(\d{2})|` +
		`(\d{1,2})(?:st|nd|rd|th)? (?:of )?((?:` + monthNames() + `)\pL*)\.?(?:,? ((?:19|20)\d{2}))?|` +
		`((?:` + monthNames() + `)\pL*)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? ((?:19|20)\d{2}))?)` +
		`(?:\*\*)?\s*(?:$|([:.–—-]|\s[-–—])\s*(.*)$)`),
	juche:       regexp.MustCompile(`\b(\p{Lu}\pL+)\.? (\d{1,2}),? Juche \d{1,3} ?\((\d{4})\)`),
	withoutYear: regexp.MustCompile(`\b((?i:` + monthNames() + `)\pL*)\.? (\d{1,2})\b`),
	seconds:     regexp.MustCompile(`^(?:/Date\()?(\d{9,10}|\d{12,13})(?:\.\d+)?(?:\)/)?$`),
	packed:      regexp.MustCompile(`^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})Z?$`),
	digits:      regexp.MustCompile(`^\d+$`),
	slashedPart: regexp.MustCompile(`^((?:19|20)\d{2})/(\d{1,2})?/*$`),
	monthYear:   regexp.MustCompile(`(?i)^(` + monthNames() + `)\pL*\.?,? ((?:19|20)\d{2})$`),
	either:      regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d{2})\b`),
	titleDayFirst: regexp.MustCompile(`(?i)(?:^|[^\d\pL])(\d{1,2})(?:st|nd|rd|th)? (?:of )?(` + monthNames() +
		`)\pL*\.?$`),
	titleDayLast: regexp.MustCompile(`(?i)(?:\b(?:on|of)|[,:–—-]) ?((?:` + monthNames() +
		`)\pL*)\.? ?(\d{1,2})(?:st|nd|rd|th)?$`),
	saysWhen:   oneOf(`(?i)\b`, "says-when", `\b`),
	clock:      regexp.MustCompile(`\b([01]?\d|2[0-3])[:.]([0-5]\d)\s?(am|pm|a\.m\.|p\.m\.)?\b`),
	stampClock: regexp.MustCompile(`[T ](\d{2}):(\d{2})`),
	// label are the labels of days.
	label: regexp.MustCompile(`(?i)(?:^|[^\pL\d])(` +
		anyOf(published.String(), changed.String(), visited.String(), elsewhere.String()) + `)(?:[^\pL\d]|$)`),
}
