package main

import (
	"github.com/spf13/cobra"

	"demarche/timeline/dates"
)

// daySpan reads the values of --since and --until, each a day, a month or a year, "" for none. It returns the first
// and the last day, as YYYY-MM-DD, or a usage error.
func daySpan(cmd *cobra.Command, since, until string) (first, last string, err error) {
	from, err := wholeDate(cmd, "since", since)
	if err != nil {
		return "", "", err
	}
	to, err := wholeDate(cmd, "until", until)
	if err != nil {
		return "", "", err
	}
	if to.Latest != "" && from.Earliest > to.Latest {
		return "", "", usage(cmd, "--since %s is after --until %s", since, until)
	}
	return from.Earliest, to.Latest, nil
}

// wholeDate reads the date of a flag: one whose first and last day are known, or none where the value is empty.
func wholeDate(cmd *cobra.Command, flag, value string) (dates.Date, error) {
	if value == "" {
		return dates.Date{}, nil
	}
	d, err := dates.Parse(value)
	if err != nil || d.Earliest == "" || d.Latest == "" {
		return d, usage(cmd, "--%s %q is no date; write it as 2023, 2023-06 or 2023-06-12", flag, value)
	}
	return d, nil
}
