package render

import "strings"

// scriptFiles are the files of the page's script below assets/page, in the order in which they are joined: each holds
// one concept and may use what those before it define.
var scriptFiles = [...]string{
	"base", "data", "search", "facets", "address", "draw", "axis", "layout", "chart", "zoom", "tip", "list", "detail",
	"cite", "take", "glance", "print", "start",
}

// joinScript puts the files of the script together in one function, so that none of their names is seen outside.
func joinScript() (string, error) {
	var b strings.Builder
	b.WriteString("'use strict';\n(() => {\n")
	for _, name := range scriptFiles {
		text, err := assets.ReadFile("assets/page/" + name + ".js")
		if err != nil {
			return "", err
		}
		b.Write(text)
	}
	b.WriteString("})();\n")
	return b.String(), nil
}
