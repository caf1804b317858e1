// Package quotes finds attributed quotations in the text of an article: direct, mixed, indirect and unmarked speech
// with the cue and the source of each. In comes a parsed document, out come spans. It knows language, not the world:
// who "he" is or when something was said is the timeline's work.
package quotes
