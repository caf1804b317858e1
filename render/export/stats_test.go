package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

func counted(t *testing.T) *Stats {
	t.Helper()
	s := NewStats(&made(0, both).Head)
	for _, n := range []int{60, 20} {
		if err := s.Add(made(n, both)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// TestStatsAddUp holds the counts of every variable to the summary.
func TestStatsAddUp(t *testing.T) {
	for _, r := range counted(t).Relations {
		for _, d := range r.By {
			statements, reports := 0, 0
			for _, c := range d.Counts {
				statements, reports = statements+c.Statements, reports+c.Reports
			}
			switch d.Name {
			case "month", "direction", "tone", "channel":
				if statements != r.Summary.Statements || reports != r.Summary.Reports {
					t.Errorf("by %s: %d statements, %d reports, want %d, %d", d.Name, statements, reports, r.Summary.Statements, r.Summary.Reports)
				}
			case "outlet":
				if reports != r.Summary.Reports {
					t.Errorf("by outlet: %d reports, want %d", reports, r.Summary.Reports)
				}
			}
		}
	}
}

// TestStatsAreDrawn draws the counts as JSON, CSV and a page.
func TestStatsAreDrawn(t *testing.T) {
	s := counted(t)
	s.Relations[1].Title = `<script>alert("x")</script>`
	var js, table, page bytes.Buffer
	if err := s.JSON(&js); err != nil || !json.Valid(js.Bytes()) {
		t.Error("JSON:", err)
	}
	if err := s.CSV(&table); err != nil {
		t.Error(err)
	}
	if rows, err := csv.NewReader(&table).ReadAll(); err != nil || len(rows) < 50 {
		t.Errorf("CSV: %d rows, %v", len(rows), err)
	}
	if err := s.HTML(&page); err != nil {
		t.Error(err)
	}
	text := page.String()
	if strings.Contains(text, "<script") || !strings.Contains(text, "default-src 'none'") || strings.Count(text, "<svg") != 2 {
		t.Errorf("page: %.300s", text)
	}
}
