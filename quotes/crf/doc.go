// Package crf is a linear-chain conditional random field with few labels and very many binary features. In come
// features as 32-bit hashes with the labels of a training text; out come a [Model] of a few megabytes and, at run
// time, the best labelling of a [Lattice] and its marginal probabilities. It knows nothing of language.
//
// A node feature has a weight for each label of its position; an edge feature has one for each pair of the label
// before and the label at its position. Training is by AdaGrad on the likelihood, one sequence after another, with
// features dropped at random; it is deterministic for a given order of the sequences.
package crf
