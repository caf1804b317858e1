package main

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline"
)

// newMerging returns the command "merging".
func newMerging() *cobra.Command {
	var actorsFile string
	var show bool
	c := &cobra.Command{
		Use:   "merging FACTS",
		Short: "measure what is merged of statements that several outlets word",
		Long: `Put each English wording of a public statement in a short article of our own,
merge what is found in all of them, and compare pairs of wordings: those of one
fact are one event, those of one utterance one statement. FACTS is JSON Lines,
  {"id","speaker","speaker_office","addressees":[{"name"}],"date_said",
   "channel","medium","place",
   "quotes":[{"exact","outlet","published","form","lang"}]}
Each wording is told in several ways, one a turn; the figures are over all of
them.`,
		Example: "  go run ./cmd/eval merging facts.jsonl",
		Args:    cobra.ExactArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			return measureMerging(ctx, w, names[0], actorsFile, show)
		}),
	}
	actorsFlag(c, &actorsFile)
	c.Flags().BoolVar(&show, "errors", false, "list the pairs that are wrong or missing")
	return c
}

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

// told is a wording in an article, and where it came out.
type told struct {
	fact, place      int
	statement        string // that it belongs to
	event, utterance string // that it came out in, "" for none
	text             string
	as               string // what the report was resolved to
}

func measureMerging(ctx context.Context, w io.Writer, name, actorsFile string, show bool) error {
	facts, err := readFacts(name)
	if err != nil {
		return err
	}
	x, err := newExtraction(actorsFile)
	if err != nil {
		return err
	}
	var events, statements ratio
	together := 0
	for turn := range len(tellers()) {
		list, err := tellAll(ctx, facts, turn, x)
		if err != nil {
			return err
		}
		e := comparePairs(
			list,
			func(a *told) string { return a.event },
			func(a *told) string { return facts[a.fact].happening() },
		)
		s := comparePairs(
			list,
			func(a *told) string { return a.utterance },
			func(a *told) string { return a.statement },
		)
		found := 0
		for i := range list {
			if list[i].event != "" {
				found++
			}
		}
		fmt.Fprintf(w, "turn %d: %d wordings, %d found; events %v; statements %v\n", turn+1, len(list), found, e, s)
		if show {
			showPairs(w, facts, list)
		}
		together += wordedTogether(list)
		events = events.plus(e)
		statements = statements.plus(s)
	}
	fmt.Fprintf(w, "all: events %v; statements %v\n", events, statements)
	fmt.Fprintf(w, "wordings of one statement that are in one event: %.1f %%\n", share(together, statements.annotated))
	return nil
}

func (r ratio) plus(o ratio) ratio {
	return ratio{r.right + o.right, r.predicted + o.predicted, r.annotated + o.annotated}
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

// tellAll writes an article for each English wording, reads them, and merges what is found.
func tellAll(ctx context.Context, facts []fact, turn int, x *extraction) ([]told, error) {
	of := statementsOf()
	var list []told
	for i := range facts {
		for j, q := range facts[i].Quotes {
			if q.Lang != "en" {
				continue
			}
			key := facts[i].ID + " " + strconv.Itoa(j)
			t := told{fact: i, place: j, statement: "alone " + key, text: q.Exact}
			if n, ok := of[key]; ok {
				t.statement = strconv.Itoa(n)
			}
			list = append(list, t)
		}
	}
	sources := map[string]timeline.Source{}
	found := each(list, func(t *told) []timeline.Event {
		a := tellers()[(t.place+turn)%len(tellers())].article(&facts[t.fact], t.place)
		d := text.Parse(a.Text)
		return timeline.Build(a, d, x.quotes.Extract(d, quotes.Options{Title: a.Title}), x.actors)
	})
	var all []timeline.Event
	for i := range list {
		t := &list[i]
		a := tellers()[(t.place+turn)%len(tellers())].article(&facts[t.fact], t.place)
		sources[a.Key()] = timeline.NewSource(a)
		all = append(all, found[i]...)
	}
	find(list, facts, timeline.Merge(all, sources))
	return list, ctx.Err()
}

// find notes in which event and statement each wording came out: in that whose report has most of its words.
func find(list []told, facts []fact, events []timeline.Event) {
	byKey := map[string]*told{}
	for i := range list {
		byKey[articleKey(&facts[list[i].fact], list[i].place)] = &list[i]
	}
	most := map[*told]int{}
	for i := range events {
		for _, s := range events[i].Statements {
			for _, r := range s.Reports {
				t := byKey[r.ArticleKey]
				if n := commonWords(r.Text, t.text); n > most[t] {
					most[t], t.event, t.utterance, t.as = n, events[i].ID, s.ID, resolvedAs(&r)
				}
			}
		}
	}
}

// resolvedAs tells who a report has speaking to whom, how and when.
func resolvedAs(r *timeline.Report) string {
	name := func(list []timeline.Party) string {
		var out []string
		for _, p := range list {
			id := p.ID
			if p.FromText() {
				id = p.Name
			}
			out = append(out, id+"/"+p.State)
		}
		return strings.Join(out, "+")
	}
	return fmt.Sprintf(
		"%s > %s, %s, %s %s, %q",
		name(r.Speakers),
		name(r.Addressees),
		r.Channel,
		r.Said.EDTF,
		r.Said.Basis,
		r.Text,
	)
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

// commonWords counts the words of t that are in s.
func commonWords(s, t string) int {
	n := 0
	have := map[string]bool{}
	for _, w := range letterWords(s) {
		have[w] = true
	}
	for _, w := range letterWords(t) {
		if have[w] {
			n++
		}
	}
	return n
}

func letterWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r < 'a' || r > 'z' })
}

// comparePairs compares all pairs of wordings: came are where they came out, belong where they should.
func comparePairs(list []told, came, belong func(*told) string) ratio {
	var r ratio
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			one := belong(&list[i]) == belong(&list[j])
			if one {
				r.annotated++
			}
			if c := came(&list[i]); c != "" && c == came(&list[j]) {
				r.predicted++
				if one {
					r.right++
				}
			}
		}
	}
	return r
}

// wordedTogether counts the pairs of wordings of one statement that came out in one event.
func wordedTogether(list []told) int {
	n := 0
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			a, b := &list[i], &list[j]
			if a.statement == b.statement && a.event != "" && a.event == b.event {
				n++
			}
		}
	}
	return n
}

// showPairs lists the events that are wrong, and what is missing in each fact.
func showPairs(w io.Writer, facts []fact, list []told) {
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			a, b := &list[i], &list[j]
			same := a.event != "" && a.event == b.event
			switch {
			case same && facts[a.fact].happening() != facts[b.fact].happening():
				fmt.Fprintf(w, "  joined: %s %d %s\n    %s %d %s\n",
					facts[a.fact].ID, a.place, a.as, facts[b.fact].ID, b.place, b.as)
			case !same && a.fact == b.fact:
				fmt.Fprintf(
					w,
					"  apart: %v %s %d %s\n    %d %s\n",
					a.statement == b.statement,
					facts[a.fact].ID,
					a.place,
					a.as,
					b.place,
					b.as,
				)
			case same && a.statement == b.statement && a.utterance != b.utterance:
				fmt.Fprintf(w, "  two statements: %q, %q\n", a.text, b.text)
			case same && a.statement != b.statement && a.utterance == b.utterance:
				fmt.Fprintf(w, "  one statement: %q, %q\n", a.text, b.text)
			}
		}
	}
}
