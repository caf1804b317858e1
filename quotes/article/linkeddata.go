package article

import (
	"encoding/json"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// linkedData is the JSON-LD of a page: what it states for machines.
type linkedData struct {
	objects []map[string]any // flattened
	size    int              // bytes of the scripts met
}

// maxLD is how much JSON-LD of a page is read, in bytes: decoded, it takes up to fifty times as much.
const maxLD = 2 << 20

// add adds the objects of one JSON-LD script, graphs and lists flattened to a depth of 6. What is beyond [maxLD]
// is passed over.
func (l *linkedData) add(script string) {
	if l.size += len(script); l.size > maxLD {
		return
	}
	var v any
	script = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(script), "<!--"), "-->")
	script = strings.TrimSuffix(strings.TrimSpace(script), ";")
	if json.Unmarshal([]byte(script), &v) != nil {
		if json.Unmarshal([]byte(oneLine(script)), &v) != nil { // raw line ends in strings are common
			return
		}
	}
	l.flatten(v, 0)
}

// flatten adds a value and the things in it.
func (l *linkedData) flatten(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.flatten(e, depth+1)
		}
	case map[string]any:
		l.objects = append(l.objects, v)
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			l.flatten(v[k], depth+1)
		}
	}
}

// articles returns the objects that describe an article, as they come.
func (l *linkedData) articles() []map[string]any {
	var out []map[string]any
	for _, o := range l.objects {
		if markup.articleType.MatchString(ldString(o["@type"])) {
			out = append(out, o)
		}
	}
	return out
}

// ldString returns a JSON-LD value as text: a string, the name of a thing, or those of a list with ", " between them.
func ldString(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(html.UnescapeString(fieldOf(v)))
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case map[string]any:
		return ldString(v["name"])
	case []any:
		var parts []string
		for _, e := range v[:min(len(v), 12)] {
			if s := ldString(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// first returns what the articles say under a name.
func (l *linkedData) first(name string) string {
	for _, o := range l.articles() {
		if s := ldString(l.referred(o[name], 0)); s != "" {
			return s
		}
	}
	return ""
}

// referred returns a value with the things in it that are only named by their @id.
func (l *linkedData) referred(v any, depth int) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, 0, len(v))
		for _, e := range v[:min(len(v), 12)] {
			out = append(out, l.referred(e, depth+1))
		}
		return out
	case map[string]any:
		id, ok := v["@id"].(string)
		if _, named := v["name"]; !ok || named || depth > 6 {
			return v
		}
		for _, o := range l.objects {
			if _, named := o["name"]; named && o["@id"] == id {
				return o
			}
		}
	}
	return v
}

// body returns the articleBody, one paragraph a line.
func (l *linkedData) body() string {
	for _, o := range l.articles() {
		s, ok := o["articleBody"].(string)
		if !ok || s == "" {
			continue
		}
		var lines []string
		for l := range strings.SplitSeq(html.UnescapeString(s), "\n") {
			if l = oneLine(l); l != "" {
				lines = append(lines, l)
			}
		}
		return strings.Join(lines, "\n")
	}
	return ""
}

// restricted reports whether an article is said to be not for all.
func (l *linkedData) restricted() bool {
	for _, o := range l.articles() {
		if free := o["isAccessibleForFree"]; free == false || free == "False" || free == "false" {
			return true
		}
	}
	return false
}
