package render

import (
	"slices"
	"strings"
	"sync"

	"demarche/data"
)

// phrases are the English words that the view model writes with, each table read once from data.
type phrases struct {
	titles    []titleRow
	occasions map[string]occasionRow // by noun
	tails     map[string]bool        // words that no name ends in
	doubtful  map[string]doubtRow    // by kind
	rules     map[string]string      // rule to what it did
	articled  map[string]bool        // names of states that stand with "the"
	called    map[string][]string    // name of a state to what else texts call it: adjectives and peoples
}

// titleRow is how an event of a channel is called where its words hold one of the marks.
type titleRow struct {
	channel, title string
	placed, topic  string // the preposition before the place, and before what the words are about; "" for neither
	marks          []string
}

// occasionRow is a noun of occasions with its preposition; a meeting names nothing by itself, a day does.
type occasionRow struct {
	preposition string
	meeting     bool
}

// doubtRow is the word and the sentence for a kind of doubt.
type doubtRow struct {
	word, why string
	name      string // the word where it stands for many
	light     bool
}

// loadPhrases reads the tables. They are part of the program, so a failure is a fault of the build.
var loadPhrases = sync.OnceValue(func() *phrases {
	p := &phrases{
		occasions: map[string]occasionRow{}, tails: map[string]bool{},
		doubtful: map[string]doubtRow{}, rules: map[string]string{},
		articled: map[string]bool{}, called: map[string][]string{},
	}
	for _, r := range rows("lexicon/page-titles.tsv", "channel", "marks", "title", "placed", "topic") {
		t := titleRow{channel: r[0], title: r[2], placed: r[3], topic: r[4]}
		if r[1] != "" {
			t.marks = strings.Split(r[1], "|")
		}
		p.titles = append(p.titles, t)
	}
	for _, r := range rows("lexicon/page-occasions.tsv", "noun", "preposition", "kind") {
		if r[2] == "tail" {
			p.tails[r[0]] = true
			continue
		}
		p.occasions[r[0]] = occasionRow{preposition: r[1], meeting: r[2] == "meeting"}
	}
	for _, r := range rows("lexicon/page-doubts.tsv", "kind", "word", "why", "name", "light") {
		p.doubtful[r[0]] = doubtRow{word: r[1], why: r[2], name: r[3], light: r[4] != ""}
	}
	for _, r := range rows("lexicon/page-rules.tsv", "rule", "words") {
		p.rules[r[0]] = r[1]
	}
	states := rows("gazetteer/states.tsv", "code", "iso2", "name", "article", "official", "adjective", "people",
		"capital", "aliases", "leads", "origin")
	for _, r := range states {
		p.articled[r[2]] = r[3] != ""
		p.called[r[2]] = append(strings.Split(r[5], "|"), strings.Split(r[6], "|")...)
	}
	return p
})

// rows returns the fields of an embedded table.
func rows(name string, columns ...string) [][]string {
	list, err := data.Table(name, columns...)
	if err != nil {
		panic(err)
	}
	out := make([][]string, len(list))
	for i := range list {
		out[i] = list[i].Fields
	}
	return out
}

// withArticle writes the name of a state as it stands in a sentence: "the United States".
func (p *phrases) withArticle(name string) string {
	if p.articled[name] {
		return "the " + name
	}
	return name
}

// speakOf reports whether words name a state, or its people.
func (p *phrases) speakOf(words, state string) bool {
	if strings.Contains(words, state) {
		return true
	}
	return slices.ContainsFunc(p.called[state], func(n string) bool { return n != "" && strings.Contains(words, n) })
}
