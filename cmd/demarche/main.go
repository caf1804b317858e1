// Command demarche reads articles, finds the words that states and their officials address to each other, and lays them
// out as a dated, sourced, interactive timeline of a relation.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := newRoot().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "demarche: "+err.Error())
		os.Exit(exitCode(err))
	}
}
