package naming

import (
	"testing"

	"demarche/quotes/article"
	"demarche/timeline/actors"
)

// TestOutletState tells of outlets for which state they speak: by the site's domain, by the house's name, or for none.
func TestOutletState(t *testing.T) {
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	for outlet, want := range map[string]string{
		"www.mfa.gov.cn": "CHN", "state.gov.uk": "GBR", "presidencia.gob.mx": "MEX", "diplomatie.gouv.fr": "FRA",
		"bundeskanzler.gv.at": "AUT", "mfa.ee": "EST", "mzv.cz": "CZE", "admin.ch": "CHE", "www.govt.nz": "NZL",
		"mofa.go.jp": "JPN", "Ministry of Foreign Affairs of Norway": "NOR", "Embassy of Norway in Lima": "NOR",
		"The White House": "USA", "news.example.com": "", "Daily Example": "", "mfa.example": "",
	} {
		r := &Setting{Gazetteer: g, Article: &article.Article{Outlet: outlet}, Day: "2024-05-15"}
		if got := r.home(); got != want {
			t.Errorf("%s: %q, want %q", outlet, got, want)
		}
	}
}
