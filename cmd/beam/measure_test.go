package main

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/coder"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/mtime"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/window"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/exec"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/typex"
	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
)

// grouped are the coders of what a GroupByKey gives: a name with numbers of things whose length stands before them.
func grouped() map[string]*pipepb.Coder {
	c := func(name string, parts ...string) *pipepb.Coder {
		return &pipepb.Coder{Spec: &pipepb.FunctionSpec{Urn: "beam:coder:" + name + ":v1"}, ComponentCoderIds: parts}
	}
	return map[string]*pipepb.Coder{
		"name": c("string_utf8"), "number": c("varint"), "window": c("global_window"), "own": c("mine"),
		"thing": c("length_prefix", "own"), "pair": c("kv", "number", "thing"), "list": c("iterable", "pair"),
		"group": c("kv", "name", "list"), "element": c("windowed_value", "group", "window"),
		"strange": c("windowed_value", "own", "window"),
	}
}

// groups writes so many groups as Prism does, each with one thing more than the last.
func groups(t *testing.T, n int, panes ...typex.PaneInfo) (whole []byte, each [][]byte) {
	t.Helper()
	windows := exec.MakeWindowEncoder(coder.NewGlobalWindow())
	for i := range n {
		var b bytes.Buffer
		pane := panes[i%len(panes)]
		err := exec.EncodeWindowedValueHeader(windows, []typex.Window{window.GlobalWindow{}}, mtime.Now(), pane, &b)
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprint("group ", i)
		_ = coder.EncodeStringUTF8(name, &b)
		_ = coder.EncodeInt32(int32(i), &b)
		for k := range i {
			_ = coder.EncodeVarInt(int64(k-3), &b)
			_ = coder.EncodeBytes(bytes.Repeat([]byte{byte(k)}, 50*k), &b)
		}
		whole, each = append(whole, b.Bytes()...), append(each, b.Bytes())
	}
	return whole, each
}

// TestPortionsEndWhereElementsEnd: what Prism sends in one message comes in portions, each of whole elements, the same
// bytes in the same order, and the last alone says that all is sent.
func TestPortionsEndWhereElementsEnd(t *testing.T) {
	m := measureOf("element", grouped())
	odd := typex.PaneInfo{Timing: typex.PaneLate, Index: 300, NonSpeculativeIndex: 2}
	whole, each := groups(t, 40, typex.NoFiringPane(), typex.PaneInfo{Timing: typex.PaneOnTime, IsFirst: true}, odd)
	const size = 3000
	got := m.cut(&fnpb.Elements_Data{InstructionId: "i", TransformId: "t", Data: whole, IsLast: true}, size)
	if len(got) < 5 {
		t.Fatalf("%d portions of %d bytes", len(got), len(whole))
	}
	var all []byte
	for i, d := range got {
		if d.InstructionId != "i" || d.TransformId != "t" || d.IsLast != (i == len(got)-1) {
			t.Errorf("portion %d is of %s and %s, last: %v", i, d.InstructionId, d.TransformId, d.IsLast)
		}
		rest := d.Data
		for len(rest) > 0 {
			if !bytes.HasPrefix(rest, each[0]) {
				t.Fatalf("portion %d does not begin with a whole element", i)
			}
			rest, each = rest[len(each[0]):], each[1:]
			if len(rest) > 0 && len(d.Data)-len(rest) >= size {
				t.Errorf("portion %d goes on behind %d bytes", i, len(d.Data)-len(rest))
			}
		}
		all = append(all, d.Data...)
	}
	if !bytes.Equal(all, whole) {
		t.Error("the portions are not the whole")
	}
}

// TestWhatCannotBeMeasuredStaysTogether: elements of an unknown coder, and those that end too early, are one message.
func TestWhatCannotBeMeasuredStaysTogether(t *testing.T) {
	if measureOf("strange", grouped()) != nil {
		t.Error("a coder that nobody knows is measured")
	}
	m := measureOf("element", grouped())
	whole, each := groups(t, 30, typex.NoFiringPane())
	torn := whole[:len(whole)-len(each[29])/2]
	got := m.cut(&fnpb.Elements_Data{Data: torn}, 1<<14)
	if last := got[len(got)-1].Data; !bytes.HasSuffix(torn, last) || len(last) < len(each[29])/2 {
		t.Errorf("the last portion is of %d bytes", len(last))
	}
	for n := range len(torn) {
		if at, err := m(torn[n:]); err == nil && at > len(torn)-n {
			t.Fatalf("%d bytes of %d", at, len(torn)-n)
		}
	}
}
