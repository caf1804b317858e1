package quotes

import "demarche/quotes/text"

// grammar is what there is to know of the language of one document, a layer a field: each knows those above it and
// none of those below. Whose words are reported, and which, is not decided here.
type grammar struct {
	*wording
	paragraphs  paragraphs
	datelines   datelines
	marks       quotation
	times       times
	nouns       nounPhrases
	verbs       verbGroups
	adverbials  adverbials
	clauses     clauses
	subjects    subjects
	recipients  recipients
	light       lightVerbs
	complements complements
	speakers    speakers
	endings     endings
}

// newGrammar looks the words of a document up once and lays the layers over them.
func newGrammar(d *text.Doc) *grammar {
	ws := &wording{d: d, w: annotate(d)}
	g := &grammar{wording: ws}
	g.paragraphs = paragraphs{ws}
	g.datelines = datelines{ws, g.paragraphs}
	g.marks = quotation{ws, g.paragraphs}
	g.times = times{ws}
	g.nouns = nounPhrases{ws}
	g.verbs = verbGroups{ws}
	g.adverbials = adverbials{ws, g.marks, g.times, g.nouns}
	g.clauses = clauses{ws, g.times, g.nouns, g.verbs}
	g.subjects = subjects{ws, g.times, g.nouns, g.verbs, g.adverbials}
	g.recipients = recipients{ws, g.times, g.nouns, g.verbs, g.clauses}
	g.light = lightVerbs{ws, g.times, g.nouns, g.verbs, g.adverbials, g.clauses}
	g.complements = complements{
		ws, g.times, g.nouns, g.verbs, g.adverbials, g.clauses, g.recipients, g.light,
	}
	g.speakers = speakers{ws}
	g.endings = endings{ws, verbEndings{ws, g.verbs}, remarkEndings{ws, g.nouns}, g.nouns, g.verbs, g.adverbials}
	return g
}
