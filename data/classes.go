package data

import (
	"reflect"
	"strings"
	"sync"
	"unicode"
)

// Set is a class of words, in lower case unless the class is of abbreviations.
type Set map[string]bool

// Within reports whether a word or phrase of the class stands somewhere in a text in lower case, also inside a longer
// word.
func (s Set) Within(text string) bool {
	for w := range s {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// Phrases is a class of phrases in lower case, by the first word of each: the words that may follow it.
type Phrases map[string][][]string

// Class returns the words of a class of lexicon/classes.tsv, such as "office". It panics on a class that the table
// does not have: the table is embedded, and every class is asked for when the program starts.
func Class(name string) Set {
	c := classes()[name]
	if c == nil {
		panic("lexicon/classes.tsv has no class " + name)
	}
	return c
}

// Classes returns a struct T whose fields are of type [Set] or [Phrases], each filled with the class of its name: the
// field StateOffice with the class "state-office". It panics as [Class] does.
func Classes[T any]() T {
	var t T
	v := reflect.ValueOf(&t).Elem()
	for i := range v.NumField() {
		class := Class(className(v.Type().Field(i).Name))
		switch p := v.Field(i).Addr().Interface().(type) {
		case *Phrases:
			*p = phrasesOf(class)
		case *Set:
			*p = class
		default:
			panic("a field of classes is neither a Set nor Phrases: " + v.Type().Field(i).Name)
		}
	}
	return t
}

// phrasesOf sorts the phrases of a class by their first words.
func phrasesOf(class Set) Phrases {
	p := Phrases{}
	for phrase := range class {
		words := strings.Fields(phrase)
		p[words[0]] = append(p[words[0]], words[1:])
	}
	return p
}

// className writes the name of a field as that of a class: small letters, and a hyphen where a word begins.
func className(field string) string {
	var b strings.Builder
	for i, r := range field {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// classes reads the table once.
var classes = sync.OnceValue(func() map[string]Set {
	rows, err := Table("lexicon/classes.tsv", "class", "meaning", "words")
	if err != nil {
		panic(err)
	}
	m := make(map[string]Set, len(rows))
	for _, r := range rows {
		words := strings.Split(r.Fields[2], ", ")
		s := make(Set, len(words))
		for _, w := range words {
			s[w] = true
		}
		if m[r.Fields[0]] != nil {
			panic("lexicon/classes.tsv has the class " + r.Fields[0] + " twice")
		}
		m[r.Fields[0]] = s
	}
	return m
})
