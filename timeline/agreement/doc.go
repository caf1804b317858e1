// Package agreement computes how far coders agree, and how often a dataset is right. In come codes: for each unit one
// integer a coder, [Missing] where a coder gave none. Out go percent agreement, Cohen's kappa, Krippendorff's alpha
// and weighted shares, each with a 95 % interval. It knows nothing of statements, fields or files.
package agreement
