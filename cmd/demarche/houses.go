package main

import (
	"demarche/timeline"
	"demarche/timeline/actors"
)

// house notes of each source for which state its outlet speaks: a government's own site, or a medium that a state
// controls or is at home in.
func house(g *actors.Gazetteer, sources map[string]timeline.Source) {
	known := map[string]string{}
	for key, s := range sources {
		state, ok := known[s.Outlet]
		if !ok {
			for _, a := range g.Named(s.Outlet, "") {
				if a.Kind != actors.Person && state == "" {
					state = a.State
				}
			}
			known[s.Outlet] = state
		}
		s.House = state
		sources[key] = s
	}
}
