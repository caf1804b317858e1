package render

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// The series of the timeline, in the order that the page's script relies on.
const (
	seriesSpans     = "spans"     // whiskers of dates that are wider than a day
	seriesDensity   = "density"   // bars in place of marks where these would not fit
	seriesOccasions = "occasions" // what words were said for
	seriesMarks     = "marks"
	seriesAbove     = "above" // the minimap's bars
	seriesBelow     = "below"
)

// timelineOption builds the options of the timeline with go-echarts. They hold structure only: no name, quote or any
// other text from outside. The script fills in data by index, colours of the theme, and functions, all of them its
// own.
func timelineOption() (json.RawMessage, error) {
	chart := charts.NewScatter()
	chart.ExtendXAxis(opts.XAxis{})
	chart.ExtendYAxis(opts.YAxis{})
	chart.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item"}),
		charts.WithGridOpts(
			opts.Grid{Left: "12", Right: "12", Top: "8", Bottom: "108"},
			opts.Grid{Left: "12", Right: "12", Height: "44", Bottom: "22"},
		),
		charts.WithXAxisOpts(timeAxis(0), 0),
		charts.WithXAxisOpts(timeAxis(1), 1),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: 0}, 0),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: 1}, 1),
		charts.WithDataZoomOpts(
			opts.DataZoom{Type: "inside", XAxisIndex: []int{0}, FilterMode: "none", Throttle: 30},
			opts.DataZoom{Type: "slider", XAxisIndex: []int{0}, FilterMode: "none", Throttle: 30},
		),
	)
	drawn := charts.NewCustom()
	for _, name := range []string{seriesOccasions, seriesSpans, seriesDensity} {
		drawn.AddSeries(name, []opts.CustomData{})
	}
	chart.Overlap(drawn)
	chart.AddSeries(seriesMarks, []opts.ScatterData{})
	bars := charts.NewBar()
	for _, name := range []string{seriesAbove, seriesBelow} {
		bars.AddSeries(name, []opts.BarData{}, charts.WithBarChartOpts(opts.BarChart{
			Stack: "months", XAxisIndex: 1, YAxisIndex: 1, BarCategoryGap: "0%",
		}))
	}
	chart.Overlap(bars)
	chart.Accept(finish{})
	return json.Marshal(chart.JSON())
}

func timeAxis(grid int) opts.XAxis {
	return opts.XAxis{
		Type: "time", GridIndex: grid, SplitLine: &opts.SplitLine{Show: opts.Bool(grid == 0)},
		AxisTick: &opts.AxisTick{Show: opts.Bool(grid == 0)}, AxisLabel: &opts.AxisLabel{HideOverlap: opts.Bool(true)},
	}
}

// finish sets what go-echarts has no field for, and drops the parts that the page draws in the DOM.
type finish struct {
	charts.BaseConfigurationVisitor
}

func (finish) Visit(option map[string]any) {
	for _, part := range []string{"title", "legend", "toolbox", "color"} {
		delete(option, part)
	}
	option["useUTC"] = true
}
