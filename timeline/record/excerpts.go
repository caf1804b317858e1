package record

// Excerpts is the media type of an article of which nothing is known but the words that an export without the articles
// cites: its text has them at their places and spaces between, its SHA-256 is that of bytes that are elsewhere.
const Excerpts = "application/x-demarche-excerpts"
