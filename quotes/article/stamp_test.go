package article

import (
	"testing"
	"time"
)

func TestStampDay(t *testing.T) {
	for in, want := range map[string]string{
		"1686556800":                "2023-06-12",
		"1686556800000":             "2023-06-12",
		"1686556800.25":             "2023-06-12",
		"20230612083000":            "2023-06-12",
		"20230612":                  "2023-06-12",
		"2023-06-12T23:30:00-05:00": "2023-06-12",
		"12 June 2023":              "2023-06-12",
		"June12, 2023":              "2023-06-12",
		"2023-02-30":                "",
		"0000-00-00 00:00:00":       "",
		"123456789":                 "",
		"{{ article.date }}":        "",
	} {
		if got := stampDay(in, false); got != want {
			t.Errorf("stampDay(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPublicationIsToldByLabels(t *testing.T) {
	r := newDayReader(time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC))
	for in, want := range map[string]string{
		"June 12, 2023": "2023-06-12",
		"Accessed 28 November 2026. First published 12 June 2023.": "2023-06-12",
		"Updated 20 June 2023 | Published 12 June 2023":            "2023-06-12",
		"Posted: 12 June 2023, last updated: 20 June 2023":         "2023-06-12",
		"Time Of Request: Wednesday, March 20, 2024  16:51:31":     "",
		"Printed from news.example on 28/11/2026":                  "",
		"12 June 2023 (updated 20 June 2023)":                      "2023-06-12",
		"28 November 2026 (retrieved) 12 June 2023":                "2023-06-12",
		"LOAD-DATE: March 4, 2024 Monday":                          "2024-03-04",
		"Source: Interfax, 12 June 2023":                           "2023-06-12",
		"1970-01-01":                                               "",
		"1 January 2099":                                           "",
		"29 November 2026":                                         "2026-11-29",
	} {
		if got := r.publication(in, unlabelled).day; got != want {
			t.Errorf("publication(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOriginalOfArchivedCopies(t *testing.T) {
	for in, want := range map[string]string{
		"https://web.archive.org/web/20240811175440/https://news.example/2023/06/12/moscow": "https://news.example/2023/06/12/moscow",
		"https://web.archive.org/web/20240811175440id_/http:/news.example/a?b=c":            "http://news.example/a?b=c",
		"http://archive.today/2023.06.12-101010/https://news.example/a":                     "https://news.example/a",
		"https://webarchive.example.gov/ukgwa/20200101000000/https://www.gov.example/a":     "https://www.gov.example/a",
		"https://news.example/2023/06/12/moscow":                                            "https://news.example/2023/06/12/moscow",
	} {
		if got := original(in); got != want {
			t.Errorf("original(%q) = %q, want %q", in, got, want)
		}
	}
}
