package main

import (
	"os"
	"runtime/pprof"
	"testing"
)

func TestZZProf(t *testing.T) {
	f, _ := os.Create("/tmp/mergew/cpu.prof")
	pprof.StartCPUProfile(f)
	os.Args = []string{"demarche", "add", "--db", "/tmp/mergew/prof.sqlite", "-q", "/tmp/mergew/p3b.jsonl"}
	run()
	pprof.StopCPUProfile()
	f.Close()
}
