package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"demarche/data"
)

// untestedPath lists the words of lexicon/classes.tsv that stand in no text of a test. The list may only shrink: a
// new word comes with a case that holds it.
const untestedPath = "testdata/untested-words.txt"

// TestWordsAreTested holds every word of the classes to a text of a test that it stands in, or to the list of the
// untested.
func TestWordsAreTested(t *testing.T) {
	texts := testTexts(t)
	rows, err := data.Table("lexicon/classes.tsv", "class", "meaning", "words")
	if err != nil {
		t.Fatal(err)
	}
	untested := map[string]bool{}
	for _, r := range rows {
		for _, w := range strings.Split(r.Fields[2], ", ") {
			// a punctuation mark is no word
			if spaced(w) != "" && !strings.Contains(texts, " "+spaced(w)+" ") {
				untested[w] = true
			}
		}
	}
	b, err := os.ReadFile(untestedPath)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for w := range strings.Lines(string(b)) {
		listed[strings.TrimSpace(w)] = true
	}
	for _, w := range slices.Sorted(maps.Keys(untested)) {
		if !listed[w] {
			t.Errorf("%q of lexicon/classes.tsv stands in no text of a test: add a case that holds it", w)
		}
	}
	for _, w := range slices.Sorted(maps.Keys(listed)) {
		if !untested[w] {
			t.Errorf("%q is tested now or gone: take it out of %s", w, untestedPath)
		}
	}
}

// formatFolders hold cases of formats, of the store, and of figures of people's codings, one of them a file: the words
// in them test no class of words.
var formatFolders = []string{
	"../../quotes/article/container", "../../quotes/article/document", "../../quotes/article/format", "../../quotes/article/testdata/formats",
	"../../timeline/agreement", "../../timeline/coding", "../../timeline/sqlite/added_test.go",
}

// testTexts returns the texts of all cases of quotes and timeline, in lower case, one space between their words.
func testTexts(t *testing.T) string {
	var all strings.Builder
	for _, root := range []string{"../../quotes", "../../timeline"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			folder := strings.Contains(filepath.ToSlash(path), "/testdata/")
			if d != nil && slices.Contains(formatFolders, filepath.ToSlash(path)) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if err != nil || d.IsDir() || !folder && !strings.HasSuffix(path, "_test.go") {
				return err
			}
			b, err := os.ReadFile(path)
			all.WriteString(spaced(string(b)) + " ")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return " " + all.String()
}

// spaced writes a text in lower case with one space between its words, possessives apart.
func spaced(s string) string {
	s = strings.ReplaceAll(strings.ToLower(s), "'s", " 's")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\''
	}), " ")
}

// TestClassesAreAskedFor holds every class of lexicon/classes.tsv to a place in the code that asks for it.
func TestClassesAreAskedFor(t *testing.T) {
	var code strings.Builder
	for _, root := range []string{"../../quotes", "../../timeline"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			b, err := os.ReadFile(path)
			code.Write(b)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	rows, err := data.Table("lexicon/classes.tsv", "class", "meaning", "words")
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{}
	for _, f := range strings.FieldsFunc(code.String(), func(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '"' && r != '-' }) {
		asked[strings.TrimSuffix(f, ".Within")] = true
	}
	for _, r := range rows {
		field := ""
		for _, part := range strings.Split(r.Fields[0], "-") {
			field += strings.ToUpper(part[:1]) + part[1:]
		}
		if !asked["words."+field] && !asked[`"`+r.Fields[0]+`"`] {
			t.Errorf("no room asks for the class %q of lexicon/classes.tsv: take it out", r.Fields[0])
		}
	}
}
