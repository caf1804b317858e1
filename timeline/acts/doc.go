// Package acts is what an article tells was said where: messages, letters, calls, meetings, statements, speeches,
// press conferences, interviews, articles, posts, decisions. In comes the discourse of an article, sentence by
// sentence, with the quotes of each sentence; out go acts of communication with who speaks to whom, day, place,
// occasion and the carrier that is cited. It does not know which quote belongs to which act, nor what a quote says.
package acts
