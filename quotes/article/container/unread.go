package container

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"demarche/quotes/article/format"
)

// Unread is the error of an input in a format that no reader knows.
type Unread struct {
	Name   string
	Format format.Format
}

// Error says what the input is and what to do.
func (e *Unread) Error() string {
	return fmt.Sprintf("%s: %s is not read; %s", e.Name, e.Format.Name, e.Format.Remedy)
}

// LeftOut counts the files of a folder or an archive that are passed over, by what they are.
type LeftOut struct {
	n  int
	by map[format.Format]int
}

// Add counts a file of that format.
func (l *LeftOut) Add(f format.Format) { l.AddAll(f, 1) }

// AddAll counts n files.
func (l *LeftOut) AddAll(f format.Format, n int) {
	if l.by == nil {
		l.by = map[format.Format]int{}
	}
	f.Remedy = ""
	l.n += n
	l.by[f] += n
}

// Any reports whether a file was counted.
func (l *LeftOut) Any() bool { return l.n > 0 }

// String tells how many files were left out and what they are, the commonest first: "7 left out: 4 images, 3 texts of
// another kind (.log)".
func (l *LeftOut) String() string {
	kinds := slices.SortedFunc(maps.Keys(l.by), func(a, b format.Format) int {
		return cmp.Or(l.by[b]-l.by[a], strings.Compare(a.Plural, b.Plural), strings.Compare(a.Name, b.Name))
	})
	parts := make([]string, len(kinds))
	for i, k := range kinds {
		if parts[i] = fmt.Sprintf("%d %s", l.by[k], k.Plural); l.by[k] == 1 {
			_, name, _ := strings.Cut(k.Name, " ") // without its article
			parts[i] = "1 " + name
		}
	}
	return fmt.Sprintf("%d left out: %s", l.n, strings.Join(parts, ", "))
}

// left is something to be passed over that is no file of a format: one is with its article.
func left(one, many string) format.Format {
	return format.Format{Kind: format.Unread, Name: one, Plural: many}
}

// textEnding reports whether an ending is that of plain texts that are taken for articles in a folder or an archive,
// where nobody has named them one by one.
func textEnding(ending string) bool { return ending == ".txt" || ending == ".text" || ending == ".asc" }

// passedOver says what a file of a folder or an archive is where it is passed over though it could be read: a text of
// an unknown ending.
func passedOver(f format.Format, name string) (what format.Format, over bool) {
	ending := format.Ending(name)
	switch {
	case f.Kind != format.Text || textEnding(ending):
		return f, false
	case ending == "":
		return left("a text without an ending", "texts without an ending"), true
	}
	return left("a text of another kind ("+ending+")", "texts of another kind ("+ending+")"), true
}

// Companions are the files that browsers put beside a saved page.
func Companions() format.Format {
	return left("a companion of a saved page", "companions of saved pages")
}

// Hidden reports whether a file of a folder or an archive is one that systems put there for themselves.
func Hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" || part == "Thumbs.db" ||
			part == "desktop.ini" {
			return true
		}
	}
	return false
}

// Page returns the names that the page of a folder of companions may have, none where the name is not that of such a
// folder in the language of a browser: of "a/X_files" they are "a/X.html", "a/X.htm" and "a/X.xhtml".
func Page(folder string) []string {
	for _, c := range []string{
		"_files", ".files", "_fichiers", "-Dateien", "_archivos", "_bestanden", "_file", "_pliki",
	} {
		if base, ok := strings.CutSuffix(folder, c); ok && path.Base(base) != "." && !strings.HasSuffix(base, "/") &&
			base != "" {
			return []string{base + ".html", base + ".htm", base + ".xhtml"}
		}
	}
	return nil
}
