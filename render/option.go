package render

import (
	"encoding/json"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// The series of the timeline, from the back to the front. The script gives each its data and the function that draws
// it.
func drawnSeries() []drawnPart {
	return []drawnPart{
		{"ticks", 0, 0},     // the days below the chart, the lines above them, and the axis between the sides
		{"folds", 0, 1},     // years without any source
		{"occasions", 0, 1}, // what words were said for
		{"spans", 0, 2},     // whiskers of dates that are wider than a day
		{"counts", 0, 2},    // bars and numbers in place of marks where these would not fit
		{"months", 1, 0},    // the overview's bars
		{"signs", 0, 4},     // + and − on the marks
		{"names", 0, 5},     // of the partners, where each has a lane
	}
}

// drawnPart is a series that the script draws by a function of its own: in which of the two grids, and how far in
// front.
type drawnPart struct {
	name    string
	grid, z int
}

// clipped reports whether a series ends at the edges of its grid; the others write outside of it.
func (d drawnPart) clipped() bool {
	return !slices.Contains([]string{"ticks", "occasions", "signs", "names"}, d.name)
}

// marksSeries is the one series of symbols.
const marksSeries = "marks"

// The chart is high enough for ten marks either way; below it stand the names of occasions, the days and the overview.
const (
	chartTop      = "4"
	chartFoot     = "66"
	overviewHigh  = "24"
	overviewFoot  = "4"
	besideChart   = "10"
	finestRefresh = 30 // milliseconds between two drawings while the window is moved
)

// timelineOption builds the options of the timeline with go-echarts. They hold structure only: no name, quote or any
// other text from outside. The script adds data by index, the colours of the theme, and functions, all of them its
// own.
func timelineOption() (json.RawMessage, error) {
	chart := charts.NewScatter()
	chart.ExtendXAxis(opts.XAxis{})
	chart.ExtendYAxis(opts.YAxis{})
	chart.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(false)}),
		charts.WithGridOpts(
			opts.Grid{Left: besideChart, Right: besideChart, Top: chartTop, Bottom: chartFoot},
			opts.Grid{Left: besideChart, Right: besideChart, Height: overviewHigh, Bottom: overviewFoot},
		),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), GridIndex: 0}, 0),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), GridIndex: 1}, 1),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: 0}, 0),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: 1}, 1),
		charts.WithDataZoomOpts(
			opts.DataZoom{Type: "inside", XAxisIndex: []int{0}, FilterMode: "none", Throttle: finestRefresh},
			opts.DataZoom{Type: "slider", XAxisIndex: []int{0}, FilterMode: "none", Throttle: finestRefresh},
		),
	)
	chart.AddSeries(marksSeries, []opts.ScatterData{})
	chart.Accept(completion{})
	return json.Marshal(chart.JSON())
}

// completion adds what go-echarts has no field for, and drops the parts that the page draws in the DOM.
type completion struct {
	charts.BaseConfigurationVisitor
}

// Visit completes the options of a chart.
func (completion) Visit(option map[string]any) {
	for _, part := range []string{"title", "legend", "toolbox", "color"} {
		delete(option, part)
	}
	series := []any{}
	for _, d := range drawnSeries() {
		series = append(series, map[string]any{
			"type": "custom", "name": d.name, "xAxisIndex": d.grid, "yAxisIndex": d.grid, "z": d.z,
			"clip": d.clipped(), "silent": d.name != "counts",
			"encode": map[string]any{"x": []int{0, 1}, "y": []int{2, 3}}, "data": []any{},
		})
	}
	option["series"] = append(series, map[string]any{
		"type": "scatter", "name": marksSeries, "z": 3, "clip": false, "symbolKeepAspect": true, "progressive": 0,
		"cursor": "pointer", "emphasis": map[string]any{"scale": 1.3}, "data": []any{},
	})
	option["dataZoom"] = []any{inside(), slider()}
}

// inside is the zoom by wheel, pinch and drag on the chart itself.
func inside() map[string]any {
	return map[string]any{
		"type": "inside", "xAxisIndex": []int{0}, "filterMode": "none", "throttle": finestRefresh, "minValueSpan": 1,
		"zoomOnMouseWheel": true, "moveOnMouseWheel": false, "moveOnMouseMove": true,
	}
}

// slider is the window over the overview. It has no bar to move it by, which would cover the overview: the window
// itself is what is moved.
func slider() map[string]any {
	return map[string]any{
		"type": "slider", "xAxisIndex": []int{0}, "filterMode": "none", "throttle": finestRefresh, "minValueSpan": 1,
		"left": besideChart, "right": besideChart, "bottom": overviewFoot, "height": overviewHigh, "brushSelect": false,
		"showDataShadow": false, "showDetail": false, "handleSize": "100%", "backgroundColor": "transparent",
	}
}
