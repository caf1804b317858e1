package main

import (
	"context"
	"math"
	"sync"

	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
)

// portion is of how many bytes the messages are in which a worker is sent its elements. It has some twenty of them,
// waiting, in memory.
const (
	portion = 256 << 10
	waiting = 20
)

// portions stands between the workers and the data of Prism, and cuts what Prism sends. Prism (2.77) sends all elements
// of a stage in one message, which grows with the archive and which a worker must hold as a whole.
type portions struct {
	fnpb.UnimplementedBeamFnDataServer

	relay   *relay
	address string // its own
	mu      sync.Mutex
	inputs  map[string]*input // by worker and transform
}

// input is how the elements are written that a worker is sent for a transform.
type input struct {
	known chan struct{} // closed when it is
	measure
}

// input is that of a worker's transform; it may be asked for before it is known.
func (p *portions) input(worker, transform string) *input {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := worker + "/" + transform
	in := p.inputs[key]
	if in == nil {
		in = &input{known: make(chan struct{})}
		p.inputs[key] = in
	}
	return in
}

// note says how the elements of an input are written. What was told once stays.
func (p *portions) note(in *input, m measure) {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-in.known:
	default:
		in.measure = m
		close(in.known)
	}
}

// divert changes what Prism says of a stage, so that the worker asks for its data here, and notes how the elements are
// written that it is sent.
func (p *portions) divert(worker string, stage *fnpb.ProcessBundleDescriptor) error {
	for id, t := range stage.GetTransforms() {
		urn := t.GetSpec().GetUrn()
		if urn != "beam:runner:source:v1" && urn != "beam:runner:sink:v1" {
			continue
		}
		port := &fnpb.RemoteGrpcPort{}
		if err := proto.Unmarshal(t.Spec.Payload, port); err != nil {
			return err
		}
		p.note(p.input(worker, id), measureOf(port.CoderId, stage.GetCoders()))
		port.ApiServiceDescriptor.Url = p.address
		b, err := proto.Marshal(port)
		if err != nil {
			return err
		}
		t.Spec.Payload = b
	}
	return nil
}

// Data carries elements between a worker and Prism, until either ends.
func (p *portions) Data(worker fnpb.BeamFnData_DataServer) error {
	id, err := grpcx.ReadWorkerID(worker.Context())
	if err != nil {
		return err
	}
	conn, err := p.relay.dial()
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // nothing is left to say
	prism, err := fnpb.NewBeamFnDataClient(conn).Data(grpcx.WriteWorkerID(worker.Context(), id),
		grpc.MaxCallRecvMsgSize(math.MaxInt32))
	if err != nil {
		return err
	}
	ended := make(chan error, 2)
	go func() { ended <- p.cutting(id, prism, worker) }()
	go func() { ended <- carry(worker.Recv, prism.Send, func(*fnpb.Elements) {}) }()
	return <-ended
}

// cutting passes on what Prism sends to a worker, a portion at a time. Timers come after the elements before them and,
// like the word that all is sent, with the last portion.
func (p *portions) cutting(id string, prism fnpb.BeamFnData_DataClient, worker fnpb.BeamFnData_DataServer) error {
	for {
		e, err := prism.Recv()
		if err != nil {
			return err
		}
		list := e.Data
		e.Data = nil
		for _, d := range list {
			few, err := p.cut(worker.Context(), id, d)
			if err != nil {
				return err
			}
			e.Data = append(e.Data, few...)
		}
		for len(e.Data) > 1 {
			if err := send(worker, &fnpb.Elements{Data: e.Data[:1]}); err != nil {
				return err
			}
			e.Data = e.Data[1:]
		}
		if err := send(worker, e); err != nil {
			return err
		}
	}
}

// send sends what has at most one list of elements. Before one that is larger than a portion, because an element is,
// go empty ones, so that it takes as many of the places of those that wait as it has portions.
func send(worker fnpb.BeamFnData_DataServer, e *fnpb.Elements) error {
	for _, d := range e.Data {
		empty := &fnpb.Elements{Data: []*fnpb.Elements_Data{{InstructionId: d.InstructionId, TransformId: d.TransformId}}}
		for range min(len(d.Data)/portion, waiting) {
			if err := worker.Send(empty); err != nil {
				return err
			}
		}
	}
	return worker.Send(e)
}

// cut divides elements, where it is known where they end. Data may come before the worker has asked what the stage is:
// it does so before it looks at them.
func (p *portions) cut(ctx context.Context, id string, d *fnpb.Elements_Data) ([]*fnpb.Elements_Data, error) {
	whole := []*fnpb.Elements_Data{d}
	if len(d.GetData()) <= portion {
		return whole, nil
	}
	in := p.input(id, d.GetTransformId())
	select {
	case <-in.known:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if in.measure == nil {
		return whole, nil
	}
	return in.cut(d, portion), nil
}
