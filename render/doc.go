// Package render draws a relation: a timeline.Relation goes in, one [Report] is made of it, and the HTML page, the
// JSON and every other format are drawn from that one value. It never opens the store.
package render
