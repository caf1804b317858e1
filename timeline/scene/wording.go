package scene

import (
	"strings"
)

// Clean folds white space and takes marks of quotation off the ends.
func Clean(t string) string {
	t = strings.Join(strings.Fields(t), " ")
	t = strings.TrimSuffix(strings.TrimSuffix(t, "’s"), "'s")
	return strings.Trim(t, "\"“”'’ ,")
}

// UpperFirst puts the first letter in upper case.
func UpperFirst(t string) string {
	if t != "" && t[0] >= 'a' && t[0] <= 'z' {
		return string(t[0]-'a'+'A') + t[1:]
	}
	return t
}

// TitleCase puts the first letter of each word in upper case, but not of those that join the words of a name.
func TitleCase(t string) string {
	f := strings.Fields(t)
	for i := range f {
		if i == 0 || !words.WordingJoin[f[i]] {
			f[i] = UpperFirst(f[i])
		}
	}
	return strings.Join(f, " ")
}
