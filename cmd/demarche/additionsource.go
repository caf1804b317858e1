package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"demarche/quotes/article"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// toSource adds the statement to a source that is read first.
func (o *additionOptions) toSource(cmd *cobra.Command, p *pipeline, by record.Edit) error {
	a, err := o.read(cmd)
	if err != nil {
		return err
	}
	reader, err := readerName(o.actors)
	if err != nil {
		return err
	}
	events, err := p.events(a)
	if err != nil {
		return err
	}
	list, err := o.edits(cmd, p.actors, a.Key(), a.Text, by, func(string) (*record.Report, error) { return nil, nil })
	if err != nil {
		return err
	}
	return o.store(cmd, &sqlite.Entry{Article: a, Events: events, Reader: reader}, list)
}

// read reads the one article of a source.
func (o *additionOptions) read(cmd *cobra.Command) (*article.Article, error) {
	in := &inputs{ctx: cmd.Context(), stdin: cmd.InOrStdin(), given: o.given}
	in.web.polite = newPolite()
	var out []*article.Article
	for s := range in.sources([]string{o.source}) {
		if s.read == nil {
			continue
		}
		a, err := s.read(cmd.Context())
		if err != nil {
			return nil, err
		}
		if out = append(out, parts(a)...); len(out) > 1 {
			return nil, fmt.Errorf(
				"%s: more than one article; add it with demarche add, and name the article",
				o.source,
			)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no article in it", o.source)
	}
	return out[0], nil
}

// store stores the source, nil for none, and then the edits, and says what was done.
func (o *additionOptions) store(cmd *cobra.Command, e *sqlite.Entry, list []record.Edit) error {
	if !o.dryRun {
		if err := o.write(cmd.Context(), e, list); err != nil {
			return err
		}
	}
	for i := range list {
		if err := o.tell(cmd, editedBy("add-statement", &list[i]),
			fmt.Sprintf("%s of %s: %s", list[i].Field, list[i].Target, shownValue(&list[i], list[i].After))); err != nil {
			return err
		}
	}
	return nil
}

// write writes the source and the edits.
func (o *additionOptions) write(ctx context.Context, e *sqlite.Entry, list []record.Edit) error {
	to, err := openTarget(o.db)
	if err != nil {
		return err
	}
	if e != nil {
		outcomes, err := to.PutAll(ctx, []sqlite.Entry{*e})
		if err == nil {
			err = outcomes[0].Err
		}
		if err != nil {
			return errors.Join(err, to.Close())
		}
	}
	s, err := to.open()
	if err == nil {
		err = s.Edit(ctx, list...)
	}
	return errors.Join(err, to.Close())
}
