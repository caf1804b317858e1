package main

// endings are those of the files of the sample, and of the pages of "demarche read".
var endings = []string{".html", ".htm", ".xhtml", ".txt"}
