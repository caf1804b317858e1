// Package resolve turns the quotes of one article into reports and events: who said it, to whom, through whom, how,
// when, on what occasion, in which tone. In come an article, its parsed text, its quotes and the gazetteer; out go
// one report a quote ([Reports]) or the events that they make ([Events]). Both are pure functions of the one article.
// It does not know other articles, nor how an event is merged, stored or drawn.
package resolve
