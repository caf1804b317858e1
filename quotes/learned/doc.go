// Package learned finds attributions with trained models. A linear field and a network (package net) find together
// which words are cues: their scores are added in one lattice (package crf). The network alone finds which words are
// source and content of a given cue. The likely extents in both lattices are the candidates. Classifiers (package
// boost) then judge how likely a candidate with all its parts is right, beside the others that it competes with, and
// how likely its extents are. In comes a parsed document with its marks, out come candidates with calibrated
// probabilities. It knows words and their neighbourhood, nothing of the world.
//
// [Train] fits the models. The features of the field are described in features_cue.go, those of the network in
// network.go and features_role.go, the values that the classifiers see in rank.go.
package learned
