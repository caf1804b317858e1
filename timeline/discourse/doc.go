// Package discourse is who is who in one article. In come the article's scenes, title and body, and the gazetteer;
// out go entities: those that the article names ([Entities]) and those that its other words stand for, "he", "the
// ministry", "the two leaders" ([Discourse]). For that it keeps whom the text was about, sentence by sentence, and
// the acts of communication told so far, since "the statement" stands for who issued it. It does not know how an act
// is found, and of quotes only which words they hold.
package discourse
