package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// mostVariables is the number of variables of packages that the code may have outside tests: tables that are read
// once, patterns gathered by concept, embedded files. Lower it when one goes; never raise it.
const mostVariables = 59

// TestVariablesAreFew counts the variables of packages.
func TestVariablesAreFew(t *testing.T) {
	var found []string
	for _, root := range []string{"cmd", "data", "quotes", "render", "timeline"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			for _, name := range variables(f) {
				found = append(found, strings.TrimPrefix(filepath.ToSlash(path), "../../")+": "+name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(found) > mostVariables {
		t.Errorf("%d variables of packages, want at most %d: make them local, constants, functions, or fields of the "+
			"table of their concept\n%s", len(found), mostVariables, strings.Join(found, "\n"))
	}
}

// variables are the names of the variables that a file declares outside functions.
func variables(f *ast.File) []string {
	var names []string
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, s := range g.Specs {
			for _, n := range s.(*ast.ValueSpec).Names {
				if n.Name != "_" {
					names = append(names, n.Name)
				}
			}
		}
	}
	return names
}
