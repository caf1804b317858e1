// Package merge joins what many articles tell of one event. In come the events of articles, each made of one article
// alone, and the articles' dates of publication; out go events with statements that have one or more reports,
// whatever the order in which they came. It knows the vocabulary of records only: not how an event was found in a
// text, nor how it is stored.
//
// # The rule of ids
//
// What one article tells of one event is a telling. It gets an id once, from a report of it, and keeps it while that
// report is there, whatever else the article comes to tell ([Inherit]). An event has the id of its oldest telling:
// that of the article published first, of those of one day that with the smallest id; a statement likewise that of
// its oldest report. The ids of its other tellings lead to the event as well ([record.Event.Earlier]).
//
// So an event's id depends on which articles there are, never on the order or the batches in which they came; and an id
// that was once given leads to the words that it was given for as long as they are there. Both can't be had by
// numbering events as they come: two articles that tell of one event, added one after the other, would give it
// the id of whichever came first. What is older by publication leads, because what is added to an archive is mostly
// newer than what is in it.
//
// # The way of merging
//
// A [Telling] is compared with its neighbours alone: those beside it in the sorted lists of an index ([Telling.Keys]),
// a fixed number in each list, so that what one costs does not grow with the archive. Neighbours that are one event
// are linked; what is linked, directly or by others, is a net ([Spread]). [Groups] divides a net into events, from
// the surest link to the weakest, as long as no days, persons or articles stand against it, and [Unite] makes the
// record. Neighbours, links, nets and groups are functions of the set of tellings: the order in which they came plays
// no part. When a telling comes or goes, only the nets that it touches are divided anew.
package merge
