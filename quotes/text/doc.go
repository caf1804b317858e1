// Package text turns the plain text of an article into paragraphs, sentences and tagged tokens, all of them spans of
// the untouched text. In comes a string of any content, out comes a [Doc]; [CodePoints] turns byte offsets into
// the code points that every output of the program uses. It is the only room that knows the prose tagger; it knows
// nothing of quotations or of the world.
package text

// Token is a word, a number or a punctuation mark.
type Token struct {
	Span
	Tag string // Penn Treebank part of speech, as prose gives it
}

// Sentence is a run of tokens: Doc.Tokens[First:Last].
type Sentence struct {
	Span
	First, Last int
}

// Paragraph is a line of the text with its sentences: Doc.Sentences[First:Last].
type Paragraph struct {
	Span
	First, Last int
}

// Doc is a parsed text. Tokens, sentences and paragraphs are in the order of the text and do not overlap.
type Doc struct {
	Text       string
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
}

// Word returns the text of token i, as written.
func (d *Doc) Word(i int) string { return d.Tokens[i].Of(d.Text) }
