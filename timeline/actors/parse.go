package actors

// OfficeMention is a description of somebody by office: "a spokesman for the Chinese Foreign Ministry",
// "Ukrainian President Volodymyr Zelenskyy".
type OfficeMention struct {
	Class    string // class of the office or body: "president", "foreign ministry spokesperson", "foreign ministry"
	Title    string // the office as written: "President"
	State    string // whose office: ISO 3166-1 alpha-3 or the code of an organisation; "" when the phrase does not tell
	To       string // to what state or organisation an ambassador or envoy is sent; "" for none
	Name     string // the person's name as written; "" for none
	Person   *Entry // whom the name means without regard to a date; nil when unknown
	Of       string // a party or society that is no part of a state: "Communist Party of Norway"; State is "" then
	Ministry string // the ministry as written, where it is none of the known ones: "Ministry of Culture and Sports"
	Phrase   string // the whole description, without a leading article and forms of address
	Body     bool   // a body, not a person: "the Foreign Ministry"
	Former   bool   // "former", "ex-", "late"
	Acting   bool   // "acting", "interim"
	Several  bool   // "officials", "the spokesmen"
}

// ParseOffice reads a noun phrase that describes somebody by office, in any of the orders that news use. It is false
// for a phrase without an office or body.
func (g *Gazetteer) ParseOffice(text string) (OfficeMention, bool) {
	phrase := newPhrase(text, g.names.spelling)
	in := partsOf(phrase, g.names)
	var m OfficeMention
	bodies := bodyReader{phrase, in, g.offices, &m}
	if len(in.offices) == 0 && in.metonym == "" || bodies.isSociety() {
		return m, false
	}
	classReader{phrase, in, g.offices, &m}.read()
	ownerReader{phrase, in, g.offices, g.holders, &m}.read()
	bodies.society()
	bodies.ministry()
	nameReader{phrase, in, &m}.read()
	if e := m.Person; m.Body && e != nil { // "the Lee Myung-bak government"
		m.Name, m.Person = "", nil
		if m.State == "" {
			m.State = e.State
		}
	}
	m.Phrase = phrase.without(in.address)
	return m, m.Class != ""
}
