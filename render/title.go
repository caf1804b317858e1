package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/timeline"
)

// longestOccasion is the number of characters up to which the name of an occasion stands in a title.
const longestOccasion = 72

// title names an event in a few words, by its channel, its occasion, its place and what it is about: "Congratulations
// on Victory Day". about is the name of the state that the words are about, "" where they are addressed; beside are the
// names of third states in them.
func (p *phrases) title(e *Event, about string, beside ...string) string {
	row := p.titleRow(e)
	if row.topic == "alone" {
		return row.title + p.topics(beside)
	}
	if o, preposition := p.occasion(e.Occasion); o != "" {
		return row.title + " " + preposition + " " + o
	}
	switch {
	case row.placed != "" && e.Place != "":
		return row.title + " " + row.placed + " " + e.Place
	case row.topic != "" && about != "":
		return row.title + " " + row.topic + " " + p.withArticle(about)
	}
	return row.title
}

// topics goes on with one or two states that the words name; more are no topic.
func (p *phrases) topics(names []string) string {
	switch len(names) {
	case 1:
		return ", on " + p.withArticle(names[0])
	case 2:
		return ", on " + p.withArticle(names[0]) + " and " + p.withArticle(names[1])
	}
	return ""
}

// titleRow is the first row of the channel whose marks the event's words have.
func (p *phrases) titleRow(e *Event) titleRow {
	var words strings.Builder
	for _, s := range e.Statements {
		words.WriteString(strings.ToLower(s.Reports[0].Text))
		words.WriteByte(' ')
	}
	channel := string(e.Channel)
	for {
		for _, r := range p.titles {
			if r.channel == channel && r.fits(words.String()) {
				return r
			}
		}
		if channel == string(timeline.UnknownChannel) {
			return titleRow{title: channel}
		}
		channel = string(timeline.UnknownChannel)
	}
}

// fits reports whether words in small letters have one of the marks at the beginning of a word.
func (r *titleRow) fits(words string) bool {
	if len(r.marks) == 0 {
		return true
	}
	for _, m := range r.marks {
		for rest := words; ; {
			at := strings.Index(rest, m)
			if at < 0 {
				break
			}
			if c, _ := utf8.DecodeLastRuneInString(rest[:at]); at == 0 || !unicode.IsLetter(c) {
				return true
			}
			rest = rest[at+len(m):]
		}
	}
	return false
}

// occasion writes the name of an occasion as it follows a preposition, and that preposition; "" for one that is no
// proper name ("virtual meeting") or too long for a title.
func (p *phrases) occasion(o *Occasion) (name, preposition string) {
	if o == nil || strings.ContainsAny(o.Name, "?!:;") {
		return "", ""
	}
	words := p.withoutTail(strings.Fields(o.Name))
	row, ok := p.head(words)
	if !ok || row.meeting && capitals(words) < 2 {
		return "", ""
	}
	name = strings.Join(words, " ")
	if first, _, ok := strings.Cut(name, " and "); ok && utf8.RuneCountInString(name) > longestOccasion {
		name = first
	}
	if utf8.RuneCountInString(name) > longestOccasion {
		return "", ""
	}
	return definite(name, row), row.preposition
}

// feast reports whether an occasion is a holiday, an anniversary or a birthday.
func (p *phrases) feast(o *Occasion) bool {
	name, _ := p.occasion(o)
	row, ok := p.head(strings.Fields(name))
	return ok && !row.meeting
}

// withoutTail leaves out the words at the end that no name ends in.
func (p *phrases) withoutTail(words []string) []string {
	for len(words) > 0 && p.tails[strings.ToLower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return words
}

// head finds the noun that tells what kind of occasion the words name: the first that the table knows.
func (p *phrases) head(words []string) (occasionRow, bool) {
	for _, w := range words {
		w = strings.ToLower(strings.TrimSuffix(strings.Trim(w, ",’'\""), "’s"))
		if r, ok := p.occasions[strings.TrimSuffix(w, "'s")]; ok {
			return r, true
		}
	}
	return occasionRow{}, false
}

// capitals counts the words that begin with a capital letter.
func capitals(words []string) int {
	n := 0
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(“\"'")); unicode.IsUpper(c) {
			n++
		}
	}
	return n
}

// definite puts "the" before a name that begins with a common word or a number, and before a meeting's.
func definite(name string, row occasionRow) string {
	low := strings.ToLower(name)
	if strings.HasPrefix(low, "the ") {
		return "the " + name[len("the "):]
	}
	first, _, _ := strings.Cut(name, " ")
	c, _ := utf8.DecodeRuneInString(first)
	possessive := strings.HasSuffix(first, "'s") || strings.HasSuffix(first, "’s")
	if !unicode.IsUpper(c) || row.meeting && !possessive {
		return "the " + name
	}
	return name
}

// short is the name of an occasion for the foot of the chart: what it is of first, the number after, so that the
// meaning is not what is cut. "75th anniversary of the founding of X" gives "founding of X, 75th".
func (p *phrases) short(o *Occasion) string {
	name, _ := p.occasion(o)
	name = strings.TrimPrefix(name, "the ")
	if head, of, ok := strings.Cut(name, " anniversary of "); ok && !strings.Contains(head, " ") {
		return strings.TrimPrefix(of, "the ") + ", " + head
	}
	return name
}
