package budget

import (
	"time"

	"golang.org/x/sys/unix"
)

// threadClock returns a clock of the processor time of the calling thread that other threads may read.
func threadClock() func() time.Duration {
	// As clock_getcpuclockid makes it: the inverted number of the thread, and the bits for "one thread" and
	// "scheduled time".
	id := int32(^unix.Gettid()<<3 | 6) //nolint:gosec // the kernel's own arithmetic
	start, begun := threadTime(id), time.Now()
	return func() time.Duration {
		now := threadTime(id)
		if now == 0 { // the kernel does not tell
			return time.Since(begun)
		}
		return now - start
	}
}

func threadTime(clock int32) time.Duration {
	var ts unix.Timespec
	if err := unix.ClockGettime(clock, &ts); err != nil {
		return 0
	}
	return time.Duration(ts.Nano())
}
