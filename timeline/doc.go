// Package timeline turns the quotes of articles into what states say to each other: reports, statements and dated
// events. It is the front of its rooms: the vocabulary of records with [Build] and [Resolve] for one article and
// [Merge] for many. All three are pure functions. It knows the world (actors, dates, occasions), not how events are
// stored or drawn.
//
// The rooms, each of which imports only those before it: record (the vocabulary), scene (one text), naming (who is
// named), discourse (whom other words stand for), acts (what was said where), happening (at which events), choice
// (which candidate for a field is right, and how surely), tone (how friendly the words are), resolve (a quote to its
// record). Beside them, merge (events of many articles) and edits (what people decided) know the vocabulary, actors and
// dates alone; sqlite stores what these rooms make, and none of them knows it.
package timeline
