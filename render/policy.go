package render

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// policy is the page's Content-Security-Policy: nothing is fetched, and only the scripts and the style given run.
// Their hashes are those of the exact bytes between the tags (for the chart library, of the text that the page's
// script unpacks).
func policy(style string, scripts ...string) string {
	allowed := make([]string, len(scripts))
	for i, s := range scripts {
		allowed[i] = hash(s)
	}
	return "default-src 'none'; script-src " + strings.Join(allowed, " ") + "; style-src " + hash(style) +
		"; img-src data:; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
