package container

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// object is a JSON object whose members are not read yet.
type object = map[string]json.RawMessage

// jsonReader reads the tokens of a document until it comes to a list of articles.
type jsonReader struct {
	in    *stream
	out   *sink
	size  *valueSize
	d     *json.Decoder
	depth int    // open objects and lists
	site  string // who publishes the list, as the object around it says
}

// read reads one or several documents of JSON: an article, a list of articles, or an object with such a list in it.
// The elements of a list are read one by one.
func (j *jsonReader) read() error {
	j.in.wide()
	j.in.skipMark()
	j.size = &valueSize{r: j.in.b, most: 2 * article.MaxLine}
	j.d = json.NewDecoder(j.size)
	for {
		err := j.document()
		switch {
		case errors.Is(err, io.EOF) && j.depth == 0:
			return nil
		case errors.Is(err, errEnough) || j.out.ctx.Err() != nil:
			return err
		case err != nil:
			return j.in.errorf("damaged or truncated JSON after %d (%s); get it again", j.out.n, reason(err))
		}
	}
}

// document reads one document.
func (j *jsonReader) document() error {
	j.site = ""
	t, err := j.token()
	switch {
	case err != nil:
		return err
	case t == json.Delim('['):
		return j.list()
	case t == json.Delim('{'):
		return j.object()
	}
	return errors.New("no object and no list")
}

// token returns the next token and keeps count of what is open.
func (j *jsonReader) token() (json.Token, error) {
	t, err := j.d.Token()
	switch t {
	case json.Delim('['), json.Delim('{'):
		j.depth++
	case json.Delim(']'), json.Delim('}'):
		j.depth--
	}
	j.size.n = 0
	return t, err
}

// object reads an object that was opened: the lists of articles in it, or the article that it is.
func (j *jsonReader) object() error {
	members, listed := object{}, false
	for j.d.More() {
		t, err := j.token()
		if err != nil {
			return err
		}
		name, _ := t.(string)
		if format.ListName(name) && j.depth <= maxLists {
			was, err := j.member(name, members)
			if err != nil {
				return err
			}
			listed = listed || was
			continue
		}
		var v json.RawMessage
		if err := j.d.Decode(&v); err != nil {
			return err
		}
		j.size.n = 0
		members[name] = v
		j.publisher(name, v, members)
	}
	if _, err := j.token(); err != nil || listed {
		return err
	}
	return j.article(members)
}

// maxLists is how deep a list of articles may stand in objects.
const maxLists = 3

// member reads a member that may be a list of articles or an object with one; any other value is kept.
func (j *jsonReader) member(name string, members object) (listed bool, err error) {
	t, err := j.token()
	switch {
	case err != nil:
		return false, err
	case t == json.Delim('['):
		return true, j.list()
	case t == json.Delim('{'):
		return true, j.object()
	}
	members[name], err = json.Marshal(t)
	return false, err
}

// publisher notes who publishes a list of entries: a feed in JSON by its title, a channel by its name.
func (j *jsonReader) publisher(name string, v json.RawMessage, members object) {
	var s string
	if j.depth != 1 || json.Unmarshal(v, &s) != nil {
		return
	}
	feed := strings.Contains(string(members["version"]), "jsonfeed.org")
	channel := strings.Contains(string(members["type"]), "channel")
	switch {
	case name == "title" && feed:
		j.site = s
	case name == "type" && channel, name == "version" && feed:
		of := map[bool]string{true: "name", false: "title"}[channel]
		_ = json.Unmarshal(members[of], &j.site) // where it came before
	case name == "name" && channel:
		j.site = s
	}
}

// list reads the elements of a list that was opened.
func (j *jsonReader) list() error {
	for j.d.More() {
		var v json.RawMessage
		if err := j.d.Decode(&v); err != nil {
			return err
		}
		j.size.n = 0
		var members object
		var address string
		var err error
		switch {
		case json.Unmarshal(v, &members) == nil && members != nil:
			err = j.article(members)
		case json.Unmarshal(v, &address) == nil && strings.HasPrefix(address, "http"):
			err = j.out.made(article.Record{URL: address})
		default:
			j.out.pass("a value without a text", "values without a text")
		}
		if err != nil {
			return err
		}
	}
	_, err := j.token()
	return err
}

// article yields the article that an object is. What has neither text nor address is passed over and counted.
func (j *jsonReader) article(members object) error {
	if inner, ok := members["fields"]; ok { // the Guardian's articles have their parts there
		var fields object
		if json.Unmarshal(inner, &fields) == nil {
			for name, v := range fields {
				if _, ok := members[name]; !ok {
					members[name] = v
				}
			}
		}
	}
	rec, err := article.RecordOf(members)
	switch {
	case err != nil:
		return j.out.flaw(err)
	case rec.Text == "" && rec.URL == "":
		j.out.pass("a value without a text", "values without a text")
		return nil
	}
	if rec.Outlet == "" {
		rec.Outlet = j.site
	}
	return j.out.made(rec)
}
