// Package coding draws samples of a dataset's statements for people to code, and reads what each of them says. In
// come reports with the strata that they are of, and edits; out go samples and, coder by coder, codings. It does not
// know how they are stored, nor how agreement is computed.
//
// A sample is one edit of the kind [SampleKind]: its target is the sample's name, its value the list of reports with
// what the dataset said of them on that day. A coding is an edit of the kind [Kind]: its target is the report, its
// field the sample's name, its value all that the coder says of the report. Codings change nothing in the dataset,
// and each coder has their own: no second one overwrites the first.
package coding
