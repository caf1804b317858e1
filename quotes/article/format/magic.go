package format

import (
	"bytes"
	"strconv"
	"strings"
)

// HeadSize is how many bytes of a source are enough to recognise it, where it has as many.
const HeadSize = 64 << 10

// magic is how files of a format begin, at the offset at.
type magic struct {
	at     int
	start  string
	format Format
}

const (
	asText  = "save it as a text, a page or a .docx"
	asImage = "give the text that it shows"
	unpack  = "unpack it and give the folder"
)

// Images, sounds and the like are passed over in folders under these plurals.

func image() Format { return unread("an image", "images", asImage) }

func sound() Format   { return unread("a sound recording", "sound recordings", "give its transcript") }
func film() Format    { return unread("a film", "films", "give its transcript") }
func program() Format { return unread("a program", "programs", "give articles") }
func packing() Format { return unread("an archive of an unknown packer", "archives", unpack) }

// magics are the signs of binary formats, in the order in which they are tried.
var magics = []magic{
	{0, "\x1f\x8b", Of(Packed)},
	{0, "\x28\xb5\x2f\xfd", Of(Packed)},
	{0, "BZh", Of(Packed)},
	{0, "\xfd7zXZ\x00", Of(Packed)},
	{0, "PK\x03\x04", Of(Zip)},
	{0, "PK\x05\x06", Of(Zip)},
	{0, "PK\x07\x08", Of(Zip)},
	{0, "WARC/", Of(WARC)},
	{0, `{\rtf`, Of(RTF)},
	{257, "ustar", Of(Tar)},
	{0, "7z\xbc\xaf\x27\x1c", unread("a 7z archive", "archives", unpack)},
	{0, "Rar!\x1a\x07", unread("a RAR archive", "archives", unpack)},
	{0, "\x04\x22\x4d\x18", packing()},
	{0, "\x1f\x9d", packing()},
	{0, "filedesc://", unread("an old web archive (ARC)", "web archives", "convert it to WARC")},
	{0, "bplist00", unread("a Safari web archive", "web archives", "save the page as page source or as PDF")},
	{0, "SQLite format 3\x00", unread("a database", "databases", "give the articles in it as JSON Lines or CSV")},
	{0, "PAR1", unread("a Parquet file", "tables", "give it as CSV or JSON Lines")},
	{60, "BOOKMOBI", unread("a Kindle book", "books", "give it as EPUB")},
	{0, "AT&TFORM", unread("a DjVu document", "scans", "give it as text")},
	{0, "%!PS", unread("a PostScript file", "documents", "give it as PDF")},
	{0, "\x89PNG\r\n\x1a\n", image()},
	{0, "\xff\xd8\xff", image()},
	{0, "GIF8", image()},
	{0, "II*\x00", image()},
	{0, "MM\x00*", image()},
	{0, "\x00\x00\x01\x00", image()},
	{8, "WEBP", image()},
	{4, "ftypheic", image()},
	{4, "ftypavif", image()},
	{4, "ftyp", film()},
	{0, "\x1aE\xdf\xa3", film()},
	{8, "AVI ", film()},
	{8, "WAVE", sound()},
	{0, "ID3", sound()},
	{0, "OggS", sound()},
	{0, "fLaC", sound()},
	{0, "wOFF", unread("a font", "fonts", "give articles")},
	{0, "wOF2", unread("a font", "fonts", "give articles")},
	{0, "\x7fELF", program()},
	{0, "\xca\xfe\xba\xbe", program()},
}

// OfBytes recognises what is no text by the first bytes of a source; its kind is Unknown for all else.
func OfBytes(head []byte) Format {
	for _, m := range magics {
		if len(head) > m.at && bytes.HasPrefix(head[m.at:], []byte(m.start)) {
			return m.format
		}
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return compound(head)
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return Of(PDF)
	case oldTar(head):
		return Of(Tar)
	}
	return Format{}
}

// compound recognises a compound file of old office programs by the names of its streams, where its beginning holds
// them.
func compound(head []byte) Format {
	for _, s := range []struct {
		name   string
		format Format
	}{
		{"EncryptedPackage", unread("an encrypted Office document", "encrypted documents", "save it without a password")},
		{"WordDocument", unread("a Word 97 document", "Word 97 documents", "save it as .docx or text")},
		{"Workbook", unread("an Excel 97 workbook", "Excel 97 workbooks", "save it as .xlsx or CSV")},
		{"PowerPoint Document", unread("a PowerPoint 97 presentation", "presentations", asText)},
		{"__substg1.0_", unread("an Outlook message", "Outlook messages", "save it as .eml or text")},
	} {
		wide := strings.Join(strings.Split(s.name, ""), "\x00") // UTF-16
		if bytes.Contains(head, []byte(wide)) {
			return s.format
		}
	}
	return unread("a document of an old office program", "old office documents", asText)
}

// oldTar reports whether the head is that of a tar archive older than its mark: a checksum tells.
func oldTar(head []byte) bool {
	if len(head) < 512 || head[0] == 0 {
		return false
	}
	stated, err := strconv.ParseInt(strings.Trim(string(head[148:156]), " \x00"), 8, 32)
	if err != nil {
		return false
	}
	sum := int64(8 * ' ')
	for i, c := range head[:512] {
		if i < 148 || i >= 156 {
			sum += int64(c)
		}
	}
	return sum == stated
}
