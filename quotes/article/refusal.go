package article

import (
	"fmt"
	"strings"
)

// Refusal is the error of a source that was read and is no article in English.
type Refusal struct {
	Kind string // missing, consent, paywall, robots, front, mojibake, container, language or empty
	Sign string // the words or the fact that betray it
}

// Error says what the source is, by which sign, and what to do.
func (r *Refusal) Error() string {
	say := map[string]string{
		"missing":   "the page of a missing article (%s), no article; look for its new address",
		"consent":   "a wall of consent or cookies (%s), no article; save the page after consenting",
		"paywall":   "a paywall with the beginning of an article (%s); give the whole text",
		"robots":    "a check for robots or scripts (%s), no article; save the page from a browser",
		"front":     "a list of articles (%s), no article; give the articles it links to",
		"mojibake":  "text in a wrong charset (%s); save it as UTF-8",
		"container": "several articles or none in one file (%s); give each article as a page or text, or all as JSON Lines",
		"language":  "in another language (%s), not read; only English is",
		"empty":     "no article text (%s)",
	}
	return fmt.Sprintf(say[r.Kind], r.Sign)
}

// Check returns a [*Refusal] for what is no whole article in English, nil for what may be one. [Read] refuses the
// same, but for articles in other languages and for beginnings that a page calls so.
func (a *Article) Check() error {
	if strings.TrimSpace(a.Text) == "" {
		return &Refusal{"empty", `"text" is empty`}
	}
	if tag := a.foreign(); tag != "" {
		return &Refusal{"language", tag}
	}
	if a.Partial != "" {
		return &Refusal{"paywall", a.Partial}
	}
	return a.refusal()
}

// A wall has at most maxWall bytes of text; a paragraph that holds a sign of it counts whole. A paywall lets at
// most maxStub bytes through, and asks for money in a paragraph of at most maxNotice.
const (
	maxWall   = 3000
	maxStub   = 1000
	maxNotice = 400
)

// refusal refuses what is no article by its title and text.
func (a *Article) refusal() error {
	if sign := mojibake(a.Text); sign != "" {
		return &Refusal{"mojibake", sign}
	}
	if len(a.Text) > maxWall {
		return nil
	}
	for part := range strings.FieldsFuncSeq(a.Title, func(r rune) bool { return strings.ContainsRune("|–—-·•»", r) }) {
		if kind := lexicon().signs.titles[plainWords(part)]; kind != "" {
			return &Refusal{kind, "“" + strings.TrimSpace(part) + "”"}
		}
	}
	return wall(strings.Split(a.Text, "\n"))
}

// wall refuses a text of which half or more stands in paragraphs with signs of one kind.
func wall(paragraphs []string) error {
	all, signed, first := 0, map[string]int{}, map[string]string{}
	for _, l := range paragraphs {
		all += len(l)
		for kind, phrase := range signsIn(l) {
			signed[kind] += len(l)
			if first[kind] == "" {
				first[kind] = phrase
			}
		}
	}
	for _, kind := range []string{"missing", "consent", "robots"} {
		if signed[kind] > 0 && 2*signed[kind] >= all {
			return &Refusal{kind, "“" + first[kind] + "”"}
		}
	}
	return paywalled(paragraphs, all)
}

// paywalled refuses a short text that ends with, or holds, the request to pay.
func paywalled(paragraphs []string, body int) error {
	for _, l := range paragraphs {
		if phrase := signsIn(l)["paywall"]; phrase != "" && len(l) < maxNotice && body-len(l) <= maxStub {
			return &Refusal{"paywall", "“" + phrase + "”"}
		}
	}
	return nil
}
