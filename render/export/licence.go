package export

import (
	"net/url"
	"strings"

	"demarche/data"
)

// Licences gives the licence of a page by its address, "" where none is known.
func Licences() (func(address string) string, error) {
	rows, err := data.Table("codebook/licences.tsv", "host", "licence", "terms", "origin")
	if err != nil {
		return nil, err
	}
	byHost := make(map[string]string, len(rows))
	for _, r := range rows {
		byHost[r.Fields[0]] = r.Fields[1]
	}
	return func(address string) string {
		u, err := url.Parse(address)
		if err != nil {
			return ""
		}
		for host := strings.ToLower(u.Hostname()); host != ""; _, host, _ = strings.Cut(host, ".") {
			if l, ok := byHost[host]; ok {
				return l
			}
		}
		return ""
	}, nil
}
