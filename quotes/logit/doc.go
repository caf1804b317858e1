// Package logit chooses one of several candidates by sets of features: the conditional logit of McFadden (1974), in
// which every set adds up the weights of its features and the candidates of a choice share their probability with one
// that stands for none of them. In come sets of hashed features and which of them are right, out comes a [Model] that
// gives the score of a set. Features share weights where their hashes agree in the leading bits. It knows nothing of
// language. The same choices give the same model.
package logit
