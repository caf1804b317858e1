package main

import (
	"testing"

	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
)

// sent keeps what a worker is sent.
type sent struct {
	fnpb.BeamFnData_DataServer
	messages []*fnpb.Elements
}

func (s *sent) Send(e *fnpb.Elements) error {
	s.messages = append(s.messages, e)
	return nil
}

// TestALargeElementTakesThePlacesOfItsPortions: an element of several portions waits alone, or nearly so.
func TestALargeElementTakesThePlacesOfItsPortions(t *testing.T) {
	for size, places := range map[int]int{0: 1, portion / 2: 1, 3*portion + 1: 4, 1000 * portion: waiting + 1} {
		s := &sent{}
		d := &fnpb.Elements_Data{InstructionId: "i", TransformId: "t", Data: make([]byte, size), IsLast: true}
		if err := send(s, &fnpb.Elements{Data: []*fnpb.Elements_Data{d}}); err != nil {
			t.Fatal(err)
		}
		if len(s.messages) != places || s.messages[places-1].Data[0] != d {
			t.Errorf("%d bytes are %d messages, want %d, the last with the bytes", size, len(s.messages), places)
		}
		for _, e := range s.messages[:places-1] {
			if x := e.Data[0]; len(x.Data) > 0 || x.IsLast || x.InstructionId != "i" || x.TransformId != "t" {
				t.Errorf("before %d bytes goes %v", size, x)
			}
		}
	}
}
