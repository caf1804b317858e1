package timeline

import (
	"net/url"
	"strings"

	"demarche/timeline/actors"
)

// Houses tells for which state an outlet speaks: a government's own site, or a medium that a state controls or is at
// home in. The outlet is known by its name, or by the site that it or the address names. For one goroutine.
type Houses struct {
	actors *actors.Gazetteer
	sites  map[string]string    // states by site
	known  map[[2]string]string // states by outlet and host
}

// mostKnown bounds what Houses remembers, in pairs of outlet and host.
const mostKnown = 10_000

// NewHouses makes Houses of the gazetteer.
func NewHouses(g *actors.Gazetteer) *Houses { return &Houses{g, sitesOf(g), map[[2]string]string{}} }

// Note fills in the House of each source.
func (h *Houses) Note(sources map[string]Source) {
	for key, s := range sources {
		by := [2]string{s.Outlet, hostOf(s.URL)}
		state, ok := h.known[by]
		if !ok {
			if len(h.known) >= mostKnown {
				clear(h.known)
			}
			state = homeOf(h.actors, h.sites, by)
			h.known[by] = state
		}
		s.House = state
		sources[key] = s
	}
}

// homeOf is the state of an outlet by its name or that of its site, else by the host of the address.
func homeOf(g *actors.Gazetteer, sites map[string]string, by [2]string) string {
	for _, a := range g.Named(by[0], "") {
		if a.Kind != actors.Person && a.State != "" {
			return a.State
		}
	}
	if state := stateOfSite(sites, by[0]); state != "" {
		return state
	}
	return stateOfSite(sites, by[1])
}

// sitesOf are the states of media by their sites.
func sitesOf(g *actors.Gazetteer) map[string]string {
	out := map[string]string{}
	for _, e := range g.Entries() {
		for _, site := range e.Domains {
			out[site] = e.State
		}
	}
	return out
}

// stateOfSite is the state of a site or of the one above it.
func stateOfSite(sites map[string]string, host string) string {
	for host = strings.TrimPrefix(strings.ToLower(host), "www."); strings.Contains(host, "."); {
		if state := sites[host]; state != "" {
			return state
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}
