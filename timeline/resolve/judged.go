package resolve

import (
	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// Judged is a candidate for a field of a quote with the features by which a model judges it.
type Judged struct {
	Field   Field
	Quote   int // index among the reports
	Row     []float32
	EDTF    string         // of a candidate for the day
	Channel record.Channel // of a candidate for the channel
}

// Candidates resolves the quotes of an article as [Reports] does without any trained model, and lists all candidates for each field: what
// the models are trained on.
func Candidates(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) ([]record.Report, []Judged) {
	r, list, out := resolveQuotes(a, d, qs, g)
	var js []Judged
	if r != nil {
		ps := passages(list, out)
		for i := range ps {
			p := &ps[i]
			traits := r.traits(p)
			js = append(js, Judged{Field: Speaker, Quote: i, Row: traits}, Judged{Field: Addressee, Quote: i, Row: traits})
			days := r.dayCandidates(p)
			for k := range days {
				js = append(js, Judged{Field: Day, Quote: i, Row: days[k].row(r, p, traits, len(days)), EDTF: days[k].said.EDTF})
			}
			channels := r.channelCandidates(p)
			for k := range channels {
				js = append(js, Judged{Field: ChannelField, Quote: i, Row: channels[k].row(traits, len(channels)), Channel: channels[k].channel})
			}
		}
	}
	reports := make([]record.Report, len(out))
	for i := range out {
		reports[i] = out[i].Report
	}
	return reports, js
}
