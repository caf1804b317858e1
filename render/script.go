package render

import "strings"

// joinScript puts the files of the page's script below assets/page together in one function, so that none of their
// names is seen outside: each holds one concept and may use what those before it define.
func joinScript() (string, error) {
	var b strings.Builder
	b.WriteString("'use strict';\n(() => {\n")
	for _, name := range []string{
		"base", "data", "search", "facets", "address", "draw", "axis", "layout", "chart", "zoom", "tip", "list", "detail",
		"cite", "take", "glance", "print", "start",
	} {
		text, err := assets.ReadFile("assets/page/" + name + ".js")
		if err != nil {
			return "", err
		}
		b.Write(text)
	}
	b.WriteString("})();\n")
	return b.String(), nil
}
