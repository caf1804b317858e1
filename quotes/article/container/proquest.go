package container

import (
	"strings"

	"demarche/quotes/article"
)

// proquest is ProQuest, whose articles stand between lines of "_". Their day is that of publication; "Last
// updated" is not read.
func proquest() press { return press{proquestCutting, proquestRecord} }

// proquestCutting says how the articles of a download stand in it.
func proquestCutting(string) cutting {
	return cutting{
		opens: func(line []byte) bool { return pressShape.proquestRule.Match(line) }, holds: pressShape.proquestRecordSign,
	}
}

// proquestRecord reads one article of ProQuest.
func proquestRecord(text string) (article.Record, error) {
	fields, label, top := map[string][]string{}, "", ""
	for l := range strings.SplitSeq(text, "\n") {
		l = strings.TrimSpace(l)
		switch m := pressShape.proquestLabel.FindStringSubmatch(l); {
		case l == "" || pressShape.proquestRule.MatchString(l):
			continue
		case m != nil:
			label, l = m[1], m[2]
		case label == "" && top == "":
			top = l
		}
		if l != "" && label != "" {
			fields[label] = append(fields[label], l)
		}
	}
	field := func(names ...string) string {
		for _, n := range names {
			if s := oneLine(fields[n]); s != "" && s != "None available." {
				return s
			}
		}
		return ""
	}
	outlet, _, _ := strings.Cut(field("Publication title"), ";")
	rec := article.Record{
		Title: field("Title"), Outlet: outlet, Byline: names(strings.TrimSuffix(field("Author"), ".")),
		Language:  field("Language of publication", "Language"),
		Published: field("Publication date", "Publication year"), URL: field("Document URL"),
		ID: field("ProQuest document ID"),
	}
	if rec.Title == "" {
		rec.Title = top
	}
	if full := fields["Full text"]; len(full) > 0 && full[0] != "Not available." {
		rec.Text = strings.Join(full, "\n")
	} else if full := fields["Full Text"]; len(full) > 0 {
		rec.Text = strings.Join(full, "\n")
	} else {
		rec.Text = field("Abstract")
	}
	return rec, nil
}
