package actors

import (
	"cmp"
	"math/bits"
	"slices"

	"demarche/data"
)

// MentionKind tells by what sort of name something is mentioned.
type MentionKind string

// The kinds of mentions.
const (
	ByName    MentionKind = "name"    // a full name or one that stands alone: "Vladimir Putin", "Russia", "NATO", "TASS"
	ByMetonym MentionKind = "metonym" // a seat of power: "Kremlin", "Foggy Bottom"
	ByCapital MentionKind = "capital" // a capital, as a place or as the government: "Moscow"
	ByDemonym MentionKind = "demonym" // "Russian", "Russians"
	BySurname MentionKind = "surname" // one part of a person's name: "Putin"
	ByOffice  MentionKind = "office"  // an office or a body without its state: "foreign minister", "defence ministry"
	ByTitle   MentionKind = "title"   // a form of address: "Mr", "Comrade", "Marshal"
	byPlace   MentionKind = "place"   // a sea, a region or a firm that has a state's name in its own; never given out
)

// order of the kinds where one word is several things: "Kan" is a broadcaster before it is a surname.
func (k MentionKind) order() int {
	return slices.Index(
		[]MentionKind{byPlace, ByName, ByMetonym, ByCapital, ByDemonym, ByOffice, ByTitle, BySurname},
		k,
	)
}

// Candidate is one meaning of a mention.
type Candidate struct {
	Kind   MentionKind
	Entry  *Entry // whom it may mean; nil for an office or a form of address
	Office string // the class of the office or body, or the part of the government that a metonym stands for
	Seat   string // of a metonym: its usual name

	pattern uint32 // the least shape of each word, two bits a word
}

// names finds names in words. It is a trie whose nodes are the hashes of the word sequences from the root, kept in
// one open table: a node has no pointers, and building costs a few nanoseconds a word. A hash of 64 bits stands for
// its words without a check: with 10^5 nodes, a text of 10^9 words would meet a false one with a chance of 1 in 10^5.
type names struct {
	slots    []slot
	posts    []post
	list     []Candidate
	used     int
	spelling *spelling
}

type slot struct {
	key      uint64
	head     int32 // first post + 1; 0 for a node that is only the beginning of names
	from, to int32 // candidates in list, once frozen
}

type post struct {
	Candidate
	next int32
}

func newNames(size int, sp *spelling) *names {
	n := 1 << bits.Len(uint(size))
	return &names{slots: make([]slot, n), posts: make([]post, 0, n/2), spelling: sp}
}

func step(node, word uint64) uint64 {
	h := (bits.RotateLeft64(node, 7) ^ word) * 0x9e3779b97f4a7c15
	h ^= h >> 29
	if h == 0 {
		return 1
	}
	return h
}

// at returns the slot of a node, or the empty slot where it belongs.
func (n *names) at(key uint64) *slot {
	mask := uint64(len(n.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &n.slots[i]; s.key == key || s.key == 0 {
			return s
		}
	}
}

// add enters a name for a candidate. Small words inside the name that texts put or drop ("the") are left out. A name
// without letters is not entered.
func (n *names) add(name []word, text string, c Candidate) {
	if len(name) == 0 {
		return
	}
	if 2*(n.used+len(name)) > len(n.slots) {
		n.grow()
	}
	node, k := uint64(0), 0
	var last *slot
	for i, w := range name {
		if i > 0 && isThe(text, w) {
			continue
		}
		node = step(node, w.hash)
		last = n.at(node)
		if last.key == 0 {
			last.key = node
			n.used++
		}
		if k < 16 {
			c.pattern |= uint32(w.shape) << (2 * k)
		}
		k++
	}
	for p := last.head; p > 0; p = n.posts[p-1].next {
		if q := &n.posts[p-1]; q.Entry == c.Entry && q.Office == c.Office && (c.Entry != nil || q.Kind == c.Kind) {
			q.pattern = loosest(q.pattern, c.pattern)
			if c.Kind.order() < q.Kind.order() {
				q.Kind = c.Kind
			}
			return
		}
	}
	n.posts = append(n.posts, post{c, last.head})
	last.head = int32(len(n.posts))
}

// enter enters a name as it is written.
func (n *names) enter(name string, c Candidate) { n.add(n.spelling.words(name, nil), name, c) }

func isThe(text string, w word) bool {
	s := text[w.start:w.end]
	return s == "the" || s == "The"
}

func loosest(a, b uint32) uint32 {
	var out uint32
	for i := 0; i < 32; i += 2 {
		out |= min(a>>i&3, b>>i&3) << i
	}
	return out
}

func (n *names) grow() {
	old := n.slots
	n.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.key != 0 {
			*n.at(s.key) = s
		}
	}
}

