package net

// Labels of both tasks.
const (
	CueLabels  = 3
	RoleLabels = 3
)

// Sizes of the network: as wide as leaves text to quotes well above 35,000 words a second.
const (
	hidden        = 64      // units of the encoder
	roleHidden    = 32      // units of a piece
	inputFeatures = 384     // rows of the table of input features
	roleFeatures  = 1 << 12 // rows of the table of features of a piece
	edgeKinds     = 8
)

// Input is what the network sees of a word: the hash of its lower-case form, and features below 384.
type Input struct {
	Word     uint32
	Features []uint16
}

// Piece is a position of a cue's neighbourhood: one token, or several in marks, of which the first and the last are
// looked at. Features are below 16,384; Edge, below 8, tells how it meets the piece before it.
type Piece struct {
	First, Last int // tokens; Last is inside
	Features    []uint16
	Edge        uint8
	Cue         bool
}

// Net is a trained network; read-only and safe to share.
type Net struct {
	vec   *Vectors
	words map[uint32]int32 // words with a row in own
	keys  []uint32         // their hashes, in the order of the rows

	own   matrix // what training adds to the vectors
	input matrix // feature → contribution to the first layer at the three places
	conv  [3]conv
	gate  matrix // hidden × 2·hidden, of the recurrence
	gateB matrix

	cue  matrix // hidden × labels
	cueB matrix
	cueT matrix // labels × labels

	piece  matrix // hidden × roleHidden, of the piece
	anchor matrix // hidden × roleHidden, of the cue
	roleF  matrix // feature → roleHidden
	roleB  matrix
	roleC  conv
	roleG  matrix // roleHidden × 2·roleHidden, of the recurrence over the neighbourhood
	roleGB matrix
	role   matrix // roleHidden × labels
	roleOB matrix
	roleT  matrix // kind of edge × (labels × labels)
}

// parameters lists what is trained, in the order of the file; own comes first.
func (n *Net) parameters() []*matrix {
	ps := []*matrix{&n.own, &n.input}
	for i := range n.conv {
		ps = append(ps, &n.conv[i].w, &n.conv[i].b)
	}
	return append(
		ps,
		&n.gate,
		&n.gateB,
		&n.cue,
		&n.cueB,
		&n.cueT,
		&n.piece,
		&n.anchor,
		&n.roleF,
		&n.roleB,
		&n.roleC.w,
		&n.roleC.b,
		&n.roleG,
		&n.roleGB,
		&n.role,
		&n.roleOB,
		&n.roleT,
	)
}

// shape sets the sizes of all parameters.
func (n *Net) shape() {
	n.own = newMatrix(len(n.keys), n.vec.dim)
	n.input = newMatrix(inputFeatures, 3*hidden)
	n.conv[0] = newConv(n.vec.dim, hidden)
	n.conv[1] = newConv(hidden, hidden)
	n.conv[2] = newConv(hidden, hidden)
	n.gate, n.gateB = newMatrix(hidden, 2*hidden), newMatrix(1, 2*hidden)
	n.cue, n.cueB, n.cueT = newMatrix(hidden, CueLabels), newMatrix(1, CueLabels), newMatrix(CueLabels, CueLabels)
	n.piece, n.anchor = newMatrix(hidden, roleHidden), newMatrix(hidden, roleHidden)
	n.roleF, n.roleB = newMatrix(roleFeatures, roleHidden), newMatrix(1, roleHidden)
	n.roleC = newConv(roleHidden, roleHidden)
	n.roleG, n.roleGB = newMatrix(roleHidden, 2*roleHidden), newMatrix(1, 2*roleHidden)
	n.role, n.roleOB = newMatrix(roleHidden, RoleLabels), newMatrix(1, RoleLabels)
	n.roleT = newMatrix(edgeKinds, RoleLabels*RoleLabels)
}

// vector fills dst with the vector of a word.
func (n *Net) vector(word uint32, dst []float32) {
	clear(dst)
	n.vec.into(word, dst)
	if i, ok := n.words[word]; ok {
		addTo(dst, n.own.row(int(i)))
	}
}

// CueEdges returns the scores of pairs of labels: the label before × the label after.
func (n *Net) CueEdges() []float32 { return n.cueT.w }

// RoleEdges returns the scores of pairs of labels where a piece meets the one before it in the given way.
func (n *Net) RoleEdges(kind uint8) []float32 { return n.roleT.row(int(kind)) }
