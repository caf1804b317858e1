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

// parts are the static pieces of the page, read once. The library is as the page carries it.
type parts struct {
	style, script, library string
	policy                 string
	page                   *template.Template
}

// loadParts reads the embedded assets. They are part of the program, so a failure is a fault of the build.
var loadParts = sync.OnceValues(func() (*parts, error) {
	var p parts
	style, err := assets.ReadFile("assets/page.css")
	if err != nil {
		return nil, err
	}
	zipped, err := assets.ReadFile("assets/echarts.min.js.gz")
	if err != nil {
		return nil, err
	}
	library, err := unzip(zipped)
	if err != nil {
		return nil, err
	}
	if p.script, err = joinScript(); err != nil {
		return nil, err
	}
	p.style, p.library = string(style), encode85(zipped)
	p.policy = policy(p.style, p.script, library)
	words := template.FuncMap{"thousands": thousands, "longday": longDay}
	p.page, err = template.New("page").Funcs(words).ParseFS(assets, "assets/page.html")
	return &p, err
})

// Prepare makes what every page has, which takes some time: begun early it is done on a core that is idle. A failure is
// for [HTML] to report.
func Prepare() { _, _ = loadParts() }

// dataOf squeezes what the page carries of the report: the columns, and blocks, which are squeezed while the next ones
// are made.
func dataOf(r *Report) (index string, blocks []string, err error) {
	on := newSqueezers(len(r.Events)/leastRun + 2)
	portions := r.portions(func(of *Portion) { on.put(of.squeeze) })
	cols := pack(r, portions)
	if cols.Chart, err = timelineOption(); err == nil {
		on.value(cols)
	}
	out, failed := on.wait()
	if err = errors.Join(err, failed); err != nil {
		return "", nil, err
	}
	last := len(out) - 1
	return out[last], out[:last], nil
}

// HTML writes the page: one file that needs nothing else, the same bytes for the same report.
func HTML(w io.Writer, r *Report) error {
	p, err := loadParts()
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	index, blocks, err := dataOf(r)
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
	}{r, p.policy, topOutlets(r), told(r), quotesOf(r)}
	if err := p.page.ExecuteTemplate(out, "head", view); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	put(out, "<style>"+p.style+"</style>\n")
	if err := p.page.ExecuteTemplate(out, "body", view); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	carried := len(p.library) + len(index) + total(blocks)
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
	writeData(out, "library", p.library)
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
