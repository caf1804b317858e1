// Package choice decides day and channel of a quote among the candidates that proposers put forward, and tells how
// sure each field is. In come the passages of an article: each quote with what the rules made of it; out go the
// chosen values, each with its proposer and its probability. Trained models judge the candidates. It does not know
// how quotes, speakers and acts are found.
package choice
