package main

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// registerAll tells Beam of all functions that workers call by name, and of what they are given and emit. It comes
// before beam.Init.
func registerAll() {
	register.DoFn3x1[context.Context, string, func(file), error](&matchFn{})
	register.DoFn4x1[context.Context, file, func(item), func(flaw), error](&readFn{})
	register.DoFn1x2[item, int, item](&divideFn{})
	register.Function2x1(partOf)
	register.Function2x2(byKey)
	register.DoFn6x1[context.Context, string, func(*item) bool, func(told), func(kept), func(flaw), error](&extractFn{})

	register.DoFn2x1[told, func(string, place), error](&placeFn{})
	register.DoFn3x1[string, func(*place) bool, func(link), error](&pairFn{})

	register.Function2x0(endsOf)
	register.Function2x2(itself)
	register.Function2x2(byTelling)
	register.DoFn3x0[link, func(int64, link), func(link)](&spanFn{})
	register.Function3x0(joinAll)
	register.Function4x0(renameTelling)
	register.Function1x2(byEnd)
	register.Function4x0(renameEnd)

	register.Function1x2(byID)
	register.Function4x0(byNet)
	register.DoFn5x1[string, func(*told) bool, func(*string) bool, func(united), func(string, told), error](&apartFn{})
	register.DoFn4x1[string, func(*told) bool, func(*link) bool, func(united), error](&uniteFn{})

	register.Function1x2(byArticle)
	register.Function2x1(partsOf)
	register.DoFn5x0[string, func(*part) bool, func(*link) bool, func(string, want), func(string, link)](&shareFn{})
	register.DoFn4x1[string, func(*kept) bool, func(*want) bool, func(string, stock), error](&stockFn{})
	register.DoFn4x1[context.Context, string, func(*stock) bool, func(*link) bool, error](&databaseFn{})

	register.DoFn1x2[united, int, united](&shardFn{})
	register.DoFn3x1[context.Context, int, func(*united) bool, error](&writeFn{})
	register.DoFn1x2[flaw, int, flaw](&letterFn{})
	register.DoFn3x1[context.Context, int, func(*flaw) bool, error](&deadFn{})
	registerStreams()
}

// registerStreams tells Beam of what is iterated over and emitted.
func registerStreams() {
	register.Iter1[item]()
	register.Iter1[place]()
	register.Iter1[link]()
	register.Iter1[spot]()
	register.Iter1[told]()
	register.Iter1[united]()
	register.Iter1[flaw]()
	register.Iter1[part]()
	register.Iter1[kept]()
	register.Iter1[want]()
	register.Iter1[stock]()
	register.Iter1[string]()
	register.Iter1[bool]()
	register.Emitter1[file]()
	register.Emitter1[item]()
	register.Emitter1[flaw]()
	register.Emitter1[told]()
	register.Emitter1[kept]()
	register.Emitter1[link]()
	register.Emitter1[united]()
	register.Emitter2[string, place]()
	register.Emitter2[string, bool]()
	register.Emitter2[string, spot]()
	register.Emitter2[string, string]()
	register.Emitter2[string, link]()
	register.Emitter2[string, told]()
	register.Emitter2[string, part]()
	register.Emitter2[string, want]()
	register.Emitter2[string, stock]()
	register.Emitter2[int64, link]()
}
