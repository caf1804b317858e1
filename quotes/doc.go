// Package quotes finds attributed quotations in the text of an article: direct, mixed, indirect and unmarked speech
// with the cue and the source of each. In comes a parsed document, out come spans. It knows language, not the world:
// who "he" is or when something was said is the timeline's work.
//
// Its types lie in layers, each of which knows those before it and none of those after it:
//
//   - the words: wording, and paragraphs, datelines and quotation, which tell where lines and passages in marks begin
//     and end;
//   - the parts of a sentence: times, nounPhrases, verbGroups, adverbials, clauses, subjects;
//   - what is reported and by whom: recipients, lightVerbs and complements, speakers, and endings, where reported words
//     end; with the layers above they are the grammar of a document;
//   - one sentence: verbUses, sources, asides and answers read its verbs, its names and what stands beside its words;
//   - its reports: a draft, into which asReports, asideReports, nounReports, nestedReports, finiteReports,
//     relativeReports, participleReports, passiveReports and purposeReports enter what they find; readSentence and
//     cueReader lead to them;
//   - paragraphs as a layout has them: labelNames, labels, lines and turnTexts read the turns of a transcript;
//     announcements, narration and blocks read words that a colon announces; perspective tells who tells a text; page
//     puts them together;
//   - a whole document: reportReader, joiner and continuations; and the Extractor, which asks the models as well.
package quotes
