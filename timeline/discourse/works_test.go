package discourse

import (
	"testing"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
)

// TestWithout leaves a medium out of a list that others hold too: it stays as it is for them.
func TestWithout(t *testing.T) {
	paper, army := &naming.Entity{}, &naming.Entity{}
	paper.Kind, army.Kind = actors.Medium, actors.Organisation
	held := []*naming.Entity{paper, army}
	if got := withoutMedia(held); len(got) != 1 || got[0] != army {
		t.Errorf("got %v", got)
	}
	if held[0] != paper || held[1] != army {
		t.Errorf("the list became %v", held)
	}
}
