// Package cotext gives the words in and around a quote as features, from which a model learns what words speak for a
// value of a field: the cue, the words of its sentence, the reported words, the sentences before and after it, the
// title, and the words beside the places that name a candidate. In come the scenes of an article, a quote and the
// places of a candidate; out go sets of hashes. Names, times and numbers stand for themselves by their kind alone, so
// that nothing is learned of a person or a state. It does not know the fields and their values.
package cotext

import (
	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// Article is the words of an article as features.
type Article struct {
	body  *scene.Scene
	words []uint32 // by token of the body
	state []string // by token: the state that it names, "" for none
	title []uint32
}

// Read hashes the words of an article; title may be nil.
func Read(body, title *scene.Scene) *Article {
	a := &Article{body: body, words: make([]uint32, len(body.Lower)), state: make([]string, len(body.Lower))}
	for k := range body.Lower {
		a.words[k] = hash(shape(body, k))
		if m := body.MentionAt(k); m != nil && m.Actor.Kind == actors.State {
			a.state[k] = m.Actor.State
		}
	}
	if title != nil {
		for k := range min(len(title.Lower), longestTitle) {
			a.title = append(a.title, hash(title.Lower[k]))
		}
	}
	return a
}

// longestTitle is how many words of a title are read.
const longestTitle = 25

// What stands for a name in place of its words.
const (
	aMedium       = "MEDIUM"
	aState        = "STATE"
	theOwnState   = "OWN STATE"
	aBody         = "BODY"
	aPerson       = "PERSON"
	aTime         = "TIME"
	aNumber       = "NUMBER"
	aName         = "NAME"
	beforeTheText = "<"
	afterTheText  = ">"
)

// shape is token k as a feature: a word in lower case, or what stands for a name, a time or a number.
func shape(s *scene.Scene, k int) string {
	if m := s.MentionAt(k); m != nil {
		switch m.Actor.Kind {
		case actors.Medium:
			return aMedium
		case actors.State:
			return aState
		case actors.Organisation:
			return aBody
		}
		return aPerson
	}
	w := s.Lower[k]
	first, _ := s.SentenceBounds(k)
	switch {
	case s.InTime(k):
		return aTime
	case w[0] >= '0' && w[0] <= '9':
		return aNumber
	case k > first && w != "i" && s.Capital(k):
		return aName
	}
	return w
}

// at is the feature of token k for a quote of somebody of the state own.
func (a *Article) at(k int, own string) uint32 {
	switch {
	case k < 0:
		return hash(beforeTheText)
	case k >= len(a.words):
		return hash(afterTheText)
	case a.state[k] != "" && a.state[k] == own:
		return hash(theOwnState)
	}
	return a.words[k]
}

// hash is the FNV-1a hash of a word.
func hash(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

// join is the hash of a feature a beside b; it differs from that of b beside a. The steps are those by which Murmur
// (Appleby 2008) ends.
func join(a, b uint32) uint32 {
	h := a ^ (b*0x9e3779b1 + 0x7f4a7c15)
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}
