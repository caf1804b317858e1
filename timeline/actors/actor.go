package actors

// Kind of an actor.
type Kind string

// The kinds of actors.
const (
	Person       Kind = "person"
	State        Kind = "state" // a state or its government
	Organisation Kind = "organisation"
	Medium       Kind = "medium"
)

// Actor is somebody who speaks, is spoken to, or carries words.
type Actor struct {
	ID    string // stable: the gazetteer's, or made from name and state for one that only a text gives
	Name  string // canonical: "Kim Jong Un", "Government of China", "Foreign Ministry spokesperson of China"
	Kind  Kind
	State string // ISO 3166-1 alpha-3 or an organisation's code that the actor speaks for; "" when none
}

// FromText tells whether only a text gives the actor: the gazetteer has none of that name.
func (a Actor) FromText() bool { return Unlisted(a.ID) }

// Known tells whether there is an actor at all: the zero Actor is nobody.
func (a Actor) Known() bool { return a.ID != "" }
