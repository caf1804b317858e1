package desk

import (
	"embed"
	"html/template"
	"io"
)

//go:embed assets
var assets embed.FS

// Style and Script are the files that pages ask for beside themselves.
func Style() []byte  { return asset("assets/desk.css") }
func Script() []byte { return asset("assets/desk.js") }

func asset(name string) []byte {
	b, err := assets.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return b
}

// pages are the templates, each with the frame around it.
var pages = template.Must(template.New("").Funcs(template.FuncMap{
	"in":    func(e Edited, f Field, query string) inForm { return inForm{e, &f, query} },
	"under": func(p Page, rows []Row) rowsUnder { return rowsUnder{p, rows} },
	"inc":   func(i int) int { return i + 1 },
}).ParseFS(assets, "assets/*.html"))

// inForm is a field with what its form tells of the thing that it is of, and of the queue.
type inForm struct {
	Edited
	Field *Field
	Query string
}

// rowsUnder are rows of a page that has several lists of them.
type rowsUnder struct {
	Page
	Rows []Row
}

// Draw writes the page of a view. The error is the writer's.
func Draw(w io.Writer, view any) error { return pages.ExecuteTemplate(w, nameOf(view), view) }

// nameOf is the name of a view's template.
func nameOf(view any) string {
	switch view.(type) {
	case *Queue:
		return "queue"
	case *Statement:
		return "statement"
	case *Log:
		return "log"
	case *Article:
		return "article"
	case *Found:
		return "found"
	case *Actor:
		return "actor"
	case *Actors:
		return "actors"
	case *Event:
		return "event"
	case *Relations:
		return "relations"
	case *Waiting:
		return "waiting"
	case *Sources:
		return "sources"
	}
	return "message"
}
