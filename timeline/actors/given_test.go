package actors

import "testing"

// A given name tells the gender where all who bear it are of one.
func TestGender(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Amina Lund": "f", "Carlos Lund": "m", "Maria Lund": "f", "Kim Lund": "", "Xqz Lund": "", "Maria": "",
	} {
		if got := g.Given.Gender(name); got != want {
			t.Errorf("Gender(%q) = %q, want %q", name, got, want)
		}
	}
}
