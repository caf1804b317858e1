package container

import "demarche/quotes/article/format"

// readers returns the reader of a format.
func (r *reader) reader(k format.Kind) func() error {
	switch k {
	case format.Lines:
		return r.lines
	case format.JSON:
		return r.json
	case format.Feed:
		return r.feed
	case format.Sitemap:
		return r.sitemap
	case format.Nexis:
		return r.nexis
	case format.Factiva:
		return r.factiva
	case format.ProQuest:
		return r.proquest
	case format.RIS:
		return r.ris
	case format.BibTeX:
		return r.bibtex
	case format.Table:
		return r.table
	case format.GDELT:
		return r.gdelt
	case format.Addresses:
		return r.addresses
	case format.Tar:
		return r.tar
	case format.Zip:
		return r.zip
	case format.WARC:
		return r.warc
	case format.Mail:
		return r.mail
	case format.Mailbox:
		return r.mailbox
	case format.PDF, format.RTF:
		return func() error { return r.document(k) }
	case format.Markdown:
		return r.markdown
	}
	return r.single
}
