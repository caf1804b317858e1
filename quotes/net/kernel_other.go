//go:build !amd64

package net

// wide reports whether there are kernels for the processor.
func wide() bool { return false }

func block(uintptr, *float32, uintptr, *float32, uintptr, *float32, uintptr) {}

func plus(uintptr, *float32, *float32) {}
