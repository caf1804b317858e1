package document

// words are the names of elements and commands that decide what becomes of the text after them.
var words = struct {
	wordSkipped, openSkipped, rtfSkipped map[string]bool
	rtfText                              map[string]string
	rtfBreaks                            map[string]bool
}{
	// wordSkipped are elements whose text is deleted, an instruction, or a second form of what stands beside.
	wordSkipped: map[string]bool{
		"del": true, "moveFrom": true, "instrText": true, "delText": true, "Fallback": true,
		"footnoteReference": true,
	},
	// openSkipped are elements whose text is none of the document's.
	openSkipped: map[string]bool{
		"note": true, "annotation": true, "tracked-changes": true, "sequence-decls": true,
		"user-field-decls": true,
	},
	// rtfSkipped are the destinations whose text is none of the document's.
	rtfSkipped: map[string]bool{
		"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true, "header": true,
		"headerl": true, "headerr": true,
		"headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true, "footnote": true,
		"annotation": true, "fldinst": true, "listtable": true,
		"listoverridetable": true, "generator": true, "themedata": true, "datastore": true, "xmlnstbl": true,
		"rsidtbl": true, "deleted": true, "nonshppict": true,
		"latentstyles": true, "filetbl": true, "revtbl": true, "bkmkstart": true, "bkmkend": true,
	},
	// rtfText are the words that stand for characters.
	rtfText: map[string]string{
		"tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
		"bullet": "•", "emspace": " ", "enspace": " ",
		"qmspace": " ", "cell": " ", "nestcell": " ",
	},
	// rtfBreaks are the words that end a paragraph.
	rtfBreaks: map[string]bool{"par": true, "line": true, "row": true, "page": true, "sect": true, "column": true},
}
