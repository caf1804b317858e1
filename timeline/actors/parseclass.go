package actors

import "strings"

// classReader says what office or body a phrase describes, and whether it is one of a deputy, a former or an acting
// holder, or of several.
type classReader struct {
	phrase *phrase
	in     *parts
	table  *officeTable
	m      *OfficeMention
}

// read combines the offices and bodies of the phrase: a spokesman and a ministry are a ministry's spokesperson.
func (p classReader) read() {
	office, body := p.ranking()
	bodyClass := p.in.metonym
	if body != nil && (bodyClass == "" || bodyClass == "government" || bodyClass == "presidency") {
		bodyClass = body.c.Office
	}
	if office == nil {
		p.m.Class, p.m.Body = bodyClass, true
		if body != nil {
			p.m.Title = p.phrase.written(*body)
		}
	} else {
		p.m.Class, p.m.Title = p.officeClass(office.c.Office, bodyClass), p.phrase.written(*office)
	}
	p.modifiers(office)
}

// ranking returns the highest office of the phrase and its first body, nil where there is none.
func (p classReader) ranking() (office, body *stretch) {
	for i := range p.in.offices {
		s := &p.in.offices[i]
		switch {
		case p.table.byClass[s.c.Office].sort == sortBody:
			if body == nil {
				body = s
			}
		case office == nil || p.outranks(s, office):
			office = s
		}
	}
	return office, body
}

// outranks reports whether the second office of a phrase is the one that is described: "member of the Politburo and
// Premier". A spokesperson's is never another's.
func (p classReader) outranks(second, first *stretch) bool {
	if p.table.byClass[second.c.Office].rank <= p.table.byClass[first.c.Office].rank {
		return false
	}
	return first.c.Office != "spokesperson" && !p.joinedByOf(first, second)
}

// officeClass is the class of an office in a body, "" for none: the official of a foreign ministry is a "foreign
// ministry official".
func (p classReader) officeClass(office, body string) string {
	switch {
	case office == "spokesperson" || office == "presidential spokesperson" && body != "":
		return p.spokesClass(office, body)
	case body != "" && p.table.byClass[office].rank <= 30:
		return body + " " + office
	}
	return office
}

// spokesClass is the class of a spokesperson by the body, or else the office, for which he speaks.
func (p classReader) spokesClass(office, body string) string {
	switch {
	case body == "presidency", body == "" && p.in.has("president") && !p.in.has("prime minister"):
		return "presidential spokesperson"
	case body == "prime minister's office", body == "" && p.in.has("prime minister"):
		return "prime minister spokesperson"
	case body == "security council":
		return "national security spokesperson"
	case body != "":
		return body + " spokesperson"
	}
	return office
}

// joinedByOf reports whether the second office only completes the first: "assistant to the President", "aide to the
// Premier".
func (p classReader) joinedByOf(first, second *stretch) bool {
	for i := first.to; i < second.from; i++ {
		if words.NameOf[p.phrase.word(i)] {
			return true
		}
	}
	return false
}

// modifiers reads the words before an office that change it.
func (p classReader) modifiers(office *stretch) {
	for i := range p.phrase.ws {
		switch w := p.phrase.word(i); {
		case words.FormerWord[w]:
			p.m.Former = true
		case words.ActingOffice[w]:
			p.m.Acting = true
		case words.DeputyWord[w]:
			if office != nil && i < office.from && !p.phrase.used[i] {
				p.deputy()
			}
		default:
			continue
		}
		p.phrase.used[i] = true
	}
	if office != nil {
		p.m.Several = inPlural(p.phrase.word(office.to - 1))
	}
}

// deputy makes the office that of a deputy, if there is such an office.
func (p classReader) deputy() {
	if c := "deputy " + p.m.Class; p.table.byClass[c] != nil && !strings.Contains(p.m.Class, "deputy") {
		p.m.Class = c
	}
}

// inPlural reports whether the last word of an office is a plural of persons: "officials", "spokesmen", but not
// "affairs", "forces".
func inPlural(last string) bool {
	switch {
	case strings.HasSuffix(last, "men"):
		return true
	case strings.HasSuffix(last, "ss"), strings.HasSuffix(last, "affairs"), strings.HasSuffix(last, "forces"):
		return false
	}
	return strings.HasSuffix(last, "s")
}
