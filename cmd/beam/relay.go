package main

import (
	"context"
	"math"
	"strings"

	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

// relay stands between the workers and Prism and gives each worker's counters names of their own. A worker numbers its
// counters as it meets them, and Prism (2.77) keeps one list of these numbers a job: with two workers it takes one
// counter for another.
type relay struct {
	fnpb.UnimplementedBeamFnControlServer

	to       string    // the address of Prism's control, and of its data
	portions *portions // cuts what workers are sent
}

// GetProcessBundleDescriptor passes on what Prism says of a stage, but for where its data is.
func (r *relay) GetProcessBundleDescriptor(
	ctx context.Context, q *fnpb.GetProcessBundleDescriptorRequest,
) (*fnpb.ProcessBundleDescriptor, error) {
	id, err := grpcx.ReadWorkerID(ctx)
	if err != nil {
		return nil, err
	}
	conn, err := r.dial()
	if err != nil {
		return nil, err
	}
	defer conn.Close() //nolint:errcheck // it has answered
	stage, err := fnpb.NewBeamFnControlClient(conn).GetProcessBundleDescriptor(grpcx.WriteWorkerID(ctx, id), q)
	if err != nil {
		return nil, err
	}
	return stage, r.portions.divert(id, stage)
}

func (r *relay) dial() (*grpc.ClientConn, error) {
	return grpc.NewClient(r.to, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(math.MaxInt32)))
}

// Control carries what a worker and Prism say to each other, until either ends.
func (r *relay) Control(worker fnpb.BeamFnControl_ControlServer) error {
	id, err := grpcx.ReadWorkerID(worker.Context())
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(grpcx.WriteWorkerID(worker.Context(), id))
	defer stop()
	conn, err := r.dial()
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // nothing is left to say
	prism, err := fnpb.NewBeamFnControlClient(conn).Control(ctx)
	if err != nil {
		return err
	}
	ended := make(chan error, 2)
	go func() {
		ended <- carry(prism.Recv, worker.Send, func(q *fnpb.InstructionRequest) { unname(q, id+"/") })
	}()
	go func() { ended <- carry(worker.Recv, prism.Send, func(a *fnpb.InstructionResponse) { name(a, id+"/") }) }()
	return <-ended
}

// carry passes messages on as they come, each changed.
func carry[M any](from func() (*M, error), to func(*M) error, change func(*M)) error {
	for {
		m, err := from()
		if err != nil {
			return err
		}
		change(m)
		if err := to(m); err != nil {
			return err
		}
	}
}

// name puts a prefix before the names of counters in an answer.
func name(a *fnpb.InstructionResponse, prefix string) {
	if b := a.GetProcessBundle(); b != nil {
		b.MonitoringData = prefixed(b.MonitoringData, prefix)
	}
	if b := a.GetProcessBundleProgress(); b != nil {
		b.MonitoringData = prefixed(b.MonitoringData, prefix)
	}
	if m := a.GetMonitoringInfos(); m != nil {
		m.MonitoringInfo = prefixed(m.MonitoringInfo, prefix)
	}
}

func prefixed[V any](m map[string]V, prefix string) map[string]V {
	out := make(map[string]V, len(m))
	for k, v := range m {
		out[prefix+k] = v
	}
	return out
}

// unname takes the prefix off the names in a question.
func unname(q *fnpb.InstructionRequest, prefix string) {
	if m := q.GetMonitoringInfos(); m != nil {
		for i, id := range m.MonitoringInfoId {
			m.MonitoringInfoId[i] = strings.TrimPrefix(id, prefix)
		}
	}
}
