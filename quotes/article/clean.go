package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// furnitureLine are whole lines that frame an article and are never part of it.
var furnitureLine = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`adverti[sz]e?ments?`, `advert`, `sponsored(?: content)?`, `(?:story |article )?continue[sd]? (?:reading )?below.*`, `continue reading.*`, `(?:story|article) continues below.*`,
	`share(?: this.*| on .*| via .*| article| story)?`, `tweet`, `e-?mail`, `print`, `facebook`, `twitter`, `whatsapp`, `pinterest`, `linkedin`, `reddit`, `telegram`, `copy (?:the )?link.*`,
	`(?:post |leave |add |view |show |join |\d+ )?(?:a )?comments?(?: \(.*\)| here| now)?`, `(?:view|see|show|load|read) (?:all|more)(?: .{0,40})?`, `skip to .*`, `sign in`, `log ?in`, `subscribe(?: now| today)?`, `close`, `caption`, `home`,
	`image \d+ of.*`, `\d+ ?(?:of|/) ?\d+`, `image (?:copyright|caption|source).*`, `play video.*`, `watch now.*`, `tap to unmute`, `listen to (?:this )?(?:article|story).*`,
	`most (?:read|popular|viewed|shared|watched|recent)(?: .{0,30})?`, `trending(?: now| stories)?`, `top stories`, `latest (?:news|stories|updates)`, `breaking news(?: emails?)?`, `just in\W*`, `up next`, `editor.?s picks?`, `don.?t miss`, `you (?:may|might) (?:also )?(?:like|be interested in)\W*`,
	`recommended(?: for you| stories| reading)?`, `related(?: (?:news|stories|articles?|content|topics?|coverage|links?|posts?|video|tags))?:?`, `more (?:news|stories|coverage|from|on|about|in)(?: .{0,40})?`, `more:`, `read (?:more|also|next):?`, `also read:?`, `see also:?`, `watch:?`,
	`tags?:?(?: .{0,300})?`, `topics?:`, `(?:filed|posted) (?:under|in):?.{0,120}`, `categories:.{0,120}`, `keywords:.{0,300}`, `this slideshow requires javascript.*`, `.{0,60}cookies? (?:to improve|policy).{0,200}`,
	`_+|\*+|-+|=+|\W{1,6}`, `source:? .{1,60}`, `\[[^\]]{1,40}\]`, `\[\w+ [^\]]*\].*\[/\w+\]`, `\d{1,2}`,
	`whatsapp facebook.*`, `mehr zum thema:?`, `lesen sie auch:?.*`, `anzeige`, `publicité`, `lire aussi ?:?.*`, `publicidad`, `lea también:?.*`, `реклама`, `читайте также:?.*`,
}, "|") + `)$`)

// copyrightLine are lines of owners and licences.
var copyrightLine = regexp.MustCompile(
	`(?i)^(?:©|\(c\) ?\d{4}|copyright\b|the contents of this site|.{0,80}all rights reserved\b|this material may not be (?:published|reproduced))`,
)

// pointerLine are lines that send the reader elsewhere; a sentence among them stays unless most of it is a link.
var pointerLine = regexp.MustCompile(
	`(?i)^(?:read (?:more|also|next|the full)|see (?:more|also)|also read|related|more(?: \w+)?:|watch|listen|click here|get the (?:latest|.* app)|go here|on \w+\.com|you can (?:read|view)|(?:download|get) (?:the|our) .{0,30}app|photos?|video|gallery|in pictures|explainer|live updates|timeline|opinion)\s*[:|\-–—]`,
)

// offerLine are sentences by which a site asks its readers for something.
var offerLine = regexp.MustCompile(
	`(?i)^(?:sign up (?:for|to|here|now)|subscribe (?:to|for|now|here)|get (?:breaking|the latest|our|daily|more|.{0,30}(?:newsletter|inbox|every day))|follow (?:us|.{2,60} on (?:twitter|facebook|instagram|x|linkedin|youtube))|like us on|join (?:us|our|the conversation|.{0,30}(?:forum|community|newsletter|channel))|let our news meet|click here|read more|have a (?:tip|news tip|question)|got a (?:tip|story)|want more|there.?s plenty more where|this (?:post|article|story) (?:may|might) contain (?:affiliate|referral)|(?:get|download) .{3,60} (?:on the go|app\b)|support (?:our|independent)|we use cookies|by (?:signing|subscribing|clicking)|your support|email .{2,40} at|every day we send|(?:please )?enable javascript|tell us what you think|do you have a|if you (?:enjoyed|liked) this|you can (?:also )?follow|for more (?:news|stories|updates)|stay (?:up to date|informed|connected)|check out (?:our|more)|send (?:us )?.{0,30}to .{1,40}@)`,
)

