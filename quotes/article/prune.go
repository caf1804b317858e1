package article

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// keepShare is the share of a page's paragraph text that an element may hold and still be pruned by its name: a class
// such as "has-sidebar" on the body must not cost the article.
const keepShare = 0.3

// neverText are elements whose content is no text of the article.
var neverText = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Svg: true,
	atom.Canvas: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Audio: true, atom.Video: true, atom.Noscript: true,
	atom.Dialog: true, atom.Math: true,
}

// furnitureElement are elements that frame an article, where they hold little of the page's text.
var furnitureElement = map[atom.Atom]bool{
	atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Figcaption: true, atom.Menu: true, atom.Label: true,
}

var furnitureRole = map[string]bool{
	"navigation": true, "banner": true, "contentinfo": true, "complementary": true, "search": true, "dialog": true, "menu": true,
	"menubar": true, "toolbar": true, "tooltip": true, "alert": true,
}

// furnitureClass are the words by which sites name their furniture in class and id attributes, written in lower case
// with "-" between the parts.
var furnitureClass = regexp.MustCompile(
	`(?:^| |-)(?:related|recirc|recirculation|newsletters?|subscribe|subscription|sign-?up|share|sharing|sharebar|sharetools|` +
		`social|breadcrumbs?|byline|bio|author-(?:info|box|card|about|details?|description|profile)|about-author|captions?|img-caption|photo-?credit|image-?credit|credits?|` +
		`most-?(?:read|popular|viewed|shared|recent|watched)|trending|popular|recommended|recommendations?|promo|promos|promotion|promobox|sponsored|sponsor|` +
		`advert|adverts|advertisement|ads?|adbox|adslot|tag-?list|tags|tagged|post-tags|article-tags|entry-tags|comments?|commenting|disqus|copyright|cookies?|gdpr|consent|` +
		`read-?more|read-?next|read-?also|more-(?:on|from|stories|news|like|coverage|articles)|also-(?:read|like)|see-also|up-next|next-(?:story|article|up)|gallery|slideshow|slides|carousel|` +
		`pull-?quotes?|paywall|toolbar|nav|navbar|navigation|menu|sidebar|taboola|outbrain|teasers?|rollover|follow|` +
		`post-meta|entry-meta|article-meta|meta-data|metadata|postmeta|timestamp|time-stamp|post-date|article-date|skip-?link|print-only|screen-reader-text|visually-hidden|sr-only|footnote-links|correction-link|latest-news|top-stories|live-?blog-nav|donate|donation|membership-?promo)(?: |-|$)`,
)

var hiddenStyle = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)

// unseenStyle and unseenClass are how pages hide words from the eye that are meant for screen readers.
var (
	unseenStyle = regexp.MustCompile(
		`(?i)clip\s*:\s*rect\(\s*[01](?:px)?\b|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(0)|` +
			`(?:^|;)\s*(?:width|height)\s*:\s*[01]px|` +
			`(?:left|top|text-indent)\s*:\s*-\d{3,}|` +
			`(?:^|;)\s*(?:opacity|font-size)\s*:\s*0(?:px)?\s*(?:;|$)`,
	)
	unseenClass = regexp.MustCompile(`(?:^| |-)(?:sr-?only|vh|vis(?:ually)?-?hidden|` +
		`screen-?readers?(?:-text|-only)?|for-screen-?readers?|` +
		`off-?screen|assistive(?:-text)?|a11y(?:-hidden|-text)?|` +
		`accessib(?:le|ility)(?:-text|-hidden|-hide)?|element-invisible|hidden-?text|show-for-sr|invisible)(?: |$)`)
)

// prune takes out of a page what its elements, roles and class names say is no part of an article, unless it holds a
// large share of the page's text.
func prune(doc *html.Node, share map[*html.Node]float64) {
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch {
			case c.Type == html.CommentNode, c.Type == html.ElementNode && neverText[c.DataAtom],
				c.Type == html.ElementNode && furniture(c) && share[c] < keepShare:
				n.RemoveChild(c)
			default:
				walk(c)
			}
			c = next
		}
	}
	walk(doc)
}

// furniture reports whether an element says that it is no part of the article.
func furniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.P, atom.Head:
		return n.DataAtom == atom.P && furnitureClass.MatchString(className(n)) && !strings.Contains(className(n), "bio")
	}
	if furnitureElement[n.DataAtom] || furnitureRole[attr(n, "role")] || has(n, "hidden") ||
		attr(n, "aria-hidden") == "true" ||
		hiddenStyle.MatchString(attr(n, "style")) {
		return true
	}
	return furnitureClass.MatchString(className(n))
}

// className returns the class and id attributes of an element in lower case, camelCase and "_" turned to "-".
func className(n *html.Node) string {
	class, id := attr(n, "class"), attr(n, "id")
	if class == "" && id == "" {
		return ""
	}
	var b strings.Builder
	last := ' '
	for _, r := range class + " " + id {
		switch {
		case unicode.IsUpper(r):
			if unicode.IsLower(last) {
				b.WriteByte('-')
			}
			b.WriteRune(unicode.ToLower(r))
		case r == '_' || r == ':' || r == '/' || r == '.':
			b.WriteByte('-')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
		last = r
	}
	return strings.ReplaceAll(b.String(), "--", "-")
}

// paragraphShare returns, for every element, which share of the text in the page's paragraphs it holds. Pages without
// <p> are measured by all their text.
func paragraphShare(doc *html.Node) map[*html.Node]float64 {
	count := map[*html.Node]int{}
	var walk func(n *html.Node, in bool, only bool) int
	walk = func(n *html.Node, in, only bool) int {
		if n.Type == html.TextNode {
			if in || !only {
				return len(strings.TrimSpace(n.Data))
			}
			return 0
		}
		if n.Type == html.ElementNode && neverText[n.DataAtom] {
			return 0
		}
		sum := 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			sum += walk(c, in || n.DataAtom == atom.P, only)
		}
		if n.Type == html.ElementNode {
			count[n] = sum
		}
		return sum
	}
	total := walk(doc, false, true)
	if total < 500 {
		total = walk(doc, false, false)
	}
	share := make(map[*html.Node]float64, len(count))
	for n, c := range count {
		share[n] = float64(c) / float64(max(1, total))
	}
	return share
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
