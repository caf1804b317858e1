package main

import (
	"bufio"
	"fmt"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/sqlite"
)

// mostShown is how many of an actor's reports are listed.
const mostShown = 1000

// shownActor is what "show --json" prints of an actor.
type shownActor struct {
	Kind   string     `json:"kind"` // actor
	ID     string     `json:"id"`
	Name   string     `json:"name"`
	Is     string     `json:"is"` // person, state, organisation or medium
	State  string     `json:"state"`
	Also   []string   `json:"also"`
	Terms  []termJSON `json:"terms"`
	Spoken []spoken   `json:"spoken"`
}

// spoken is a report in which an actor speaks.
type spoken struct {
	Report     string `json:"report"`
	Day        string `json:"day"`
	Channel    string `json:"channel"`
	Addressees string `json:"addressees"`
	Words      string `json:"words"`
	Status     string `json:"status"`
}

// oneActor prints an actor with the terms of office and what it said.
func (x *shower) oneActor(g *actors.Gazetteer, a actors.Actor) error {
	list, err := x.store.Reports().OfActor(x.cmd.Context(), a.ID, mostShown)
	if err != nil {
		return err
	}
	out := shownActor{
		Kind: "actor", ID: a.ID, Name: a.Name, Is: string(a.Kind), State: a.State, Also: []string{}, Terms: []termJSON{},
		Spoken: []spoken{},
	}
	if e, ok := g.Lookup(a.ID); ok {
		out.Also = append(out.Also, e.Aliases...)
		for _, t := range shownTerms(e.Terms) {
			out.Terms = append(
				out.Terms,
				termJSON{t.State, t.Office, t.Title, t.Start, t.End, t.Seen, t.Acting, t.Origin},
			)
		}
	}
	for i := range list {
		out.Spoken = append(out.Spoken, spokenOf(&list[i]))
	}
	if x.json {
		return writeJSONLine(x.cmd.OutOrStdout(), out)
	}
	return x.printActor(&out)
}

func spokenOf(q *sqlite.Queued) spoken {
	return spoken{q.ID, q.Said.EDTF, string(q.Channel), partyNames(q.Addressees), q.Text, orMachine(q.Status)}
}

// printActor writes an actor in lines.
func (x *shower) printActor(a *shownActor) error {
	w := bufio.NewWriter(x.cmd.OutOrStdout())
	is := a.Is
	if a.State != "" {
		is += ", " + a.State
	}
	fmt.Fprintf(w, "actor %s  %s (%s)\n", clean(a.ID), clean(a.Name), clean(is))
	if len(a.Also) > 0 {
		fmt.Fprintf(w, "also: %s\n", clean(strings.Join(a.Also, ", ")))
	}
	for _, t := range a.Terms {
		held := termDates(actors.Term{Start: t.Start, End: t.End, Seen: t.Seen, Acting: t.Acting})
		fmt.Fprintf(w, "  %s  %s\n", clean(held), clean(t.Title))
	}
	fmt.Fprintf(w, "speaks in %s\n", plural(len(a.Spoken), "report"))
	for _, s := range a.Spoken {
		to := ""
		if s.Addressees != "" {
			to = " to " + clean(s.Addressees)
		}
		day := s.Day
		if day == "" {
			day = "unknown day"
		}
		fmt.Fprintf(w, "  %s  %s  %s%s: %s\n", clean(day), s.Report, s.Channel, to, clean(s.Words))
	}
	return w.Flush()
}
