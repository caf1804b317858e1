package container

import (
	"archive/zip"
	"bytes"
)

// zipped packs bytes under a name, with what makes an archive the document that the name belongs to.
func zipped(name string, b []byte) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range []struct {
		name string
		b    []byte
	}{
		{"mimetype", []byte(map[string]string{"content.xml": "application/vnd.oasis.opendocument.text"}[name])},
		{map[string]string{"xl/worksheets/sheet1.xml": "xl/workbook.xml"}[name], []byte("<workbook/>")},
		{name, b},
	} {
		if part.name == "" || part.name == "mimetype" && len(part.b) == 0 {
			continue
		}
		e, _ := w.Create(part.name) // into memory
		e.Write(part.b)
	}
	w.Close()
	return out.Bytes()
}