// signOff are lines at an article's end about who wrote it.
var signOff = regexp.MustCompile(
	`(?i)^(?:about the (?:author|writer)s?|(?:reach|contact|e-?mail|follow|write to) .{2,60}(?:@| at | on )|.{2,60} (?:may|can) be (?:reached|contacted)|.{2,50} (?:is|are) (?:an? |the )?(?:\w+[ -]){0,5}(?:reporter|writer|editor|correspondent|journalist|columnist|contributor|producer|author|blogger)\b|[\w.+-]+@[\w.-]+\.\w+|@\w+|(?:https?://|www\.|twitter\.com)\S+|.{0,80}contributed to this (?:report|story|article).?|more articles (?:from|by).*|written by .{2,50}|(?:updated|corrected) at .{4,40}|.{2,40} joined .{2,60} in (?:\w+ )?\d{4}\..*)`,
)

// caption are lines below pictures: they name a photographer or an agency.
var caption = regexp.MustCompile(
	`(?i)^(?:photos?|images?|pictures?|photograph|file photo|pic|credit|photo credit|image credit|foto|bild|video)(?: (?:by|credit|courtesy|via|from|copyright))?\s*[:©/]|^(?:\(?file\)?|file) (?:photo|image|picture)\b|^(?:getty|afp|reuters|ap photo)\b.{0,30}$|(?:\((?:photo|image|picture|credit|pic|photograph|foto)s?(?: credit| by| courtesy| via)?:? [^()]{1,100}\)|credit: ?[^.]{2,60}|(?:getty images|ap photo|afp/|reuters/|/ ?ap file|/ ?afp|/ ?reuters|via getty|shutterstock|ap photo/)[^.]{0,60})\W*$|^© ?\S|^in this .{3,60}\b(?:photo|image|picture|photograph|frame grab)\b`,
)

// dateLine are lines that say when or by whom the article was published.
var dateLine = regexp.MustCompile(
	`(?i)^(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|issued)\b|by\s+\pL|date:|\d{1,2} (?:hours?|minutes?|days?) ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)`,
)

// datelined are the words that open a report with its place: "PYONGYANG, June 12 (KCNA) --" or "WASHINGTON (AP) —".
var datelined = regexp.MustCompile(strings.Join([]string{
	`^\p{Lu}{2}[\p{Lu} .'’/-]{1,40}(?:, \p{Lu}[\pL .]{1,30})?(?:,? \p{Lu}\pL+\.? \d{1,2}(?:, \d{4})?)? ?(?:\([^()]{2,40}\))? ?(?:--|—|–|-\s)`,
	`^\p{Lu}[\pL .'’-]{2,30}, \p{Lu}\pL+\.? \d{1,2}[ ,][\pL\d ,()]{0,40}(?:\([^()]{2,30}\)|--|—|–)`,
	`^\p{Lu}[\pL .'’-]{2,30} \(\p{Lu}[\pL/ ]{1,20}\) ?(?:--|—|–|-\s)`,
}, "|"))

// clean takes the blocks that are no part of the article out of those that its element holds.
func clean(bs []block, a *Article) []block {
	kept := make([]block, 0, len(bs))
	seen := map[string]bool{}
	for i, b := range bs {
		b.text = withoutNotes(b.text)
		long := len(b.text) > 60
		if stray(b) || long && seen[b.text] || i < 8 && (sameWords(b.text, a.Title) || dayNote(b.text)) {
			continue
		}
		seen[b.text] = true
		kept = append(kept, b)
	}
	kept = dropLinkRuns(kept)
	dated := isChronology(kept, a.Published)
	first := 0
	for first < len(kept) && !opens(kept[first], a) && !(dated && opensEntry(kept[first], a.Published)) {
		first++
	}
	if 3*textLen(kept[:first]) > textLen(kept) { // a list or a table, not a preamble
		first = 0
	}
	kept = kept[first:]
	kept = kept[:endOf(kept)]
	for len(kept) > 0 && trails(kept) {
		kept = kept[:len(kept)-1]
	}
	return dropHeadings(kept)
}

