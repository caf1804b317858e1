package actors

import "testing"

// TestUnlisted: a name that begins with an x is no actor that only a text gives.
func TestUnlisted(t *testing.T) {
	for id, want := range map[string]bool{UnlistedID("Berg", "NOR"): true, "xi-jinping": false, "xue-jian": false, "": false} {
		if got := (Actor{ID: id}).FromText(); got != want {
			t.Errorf("%q: %v", id, got)
		}
	}
}
