package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// settings are the flags whose values may also come from the environment or from the file of settings.
func settings() []string {
	return []string{"db", "actors", "coder", "author", "doi"}
}

// maxSettings is the largest file of settings, in bytes.
const maxSettings = 1 << 20

// setting is a value and where it comes from.
type setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	From  string `json:"from"` // the variable or the file; "" for the program's own value
}

// settingsPath is where the file of settings lies: below the user's folder of settings (XDG_CONFIG_HOME on Linux).
func settingsPath() (string, error) {
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "demarche", "config"), err
}

// variable is the name of the environment variable of a setting.
func variable(name string) string { return "DEMARCHE_" + strings.ToUpper(name) }

// readSettings returns what is set outside the command line: by the environment first, else by the file. Without a
// home folder there is no file.
func readSettings() (map[string]setting, error) {
	found := map[string]setting{}
	if path, err := settingsPath(); err == nil {
		if err := fromFile(path, found); err != nil {
			return nil, err
		}
	}
	for _, name := range settings() {
		if v := os.Getenv(variable(name)); v != "" {
			found[name] = setting{name, v, variable(name)}
		}
	}
	return found, nil
}

// fromFile reads lines "name = value"; a line that begins with # is a comment.
func fromFile(path string, to map[string]setting) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	sc := bufio.NewScanner(io.LimitReader(f, maxSettings))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || value == "" || !slices.Contains(settings(), name) {
			return fmt.Errorf("%s:%d: %q is no setting; write one of %s, an equals sign and a value",
				path, n, clean(line), strings.Join(settings(), ", "))
		}
		to[name] = setting{name, value, path}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// applySettings gives the command's flags the values that are set outside the command line, where it does not name
// them itself.
func applySettings(cmd *cobra.Command, _ []string) error {
	if !slices.ContainsFunc(settings(), func(name string) bool { return cmd.Flags().Lookup(name) != nil }) {
		return nil
	}
	found, err := readSettings()
	if err != nil {
		return err
	}
	for _, s := range found {
		f := cmd.Flags().Lookup(s.Name)
		if f == nil || f.Changed {
			continue
		}
		if err := f.Value.Set(s.Value); err != nil {
			return fmt.Errorf("%s, from %s: %w", s.Name, s.From, err)
		}
	}
	return nil
}

// newConfig returns the command "config".
func newConfig() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "config",
		Short: "show the settings and where each comes from",
		Long: `Show the values that commands use where their flags do not say otherwise. A flag comes first, then
the environment (DEMARCHE_DB, DEMARCHE_ACTORS, DEMARCHE_CODER, DEMARCHE_AUTHOR, DEMARCHE_DOI), then
the file of settings, whose place is shown, with lines such as

  db = /home/me/archive.sqlite
  actors = /home/me/actors.tsv
  coder = Ada Lind
  author = Lind, Ada; Institute of Letters
  doi = 10.5281/zenodo.1234567`,
		Example: `  demarche config
  DEMARCHE_DB=archive.sqlite demarche config --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			found, err := readSettings()
			if err != nil {
				return err
			}
			if found["db"].Value == "" {
				found["db"] = setting{"db", defaultDB, ""}
			}
			return printSettings(cmd.OutOrStdout(), found, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// printSettings prints the settings in their order, and where the file is.
func printSettings(w io.Writer, found map[string]setting, asJSON bool) error {
	path, err := settingsPath()
	if err != nil {
		path = ""
	}
	list := make([]setting, len(settings()))
	for i, name := range settings() {
		list[i] = found[name]
		list[i].Name = name
	}
	if asJSON {
		return json.NewEncoder(w).Encode(map[string]any{"file": path, "settings": list})
	}
	out := bufio.NewWriter(w)
	for _, s := range list {
		from := s.From
		if from == "" {
			from = "not set elsewhere"
		}
		fmt.Fprintf(out, "%-7s %s  (%s)\n", s.Name, clean(s.Value), clean(from))
	}
	fmt.Fprintf(out, "file    %s\n", clean(path))
	return out.Flush()
}
