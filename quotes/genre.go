package quotes

import (
	"strings"
	"unicode"
)

// genre is the kind of document that a title announces; empty where it announces none.
type genre string

const (
	genreJoint     genre = "joint"
	genreStatement genre = "statement"
	genrePersonal  genre = "personal"
	genreQuestions genre = "questions"
	genreProse     genre = "prose"
	genreTalks     genre = "talks"
	genreLink      genre = "link"
)

// maxGenreWords is how many words name a genre at most: "joint" with two words before "statement".
const maxGenreWords = 4

// title is a document's title as words in lower case, possessives without their ending.
type title struct {
	words  []string
	owner  []bool // the word is a possessive
	small  []bool // the word is written without a capital
	opens  []bool // the word begins the title or follows a colon
	has    map[string]bool
	genre  genre
	before int  // words before the genre's
	sure   bool // the genre's words head the title, or follow an owner
	talks  bool // a call or meeting is named
}

// readTitle reads a title and the genre that it announces.
func readTitle(s string) title {
	t := title{has: map[string]bool{}}
	colon := true
	for _, w := range strings.Fields(s) {
		low := strings.ToLower(strings.ReplaceAll(w, "’", "'"))
		next := strings.HasSuffix(low, ":") || low == "|" || low == "-" || low == "–" || low == "—"
		low = strings.TrimFunc(
			low,
			func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' },
		)
		bare := strings.Trim(strings.TrimSuffix(low, "'s"), "'")
		if bare != "" {
			t.words = append(t.words, bare)
			t.owner = append(t.owner, bare != low)
			t.opens = append(t.opens, colon)
			t.small = append(t.small, strings.Contains(w, bare))
			t.has[bare] = true
		}
		colon = next || bare == "" && colon
	}
	t.announce()
	return t
}

// announce sets the genre: its words open the title or a part of it, follow an owner ("Lund's Remarks on ..."), stand
// before the one who speaks ("Message from ...") or end the title.
func (t *title) announce() {
	for i := range t.words {
		for n := min(maxGenreWords, len(t.words)-i); n > 0; n-- {
			kind := t.kind(i, i+n)
			switch kind {
			case "", genreLink:
				continue
			case genreTalks:
				t.talks = true
				continue
			}
			if first := t.genre == "" || kind == genreJoint; first &&
				(kind == genreQuestions || t.heads(i, i+n, kind)) {
				t.genre, t.before, t.sure = kind, i, t.opens[i] || i > 0 && t.owner[i-1]
			}
			break
		}
	}
}

// kind is the genre of the words [i, j), "" for none. Between "joint" and the word for a statement may stand on what it
// is or whose: "Joint Peru-Chile Statement", "Joint Cyber Security Statement".
func (t *title) kind(i, j int) genre {
	if k := lexicon().genres[strings.Join(t.words[i:j], " ")]; k != "" || j-i < 3 || t.words[i] != "joint" {
		return k
	}
	if lexicon().genres[t.words[j-1]] != genreStatement {
		return ""
	}
	for _, w := range t.words[i+1 : j-1] {
		if lexicon().genres[w] != "" {
			return ""
		}
	}
	return genreJoint
}

// told reports whether a verb of a headline seems to stand before word i: "Lind rejects leaders' | statement".
func (t *title) told(i int) bool {
	for k := 1; k < i; k++ {
		w := t.words[k]
		form := strings.HasSuffix(w, "s") && !words.JointOffice[w] || strings.HasSuffix(w, "ed")
		if form && t.small[k] && !t.owner[k] && !t.opens[k] {
			return true
		}
	}
	return false
}

// heads reports whether the words [i, j) are the head of the title: what follows them, if anything, tells whose they
// are, to whom or on what.
func (t *title) heads(i, j int, kind genre) bool {
	const far = 5 // words that may stand before: "Vice President Ada Lind Statement on ..."
	if kind == genreJoint && t.told(i) {
		return false
	}
	if j < len(t.words) && lexicon().genres[t.words[j]] != genreLink && !strings.HasSuffix(t.words[j], "ing") &&
		!t.opens[j] {
		return false
	}
	if t.opens[i] || i > 0 && t.owner[i-1] {
		return true
	}
	switch {
	case i > 0 && t.opens[i-1], i > 1 && t.opens[i-2] && t.words[i-1] == "of":
		return true // "a joint statement by", "excerpts of remarks by"
	case j == len(t.words):
		return kind == genreJoint
	}
	return i <= far && words.BylinePreposition[t.words[j]]
}
