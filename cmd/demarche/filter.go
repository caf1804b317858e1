package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/sqlite"
)

// filter is what the commands that show a relation ask for: their flags in common.
type filter struct {
	db, actors, since, until, speaker, direction, text string
	addressed                                          bool
}

// addTo gives the command the flags.
func (f *filter) addTo(cmd *cobra.Command) {
	dbFlag(cmd, &f.db)
	actorsFlag(cmd, &f.actors)
	fs := cmd.Flags()
	fs.StringVar(
		&f.since,
		"since",
		"",
		"only what may have been said on this `date` or later: 2023, 2023-06 or 2023-06-12",
	)
	fs.StringVar(&f.until, "until", "", "only what may have been said on this `date` or earlier")
	fs.StringVar(&f.speaker, "speaker", "", "only what a person or body said, by part of the `name`")
	fs.StringVar(
		&f.direction,
		"direction",
		"",
		"only one `way`: to (the first speaks to the second), from, joint or third",
	)
	fs.StringVar(
		&f.text,
		"text",
		"",
		"only with these `words`: all of them; \"in quotes\" a phrase; word* its beginnings; OR for either",
	)
	fs.BoolVar(&f.addressed, "addressed", false, "leave out what one says of the other without addressing it")
}

// view is a relation read from the database, with what is needed to show it.
type view struct {
	timeline.Relation
	names map[string]string // state code to name, for all states of the relation
	note  string            // where nothing was found: what there is instead
}

// read reads the relation of two states, named as a person would name them.
func (f *filter) read(cmd *cobra.Command, a, b string) (*view, error) {
	g, err := gazetteer(f.actors)
	if err != nil {
		return nil, err
	}
	q, err := f.query(cmd, g, a, b)
	if err != nil {
		return nil, err
	}
	s, err := openToRead(f.db)
	if err != nil {
		return nil, err
	}
	v := &view{}
	if v.Relation, err = s.Relations().Between(cmd.Context(), q); err == nil {
		v.names = stateNames(g, &v.Relation)
		timeline.NewHouses(g).Note(v.Sources)
		if len(v.Events) == 0 {
			v.note, err = f.insteadOf(cmd, s, g, q)
		}
	}
	return v, errors.Join(err, s.Close())
}

// query checks the flags.
func (f *filter) query(cmd *cobra.Command, g *actors.Gazetteer, a, b string) (sqlite.Filter, error) {
	a, b, err := pair(cmd, g, a, b)
	if err != nil {
		return sqlite.Filter{}, err
	}
	return f.conditions(cmd, a, b)
}

// conditions checks the flags for states that are given by code, "" for none.
func (f *filter) conditions(cmd *cobra.Command, a, b string) (sqlite.Filter, error) {
	q := sqlite.Filter{A: a, B: b, Speaker: f.speaker, Text: f.text, Addressed: f.addressed}
	var err error
	if q.Since, q.Until, err = daySpan(cmd, f.since, f.until); err != nil {
		return q, err
	}
	ways := map[string]timeline.Direction{
		"": "", "to": timeline.AToB, "from": timeline.BToA, "joint": timeline.Joint, "third": timeline.Third,
		"a>b": timeline.AToB, "b>a": timeline.BToA,
	}
	way, ok := ways[strings.ToLower(f.direction)]
	if !ok {
		return q, usage(cmd, "--direction %q is none of to, from, joint, third", f.direction)
	}
	q.Direction = way
	if q.Text != "" {
		if err := sqlite.CheckText(q.Text); err != nil {
			return q, usage(cmd, "--text %s: %v", clean(q.Text), err)
		}
	}
	return q, nil
}

// inputHash is the SHA-256 over the hashes of the articles that the relation cites, sorted: it names what it was made
// from.
func inputHash(rel timeline.Relation) string {
	h := sha256.New()
	for _, key := range slices.Sorted(maps.Keys(rel.Sources)) {
		h.Write([]byte(rel.Sources[key].SHA256 + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil))
}
