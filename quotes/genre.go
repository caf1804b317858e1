package quotes

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"demarche/data"
)

// genre is the kind of document that a title announces; empty where it announces none.
type genre string

const (
	genreJoint     genre = "joint"
	genreStatement genre = "statement"
	genrePersonal  genre = "personal"
	genreQuestions genre = "questions"
	genreProse     genre = "prose"
)

// maxGenreWords is the length of the longest row of data/lexicon/genres.tsv.
const maxGenreWords = 3

// genres maps the words of data/lexicon/genres.tsv to their kinds; it panics where the embedded table is broken, which a test excludes.
var genres = sync.OnceValue(func() map[string]genre {
	rows, err := data.Table("lexicon/genres.tsv", "words", "kind")
	if err != nil {
		panic(fmt.Errorf("genres of documents: %w", err))
	}
	out := make(map[string]genre, len(rows))
	for _, r := range rows {
		out[r.Fields[0]] = genre(r.Fields[1])
	}
	return out
})

// title is a document's title as words in lower case, possessives without their ending.
type title struct {
	words  []string
	owner  []bool // the word is a possessive
	opens  []bool // the word begins the title or follows a colon
	has    map[string]bool
	genre  genre
	genreN int // words before the genre's
}

// readTitle reads a title and the genre that it announces.
func readTitle(s string) title {
	t := title{has: map[string]bool{}}
	colon := true
	for _, w := range strings.Fields(s) {
		low := strings.ToLower(strings.ReplaceAll(w, "’", "'"))
		next := strings.HasSuffix(low, ":") || low == "|" || low == "-" || low == "–" || low == "—"
		low = strings.TrimFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
		bare := strings.Trim(strings.TrimSuffix(low, "'s"), "'")
		if bare != "" {
			t.words = append(t.words, bare)
			t.owner = append(t.owner, bare != low)
			t.opens = append(t.opens, colon)
			t.has[bare] = true
		}
		colon = next || bare == "" && colon
	}
	t.announce()
	return t
}

// announce sets the genre: its words open the title or a part of it, follow an owner ("Lund's Remarks on ..."), or stand before
// the one who speaks ("Message from ...").
func (t *title) announce() {
	for i := range t.words {
		for n := min(maxGenreWords, len(t.words)-i); n > 0; n-- {
			kind := genres()[strings.Join(t.words[i:i+n], " ")]
			if kind == "" || !t.heads(i, i+n) && kind != genreQuestions {
				continue
			}
			t.genre, t.genreN = kind, i
			return
		}
	}
}

// heads reports whether the words [i, j) are the head of the title.
func (t *title) heads(i, j int) bool {
	article := i > 0 && (t.words[i-1] == "a" || t.words[i-1] == "the") && t.opens[i-1]
	switch {
	case t.opens[i] || article || i > 0 && t.owner[i-1]:
		return true
	case j == len(t.words) || i > 4:
		return false
	}
	switch t.words[j] {
	case "by", "from", "of", "on", "to":
		return t.words[j] == "by" || t.words[j] == "from" || i < 3
	}
	return false
}
