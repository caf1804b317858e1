package actors

import "strings"

// nameable is the least rank of an office whose holder is also entered under the turned name: "Jinping Xi".
const nameable = 50

// addPersonNames enters the names under which a person is written.
func (g *Gazetteer) addPersonNames(e *Entry) {
	c := Candidate{Kind: ByName, Entry: e}
	var buf [12]word
	add := func(name string, kind MentionKind) {
		c.Kind = kind
		ws := g.spelling.words(name, buf[:0])
		if len(ws) == 1 && ws[0].shape != upper {
			c.Kind = BySurname // "Johnson" is all that the source has; "MBS" is a whole name
		}
		g.names.add(ws, name, c)
	}
	for i := -1; i < len(e.Aliases); i++ {
		name := e.Name
		if i >= 0 {
			name = e.Aliases[i]
		}
		add(name, ByName)
		if strings.Contains(name, "'") {
			add(strings.ReplaceAll(name, "'", ""), ByName) // "Gideon Saar"
		}
		if i >= 0 {
			g.addSpelling(e, name, add)
		}
		if turned := e.turned(name); turned != "" {
			add(turned, ByName)
		}
	}
	for s := range strings.SplitSeq(e.surnames, "|") {
		if s == "" {
			continue
		}
		add(s, BySurname)
		if short := bareSurname(s); short != s {
			add(short, BySurname)
		}
		if strings.HasSuffix(e.Name, " Jr.") || strings.HasSuffix(e.Name, " Jr") {
			add(s+" Jr", BySurname)
		}
	}
}

// turned returns a name with its first word last, as it is written too; "" where it is not.
func (e *Entry) turned(name string) string {
	first, rest, ok := strings.Cut(name, " ")
	switch {
	case !ok, strings.HasSuffix(first, "."):
		return ""
	case e.order == "b" && !strings.Contains(rest, " "), e.order == "s" && e.rank >= nameable:
		return rest + " " + first
	}
	return ""
}

// addSpelling enters the surname of another spelling of the whole name: "Gilani" of "Yousuf Raza Gilani" for Gillani.
func (g *Gazetteer) addSpelling(e *Entry, alias string, add func(string, MentionKind)) {
	cut := strings.LastIndexByte(alias, ' ')
	if cut < 0 || len(e.Surname) < 5 || e.order == "s" {
		return
	}
	if s := alias[cut+1:]; s != e.Surname && distance(strings.ToLower(s), strings.ToLower(e.Surname), 3) <= 2 {
		add(s, BySurname)
	}
}

// bareSurname drops the article or particles that news texts drop as well: "al-Assad" is "Assad".
func bareSurname(s string) string {
	for {
		cut := strings.IndexAny(s, " -")
		if cut < 0 || cut+1 == len(s) || !words.SurnameParticle[s[:cut]] {
			return s
		}
		s = s[cut+1:]
	}
}
