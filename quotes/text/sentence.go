package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/data"
)

// An abbrev tells how a word keeps the dot after it.
type abbrev int

const (
	never        abbrev = iota
	always              // a name or number follows: "Mr.", "Gen.", "vs."
	often               // it may end a sentence too: "U.S.", "Inc.", "a.m."
	beforeNumber        // only where a number follows: "No.", "Jan."
)

// words are the classes of abbreviations, the whole words that ranks are written in one with, the platforms whose name
// is a letter with what stands before them, and the last parts of offices written with a hyphen.
var words = data.Classes[struct {
	AbbreviationAnywhere, AbbreviationBeforeName, AbbreviationBeforeNumber, CompoundOffice, LetterPlatform,
	NameAlways, NounAlways, OnPlatform, PastAlways, RankPart, Spokesperson data.Set
}]()

// abbreviation classifies w, a word without the dot that stands after it.
func abbreviation(w string) abbrev {
	switch {
	case words.AbbreviationBeforeName[w]:
		return always
	case words.AbbreviationAnywhere[w]:
		return often
	case words.AbbreviationBeforeNumber[w]:
		return beforeNumber
	case compound(w):
		return always
	}
	if n := len(w); n == 1 && isLetter(w[0]) && w != "I" && unicode.IsUpper(rune(w[0])) {
		return always // an initial
	} else if n >= 3 && n < 16 && dotted(w) {
		return often
	}
	return never
}

// compound reports ranks written in one: "Brig.Gen", "Lt.-Col", "Rear-Adm".
func compound(w string) bool {
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == '-' })
	for _, p := range parts {
		if !words.AbbreviationBeforeName[p] && !words.RankPart[p] {
			return false
		}
	}
	return len(parts) > 1 && words.AbbreviationBeforeName[parts[len(parts)-1]]
}

// dotted reports single letters with dots between them: "U.S", "D.P.R.K", "a.m", and "Ph.D".
func dotted(w string) bool {
	if w == "Ph.D" || w == "B.Sc" {
		return true
	}
	for i := 0; i < len(w); i++ {
		if i%2 == 0 && !isLetter(w[i]) || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return len(w)%2 == 1
}

// sentenceEnd returns the index after the last token of the sentence that begins with token i of a paragraph whose
// tokens end with the slice. Closing marks and brackets stay with the sentence that they close.
func sentenceEnd(s string, toks []Token, i int) int {
	for ; i < len(toks); i++ {
		t := toks[i].Of(s)
		final := isFinal(t)
		if !final && !endsInDot(t) {
			continue
		}
		j, quoted := i+1, false
		for j < len(toks) && isCloser(s, toks, j) {
			quoted = true
			j++
		}
		if j == len(toks) {
			return j
		}
		if final && begins(s, toks, j, t, quoted) || !final && !inAbbreviation(t) && starter(toks[j].Of(s)) {
			return j
		}
		i = j - 1
	}
	return len(toks)
}

// inAbbreviation reports a word with its dot that never ends a sentence.
func inAbbreviation(t string) bool { return abbreviation(t[:len(t)-1]) == always }

// isFinal reports a mark that may end a sentence.
func isFinal(t string) bool {
	return t == "." || t == "?" || t == "!" || t == "…" || len(t) > 2 && strings.Trim(t, ".") == ""
}

// endsInDot reports an abbreviation's token.
func endsInDot(t string) bool { return len(t) > 1 && t[len(t)-1] == '.' && t[0] != '.' }

// isCloser reports whether token j closes what stands before it: it is glued to it and opens nothing.
func isCloser(s string, toks []Token, j int) bool {
	if toks[j].Start != toks[j-1].End {
		return false
	}
	switch toks[j].Of(s) {
	case "”", "’", "''", ")", "]", "»", "›", "?", "!", "...", ".", "…", "*":
		return true
	case "\"", "'":
		return j+1 == len(toks) || toks[j+1].Start > toks[j].End
	}
	return false
}

// begins reports whether a sentence may begin at token j, after the final mark t.
func begins(s string, toks []Token, j int, t string, quoted bool) bool {
	w := toks[j].Of(s)
	r, _ := utf8.DecodeRuneInString(w)
	glued := toks[j].Start == toks[j-1].End
	switch {
	case unicode.IsUpper(r):
		if glued && t == "." && !quoted {
			return len(w) > 1 && toks[j-1].Len() == 1
		}
		return true
	case unicode.IsLower(r):
		return false
	case unicode.IsDigit(r), r == '$', r == '@', r == '#', r == '•', r == '[', r == '(':
		return !glued
	case r == '—', r == '–', r == '-', r == ',', r == ';', r == ':', r == '%':
		return false
	}
	// an opening mark: look at the word after it
	if j+1 < len(toks) {
		n, _ := utf8.DecodeRuneInString(toks[j+1].Of(s))
		return !unicode.IsLower(n)
	}
	return true
}

// starter reports a word that begins a sentence so often that an abbreviation before it may end one.
func starter(w string) bool {
	switch w {
	case "The",
		"He",
		"She",
		"It",
		"They",
		"We",
		"I",
		"You",
		"In",
		"On",
		"At",
		"But",
		"And",
		"A",
		"An",
		"This",
		"That",
		"These",
		"Those",
		"There",
		"For",
		"As",
		"If",
		"When",
		"While",
		"After",
		"Before",
		"His",
		"Her",
		"Their",
		"Its",
		"Our",
		"My",
		"So",
		"However",
		"Then",
		"Now",
		"What",
		"Who",
		"How",
		"Why",
		"Asked",
		"With",
		"From",
		"By",
		"Also",
		"Both",
		"Many",
		"Some",
		"Most",
		"No",
		"Not",
		"Yet",
		"Since",
		"Although",
		"Though",
		"Despite",
		"According",
		"“",
		"\"",
		"``",
		"„",
		"«":
		return true
	}
	return false
}
