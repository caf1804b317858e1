package naming

import "testing"

// TestUnshout writes names in capitals as a text would, and leaves others.
func TestUnshout(t *testing.T) {
	for name, want := range map[string]string{
		"ANA LUND": "Ana Lund", "JEAN-PIERRE": "Jean-Pierre", "O’LUND": "O’Lund", "FELIPE VI": "Felipe VI",
		"ÅSA ØRN": "Åsa Ørn", "SENIOR PORT OFFICIAL of the United States": "Senior port official of the United States",
		"Ana Lund": "Ana Lund", "Port official of Peru": "Port official of Peru", "XI": "XI", "": "",
	} {
		if got := unshout(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
