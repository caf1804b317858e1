package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"demarche/render/export"
	"demarche/timeline/actors"
	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// offer is who offers completions of what is typed for one argument or flag: values, each with a tab and a few words
// behind it where they help.
type offer func(x *completion, typed string) []string

// completion is a command line that is being completed.
type completion struct {
	cmd  *cobra.Command
	args []string // before the one that is typed
}

// complete gives the commands what completes their arguments and flags. What can't be read completes nothing.
func complete(root *cobra.Command) {
	ofArgs, ofFlags, ofOne := argumentOffers(), flagOffers(), ownFlagOffers()
	var wire func(cmd *cobra.Command)
	wire = func(cmd *cobra.Command) {
		path := strings.TrimPrefix(cmd.CommandPath(), "demarche ")
		if list := ofArgs[path]; list != nil {
			cmd.ValidArgsFunction = func(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
				return list[min(len(args), len(list)-1)].answer(c, args, typed)
			}
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			o := ofOne[path+" --"+f.Name]
			if o == nil {
				o = ofFlags[f.Name]
			}
			if o == nil {
				return
			}
			if err := cmd.RegisterFlagCompletionFunc(f.Name, o.answer); err != nil {
				panic(err) // the flag is there
			}
		})
		for _, sub := range cmd.Commands() {
			wire(sub)
		}
	}
	wire(root)
}

// answer is the offer as cobra asks for it.
func (o offer) answer(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if err := applySettings(cmd, args); err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	list := o(&completion{cmd, args}, typed)
	directive := cobra.ShellCompDirectiveNoFileComp
	if len(list) > 0 && strings.HasSuffix(list[0], "=") {
		directive |= cobra.ShellCompDirectiveNoSpace
	}
	return list, directive
}

// argumentOffers are the offers for the arguments of commands, by their paths; the last one holds for all after it.
func argumentOffers() map[string][]offer {
	two := []offer{offerStates, offerStates, nothing}
	articles := []offer{idsOf(sqlite.ArticleIDs)}
	return map[string][]offer{
		"events": two, "export": two, "report": two, "stats": two,
		"sample":  {nothing, offerStates, offerStates, nothing},
		"show":    {anyID, nothing},
		"explain": {idsOf(sqlite.ReportIDs), nothing},
		"edit":    {editableIDs, changes},
		"log":     {editableIDs, nothing},
		"undo":    {editNumbers, nothing},
		"merge":   {idsOf(sqlite.EventIDs), idsOf(sqlite.EventIDs), nothing},
		"split":   {idsOf(sqlite.EventIDs), idsOf(sqlite.StatementIDs)},
		"remove":  articles, "sources show": {articles[0], nothing}, "sources diff": {articles[0], nothing},
		"sources reread": articles,
		"actors":         {plainNames, nothing},
	}
}

// flagOffers are the offers for a flag of whatever command has it.
func flagOffers() map[string]offer {
	return map[string]offer{
		"sample": sampleNames, "direction": fixed("to", "from", "joint", "third"), "doubt": fixed(sqlite.Doubts()...),
		"by": fixed(coding.Traits()...), "article": idsOf(sqlite.ArticleIDs),
		"channel": fixed(fieldOptions("channel")...), "tone": fixed(fieldOptions("tone")...),
		"form": fixed(fieldOptions("form")...), "medium": mediaNames, "about": offerStates,
		"speaker": plainNames, "addressee": actorNames, "actor": plainNames,
	}
}

// ownFlagOffers are the offers for flags that mean something else from command to command.
func ownFlagOffers() map[string]offer {
	return map[string]offer{
		"review --state": offerStates, "sources --state": fixed(statesOfSources()...), "export --format": formats,
		"add-statement --speaker": actorNames, "codebook --format": fixed("md", "json", "ddi"),
		"schema --format": fixed("json", "jsonl"),
	}
}

// nothing offers nothing.
func nothing(*completion, string) []string { return nil }

// fixed offers the same words whatever is typed.
func fixed(list ...string) offer {
	return func(*completion, string) []string { return list }
}

// formats offers the formats of "export".
func formats(*completion, string) []string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name+"\t"+f.Holds)
	}
	return out
}

// gazetteer is who is who, with the actors of the command's flag; nil where they can't be read.
func (x *completion) gazetteer() *actors.Gazetteer {
	file := ""
	if f := x.cmd.Flags().Lookup("actors"); f != nil {
		file = f.Value.String()
	}
	g, err := gazetteer(file)
	if err != nil {
		return nil
	}
	return g
}

