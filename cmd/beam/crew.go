package main

import (
	"context"
	"fmt"
	"math"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"

	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	"google.golang.org/grpc"
)

// crew starts the worker processes that Prism asks for: this program in its part as a worker.
type crew struct {
	fnpb.UnimplementedBeamFnExternalWorkerPoolServer

	address string
	server  *grpc.Server
	relay   *relay
	mu      sync.Mutex
	workers map[string]*exec.Cmd
	closed  bool
}

func newCrew() (*crew, error) {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return nil, err
	}
	c := &crew{
		address: l.Addr().String(), server: grpc.NewServer(grpc.MaxRecvMsgSize(math.MaxInt32)),
		workers: map[string]*exec.Cmd{}, relay: &relay{},
	}
	fnpb.RegisterBeamFnExternalWorkerPoolServer(c.server, c)
	c.relay.portions = &portions{relay: c.relay, address: c.address, inputs: map[string]*input{}}
	fnpb.RegisterBeamFnControlServer(c.server, c.relay)
	fnpb.RegisterBeamFnDataServer(c.server, c.relay.portions)
	go c.server.Serve(l) //nolint:errcheck // until close
	return c, nil
}

// StartWorker starts a worker.
func (c *crew) StartWorker(_ context.Context, req *fnpb.StartWorkerRequest) (*fnpb.StartWorkerResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return &fnpb.StartWorkerResponse{Error: "the job is over"}, nil
	}
	c.relay.to = req.ControlEndpoint.GetUrl() // the same for all
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(program, "-worker", "-id", req.WorkerId, //nolint:gosec // this program
		"-logging_endpoint", req.LoggingEndpoint.GetUrl(), "-control_endpoint", c.address)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "GOMEMLIMIT="+workerMemory)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return &fnpb.StartWorkerResponse{Error: err.Error()}, nil
	}
	c.workers[req.WorkerId] = cmd
	return &fnpb.StartWorkerResponse{}, nil
}

// workerMemory is from where on a worker collects its garbage more often.
const workerMemory = "160MiB"

// StopWorker ends a worker.
func (c *crew) StopWorker(_ context.Context, req *fnpb.StopWorkerRequest) (*fnpb.StopWorkerResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.end(req.WorkerId)
	return &fnpb.StopWorkerResponse{}, nil
}

// end ends a worker and says how much memory it had at most.
func (c *crew) end(id string) {
	cmd := c.workers[id]
	if cmd == nil {
		return
	}
	delete(c.workers, id)
	most := mostMemory(cmd.Process.Pid)
	_, _ = cmd.Process.Kill(), cmd.Wait() // it may have ended
	if most != "" {
		fmt.Fprintf(os.Stderr, "beam: %s had %s at most\n", id, most)
	}
}

// mostMemory is the peak resident memory of a process, "" where the system does not tell.
func mostMemory(pid int) string {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(b)) {
		if value, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.Join(strings.Fields(value), " ")
		}
	}
	return ""
}

// close ends all workers.
func (c *crew) close() {
	c.mu.Lock()
	c.closed = true
	for id := range c.workers {
		c.end(id)
	}
	c.mu.Unlock()
	c.server.Stop()
}
