package merge

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"demarche/data"
)

// rarity tells how much it says, in hundredths of a nat, that a stem stands in two texts: what all diplomacy says is said again the
// next day by somebody else. It comes from counts in a fixed corpus, never from the archive, so that no article
// changes what the words of another one weigh.
type rarity struct {
	alone  map[uint32]int // of a stem
	behind map[uint32]int // of the second of two neighbours, by the mix of both, where the first stands as well
	rarest int            // of a stem that the table does not have
}

// rarities reads model/stems.tsv once.
var rarities = sync.OnceValue(func() *rarity {
	rows, err := data.Table("model/stems.tsv", "stem", "paragraphs")
	if err != nil {
		panic(err)
	}
	counts := make(map[string]float64, len(rows))
	for _, r := range rows {
		n, err := strconv.Atoi(r.Fields[1])
		if err != nil {
			panic("model/stems.tsv: " + err.Error())
		}
		counts[r.Fields[0]] = float64(n)
	}
	all := counts[everyStem]
	x := &rarity{map[uint32]int{}, map[uint32]int{}, nats(all / unseen)}
	for s, n := range counts {
		if first, second, ok := strings.Cut(s, " "); ok {
			x.behind[mix(hash32(first), hash32(second))] = nats(counts[first] / n)
		} else {
			x.alone[hash32(s)] = nats(all / n)
		}
	}
	return x
})

// nats is the logarithm of how seldom something is, in hundredths: whole numbers, which are the same on every machine.
func nats(seldom float64) int { return int(math.Round(100 * math.Log(seldom))) }

// everyStem is the row of the table that counts the paragraphs; unseen is the count that a stem is given that is in
// fewer paragraphs than the table keeps.
const (
	everyStem = "*"
	unseen    = 4
)

// of is what a stem says by itself.
func (x *rarity) of(stem uint32) int {
	if v, ok := x.alone[stem]; ok {
		return v
	}
	return x.rarest
}

// after is what a stem says behind another one that is known to stand before it: little in a formula.
func (x *rarity) after(before, stem uint32) int {
	v := x.of(stem)
	if w, ok := x.behind[mix(before, stem)]; ok {
		return min(v, w)
	}
	return v
}
