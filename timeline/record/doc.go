// Package record is the vocabulary of the timeline: what an event, a statement, a report of it, its parties, its day
// and its occasion are, and how an event runs between two states. Every other room of the timeline imports it. In
// come nothing but values from the quotes, actors and dates, out go the types with what can be told from their fields
// alone. It does not know how a record is found in a text, merged, stored or drawn.
package record
