package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

// Bounds of what one bad source may cost.
const (
	mostMemory = 200_000 // of the process, in KB
	mostTime   = 60 * time.Second
)

// prose is some paragraphs of an article.
const prose = "<p>The envoys of the two states met in the capital on Monday and spoke for three hours about the border and the trade across it.</p>" +
	"<p>“We have agreed to meet again before the winter,” the foreign minister said after the talks, and thanked his guest for coming so far.</p>"

const words = "The minister said on Tuesday that “talks” would go on in the spring, and his office told reporters no more than that. "

func gz(s string) string {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func zst(s string) string {
	w, _ := zstd.NewWriter(nil)
	return string(w.EncodeAll([]byte(s), nil))
}

// bomb packs megabytes of one byte without holding them.
func bomb(c byte, megabytes int) string {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	piece := bytes.Repeat([]byte{c}, 1<<20)
	for range megabytes {
		w.Write(piece)
	}
	w.Close()
	return b.String()
}

// numbered repeats a text with a number in it.
func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// zipOf packs files, names and contents in turn; the first n times under as many names where n is more than 0.
func zipOf(n int, files ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range max(1, n) {
		for f := 0; f < len(files); f += 2 {
			name := files[f]
			if n > 0 {
				name = fmt.Sprintf("%d%s", i, name)
			}
			e, _ := w.Create(name)
			e.Write([]byte(files[f+1]))
		}
	}
	w.Close()
	return b.String()
}

// locked sets the mark of encryption in the headers of a ZIP archive.
func locked(s string) string {
	b := []byte(s)
	b[6] |= 1
	b[strings.Index(s, "PK\x01\x02")+8] |= 1
	return string(b)
}

// tarOf packs a file n times.
func tarOf(n int, name, content string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := range n {
		w.WriteHeader(&tar.Header{Name: fmt.Sprintf("%d%s", i, name), Mode: 0o600, Size: int64(len(content))})
		w.Write([]byte(content))
	}
	w.Close()
	return b.String()
}

// wide is ASCII in UTF-16.
func wide(s string) string { return strings.Join(strings.Split(s, ""), "\x00") }

// hostile are sources that were made to cost much or to pass for an article: a file's name, its content, and what
// must be said of it.
var hostile = []struct {
	name, file string
	content    func() string
	want       string
}{
	{"gzip bomb", "a.html.gz", func() string { return bomb('a', 1000) }, "too large"},
	{"gzip bomb of lines", "a.jsonl.gz", func() string { return bomb(' ', 1000) }, "too large"},
	{"gzip bomb in gzip", "a.txt.gz", func() string { return gz(bomb(0, 400)) }, "too large"},
	{"zstd bomb", "a.txt.zst", func() string { return zst(strings.Repeat("\x00", 200<<20)) }, "too large"},
	{"zstd of a huge window", "a.txt.zst", func() string {
		return "\x28\xb5\x2f\xfd\x00\xa8" + strings.Repeat("\x01", 64)
	}, "damaged"},
	{"packed thrice", "a.txt.gz", func() string { return gz(gz(gz(words))) }, "compressed more than twice"},
	{"truncated gzip", "a.txt.gz", func() string { return gz(numbered(9999, "%d of many"))[:2000] }, "truncated"},
	{"damaged zstd", "a.jsonl.zst", func() string { return "\x28\xb5\x2f\xfd\xff\xff\xff\xff" }, "damaged"},
	{"nested elements", "a.html", func() string {
		return "<html>" + strings.Repeat("<div>", 90_000) + prose
	}, "nested deeper"},
	{"many elements", "a.html", func() string {
		return "<html>" + strings.Repeat("<p>a</p>", 1_500_000)
	}, "more than 100000 elements"},
	{"many formats", "a.html", func() string {
		return numbered(9_000, "<b class=c%d>") + strings.Repeat("</p><p>x", 30_000)
	}, "more than 100000 elements"},
	{"many attributes", "a.html", func() string {
		return "<html><body><p " + numbered(400_000, "a%d=b ") + ">" + prose
	}, "more than 100000 elements"},
	{"huge title", "a.html", func() string {
		return "<title>" + strings.Repeat("minister ", 1_200_000) + "</title>" + prose
	}, "more than 4 MB"},
	{"many lists", "a.html", func() string {
		return strings.Repeat("<ul><li><table><tr><td><a href=x>", 3_000) + prose
	}, "nested deeper"},
	{"nested JSON-LD", "a.html", func() string {
		return `<script type="application/ld+json">` + strings.Repeat("[", 4_000_000) + "</script>"
	}, "no article text"},
	{"long title", "a.html", func() string {
		return "<title>" + strings.Repeat("minister ", 400_000) + "</title>" + prose
	}, "the title has more"},
	{"long headline", "a.html", func() string {
		return `<meta property="og:title" content="` + strings.Repeat("minister ", 400_000) + `">` + prose
	}, "the title has more"},
	{"long paragraph", "a.html", func() string {
		return "<p>" + strings.Repeat(words, 30_000) + "</p>"
	}, "the text has"},
	{"long page", "a.html", func() string { return strings.Repeat(prose, 120_000) }, "too large"},
	{"long text", "a.txt", func() string { return strings.Repeat(words+"\n", 20_000) }, "the text has"},
	{"long line of text", "a.txt", func() string { return strings.Repeat("a", 15<<20) }, "the text has"},
	{"comment without end", "a.html", func() string {
		return "<html><!-- " + strings.Repeat("- ", 7<<20)
	}, "more than 4 MB"},
	{"script alone", "a.html", func() string {
		return "<html><script>" + strings.Repeat("var a = 1;", 300_000)
	}, "no article text"},
	{"empty lines", "a.jsonl", func() string { return strings.Repeat("\n", 64<<20) }, "empty"},
	{"long line", "a.jsonl", func() string { return `{"text":"` + strings.Repeat("a", 64<<20) }, "too large"},
	{"nested JSON", "a.jsonl", func() string { return strings.Repeat("[", 4<<20) }, "not a JSON object"},
	{"long field", "a.jsonl", func() string {
		return `{"text":"a","title":"` + strings.Repeat("a", 7<<20) + `"}`
	}, "the title has more"},
	{"long id", "a.jsonl", func() string {
		return `{"text":"a","id":"` + strings.Repeat("7", 5<<10) + `"}`
	}, "the id has more"},
	{"long date", "a.jsonl", func() string {
		return `{"text":"a","published":"` + strings.Repeat("5 ", 3<<20) + `"}`
	}, `"published" is`},
	{"long text in a line", "a.jsonl", func() string {
		return `{"text":"` + strings.Repeat(words, 20_000) + `"}`
	}, "the text has"},
	{"text is a number", "a.jsonl", func() string { return `{"text":7}` }, `"text" is a JSON number`},
	{"not UTF-8", "a.jsonl", func() string { return "{\"text\":\"\xff\xfe\"}" }, "invalid UTF-8"},
	{"zeros", "a.txt", func() string { return strings.Repeat("\x00", 15<<20) }, "NUL byte"},
	{"picture called a page", "a.html", func() string { return "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" }, "an image is not read"},
	{"archive called a text", "a.txt", func() string {
		return "PK\x03\x04" + strings.Repeat("\x14\x00", 5000)
	}, "damaged or truncated ZIP"},
	{"Russian as Latin", "a.html", func() string {
		b, _ := base64.StdEncoding.DecodeString("z/Dl5+jk5e3yIO/w5eTz7/Dl5OjrIPHu8eXk5ekg7iDv7vHr5eTx8uLo//Ug7eA=")
		return `<meta charset="iso-8859-1"><p>` + strings.Repeat(string(b)+" ", 20) + "</p>"
	}, "wrong charset"},
	{"doubled UTF-8", "a.txt", func() string {
		return strings.Repeat("The minister said â€œwe shall goâ€\u009d to the cafÃ©. ", 20)
	}, "wrong charset"},
	{"pipe in a folder", "folder/a.txt", nil, "no regular file"},
	{"loop of links", "folder/b.html", nil, "too many"},
	{"link to a device", "folder/c.txt", nil, "no regular file"},
	{"link to its own folder", "folder/d.txt", nil, "link to a folder"},
	{"missing article", "a.html", func() string {
		return "<html><title>Page not found - Example Times</title><h1>Sorry</h1><p>The page you are looking for does not exist. It may have been moved or deleted.</p>"
	}, "missing article"},
	{"wall of consent", "a.html", func() string {
		return "<html><title>Example Times</title><p>We value your privacy. We and our partners store and/or access information on a device.</p>" +
			"<p>With your agreement we use cookies to show personalised content. Accept all cookies or manage your choices.</p>"
	}, "consent"},
	{"paywall", "a.html", func() string {
		return "<html><title>Envoys meet</title><article><h1>Envoys meet</h1><p>The envoys of the two states met in the capital on Monday and spoke for three hours.</p>" +
			"<div><p>Subscribe to continue reading this story.</p></div></article>"
	}, "paywall"},
	{"check for robots", "a.html", func() string {
		return "<html><title>Just a moment...</title><p>Checking your browser before you can go on. Enable JavaScript and cookies to continue.</p>"
	}, "robots"},
	{"list of articles", "a.html", func() string {
		return "<html><title>World - Example Times</title><main>" + numbered(12, "<h3><a href=/%d>Ministers meet again in the capital</a></h3>"+
			"<p>The ministers of two states met for the third time and spoke about the trade across the border.</p>") + "</main>"
	}, "list of articles"},
	{"feed", "a.xml", func() string {
		return "<?xml version=\"1.0\"?><rss><channel><item><title>A</title></item></channel></rss>"
	}, `no "text" in it`},
	{"own output", "a.json", func() string { return "{\n \"$schema\": \"urn:demarche\",\n \"events\": []\n}" }, "demarche import"},
	{"ZIP bomb", "a.zip", func() string { return zipOf(0, "a.txt", strings.Repeat("\x00", 300<<20)) }, "too large"},
	{"ZIP of empty files", "a.zip", func() string { return zipOf(10_000, "a.txt", "") }, "10000 empty files"},
	{"ZIP of bombs", "a.zip", func() string { return zipOf(40, "a.txt", strings.Repeat("a", 20<<20)) }, "more than 400 times"},
	{"ZIP in ZIP in ZIP", "a.zip", func() string {
		s := zipOf(0, "a.txt", words)
		for range 5 {
			s = zipOf(0, "a.zip", s)
		}
		return s
	}, "nested too deep"},
	{"ZIP of many names", "a.zip", func() string { return zipOf(150_000, strings.Repeat("a", 100)+".png", "") }, "more than 8 MB"},
	{"encrypted ZIP", "a.zip", func() string { return locked(zipOf(0, "a.txt", words)) }, "encrypted"},
	{"truncated ZIP", "a.zip", func() string { return zipOf(0, "a.txt", words)[:80] }, "directory is missing"},
	{"damaged ZIP", "a.zip", func() string {
		s := zipOf(0, "a.txt", words)
		return s[:60] + strings.Repeat("\xff", 30) + s[90:]
	}, "damaged"},
	{"tar of empty files", "a.tar", func() string { return tarOf(10_000, "a.txt", "") }, "10000 empty files"},
	{"tar bomb", "a.tar.gz", func() string { return gz(tarOf(1, "a.txt", strings.Repeat("\x00", 300<<20))) }, "too large"},
	{"truncated tar", "a.tar", func() string { return tarOf(1, "a.png", "\x89PNG\r\n\x1a\n"+words)[:600] }, "breaks off"},
	{"DOCX bomb", "a.docx", func() string {
		return zipOf(0, "word/document.xml", "<w:document><w:p>"+strings.Repeat(" ", 300<<20))
	}, "too large"},
	{"truncated DOCX", "a.docx", func() string { return zipOf(0, "word/document.xml", "<w:document>"+prose)[:90] }, "directory is missing"},
	{"DOCX cut inside", "a.docx", func() string { return zipOf(0, "word/document.xml", "<w:document><w:p>") }, "damaged"},
	{"nested DOCX", "a.docx", func() string { return zipOf(0, "word/document.xml", strings.Repeat("<w:p>", 1<<20)) }, "nested too deep"},
	{"DOCX without text", "a.docx", func() string { return zipOf(0, "word/document.xml", "<w:document/>") }, "empty"},
	{"encrypted DOCX", "a.docx", func() string {
		return "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + wide("EncryptedPackage")
	}, "encrypted Office document"},
	{"Word 97", "a.doc", func() string {
		return "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + wide("WordDocument")
	}, "a Word 97 document is not read; save it as .docx"},
	{"spreadsheet bomb", "a.xlsx", func() string {
		return zipOf(0, "xl/workbook.xml", "x", "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si><t>a</t></si>", 12<<20))
	}, "too large"},
	{"spreadsheet without texts", "a.xlsx", func() string {
		return zipOf(0, "xl/workbook.xml", "x", "xl/worksheets/sheet1.xml", "<worksheet><row><c><v>7</v></c></row></worksheet>")
	}, "without a column of texts"},
	{"EPUB without a package", "a.epub", func() string { return zipOf(0, "META-INF/container.xml", "<container/>") }, "a damaged EPUB"},
	{"nested RTF", "a.rtf", func() string { return `{\rtf1 ` + strings.Repeat("{", 8<<20) }, "nested too deep"},
	{"truncated RTF", "a.rtf", func() string { return `{\rtf1 ` + words }, "truncated"},
	{"truncated PDF", "a.pdf", func() string { return "%PDF-1.4\n1 0 obj\n<<" }, "truncated PDF"},
	{"PDF that lies", "a.pdf", func() string {
		return "%PDF-1.4\nxref\n0 4000000000\ntrailer\n<< /Size 4000000000 >>\nstartxref\n9\n%%EOF\n"
	}, "more objects than it can have"},
	{"web archive that lies", "a.warc", func() string {
		return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + prose
	}, "breaks off"},
	{"web archive of one header", "a.warc", func() string { return "WARC/1.0\r\n" + strings.Repeat("A: b\r\n", 4<<20) }, "a header without end"},
	{"web archive bomb", "a.warc.gz", func() string { return gz("WARC/1.0\r\nA: " + strings.Repeat("a", 300<<20)) }, "a.warc.gz: "},
	{"message of parts", "a.eml", func() string {
		return "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\nContent-Type: image/png\n\n\n", 100_000)
	}, "too many parts"},
	{"message of one header", "a.eml", func() string { return "Message-ID: 1\n" + strings.Repeat("A: b\n", 8<<20) }, "too large"},
	{"feed of entities", "a.xml", func() string {
		return `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`
	}, `no "text" in it`},
	{"nested feed", "a.xml", func() string { return "<rss>" + strings.Repeat("<a>", 4<<20) }, "nested too deep"},
	{"feed with a long entry", "a.xml", func() string {
		return "<rss><channel><item><description>" + strings.Repeat("a ", 32<<20)
	}, "an entry has more than 8 MB"},
	{"truncated feed", "a.xml", func() string { return "<rss><channel><item><title>A" }, "breaks off"},
	{"table with an open mark", "a.csv", func() string { return "title,text\n\"a" + strings.Repeat(words+"\n", 600_000) }, "not closed"},
	{"table without texts", "a.csv", func() string { return "a,b\n1,2\n" }, "without a column of texts"},
	{"JSON in JSON", "a.json", func() string { return "[" + strings.Repeat(`{"data":`, 1<<20) }, "JSON"},
	{"JSON of one text", "a.json", func() string { return `[{"text":"` + strings.Repeat("a", 64<<20) }, "too large"},
	{"truncated JSON", "a.json", func() string { return `[{"text":"a` }, "truncated JSON"},
	{"long reference", "a.ris", func() string { return "TY  - NEWS\nN2  - " + strings.Repeat(words+"\n", 100_000) + "ER  - \n" }, "more than 8 MB"},
	{"open entry", "a.bib", func() string { return "@article{a,\n title = {b" }, "breaks off"},
	{"many addresses", "urls.txt", func() string { return numbered(300_000, "https://a.example/%d\n") }, "only 300000 addresses"},
	{"RAR", "a.rar", func() string { return "Rar!\x1a\x07\x00" + words }, "a RAR archive is not read; unpack it"},
	{"name that forges a line", "a\nadded b.txt\x1b[2J\u202e.txt", func() string {
		return ""
	}, "a; added b.txt [2J .txt"},
}

