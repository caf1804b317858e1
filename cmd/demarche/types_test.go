package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// mostMethods is the number of methods above which a type is to be divided: no one can say in a sentence what it is
// for.
const mostMethods = 30

// bigTypes are the types that have more methods still, with their number. It may only shrink.
var bigTypes = map[string]int{
	"cmd/demarche.deskPages": 55,
}

// TestTypesAreSmall counts the methods that each type declares.
func TestTypesAreSmall(t *testing.T) {
	count := map[string]int{}
	for _, root := range []string{"cmd", "data", "quotes", "render", "timeline"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../../")
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil {
					count[room+"."+receiver(fn)]++
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, n := range count {
		switch most := max(mostMethods, bigTypes[name]); {
		case n > most:
			t.Errorf("%s has %d methods, want at most %d: divide it", name, n, most)
		case n < bigTypes[name]:
			t.Errorf("%s has %s: say so in bigTypes", name, fewer(n))
		}
	}
	for name := range bigTypes {
		if count[name] == 0 {
			t.Errorf("%s is gone: take it out of bigTypes", name)
		}
	}
}

// fewer tells what the list of big types must say of one that has lost methods.
func fewer(n int) string {
	if n <= mostMethods {
		return "few methods now, it needs no row"
	}
	return fmt.Sprintf("%d methods now", n)
}

// receiver is the name of the type that a method belongs to.
func receiver(fn *ast.FuncDecl) string {
	typ := fn.Recv.List[0].Type
	for {
		switch x := typ.(type) {
		case *ast.StarExpr:
			typ = x.X
		case *ast.IndexExpr:
			typ = x.X
		case *ast.IndexListExpr:
			typ = x.X
		case *ast.Ident:
			return x.Name
		default:
			return fmt.Sprintf("%T", typ)
		}
	}
}
