package actors

import "strings"

// ownerReader says of which state or organisation an office is, and to which it is sent.
type ownerReader struct {
	phrase  *phrase
	in      *parts
	table   *officeTable
	holders holders
	m       *OfficeMention
}

// read chooses whose office it is. A state after "to" (of an envoy also "for" or "on") is where somebody is sent.
func (p ownerReader) read() {
	for _, s := range p.in.states {
		e := s.c.Entry
		switch {
		case s.c.Kind == ByMetonym && p.m.State != "":
		case p.sentTo(p.phrase.linkBefore(s.from)):
			if p.m.To == "" {
				p.m.To = e.ID
			}
		case p.m.State == "" || p.m.State == p.m.To:
			if p.m.State = e.State; e.State == "" {
				p.m.State = e.ID
			}
		}
	}
	if p.m.Class == "chairman" {
		p.chairman()
	}
	if p.m.Class == "UN ambassador" && p.m.To == "" {
		p.m.To = "UN"
	}
	if class, ok := p.table.localClass(p.m.State, p.m.Title); ok && !p.m.Body &&
		p.table.byClass[p.m.Class] != nil {
		p.m.Class = class // "the Vatican's secretary of state" is no foreign minister
	}
}

// sentTo reports whether a state after the word is where the holder of the office is sent.
func (p ownerReader) sentTo(link string) bool {
	class := p.m.Class
	switch link {
	case "to":
		return class != ""
	case "for", "on":
		return strings.Contains(class, "ambassador") || strings.Contains(class, "envoy")
	}
	return false
}

// chairman gives the head of a state or organisation the class that its head has: "Chairman of the PRC", "the UN
// chief".
func (p ownerReader) chairman() {
	if p.m.State == "CHN" && len(p.in.states) == 1 && p.in.states[0].from <= 3 {
		p.m.Class = "president"
		return
	}
	if p.m.State == "" || !words.HeadTitle[strings.ToLower(p.m.Title)] {
		return
	}
	for _, class := range []string{"secretary-general", "director general"} {
		if p.holders.known(p.m.State, class) {
			p.m.Class = class
			return
		}
	}
}