// TestHostileSources reads each in a process of its own: one clear line, bounded in memory and time, nothing stored.
func TestHostileSources(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, c.file)
			if c.content != nil {
				if err := os.WriteFile(path, []byte(c.content()), 0o600); err != nil {
					t.Fatal(err)
				}
			} else {
				trap(t, path)
				path = filepath.Dir(path)
			}
			cmd := programCmd(t, "add", "-n", path)
			var out, errs bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &errs
			peak := filepath.Join(t.TempDir(), "peak")
			cmd.Env = append(os.Environ(), peakFile+"="+peak)
			cmd.Run()
			if cmd.ProcessState.ExitCode() != 1 || out.Len() > 0 && !strings.HasPrefix(out.String(), path+": 0 articles") {
				t.Errorf("exit status %d, output %.300q", cmd.ProcessState.ExitCode(), out.String())
			}
			if s := errs.String(); strings.Count(s, "\n") != 1 || !strings.HasPrefix(s, "demarche: ") || !strings.Contains(s, c.want) || len(s) > 500 {
				t.Errorf("it says %.600q, want %q", s, c.want)
			}
			if strings.ContainsAny(errs.String()+out.String(), "\x1b\u202e") {
				t.Error("control characters are printed")
			}
			memory := peakOf(peak)
			if raced() { // the detector takes several times as much
				memory = 0
			}
			if took := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(); took > mostTime || memory > mostMemory {
				t.Errorf("%v of processor time, %d KB of memory", took, memory)
			} else {
				t.Logf("%v, %d KB: %s", took.Round(time.Millisecond), memory, strings.ReplaceAll(errs.String(), dir, ""))
			}
		})
	}
}

