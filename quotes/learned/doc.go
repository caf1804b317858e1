// Package learned finds attributions with three trained models: a field that finds cues, a field that finds source and
// content of a given cue, and a classifier that tells how likely a candidate with all its parts is right. In comes a parsed
// document with its marks, out come candidates with probabilities. It knows words and their neighbourhood, nothing of
// the world. [Train] fits the models; their features are described in features_cue.go, features_role.go and rank.go.
package learned
