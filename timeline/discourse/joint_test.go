package discourse

import (
	"testing"

	"demarche/timeline/naming"
)

// TestOfficeOfEach tells of plurals which office each of those has for whom they stand.
func TestOfficeOfEach(t *testing.T) {
	for plural, want := range map[string]string{
		"leaders": "leader", "presidents": "president", "premiers": "prime minister", "chancellors": "leader",
		"prime ministers": "prime minister", "foreign ministers": "foreign minister",
		"heads of state": "head of state", "heads of government": "head of government",
		"ministers": "", "leader": "", "heads": "", "": "",
	} {
		if got := naming.OfficeOfEach(plural); got != want {
			t.Errorf("%q: %q, want %q", plural, got, want)
		}
	}
}
