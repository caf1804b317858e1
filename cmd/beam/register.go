package main

import (
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// registerAll tells Beam of all functions that workers call by name, and of what goes between them. It comes before
// beam.Init. Beam calls them by reflection: beside the work on an article that is nothing, and callers made of types
// would take the compiler a minute.
func registerAll() {
	for _, fn := range []any{
		&matchFn{}, &readFn{}, &divideFn{}, &extractFn{}, &placeFn{}, &pairFn{}, &spanFn{}, &apartFn{}, &uniteFn{},
		&shareFn{}, &stockFn{}, &databaseFn{}, &shardFn{}, &writeFn{}, &letterFn{}, &deadFn{},
	} {
		beam.RegisterType(reflect.TypeOf(fn).Elem())
	}
	for _, fn := range []any{
		partOf, byKey, endsOf, itself, byTelling, joinAll, renameTelling, byEnd, renameEnd, byID, byNet, byArticle, partsOf,
	} {
		beam.RegisterFunction(fn)
	}
	for _, v := range []any{
		file{}, item{}, flaw{}, told{}, kept{}, place{}, link{}, spot{}, united{}, part{}, want{}, stock{},
	} {
		beam.RegisterType(reflect.TypeOf(v))
	}
}
