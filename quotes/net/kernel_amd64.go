package net

import "golang.org/x/sys/cpu"

// wide reports whether the processor has the registers that the kernels use.
func wide() bool { return cpu.X86.HasAVX2 }

// block sets four rows by sixteen columns of c to a·b. k is the number of columns of a, above 0; steps are those from
// one row to the next, in bytes.
//
//go:noescape
func block(k uintptr, a *float32, aStep uintptr, b *float32, bStep uintptr, c *float32, cStep uintptr)

// plus adds n values of b to a; n is a multiple of 8, above 0.
//
//go:noescape
func plus(n uintptr, a, b *float32)
