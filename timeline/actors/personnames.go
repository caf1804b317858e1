package actors

import "strings"

// nameable is the least rank of an office whose holder is also entered under the turned name: "Jinping Xi".
const nameable = 50

// namePerson enters the names under which a person is written.
func namePerson(names *names, e *Entry) {
	n := personNamer{names: names, person: e}
	n.enter(e.Name)
	for _, alias := range e.Aliases {
		n.enter(alias)
		n.enterSpelling(alias)
	}
	for s := range strings.SplitSeq(e.surnames, "|") {
		if s != "" {
			n.enterSurname(s)
		}
	}
}

// personNamer enters the names of one person.
type personNamer struct {
	names  *names
	person *Entry
	buf    [12]word
}

// add enters a name of a kind. A word alone is a surname; one in capitals is a whole name: "MBS".
func (n *personNamer) add(name string, kind MentionKind) {
	ws := n.names.spelling.words(name, n.buf[:0])
	if len(ws) == 1 && ws[0].shape != upper {
		kind = BySurname // "Johnson" is all that the source has
	}
	n.names.add(ws, name, Candidate{Kind: kind, Entry: n.person})
}

// enter enters a whole name, and how else it is written.
func (n *personNamer) enter(name string) {
	n.add(name, ByName)
	if strings.Contains(name, "'") {
		n.add(strings.ReplaceAll(name, "'", ""), ByName) // "Gideon Saar"
	}
	if turned := n.person.turned(name); turned != "" {
		n.add(turned, ByName)
	}
}

// enterSurname enters a surname, also without its particles, and with the "Jr" of the whole name.
func (n *personNamer) enterSurname(s string) {
	n.add(s, BySurname)
	if short := bareSurname(s); short != s {
		n.add(short, BySurname)
	}
	if strings.HasSuffix(n.person.Name, " Jr.") || strings.HasSuffix(n.person.Name, " Jr") {
		n.add(s+" Jr", BySurname)
	}
}

// enterSpelling enters the surname of another spelling of the whole name: "Gilani" of "Yousuf Raza Gilani" for Gillani.
func (n *personNamer) enterSpelling(alias string) {
	e := n.person
	cut := strings.LastIndexByte(alias, ' ')
	if cut < 0 || len(e.Surname) < 5 || e.order == "s" {
		return
	}
	if s := alias[cut+1:]; s != e.Surname && distance(strings.ToLower(s), strings.ToLower(e.Surname), 3) <= 2 {
		n.add(s, BySurname)
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