// offerStates offers the codes of states with their names, and the names that begin as typed.
func offerStates(x *completion, typed string) []string {
	g := x.gazetteer()
	if g == nil {
		return nil
	}
	var out []string
	for _, e := range g.Entries() {
		code, ok := g.StateCode(e.ID)
		if e.Kind != actors.State || !ok || slices.Contains(x.args, code) {
			continue
		}
		name := g.StateName(code)
		switch begins := strings.ToLower(typed); {
		case strings.HasPrefix(strings.ToLower(code), begins):
			out = append(out, code+"\t"+name)
		case strings.HasPrefix(strings.ToLower(name), begins):
			out = append(out, name+"\t"+code)
		}
	}
	return out
}

// actorNames offers names of actors.
func actorNames(x *completion, typed string) []string { return x.names(typed, false) }

// plainNames offers names of actors without their states, for who asks for one by name.
func plainNames(x *completion, typed string) []string {
	var out []string
	for _, name := range x.names(typed, false) {
		name, _, _ = strings.Cut(name, " (")
		out = append(out, name)
	}
	return out
}

// mediaNames offers names of media.
func mediaNames(x *completion, typed string) []string { return x.names(typed, true) }

func (x *completion) names(typed string, media bool) []string {
	g := x.gazetteer()
	if g == nil || strings.TrimSpace(typed) == "" {
		return nil
	}
	return completions(g, typed, media)
}

// mostOffered is how many ids are offered.
const mostOffered = 100

// store opens the command's database and passes it on, where that works.
func (x *completion) store(do func(*sqlite.Store) []string) []string {
	s, err := openToRead(x.cmd.Flags().Lookup("db").Value.String())
	if err != nil {
		return nil
	}
	defer s.Close() //nolint:errcheck // only read
	return do(s)
}

// idsOf offers ids of a kind.
func idsOf(kind string) offer {
	return func(x *completion, typed string) []string {
		return x.store(func(s *sqlite.Store) []string {
			list, err := s.People().Offers(x.cmd.Context(), kind, typed, mostOffered)
			if err != nil {
				return nil
			}
			var out []string
			for _, o := range list {
				if !slices.Contains(x.args, o.ID) {
					out = append(out, clean(o.ID)+"\t"+shorten(clean(o.Words), 60))
				}
			}
			return out
		})
	}
}

// anyID offers what "show" takes.
func anyID(x *completion, typed string) []string {
	var out []string
	for _, kind := range []string{sqlite.EventIDs, sqlite.StatementIDs, sqlite.ReportIDs, sqlite.ArticleIDs} {
		out = append(out, idsOf(kind)(x, typed)...)
	}
	return append(out, plainNames(x, typed)...)
}

// editableIDs offers what "edit" takes.
func editableIDs(x *completion, typed string) []string {
	return append(
		append(idsOf(sqlite.ReportIDs)(x, typed), idsOf(sqlite.EventIDs)(x, typed)...),
		plainNames(x, typed)...)
}

// changes offers FIELD=VALUE: the fields, and then the values of those that have few.
func changes(x *completion, typed string) []string {
	field, value, ok := strings.Cut(typed, "=")
	if !ok {
		var out []string
		for _, name := range append([]string{edits.StatusField}, edits.Names()...) {
			out = append(out, name+"=")
		}
		return out
	}
	var list []string
	switch field {
	case edits.StatusField:
		list = []string{string(record.Confirmed), string(record.Rejected), "open"}
	case "channel", "tone", "form":
		list = fieldOptions(field)
	case "speaker", "addressee", "medium":
		list = x.names(value, field == "medium")
	}
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = field + "=" + v
	}
	return out
}

// sampleNames offers the names of samples.
func sampleNames(x *completion, _ string) []string {
	return x.store(func(s *sqlite.Store) []string {
		list, err := s.Edits().OfKind(x.cmd.Context(), coding.SampleKind)
		if err != nil {
			return nil
		}
		samples, err := coding.Samples(list)
		if err != nil {
			return nil
		}
		var out []string
		for _, one := range samples {
			out = append(out, one.Name+"\t"+strconv.Itoa(len(one.Items))+" statements")
		}
		return out
	})
}

// editNumbers offers the numbers of the last edits.
func editNumbers(x *completion, typed string) []string {
	return x.store(func(s *sqlite.Store) []string {
		list, err := s.Edits().Before(x.cmd.Context(), 0, mostOffered)
		if err != nil {
			return nil
		}
		var out []string
		for i := range list {
			e := &list[i]
			if id := strconv.FormatInt(e.ID, 10); strings.HasPrefix(id, typed) {
				out = append(out, id+"\t"+shorten(clean(e.Who+": "+e.Field+" of "+e.Target), 60))
			}
		}
		return out
	})
}
