package article

import "golang.org/x/net/html/atom"

// elements are the kinds of elements of HTML that the reading of a page asks for.
var elements = struct {
	inline, silent, framing, formatting map[atom.Atom]bool
	framingRole                         map[string]bool
}{
	// inline are the elements that do not end a block.
	inline: map[atom.Atom]bool{
		atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true,
		atom.Cite: true,
		atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true,
		atom.Ins: true,
		atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.Rp: true, atom.Rt: true, atom.Ruby: true, atom.S: true,
		atom.Samp:  true,
		atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true,
		atom.Time: true,
		atom.Tt:   true, atom.U: true, atom.Var: true, atom.Wbr: true, atom.Img: true, atom.Picture: true, atom.Br: true,
		atom.Label: true, atom.Nobr: true,
	},
	// silent are elements whose content is no text of the article.
	silent: map[atom.Atom]bool{
		atom.Script: true, atom.Style: true, atom.Template: true, atom.Iframe: true, atom.Object: true, atom.Embed: true,
		atom.Svg:    true,
		atom.Canvas: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Audio: true, atom.Video: true,
		atom.Noscript: true,
		atom.Dialog:   true, atom.Math: true,
	},
	// framing are elements that frame an article, where they hold little of the page's text.
	framing: map[atom.Atom]bool{
		atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Figcaption: true, atom.Menu: true, atom.Label: true,
	},
	// formatting are the formatting elements of the HTML standard.
	formatting: map[atom.Atom]bool{
		atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
		atom.Nobr: true,
		atom.S:    true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
	},
	framingRole: map[string]bool{
		"navigation": true, "banner": true, "contentinfo": true, "complementary": true, "search": true, "dialog": true,
		"menu":    true,
		"menubar": true, "toolbar": true, "tooltip": true, "alert": true,
	},
}
