// Package sqlite keeps articles, events, statements, reports, actors and edits in one SQLite file. Events and articles
// go in, one transaction an article; relations, searches and a proof of soundness come out.
package sqlite
