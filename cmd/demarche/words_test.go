package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mostWords is the number of different English words that may stand in the code of quotes and timeline. Lower it when
// words move to a table of data/lexicon; never raise it.
const mostWords = 294

// wordEndings are functions whose short strings are the ends of words.
var wordEndings = []string{"HasSuffix", "TrimSuffix", "CutSuffix"}

// notEnglish are folders whose strings are another language: the names of HTML and HTTP, of formats, of SQL.
var notEnglish = []string{
	"quotes/article",
	"quotes/article/format",
	"quotes/article/container",
	"quotes/article/document",
	"timeline/sqlite",
}

// messages are functions whose strings are for people or name tables, columns and formats.
var messages = []string{
	"Errorf",
	"New",
	"Sprintf",
	"Fprintf",
	"panic",
	"Table",
	"ParseTable",
	"readPairs",
	"Class",
	"FieldByName",
	"fail",
	"progress",
}

var (
	wordShape    = regexp.MustCompile(`^[a-z]['a-z\s.-]*$`)
	patternWords = regexp.MustCompile(`\\.|[a-z]{2,}`)
)

// TestWordsAreData counts the different English words that the code compares, lists or searches for, instead of
// asking for a class of data/lexicon: strings of small letters in comparisons, cases, lists, calls and regular
// expressions.
func TestWordsAreData(t *testing.T) {
	found := map[string]string{} // word to where it stands first
	for _, root := range []string{"quotes", "timeline"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(path string, d fs.DirEntry, err error) error {
			room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../../")
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
				slices.Contains(notEnglish, room) {
				return err
			}
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, path, nil, 0)
			if err != nil {
				return err
			}
			for l, pattern := range wordLiterals(f) {
				for _, w := range wordsOf(l, pattern) {
					if found[w] == "" {
						found[w] = fset.Position(l.Pos()).String()
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(found) > mostWords {
		for _, w := range slices.Sorted(func(yield func(string) bool) {
			for w, at := range found {
				if !yield(w + "\t" + at) {
					return
				}
			}
		}) {
			t.Log(w)
		}
		t.Errorf(
			"%d English words stand in quotes and timeline, want at most %d: move the new ones to a class of data/lexicon/classes.tsv",
			len(found),
			mostWords,
		)
	}
}

// wordLiterals returns the strings of a file that are compared, listed or passed on; true for those of a regular
// expression.
func wordLiterals(f *ast.File) map[*ast.BasicLit]bool {
	found := map[*ast.BasicLit]bool{}
	add := func(pattern bool, list ...ast.Expr) {
		for _, e := range list {
			if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
				found[l] = pattern
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				add(false, n.X, n.Y)
			}
		case *ast.CaseClause:
			add(false, n.List...)
		case *ast.CompositeLit:
			if !slices.ContainsFunc(n.Elts, notString) { // a row of a table begins with the name of a rule
				add(false, n.Elts...)
			}
		case *ast.KeyValueExpr:
			add(false, n.Key)
		case *ast.CallExpr:
			if name := called(n); !slices.Contains(messages, name) && !slices.Contains(wordEndings, name) {
				add(name == "MustCompile", n.Args...)
			}
		}
		return true
	})
	return found
}

// notString reports an expression that is no string.
func notString(e ast.Expr) bool {
	l, ok := e.(*ast.BasicLit)
	return !ok || l.Kind != token.STRING
}

// called is the bare name of the function of a call.
func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// wordsOf splits a string into its words; nil for one that holds no English.
func wordsOf(l *ast.BasicLit, pattern bool) []string {
	s, err := strconv.Unquote(l.Value)
	switch {
	case err != nil:
		return nil
	case pattern:
		var list []string
		for _, w := range patternWords.FindAllString(s, -1) {
			if w[0] != '\\' {
				list = append(list, w)
			}
		}
		return list
	case wordShape.MatchString(s):
		return slices.DeleteFunc(strings.Fields(s), func(w string) bool { return len(w) == 1 && w != "a" && w != "i" })
	}
	return nil
}
