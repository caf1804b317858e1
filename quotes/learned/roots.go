package learned

import (
	"strings"
	"sync"

	"demarche/data"
)

// lexicon is what the features look up of roots and tags, by hash.
type lexicon struct {
	irregular map[string]uint32   // the roots of irregular verbs by their forms, data/lexicon/roots.tsv
	tags      map[uint32]uint16   // the tags of the Penn treebank, numbered from 1
	saying    map[uint32]struct{} // the roots, as [stem] makes them, of common verbs of saying
}

// roots reads the table of roots and numbers the tags, once.
var roots = sync.OnceValue(func() *lexicon {
	rows, err := data.Table("lexicon/roots.tsv", "form", "root")
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	l := &lexicon{
		irregular: make(map[string]uint32, len(rows)), tags: map[uint32]uint16{}, saying: map[uint32]struct{}{},
	}
	for _, r := range rows {
		l.irregular[r.Fields[0]] = hashOf(r.Fields[1])
	}
	const tags = "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH " +
		"VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB , . : ( ) `` '' $ #"
	for i, t := range strings.Fields(tags) {
		l.tags[hashOf(t)] = uint16(i + 1)
	}
	for w := range words.SayingVerb {
		l.saying[l.stem([]byte(w), "VB")] = struct{}{}
	}
	return l
})

// stem returns the hash of a root that the forms of a regular verb, and of the common irregular verbs of saying, share.
func (l *lexicon) stem(low []byte, tag string) uint32 {
	if !strings.HasPrefix(tag, "V") {
		if tag == "NNS" && len(low) > 3 && low[len(low)-1] == 's' {
			low = low[:len(low)-1]
		}
		return hashBytes(low)
	}
	if root, ok := l.irregular[string(low)]; ok {
		return root
	}
	low = withoutEnding(low, tag)
	n := len(low)
	c := low[n-1]
	if c == 'y' {
		c = 'i'
	}
	return (hashBytes(low[:n-1]) ^ uint32(c)) * fnvPrime
}

// withoutEnding takes the ending of a form of a regular verb off, and of what is left a doubled letter or an e.
func withoutEnding(low []byte, tag string) []byte {
	n := len(low)
	switch {
	case tag == "VBG" && n > 5 && string(low[n-3:]) == "ing":
		low = low[:n-3]
	case (tag == "VBD" || tag == "VBN") && n > 4 && string(low[n-2:]) == "ed":
		low = low[:n-2]
	case tag == "VBZ" && n > 3 && low[n-1] == 's':
		low = low[:n-1]
	}
	n = len(low)
	doubled := n > 3 && low[n-1] == low[n-2] && low[n-1] != 's' && low[n-1] != 'l'
	if doubled || n > 2 && low[n-1] == 'e' {
		return low[:n-1]
	}
	return low
}