// freeze lays the candidates of each name side by side, the best first. Nothing is added afterwards.
func (n *names) freeze() {
	n.list = make([]Candidate, 0, len(n.posts))
	for i := range n.slots {
		s := &n.slots[i]
		if s.head == 0 {
			continue
		}
		s.from = int32(len(n.list))
		for p := s.head; p > 0; p = n.posts[p-1].next {
			n.list = append(n.list, n.posts[p-1].Candidate)
		}
		s.to = int32(len(n.list))
		if s.to-s.from > 1 {
			slices.SortStableFunc(n.list[s.from:s.to], better)
		}
	}
	n.posts = nil
}

// better orders the meanings of one name: by kind, then the higher offices, then by identity, so that the order is
// defined.
func better(a, b Candidate) int {
	if c := cmp.Compare(a.Kind.order(), b.Kind.order()); c != 0 {
		return c
	}
	if a.Entry == nil || b.Entry == nil {
		return cmp.Compare(a.Office, b.Office)
	}
	if c := cmp.Compare(b.Entry.rank, a.Entry.rank); c != 0 {
		return c
	}
	return cmp.Compare(a.Entry.ID, b.Entry.ID)
}

// longest returns the candidates of the longest name that starts at word i, and the index after its last word. An
// initial or a patronymic between the words of a name ("Donald J. Trump", "Sergey Viktorovich Lavrov") and the
// article may stand in the text without being part of the name.
func (n *names) longest(text string, ws []word, i int) (found []Candidate, end int) {
	node := uint64(0)
	var shapes uint32
	for j, k := i, 0; j < len(ws); j++ {
		w := &ws[j]
		if k > 0 && !w.joined {
			break
		}
		next := step(node, w.hash)
		s := n.at(next)
		if s.key == 0 {
			if k > 0 && j > i && (isThe(text, *w) || isInitial(text, *w) || n.spelling.patronymic(text, *w)) {
				continue
			}
			break
		}
		node = next
		if k < 16 {
			shapes |= uint32(w.shape) << (2 * k)
		}
		k++
		if s.to > s.from {
			if c := fitting(n.list[s.from:s.to], shapes); len(c) > 0 {
				found, end = c, j+1
			}
		}
	}
	return found, end
}

// officeOf returns the class of a phrase such as "secretary of state".
func (n *names) officeOf(phrase string) (string, bool) {
	ws := n.spelling.words(phrase, nil)
	c, end := n.longest(phrase, ws, 0)
	for _, c := range c {
		if end == len(ws) && c.Kind == ByOffice {
			return c.Office, true
		}
	}
	return "", false
}

// readPlaces enters the names of seas, regions and firms that hold a state's name and do not mean the state.
func (n *names) readPlaces() error {
	rows, err := data.Table("gazetteer/places.tsv", "name", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		n.enter(r.Fields[0], Candidate{Kind: byPlace, Office: r.Fields[0]})
	}
	return nil
}

// isInitial tells whether the word is a capital letter with a dot.
func isInitial(text string, w word) bool {
	return w.end-w.start == 1 && w.shape == upper && int(w.end) < len(text) && text[w.end] == '.'
}

// fitting returns those candidates whose words may be written in the given shapes.
func fitting(list []Candidate, shapes uint32) []Candidate {
	bad := 0
	for i := range list {
		if !fits(list[i].pattern, shapes) {
			bad++
		}
	}
	if bad == 0 {
		return list
	}
	if bad == len(list) {
		return nil
	}
	out := make([]Candidate, 0, len(list)-bad)
	for _, c := range list {
		if fits(c.pattern, shapes) {
			out = append(out, c)
		}
	}
	return out
}

func fits(pattern, shapes uint32) bool {
	for ; pattern != 0; pattern, shapes = pattern>>2, shapes>>2 {
		if shapes&3 < pattern&3 {
			return false
		}
	}
	return true
}
