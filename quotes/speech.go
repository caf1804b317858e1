package quotes

import "demarche/quotes/text"

// speech tells acts of speech from thoughts among qs.
func speech(_ *text.Doc, qs []Quote) []Quote { return qs }
