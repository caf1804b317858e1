package resolve

import (
	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/choice"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Candidates resolves the quotes of an article as [Reports] does without any trained model, and puts up all
// candidates for each field: what the models are trained on.
func Candidates(
	a *article.Article,
	d *text.Doc,
	qs []quotes.Quote,
	g *actors.Gazetteer,
) ([]record.Report, *choice.Slate) {
	r, list, out := resolveQuotes(a, d, qs, g)
	slate := choice.NewSlate(nil)
	if r != nil {
		settleTones(out)
		slate = choice.NewSlate(r.passages(list, out))
	}
	reports := make([]record.Report, len(out))
	for i := range out {
		reports[i] = out[i].Report
	}
	return reports, slate
}

// passages are the quotes with what the rules made of them, for the choice among candidates.
func (r *resolver) passages(list []*scene.Quote, out []resolved) []*choice.Passage {
	ps := make([]*choice.Passage, len(out))
	for i := range out {
		x := &out[i]
		ps[i] = &choice.Passage{
			Reader:   r.Reader,
			Quote:    list[i],
			Report:   &x.Report,
			Act:      x.act,
			Speakers: x.speakers,
			To:       x.to,
			Tone:     x.toneOf.row(),
		}
	}
	choice.Link(ps)
	return ps
}

// Verdicts resolves the quotes of an article as [Reports] does, and lists for each the candidates for its day and
// channel.
func Verdicts(
	a *article.Article,
	d *text.Doc,
	qs []quotes.Quote,
	g *actors.Gazetteer,
) ([]record.Report, [][]choice.Verdict) {
	r, list, out := resolveQuotes(a, d, qs, g)
	verdicts := make([][]choice.Verdict, len(out))
	if r != nil {
		verdicts = choice.Verdicts(r.passages(list, out))
	}
	reports := make([]record.Report, len(out))
	for i := range out {
		reports[i] = out[i].Report
	}
	return reports, verdicts
}
