package actors

import "testing"

// TestBareSurname drops the articles and particles before a surname.
func TestBareSurname(t *testing.T) {
	for name, want := range map[string]string{
		"al-Berg": "Berg", "Al Berg": "Berg", "el-Berg": "Berg", "El-Berg": "Berg", "ul-Berg": "Berg", "de Berg": "Berg",
		"von Berg": "Berg", "van der Berg": "Berg", "van Berg": "Berg", "Berg": "Berg", "Al": "Al", "al-": "al-",
		"Berg-Lind": "Berg-Lind", "Alberg": "Alberg",
	} {
		if got := bareSurname(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
