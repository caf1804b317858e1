package main

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// fact is a public statement with the wordings of it.
type fact struct {
	ID         string `json:"id"`
	Speaker    string `json:"speaker"`
	Office     string `json:"speaker_office"`
	State      string `json:"speaker_state"`
	Addressees []struct {
		Name string `json:"name"`
	} `json:"addressees"`
	Said    string `json:"date_said"`
	Channel string `json:"channel"`
	Medium  string `json:"medium"`
	Place   string `json:"place"`
	Quotes  []struct {
		Exact     string `json:"exact"`
		Outlet    string `json:"outlet"`
		Published string `json:"published"`
		Form      string `json:"form"`
		Lang      string `json:"lang"`
	} `json:"quotes"`
}

// wordingsTable says which wordings of a fact are of one statement.
//
//go:embed wordings.tsv
var wordingsTable string

// statementsOf numbers the statements of the wordings, by fact and place of the wording.
func statementsOf() map[string]int {
	out := map[string]int{}
	for n, line := range strings.Split(wordingsTable, "\n") {
		id, places, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for place := range strings.SplitSeq(places, ",") {
			out[id+" "+place] = n
		}
	}
	return out
}

func readFacts(name string) ([]fact, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	var out []fact
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var x fact
		if err := json.Unmarshal(in.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, len(out)+1, err)
		}
		out = append(out, x)
	}
	return out, in.Err()
}

// happening names the event of a fact: a call or meeting is one, whichever side is quoted.
func (f *fact) happening() string {
	if f.Channel != "call" && f.Channel != "meeting" {
		return f.ID
	}
	parties := []string{f.Speaker}
	for _, a := range f.Addressees {
		parties = append(parties, a.Name)
	}
	slices.Sort(parties)
	return f.Channel + " " + f.Said + " " + strings.Join(parties, ", ")
}

// tellFacts writes an article for each English wording of the facts, in that turn.
func tellFacts(facts []fact, turn int) []told {
	of := statementsOf()
	var list []told
	for i := range facts {
		for j, q := range facts[i].Quotes {
			if q.Lang != "en" {
				continue
			}
			key := facts[i].ID + " " + strconv.Itoa(j)
			t := told{name: key, text: q.Exact, happening: facts[i].happening(), statement: "alone " + key}
			if n, ok := of[key]; ok {
				t.statement = strconv.Itoa(n)
			}
			t.article = tellers()[(j+turn)%len(tellers())].article(&facts[i], j)
			list = append(list, t)
		}
	}
	return list
}
