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
	// tooWide is the number of lines that are wider still. Lower it; never raise it.
	tooWide = 23
	// mostTerms is the largest number of terms of a condition.
	mostTerms = 6
	// tooLong is the number of conditions that have more. Lower it; never raise it.
	tooLong = 9
	// complexPath lists the functions above mostPaths. The list may only shrink.
	complexPath = "testdata/complex.txt"
)

// TestCodeIsReadable holds the functions of the house to mostPaths and its lines to widest, but for what is listed.
func TestCodeIsReadable(t *testing.T) {
	b, err := os.ReadFile(complexPath)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for name := range strings.Lines(string(b)) {
		listed[strings.TrimSpace(name)] = true
	}
	wide := 0
	var long []string
	for _, root := range []string{"cmd", "data", "quotes", "render", "timeline"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			wide += wideLines(string(src))
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, path, src, 0)
			if err != nil {
				return err
			}
			for _, e := range longConditions(f) {
				long = append(long, fset.Position(e.Pos()).String())
			}
			room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../../")
			for _, decl := range f.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok {
					continue
				}
				name, n := room+"."+bearer(fn)+fn.Name.Name, paths(fn)
				switch {
				case n > mostPaths && !listed[name]:
					t.Errorf("%s has a complexity of %d, want at most %d: divide it", name, n, mostPaths)
				case n > mostPaths:
					delete(listed, name)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name := range listed {
		t.Errorf("%s is simple now or gone: take it out of %s", name, complexPath)
	}
	if len(long) > tooLong {
		t.Errorf(
			"%d conditions have more than %d terms, want at most %d: name what they ask\n%s",
			len(long),
			mostTerms,
			tooLong,
			strings.Join(long, "\n"),
		)
	}
	if wide > tooWide {
		t.Errorf("%d lines are wider than %d columns, want at most %d", wide, widest, tooWide)
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

// wideLines counts the lines wider than widest.
func wideLines(src string) int {
	n := 0
	for line := range strings.Lines(src) {
		if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > widest {
			n++
		}
	}
	return n
}

// bearer is the type of a method with a full stop behind it, "" for a function.
func bearer(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return ""
	}
	typ := fn.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if id, ok := typ.(*ast.Ident); ok {
		return id.Name + "."
	}
	return ""
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
