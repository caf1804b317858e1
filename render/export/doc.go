// Package export draws what is stored in the formats of others: tables for statistics programs, documents for
// reference managers, calendars, feeds and timelines. In comes a [Dataset], a head and events one after the other; out
// goes one stream of bytes, in constant memory and the same for the same data. [Formats] lists what there is, one file
// a format. It knows the formats and what the variables mean (data/codebook); it opens no store and has no clock.
package export
