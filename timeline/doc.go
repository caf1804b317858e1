// Package timeline turns the quotes of an article into reports, statements and events of the world: who said it, to whom,
// through whom, how, when and on what occasion; and merges what several articles tell of one event. In come an article,
// its parsed text and its quotes, out come events. [Build] is a pure function of one article; [Merge] of the events of
// many, whatever their order. It knows the world (actors, dates, occasions), not how events are stored or drawn.
package timeline
