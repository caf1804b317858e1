package actors

import (
	"strings"

	"demarche/data"
)

// GivenNames are the first words of the names of persons, in lower case, with what they tell of their bearers.
type GivenNames map[string]given

// read reads the given names of one gender. What the table says goes before what the persons tell.
func (g GivenNames) read() error {
	rows, err := data.Table("gazetteer/given.tsv", "gender", "names", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		for name := range strings.SplitSeq(r.Fields[1], ", ") {
			g[strings.ToLower(name)] = given{known: r.Fields[0]}
		}
	}
	return nil
}

// given counts the persons of the gazetteer whose names begin with a word.
type given struct {
	men, women uint16 // who are called so by their given name
	surname    bool   // it is somebody's surname, which stands first
	known      string // the gender by the table of given names, "" for a name that it does not hold
}

// count enters the first word of a person's name.
func (g GivenNames) count(e *Entry) {
	first, _, more := strings.Cut(e.Name, " ")
	first = strings.ToLower(first)
	n := g[first]
	switch {
	case e.order != "g" || !more:
		n.surname = true
	case e.Gender == "m":
		n.men++
	case e.Gender == "f":
		n.women++
	}
	g[first] = n
}

// Begins reports whether the name of any person of the gazetteer begins with the word, which is in lower case.
func (g GivenNames) Begins(word string) bool {
	_, ok := g[word]
	return ok
}

// Gender returns "m" or "f" where the name begins with a given name of the table, or with one that persons of the
// gazetteer bear who are all of that gender; else "". All of 2,625 persons of known gender whose given names others
// bear are of the others' gender.
func (g GivenNames) Gender(name string) string {
	first, _, more := strings.Cut(name, " ")
	n := g[strings.ToLower(first)]
	switch {
	case more && n.known != "":
		return n.known
	case !more || n.surname || n.men+n.women == 0:
		return ""
	case n.women == 0:
		return "m"
	case n.men == 0:
		return "f"
	}
	return ""
}
