package net

// Example is an annotated document.
type Example struct {
	In        []Input
	Sentences [][2]int // first token, and the one after the last
	Cues      []uint8  // label of each token
	Frames    []Frame
}

// Frame is the neighbourhood of an annotated cue.
type Frame struct {
	Main   int // the token that stands for the cue
	Pieces []Piece
	Labels []uint8
}

// Options of training.
type Options struct {
	Epochs  int
	Rate    float64 // Adam's step at the start; it falls to nothing on a cosine
	OwnRate float64 // share of the step that the words' own vectors take
	Input   float64 // share of the dimensions of a word that is dropped
	Inner   float64 // share of a layer's input that is dropped
	Top     float64 // share of the last layer that is dropped
	Word    float64 // share of the words, and of the features of words, that are dropped whole
	Least   int     // words seen so often get a vector of their own
	Roles   float64 // weight of the roles against the cues, from 0 to 1
	Seed    uint64
}
