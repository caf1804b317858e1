package render

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"

	"demarche/timeline"
)

// cited lists the sources in the order in which the events first cite them.
func cited(events []Event, all map[string]timeline.Source) []Source {
	list := []Source{}
	seen := make(map[string]bool, len(all))
	add := func(key string) {
		if seen[key] {
			return
		}
		seen[key] = true
		s, ok := all[key]
		if !ok {
			s.Key = key
		}
		list = append(list, Cite(s))
	}
	for i := range events {
		for _, st := range events[i].Statements {
			for _, w := range st.Reports {
				add(w.Source)
			}
		}
		for _, c := range events[i].Context {
			add(c.Source)
		}
	}
	return list
}

// fingerprint is the SHA-256 over the keys and hashes of the sources, in the order of their keys: the same for two
// reports that rest on the same articles.
func fingerprint(sources []Source) string {
	lines := make([]string, len(sources))
	for i, s := range sources {
		lines[i] = s.Key + "\t" + s.SHA256 + "\n"
	}
	sort.Strings(lines)
	h := sha256.New()
	for _, l := range lines {
		h.Write([]byte(l))
	}
	return hex.EncodeToString(h.Sum(nil))
}

func summarise(r *Report) Summary {
	s := Summary{Sources: len(r.Sources)}
	outlets := map[string]bool{}
	for _, src := range r.Sources {
		outlets[src.Outlet] = true
	}
	s.Outlets = len(outlets)
	for _, c := range r.Coverage {
		s.Articles += c.Articles
	}
	for i := range r.Events {
		s.Add(&r.Events[i])
	}
	return s
}

// Add counts an event, its statements and its reports, and widens the days to hold it.
func (s *Summary) Add(e *Event) {
	s.Events++
	s.Statements += len(e.Statements)
	for _, st := range e.Statements {
		s.Reports += len(st.Reports)
	}
	if e.Status == Confirmed {
		s.Confirmed++
	}
	switch e.Direction {
	case timeline.AToB:
		s.AToB++
	case timeline.BToA:
		s.BToA++
	case timeline.Joint:
		s.Joint++
	case timeline.Third:
		s.Third++
	}
	s.First, s.Last = widen(s.First, s.Last, e.Date)
}

// widen stretches first and last so that they hold the date.
func widen(first, last string, d Date) (string, string) {
	for _, day := range []string{d.Earliest, d.Latest} {
		if day == "" {
			continue
		}
		if first == "" || day < first {
			first = day
		}
		if day > last {
			last = day
		}
	}
	return first, last
}
