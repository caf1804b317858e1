package export

import (
	"crypto/sha256"
	"iter"
	"strings"

	"demarche/render"
	"demarche/timeline"
)

// Dataset is what is exported. Events gives them by earliest day, then id, and may be ranged over more than once; an
// error ends it.
type Dataset struct {
	Head
	Events  iter.Seq2[*Entry, error]
	Omitted Omitted // what the format that drew it last had no place for; set by the format
}

// Head is what every output says of itself. Of the report's fields Events, Sources and Summary are empty: a format
// that tells them counts them.
type Head struct {
	*render.Report
	Scope     render.Scope
	StateName func(code string) string // the name of a state, its code where none is known
	WithText  bool                     // the articles' texts go into the formats that have a place for them
	MaxWords  int                      // most words of a quotation; 0 for all
	Database  string                   // name of the database's file without its ending, as Datasette calls it
}

// Entry is one event with the articles it cites, by key.
type Entry struct {
	render.Event
	Articles map[string]*Source
}

// Source is an article as an export cites it.
type Source struct {
	render.Source
	Licence string `json:"licence"`        // SPDX id or words; "" when unknown
	Text    string `json:"text,omitempty"` // only where it was asked for
}

// NewEntry makes what is drawn of an event. Licences gives the licence of an address, "" when unknown.
func (h *Head) NewEntry(e *timeline.Event, sources map[string]timeline.Source, licence func(url string) string) *Entry {
	out := &Entry{Event: render.View(e, sources, h.Scope), Articles: make(map[string]*Source, len(sources))}
	for key, s := range sources {
		a := &Source{Source: render.Cite(s), Licence: licence(s.URL)}
		if h.WithText {
			a.Text = strings.ToValidUTF8(s.Text, "\uFFFD")
		}
		out.Articles[key] = a
	}
	for _, st := range out.Statements {
		for i := range st.Reports {
			h.shorten(&st.Reports[i])
		}
	}
	if h.MaxWords > 0 {
		for i := range out.Context {
			out.Context[i].Text = firstWords(out.Context[i].Text, h.MaxWords)
		}
	}
	return out
}

// shorten cuts the words of a report where fewer are asked for; the sentence around them goes with the rest.
func (h *Head) shorten(w *render.Wording) {
	if h.MaxWords == 0 {
		return
	}
	if cut := firstWords(w.Text, h.MaxWords); cut != w.Text {
		w.Text = cut
	}
	w.Around = render.Around{Pieces: []string{"", w.Text}}
}

// firstWords cuts a text after n words, with an ellipsis in place of the others.
func firstWords(s string, n int) string {
	in := false
	for i, c := range s {
		space := c == ' ' || c == '\n' || c == '\t' || c == '\u00a0'
		switch {
		case space && in:
			in = false
			n--
		case !space && !in && n == 0:
			return strings.TrimRight(s[:i], " \n\t\u00a0") + " …"
		case !space:
			in = true
		}
	}
	return s
}

// article returns the article that a wording cites, with its key alone where the entry does not have it.
func (e *Entry) article(key string) *Source {
	if s := e.Articles[key]; s != nil {
		return s
	}
	return &Source{Source: render.Source{Key: key}}
}

// cites lists the keys of the articles of the event in the order in which a report cites them, none twice.
func (e *Entry) cites() []string {
	var keys []string
	seen := map[string]bool{}
	add := func(key string) {
		if !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	for _, st := range e.Statements {
		for i := range st.Reports {
			add(st.Reports[i].Source)
		}
	}
	for _, c := range e.Context {
		add(c.Source)
	}
	return keys
}

// eachSource gives every article that the events cite once, in the order in which they are first cited.
func (d *Dataset) eachSource(do func(*Source) error) error {
	seen := map[mark]bool{}
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		for _, key := range e.cites() {
			if m := markOf(key); !seen[m] {
				seen[m] = true
				if err := do(e.article(key)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// mark stands for a key in a set of many, in a fifth of its room.
type mark [16]byte

func markOf(key string) mark {
	sum := sha256.Sum256([]byte(key))
	return mark(sum[:16])
}
