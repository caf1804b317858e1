package main

import "runtime/debug"

// Memory, in bytes, near which a command that streams collects its garbage more often, and by how many hundredths what
// lives may grow between two collections: the default, its double, would be the most of what the process takes.
const (
	frugalMemory = 110 << 20
	frugalGrowth = 40
)

// frugal keeps the memory of a command that streams below 200 MB, for some tenths more of processor time.
func frugal() {
	debug.SetGCPercent(frugalGrowth)
	debug.SetMemoryLimit(frugalMemory)
}

// Growth between two collections, in hundredths, and memory, in bytes, of a command that reads once, prints and ends.
const (
	briskGrowth = 800
	briskMemory = 300 << 20
)

// brisk collects the garbage of such a command seldom, as long as there is little of it.
func brisk() {
	debug.SetGCPercent(briskGrowth)
	debug.SetMemoryLimit(briskMemory)
}
