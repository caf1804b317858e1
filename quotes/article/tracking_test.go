package article

import "testing"

func TestWithoutTracking(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/x?utm_source=feed&id=7&fbclid=q#top": "https://a.example/x?id=7#top",
		"https://a.example/x?utm_medium=rss":                    "https://a.example/x",
		"https://a.example/x?id=7":                              "https://a.example/x?id=7",
		"https://a.example/x":                                   "https://a.example/x",
	} {
		if got := withoutTracking(in); got != want {
			t.Errorf("withoutTracking(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDayOfName(t *testing.T) {
	for in, want := range map[string]string{
		"notes/2022-05-04-lisbon.txt": "2022-05-04",
		"kim_20230612.html":           "2023-06-12",
		"a.zip/2022_05_04.txt":        "2022-05-04",
		"report-2022-05.txt":          "",
		"W020220504123.txt":           "",
		"2022-0504.txt":               "",
		"2022-13-04.txt":              "",
	} {
		if got := (dayReader{}).dayOfName(in); got != want {
			t.Errorf("dayOfName(%q) = %q, want %q", in, got, want)
		}
	}
}
