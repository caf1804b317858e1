// Package boost is a classifier of numbers: boosted trees (Friedman 2001) for the logarithm of the odds, grown leaf
// by leaf on histograms, as Ke et al. describe for LightGBM (2017). In come rows of numbers with a yes or no each,
// out comes a [Model] that gives the probability of yes, of a row alone or of one among rivals. It knows nothing of
// language. The same rows give the same model.
package boost
