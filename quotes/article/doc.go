// Package article reads sources: bytes of a web page, a text, a compressed file or a line of JSON Lines go in, an [Article]
// with its own text and without the site's furniture comes out. It reads under limits and executes nothing.
package article
