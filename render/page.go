package render

import (
	"bufio"
	"cmp"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"
)

//go:embed assets
var assets embed.FS

// parts are the static pieces of the page, read once.
type parts struct {
	style, script, library string
	page                   *template.Template

	once     sync.Once
	squeezed string // the library, as the page carries it
	failed   error
}

// squeeze squeezes the library, once.
func (p *parts) squeeze(s *squeezer) (string, error) {
	p.once.Do(func() { p.squeezed, p.failed = s.squeeze([]byte(p.library)) })
	return p.squeezed, p.failed
}

// loadParts reads the embedded assets. They are part of the program, so a failure is a fault of the build.
var loadParts = sync.OnceValues(func() (*parts, error) {
	var p parts
	for name, to := range map[string]*string{"page.css": &p.style, "echarts.min.js": &p.library} {
		b, err := assets.ReadFile("assets/" + name)
		if err != nil {
			return nil, err
		}
		*to = string(b)
	}
	var err error
	if p.script, err = joinScript(); err != nil {
		return nil, err
	}
	words := template.FuncMap{"thousands": thousands, "longday": longDay}
	p.page, err = template.New("page").Funcs(words).ParseFS(assets, "assets/page.html")
	return &p, err
})

// Prepare makes what every page has, which takes some time: begun early it is done on a core that is idle. A failure is
// for [HTML] to report.
func Prepare() {
	p, err := loadParts()
	if err != nil {
		return
	}
	if s, err := newSqueezer(); err == nil {
		_, _ = p.squeeze(s) // as above
	}
}

// data squeezes the library and what the page carries of the report: the blocks while the next ones are packed.
func (p *parts) data(r *Report) (library, index string, blocks []string, err error) {
	on := newSqueezers(len(r.Events)/blockSize + 3)
	on.put(p.squeeze)
	cols := pack(r, func(b block) { on.value(b) })
	if cols.Chart, err = timelineOption(); err == nil {
		on.value(cols)
	}
	out, failed := on.wait()
	if err = errors.Join(err, failed); err != nil {
		return "", "", nil, err
	}
	last := len(out) - 1
	return out[0], out[last], out[1:last], nil
}

// HTML writes the page: one file that needs nothing else, the same bytes for the same report.
func HTML(w io.Writer, r *Report) error {
	p, err := loadParts()
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	library, index, blocks, err := p.data(r)
	if err != nil {
		return fmt.Errorf("page: data: %w", err)
	}
	out := bufio.NewWriterSize(w, 1<<16)
	view := struct {
		*Report
		Policy     string
		TopOutlets []Figure
		Told       [][]toldPiece
		Quoted     []quoted
	}{r, policy(p.style, p.script, p.library), topOutlets(r), told(r), quotesOf(r)}
	if err := p.page.ExecuteTemplate(out, "head", view); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	put(out, "<style>"+p.style+"</style>\n")
	if err := p.page.ExecuteTemplate(out, "body", view); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	carried := len(library) + len(index) + total(blocks)
	list, level := plainList(r, budget(len(r.Events))-carried-len(p.script)-len(p.style))
	put(out, "<noscript>")
	if level < first {
		put(out, "<p class=note>This list is shortened to keep the file small. ")
		put(out, "With JavaScript the page shows every wording in full.</p>")
	}
	put(out, "</noscript>\n<noscript id=plain>"+list+"</noscript>\n")
	if err := p.page.ExecuteTemplate(out, "foot", view); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	writeData(out, "index", index)
	for i, d := range blocks {
		writeData(out, "block-"+strconv.Itoa(i), d)
	}
	writeData(out, "library", library)
	put(out, "<script>"+p.script+"</script>\n</body>\n</html>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	return nil
}

// budget is the number of bytes that a page may have: 450 KB for one event, 1.2 MB for 1,000, 4 MB for 10,000. What the
// data leaves of it is the room of the plain list.
func budget(events int) int { return 435_000 + min(events*1200, 400_000+events*310) }

func total(list []string) int {
	n := 0
	for _, s := range list {
		n += len(s)
	}
	return n
}

// put writes text to a buffered writer, which keeps its first error for Flush to return.
func put(w *bufio.Writer, text string) { _, _ = w.WriteString(text) }

// writeData writes squeezed data as a JSON string: nothing can break out of it, and no digit of it is to be escaped.
func writeData(w *bufio.Writer, id, data string) {
	put(w, `<script type="application/json" id="`+id+`">"`)
	put(w, data)
	put(w, "\"</script>\n")
}

// thousands writes a number with a narrow no-break space between groups of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// longDay writes a day of the form YYYY-MM-DD as "12 June 2023", and anything else as it is.
func longDay(s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return t.Format("2 January 2006")
}

// topOutlets counts the articles cited of each outlet, the most cited first, and sums up those beyond the twelfth.
func topOutlets(r *Report) []Figure {
	count := map[string]int{}
	for _, s := range r.Sources {
		count[s.Outlet]++
	}
	names := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	list, rest := []Figure{}, 0
	for i, n := range names {
		if i >= 12 {
			rest += count[n]
			continue
		}
		label := n
		if label == "" {
			label = "Unknown outlet"
		}
		list = append(list, Figure{Name: label, Value: thousands(count[n])})
	}
	if rest > 0 {
		list = append(list, Figure{Name: fmt.Sprintf("%d others", len(names)-12), Value: thousands(rest)})
	}
	return list
}
