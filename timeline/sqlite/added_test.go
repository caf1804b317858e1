package sqlite

import (
	"context"
	"encoding/json"
	"testing"

	"demarche/quotes"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// addedBody is an article in which the program finds the first statement, and a person the second.
const addedBody = "Kim said: «We will help.» He added that no storm would part them. «We will help them all,» he said."

// addition is a report of the words of addedBody, in the mouth of somebody.
func addition(words, speaker string) (*edits.Addition, string) {
	value, err := json.Marshal([]map[string]string{{"id": speaker, "name": speaker, "kind": "person", "state": "PRK"}})
	if err != nil {
		panic(err)
	}
	a := &edits.Addition{
		Article: "a1", Words: words, Form: quotes.Indirect, Values: map[string]json.RawMessage{"speaker": value},
	}
	return a, record.ReportID("a1", words, 1)
}

func addedStore(t *testing.T) (*Store, *Entry) {
	t.Helper()
	s, a := open(t), newArticle("a1", addedBody)
	a.ID = "a1"
	kim := actors.Actor{ID: "kim-jong-un", Name: "Kim Jong Un", Kind: actors.Person, State: "PRK"}
	e := &Entry{Article: a, Events: []timeline.Event{newEvent(a, kim, actors.Actor{}, "2023-06-12")}}
	putEntry(t, s, e)
	return s, e
}

func putEntry(t *testing.T, s *Store, e *Entry) {
	t.Helper()
	if o, err := s.Put(context.Background(), e.Article, e.Events); err != nil || o.Err != nil {
		t.Fatal(err, o.Err)
	}
}

// add adds a report and returns its id.
func add(t *testing.T, s *Store, words, speaker string) string {
	t.Helper()
	a, id := addition(words, speaker)
	e := a.Edit(id)
	e.Who, e.At = "Ada", "2026-11-28T12:00:00Z"
	if err := s.Edit(context.Background(), e); err != nil {
		t.Fatal(err)
	}
	return id
}

// speakerOf is who speaks in a report, and the words of it.
func speakerOf(t *testing.T, s *Store, id string) (speaker, words string) {
	t.Helper()
	r, _, err := s.Reports().Get(context.Background(), id)
	if err != nil || len(r.Speakers) != 1 {
		t.Fatalf("report %s: %v, %v", id, r.Speakers, err)
	}
	return r.Speakers[0].ID, r.Text
}

// found is the report that a program finds of words of the article.
func found(e *Entry, words string) timeline.Report {
	r := e.Events[0].Statements[0].Reports[0]
	r.Content, r.Text = edits.Locate(addedBody, words, 0), words
	r.ID, r.Around = record.ReportID("a1", words, 1), r.Content[0]
	return r
}

// TestProgramFindsWhatWasAdded adds a report, which the program finds when it reads the article again: what the person
// said lies over it, and when the addition is taken back, what the program says is left.
func TestProgramFindsWhatWasAdded(t *testing.T) {
	s, e := addedStore(t)
	words := "no storm would part them"
	id := add(t, s, words, "choe-son-hui")
	if who, _ := speakerOf(t, s, id); who != "choe-son-hui" {
		t.Errorf("%s speaks", who)
	}
	e.Events = append(e.Events, record.Gather(record.EventID(id), []timeline.Report{found(e, words)}, nil))
	putEntry(t, s, e)
	if who, _ := speakerOf(t, s, id); who != "choe-son-hui" {
		t.Errorf("%s speaks after the program has found it", who)
	}
	list, err := s.Edits().All(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	back, err := edits.Undo(list, 1)
	if err != nil {
		t.Fatal(err)
	}
	back.Who, back.At = "Ada", "2026-11-28T12:00:00Z"
	if err := s.Edit(context.Background(), back); err != nil {
		t.Fatal(err)
	}
	if who, _ := speakerOf(t, s, id); who != "kim-jong-un" {
		t.Errorf("%s speaks after the addition is taken back", who)
	}
	if a, err := s.Check(context.Background()); err != nil || a.Reports != 2 {
		t.Errorf("%v, %+v", err, a)
	}
}

// TestAddedIsNotTakenForLikeWords adds a report; the program finds other words, which are like it: both are there.
func TestAddedIsNotTakenForLikeWords(t *testing.T) {
	s, e := addedStore(t)
	id := add(t, s, "We will help them all", "choe-son-hui")
	like := found(e, "«We will help them all,»")
	like.ID = record.ReportID("a1", "We will help them all, he said", 1)
	like.Text, like.Content = "We will help them all,» he said", edits.Locate(
		addedBody,
		"We will help them all,» he said",
		0,
	)
	e.Events = append(e.Events, record.Gather(record.EventID(like.ID), []timeline.Report{like}, nil))
	putEntry(t, s, e)
	if who, words := speakerOf(t, s, id); who != "choe-son-hui" || words != "We will help them all" {
		t.Errorf("%s says %q", who, words)
	}
	if who, _ := speakerOf(t, s, like.ID); who != "kim-jong-un" {
		t.Errorf("%s says what the program found", who)
	}
	if a, err := s.Check(context.Background()); err != nil || a.Reports != 3 {
		t.Errorf("%v, %+v", err, a)
	}
}

// TestBadAdditionIsRefused stores edits that add what is no report.
func TestBadAdditionIsRefused(t *testing.T) {
	s, _ := addedStore(t)
	for _, value := range []string{
		`x`, `{}`, `{"article":"a1","words":"We","form":"sung"}`,
		`{"article":"a1","words":"We","form":"direct","at":-1}`,
		`{"article":"a1","words":"We","form":"direct","values":{"mood":"bad"}}`,
		`{"article":"a1","words":"We","form":"direct","values":{"day":"\"never\""}}`,
	} {
		e := record.Edit{
			Kind:   edits.Kind,
			Target: "r1",
			Field:  edits.AddField,
			Who:    "Ada",
			At:     "2026-11-28T12:00:00Z",
			After:  &value,
		}
		if err := s.Edit(context.Background(), e); err == nil {
			t.Errorf("%s was stored", value)
		}
	}
	if list, err := s.Edits().All(context.Background()); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
}