// stray reports whether a block is furniture wherever it stands.
func stray(b block) bool {
	t := b.text
	switch {
	case strings.IndexFunc(t, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0:
		return true
	case len(t) < 350 && furnitureLine.MatchString(t), len(t) < 600 && copyrightLine.MatchString(t):
		return true
	case len(t) < 200 && pointerLine.MatchString(t) && (b.link() > 0.5 || !sentence(t)):
		return true
	case len(t) < 400 && offerLine.MatchString(t):
		return true
	case len(t) < 500 && caption.MatchString(t):
		return true
	case b.link() > 0.85 && !sentence(t) && len(t) < 250 && (!quoted(t) || b.kind == atom.Li || b.heading()):
		return true
	case len(t) < 160 && strings.ToUpper(t) == t && b.link() > 0.7:
		return true
	}
	return false
}

// opens reports whether the article may start with a block.
func opens(b block, a *Article) bool {
	t := b.text
	switch {
	case datelined.MatchString(t):
		return true
	case a.Byline != "" && len(t) < len(a.Byline)+40 && strings.Contains(t, a.Byline):
		return false
	case len(t) < 160 && dateLine.MatchString(t), dayNote(t):
		return false
	case b.heading(), b.link() > 0.6 && len(t) < 200:
		return false
	}
	if day, _ := findDay(t, false); day != "" && len(t) < 100 && !sentence(t) {
		return false
	}
	return sentence(t) || len(t) > 120 || b.kind == atom.P && (strings.HasSuffix(t, ":") || len(t) > 60) ||
		uncased(t) && len(t) > 45
}

// moreLine opens a list of other articles below an article.
var moreLine = regexp.MustCompile(`(?i)^(?:more|related|recommended|further)(?: \S+){0,4} ` +
	`(?:stories|coverage|articles|reading|links|headlines)\b.{0,40}$`)

// clickHere is what a site asks of its readers at the end of an article.
var clickHere = regexp.MustCompile(`(?i)\bclick here\b`)

// endOf returns the number of blocks before a list of other articles, which holds at most a quarter of the text.
func endOf(bs []block) int {
	rest := 0
	for i := len(bs) - 1; i > 0; i-- {
		rest += len(bs[i].text)
		if moreLine.MatchString(bs[i].text) && 4*rest < textLen(bs) {
			return i
		}
	}
	return len(bs)
}

// asks reports whether a block says who wrote the article, or asks something of its readers.
func asks(b block) bool {
	return len(b.text) < 500 && signOff.MatchString(b.text) ||
		len(b.text) < 300 && b.linked > 0 && clickHere.MatchString(b.text)
}

// trails reports whether the last block is no part of the article.
func trails(bs []block) bool {
	b := bs[len(bs)-1]
	t := b.text
	switch {
	case b.heading() || asks(b) || len(t) < 120 && dateLine.MatchString(t) && !sentence(t) || dayNote(t):
		return true
	case b.link() > 0.5 && len(t) < 250 && (!quoted(t) || b.link() > 0.9 && len(bs) > 1):
		return true
	case b.kind == atom.Li || b.kind == atom.Td || b.kind == atom.Dd || uncased(t) || quoted(t):
		return false
	case len(t) < 60 && !sentence(t) && !strings.HasSuffix(t, "."):
		return true
	}
	return false
}

// dropLinkRuns takes out runs of three or more short blocks that are mostly links: lists of other articles.
func dropLinkRuns(bs []block) []block {
	var out []block
	for i := 0; i < len(bs); {
		j := i
		for j < len(bs) && bs[j].link() > 0.6 && len(bs[j].text) < 250 {
			j++
		}
		if j-i >= 3 {
			i = j
			continue
		}
		out = append(out, bs[i:max(j, i+1)]...)
		i = max(j, i+1)
	}
	return out
}

// dropHeadings takes out headings that no text follows.
func dropHeadings(bs []block) []block {
	var out []block
	for i, b := range bs {
		if b.heading() && (i+1 == len(bs) || bs[i+1].heading() && bs[i+1].kind <= b.kind) {
			continue
		}
		out = append(out, b)
	}
	return out
}

// sentence reports whether a text looks like running prose: four words or more, ended as a sentence is.
func sentence(t string) bool {
	t = strings.TrimRight(t, `"”’'»)] `)
	last, _ := utf8.DecodeLastRuneInString(t)
	if !strings.ContainsRune(".!?…:;。！？", last) {
		return false
	}
	return strings.Count(t, " ") >= 3 || uncased(t) && len(t) > 20
}

// quoted reports whether a text holds speech in quotation marks.
func quoted(t string) bool { return strings.ContainsAny(t, "“”\"«»„") }

// uncased reports whether a text is mostly in a script without spaces or capitals, where length in words says nothing.
func uncased(t string) bool {
	n, all := 0, 0
	for _, r := range t {
		all++
		if unicode.In(
			r,
			unicode.Han,
			unicode.Hiragana,
			unicode.Katakana,
			unicode.Hangul,
			unicode.Thai,
			unicode.Arabic,
			unicode.Hebrew,
		) {
			n++
		}
	}
	return 2*n > all
}

// sameWords reports whether two lines have the same letters and digits.
func sameWords(a, b string) bool { return b != "" && bare(a) == bare(b) }

// bare returns the letters and digits of s in lower case.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
