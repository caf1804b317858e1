// Package learned finds attributions with trained models. A linear field and a network (package net) tell together
// which words are cues, and together which words are source and content of a given cue: their scores are added in one
// lattice (package crf), from which the likely extents are read as candidates. Classifiers (package boost) then tell
// how likely a candidate with all its parts is right, beside the others that it competes with, and how likely its
// extents are. In comes a parsed document with its marks, out come candidates with calibrated probabilities. It knows
// words and their neighbourhood, nothing of the world.
//
// [Train] fits the models. The features of the fields are described in features_cue.go and features_role.go, those of
// the network in network.go, the values that the classifiers see in rank.go.
package learned
