// Package sqlite keeps articles, events, statements, reports, actors and edits in one SQLite file. Events and
// articles go in by [Store.PutAll], each article whole or not at all; relations come out by [RelationReader.Between],
// which merges what several articles tell of one event; [Store.Check] proves that the file is sound. It knows how
// things are kept, not how they were found or will be drawn.
//
// A [Store] is the file: it opens, checks and copies it, and changes it. What is kept is read through its parts, one
// for each kind of question: [Store.Sources], [Store.Events], [Store.Relations], [Store.Reports], [Store.Queue],
// [Store.Edits], [Store.Runs], [Store.Visits] and [Store.People]. All that is written goes through one writer, whose
// parts stand in this order: the connection, holdings, rows of actors, aliases, the backlog of what is to merge,
// places, events, tellings, the settler that merges, articles, the corrector that lays edits over them, what a copy
// restores, and entries.
//
// What a page shows of events is drawn by others and may be kept here ([RelationReader.Drawn], [Store.KeepDrawn]), by a
// digest of what it was drawn from. An event is made anew, in a row with a number that no other had, when anything of
// its reports, articles or actors changes; so its number stands for it as it is.
//
// The file can be read by any program that knows SQLite; migrations/*.sql say what the columns mean.
package sqlite
