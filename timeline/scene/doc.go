// Package scene is one text as a reader of news sees it: tokens, mentions of actors and offices, times, datelines,
// and on them the phrases, the members of a list, the subject of a clause, the tokens of a quote. In comes a parsed
// text with the marks of the gazetteer and of the dates, out go ranges of tokens. It knows the form of English
// phrases and the classes of its words; it does not know who a phrase stands for, what was told before, or what else
// the article says.
package scene
