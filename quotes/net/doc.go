// Package net is a small neural network over the words of a document, which learns two things at once: which words
// are cues, and which are the source and the content of a given cue. It knows words by vectors that were made from
// much more text than the annotated one, so that a rare verb of saying is not foreign to it.
//
// In come the words of a document as [Input], out come scores of labels for each of them, to be added to those of the
// linear fields of package crf in one lattice: the two err differently, and together they err less than either.
//
// The encoder has a convolution over a word and its neighbours, a second one, a gated recurrence in both directions
// that carries what was said before and what comes, and a third convolution; each but the first is added to its
// input. A cue is scored from that alone. For a given cue every piece of its neighbourhood gets the sum of what the
// encoder says of the piece and of the cue and of features of where the piece stands; a convolution and a recurrence
// over the neighbourhood follow.
//
// Training is by Adam on the likelihood of two linear chains, a document a step, with parts dropped at random; the
// same examples give the same network.
//
// Products of matrices and sums of rows have kernels of their own in assembler for amd64 with AVX2, to the same bits as
// plain code: the reading of a text took 26 microseconds a word with the products of gonum, which knows four values at
// once, and takes 17 with these.
package net
