//go:build !linux

package budget

import "time"

// threadClock returns a clock of the time since now: this system does not tell the time of a thread to others.
func threadClock() func() time.Duration {
	begun := time.Now()
	return func() time.Duration { return time.Since(begun) }
}
