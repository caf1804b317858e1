package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

const (
	// mostPaths is the largest cyclomatic complexity of a function: 1, and 1 for each branch, loop, case and further
	// term of a condition.
	mostPaths = 20
	// widest is the number of columns of a line, a tab counted as one.
	widest = 120
	// mostTerms is the largest number of terms of a condition.
	mostTerms = 6
)

// TestCodeIsReadable holds the functions of the house to mostPaths, its conditions to mostTerms and its lines to
// widest.
func TestCodeIsReadable(t *testing.T) {
	for _, root := range []string{"cmd", "data", "quotes", "render", "timeline"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, n := range wideLines(string(src)) {
				t.Errorf("%s:%d: wider than %d columns", path, n, widest)
			}
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, path, src, 0)
			if err != nil {
				return err
			}
			for _, e := range longConditions(f) {
				t.Errorf("%s: a condition of more than %d terms: name what it asks", fset.Position(e.Pos()), mostTerms)
			}
			for _, decl := range f.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && paths(fn) > mostPaths {
					t.Errorf(
						"%s: %s has a complexity of %d, want at most %d: divide it",
						fset.Position(fn.Pos()), fn.Name.Name, paths(fn), mostPaths,
					)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// longConditions are the conditions of a file that have more than mostTerms terms.
func longConditions(f *ast.File) []ast.Expr {
	var list []ast.Expr
	ast.Inspect(f, func(n ast.Node) bool {
		e, ok := n.(*ast.BinaryExpr)
		if !ok || terms(e) == 1 {
			return true
		}
		if terms(e) > mostTerms {
			list = append(list, e)
		}
		return false
	})
	return list
}

// terms counts what a condition joins by && and ||.
func terms(e ast.Expr) int {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return terms(e.X)
	case *ast.UnaryExpr:
		return terms(e.X)
	case *ast.BinaryExpr:
		if e.Op == token.LAND || e.Op == token.LOR {
			return terms(e.X) + terms(e.Y)
		}
	}
	return 1
}

// wideLines are the numbers, from 1, of the lines wider than widest.
func wideLines(src string) []int {
	var list []int
	n := 0
	for line := range strings.Lines(src) {
		n++
		if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > widest {
			list = append(list, n)
		}
	}
	return list
}

// paths is the cyclomatic complexity of a function, functions inside it included.
func paths(fn *ast.FuncDecl) int {
	n := 1
	ast.Inspect(fn, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if x.List != nil {
				n++
			}
		case *ast.CommClause:
			if x.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}
