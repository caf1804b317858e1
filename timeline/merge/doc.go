// Package merge joins what many articles tell of one event. In come the events of articles, each made of one article
// alone, and the articles' dates of publication; out go events with statements that have one or more reports,
// whatever the order in which they came. It knows the vocabulary of records only: not how an event was found in a
// text, nor how it is stored.
package merge
