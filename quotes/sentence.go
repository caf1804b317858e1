package quotes

// sentence is a run of tokens that is read for itself: most often a sentence without its full stop, at times what is
// left of one. It has no reports yet.
type sentence struct {
	*grammar
	lo, hi int
}

// uses reads the verbs of the sentence.
func (s *sentence) uses() verbUses { return verbUses{s} }

// sources reads the names of its speakers.
func (s *sentence) sources() sources { return sources{s} }

// asides reads what stands beside its words.
func (s *sentence) asides() asides { return asides{s} }
