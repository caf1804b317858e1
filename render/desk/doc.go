// Package desk draws the pages on which a person checks what the program found. In come views: what a page shows, as
// plain values; out goes HTML that needs no script to be read, with a style and a script of its own that the server
// sends beside it. It does not know where the values come from, and nothing of HTTP.
package desk