// raced reports whether this program was built with the race detector.
func raced() bool {
	info, _ := debug.ReadBuildInfo()
	return info != nil && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// peakFile names the variable of the environment by which a test has the program write its peak of memory to a file.
const peakFile = "DEMARCHE_TEST_PEAK"

// writePeak writes what the kernel tells of this process; what is told to a parent counts the parent's memory, too.
func writePeak() {
	if path := os.Getenv(peakFile); path != "" {
		status, _ := os.ReadFile("/proc/self/status")
		os.WriteFile(path, status, 0o600)
	}
}

// peakOf returns the peak of memory in KB, 0 where the system does not tell it.
func peakOf(path string) int {
	status, _ := os.ReadFile(path)
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(rest), " kB"))
			return n
		}
	}
	return 0
}

// trap makes, in a folder of its own, what is no regular file.
func trap(t *testing.T, path string) {
	t.Helper()
	dir := filepath.Dir(path)
	err := os.Mkdir(dir, 0o700)
	if err == nil {
		switch filepath.Base(path) {
		case "a.txt":
			err = syscall.Mkfifo(path, 0o600)
		case "b.html":
			err = os.Symlink(path, path)
		case "c.txt":
			err = os.Symlink("/dev/zero", path)
		case "d.txt":
			err = os.Symlink(dir, path)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}
