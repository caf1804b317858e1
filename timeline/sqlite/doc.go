// Package sqlite keeps articles, events, statements, reports, actors and edits in one SQLite file. Events and
// articles go in by [Store.Put], each article whole or not at all; relations come out by [Store.Relation], which
// merges what several articles tell of one event; [Store.Check] proves that the file is sound. It knows how things
// are kept, not how they were found or will be drawn.
//
// The file can be read by any program that knows SQLite; migrations/*.sql say what the columns mean.
package sqlite
