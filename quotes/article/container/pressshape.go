package container

import "regexp"

// pressShape are the lines by which the downloads of archives of the press are read: those of LexisNexis, of Factiva
// and of ProQuest.
var pressShape = struct {
	nexisCount, nexisCountIn, nexisUni, nexisEnd, nexisLabel, nexisBody, nexisNoBody, edition, dayStart *regexp.Regexp
	factivaEnd, factivaCode, factivaSign, factivaWords, copyright, clock, proquestRule, proquestLabel   *regexp.Regexp
	proquestRecordSign                                                                                  *regexp.Regexp
}{
	nexisCount:   regexp.MustCompile(`^\s*(?:Document )?\d{1,4} of \d{1,4} DOCUMENTS?\s*$`),
	nexisCountIn: regexp.MustCompile(`(?m)^\s*(?:Document )?\d{1,4} of \d{1,4} DOCUMENTS?\s*$`),
	nexisUni:     regexp.MustCompile(`(?m)^\s*(?:Body|BODY:?|(?i:Length:\s.*))\s*$`),
	nexisEnd:     regexp.MustCompile(`^\s*End of Document\s*$`),
	nexisLabel:   regexp.MustCompile(`^([A-Z][A-Za-z-]{2,15}(?: [A-Z][a-z]+)?):(?:\s+|$)(.*)$`),
	nexisBody:    regexp.MustCompile(`^(?:Body|BODY:?)$`),
	nexisNoBody: regexp.MustCompile(`(?i)^(?:copyright\b|©|all rights reserved|link to (?:image|pdf|the original)|` +
		`distributed by|delivered by newstex)`),
	// edition are lines below a day that are no title.
	edition: regexp.MustCompile(`(?i)\b(?:edition|final|first|late|web|online|gmt|est|utc)\b`),
	dayStart: regexp.MustCompile(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|` +
		`sun)day,? )?(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|` +
		`december)\b`),
	factivaEnd: regexp.MustCompile(`^\s*(?:AN\s+)?Document [A-Za-z0-9]{4,40}\s*$`),
	factivaCode: regexp.MustCompile(`^\s*(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CX|RF|CO|IN|NS|RE|` +
		`IPC|IPD|PUB|AN|CLM|CT)(?:\s{1,8}(\S.*))?$`),
	factivaSign:  regexp.MustCompile(`(?m)^\s*(?:HD(?:\s|$)|[\d,]{1,7} words\s*$)`),
	factivaWords: regexp.MustCompile(`^[\d,]{1,7} words$`),
	copyright:    regexp.MustCompile(`^(?:Copyright|\(c\)|©)`),
	clock:        regexp.MustCompile(`^\d{1,2}:\d{2}\b`),
	proquestRule: regexp.MustCompile(`^[\s\x{feff}]*(?:_{20,}|Document \d+ of \d+)\s*$`),
	proquestLabel: regexp.MustCompile(`^(Author|Abstract|Links|Full text|Full Text|Subject|Business indexing term|` +
		`Location|People|Company / organization|Identifier / keyword|` +
		`Title|Alternate title|Publication title|Publication info|Publication year|Publication date|Publisher|` +
		`Place of publication|Country of publication|Publication subject|` +
		`Section|Pages|First page|Page|Volume|Issue|ISSN|e-ISSN|Source type|Language of publication|Language|` +
		`Document type|Dateline|ProQuest document ID|Document URL|` +
		`Copyright|Last updated|Database|Credit|Column|Illustration|Source attribution|Notes|Classification|Company|` +
		`Product name|Number of references|DOI):(?:\s+(.*))?$`),
	proquestRecordSign: regexp.MustCompile(`(?m)^\s*(?:Full [Tt]ext|Title|Abstract|Publication title):`),
}
