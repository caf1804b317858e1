package main

import (
	"context"
	"fmt"
	"net"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/graphx"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal/runnerlib"
	"google.golang.org/protobuf/proto"
)

// runOnPrism runs a pipeline on a Prism in this process with so many worker processes. Prism starts one worker an
// environment: so each part of the extraction has one of its own.
func runOnPrism(ctx context.Context, p *beam.Pipeline, workers int) (beam.PipelineResult, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	endpoint, err := startPrism(ctx)
	if err != nil {
		return nil, err
	}
	crew, err := newCrew()
	if err != nil {
		return nil, err
	}
	defer crew.close()
	edges, _, err := p.Build()
	if err != nil {
		return nil, err
	}
	env, err := graphx.CreateEnvironment(ctx, graphx.URNEnvExternal, func(context.Context) string { return crew.address })
	if err != nil {
		return nil, err
	}
	pipeline, err := graphx.Marshal(edges, &graphx.Options{Environment: env})
	if err != nil {
		return nil, err
	}
	divide(pipeline, workers)
	// Loopback says that no binary need be sent.
	return runnerlib.Execute(ctx, pipeline, endpoint, &runnerlib.JobOptions{Name: "demarche", Loopback: true}, false)
}

// startPrism starts a Prism and returns its address.
func startPrism(ctx context.Context) (string, error) {
	l, err := net.Listen("tcp", "localhost:0") // a port that nobody has
	if err != nil {
		return "", err
	}
	port := l.Addr().(*net.TCPAddr).Port
	if err := l.Close(); err != nil {
		return "", err
	}
	_, err = prism.CreateJobServer(ctx, prism.Options{Port: port})
	return fmt.Sprintf("localhost:%d", port), err
}

// divide gives each part of the extraction but the first an environment of its own.
func divide(p *pipepb.Pipeline, workers int) {
	environments := p.Components.Environments
	var first string
	for id := range environments {
		first = id
	}
	for i := 1; i < workers; i++ {
		own := fmt.Sprintf("%s_%d", first, i+1)
		environments[own] = proto.CloneOf(environments[first])
		environments[own].Dependencies = nil
		for _, t := range p.Components.Transforms {
			if t.EnvironmentId == first && strings.Contains(t.UniqueName, "/"+scopeOf(i)+"/") {
				t.EnvironmentId = own
			}
		}
	}
}
