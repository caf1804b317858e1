package resolve

import (
	"strings"
	"sync"

	"demarche/data"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// channelWords are the words of lexicon/channels.tsv: by where they stand, the channel of each.
var channelWords = sync.OnceValue(func() map[string]map[string]record.Channel {
	rows, err := data.Table("lexicon/channels.tsv", "word", "channel", "where")
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	m := map[string]map[string]record.Channel{}
	for _, r := range rows {
		where := r.Fields[2]
		if m[where] == nil {
			m[where] = map[string]record.Channel{}
		}
		m[where][r.Fields[0]] = record.Channel(r.Fields[1])
	}
	return m
})

// channelProposer puts forward the channel by which words were given; "" when it has nothing to say of them.
type channelProposer struct {
	name    string
	propose func(r *resolver, p *passage) record.Channel
}

// channelProposers is the table of those who propose channels, in the order in which ties are broken.
var channelProposers = []channelProposer{
	{"chain", func(_ *resolver, p *passage) record.Channel { return p.x.Channel }},
	{"act", func(_ *resolver, p *passage) record.Channel {
		if p.x.act == nil {
			return ""
		}
		return p.x.act.Channel
	}},
	{"cue-verb", (*resolver).channelOfVerb},
	{"platform", (*resolver).channelOfPlatform},
	{"text-in-source", func(_ *resolver, p *passage) record.Channel { return channelWords()["text"][p.c.Document] }},
	{"text-beside", func(r *resolver, p *passage) record.Channel { return r.channelNoun(p.c, "text") }},
	{"event-beside", func(r *resolver, p *passage) record.Channel { return r.channelNoun(p.c, "event") }},
	{"told", (*resolver).channelOfTold},
	{"same-speaker", func(_ *resolver, p *passage) record.Channel { return channelOf(p.last) }},
	{"same-speaker-later", func(_ *resolver, p *passage) record.Channel { return channelOf(p.next) }},
	{"quote-before", func(_ *resolver, p *passage) record.Channel { return channelOf(p.prior) }},
	{"outer-words", func(_ *resolver, p *passage) record.Channel { return channelOf(p.outer) }},
	{"first-occasion", func(_ *resolver, p *passage) record.Channel { return channelOf(p.first) }},
	{"spokesperson", func(_ *resolver, p *passage) record.Channel {
		if len(p.x.speakers) == 1 && p.x.speakers[0].CalledSpokesperson() {
			return record.PressConference
		}
		return ""
	}},
	{"carrier", func(_ *resolver, p *passage) record.Channel {
		if acts.OnlyMedium(p.x.speakers) {
			return record.ArticleText
		}
		return ""
	}},
	{"body", func(_ *resolver, p *passage) record.Channel {
		if len(p.x.speakers) == 1 && (p.x.speakers[0].Kind == actors.Organisation || p.x.speakers[0].Kind == actors.State) {
			return record.StatementText
		}
		return ""
	}},
	{"page", func(r *resolver, _ *passage) record.Channel { return transcript(r.Article.Title) }},
	{"none", func(*resolver, *passage) record.Channel { return record.UnknownChannel }},
}

func channelOf(x *resolved) record.Channel {
	if x == nil {
		return ""
	}
	return x.Channel
}

// channelOfVerb is the channel that the cue itself names: "tweeted".
func (r *resolver) channelOfVerb(p *passage) record.Channel {
	for k := p.c.CueLo; k < p.c.CueHi; k++ {
		if ch := channelWords()["verb"][r.Body.Lower[k]]; ch != "" {
			return ch
		}
	}
	return ""
}

// channelOfPlatform reads "on X", "took to Telegram", "his account on Facebook" beside the words.
func (r *resolver) channelOfPlatform(p *passage) record.Channel {
	s := r.Body
	for k := p.c.Lo + 1; k < p.c.Hi; k++ {
		ch := channelWords()["platform"][s.Lower[k]]
		if ch == "" || scene.Covers(p.c.Spans.Content, s.Doc.Tokens[k].Span) || !s.Capital(k) && s.At(k+1) != "media" {
			continue
		}
		if b := s.At(k - 1); b == "on" || b == "to" || b == "via" || b == "an" || b == "his" || b == "her" || b == "a" {
			return ch
		}
	}
	return ""
}

// channelNoun is the channel of the noun of that kind which stands nearest to the cue in its sentence, outside of words reported.
func (r *resolver) channelNoun(c *scene.Quote, where string) record.Channel {
	s := r.Body
	best, far := record.Channel(""), 1<<30
	for k := c.Lo; k < c.Hi; k++ {
		ch := channelWords()[where][s.Lower[k]]
		at := s.Doc.Tokens[k].Span
		if ch == "" || scene.Covers(c.Reported, at) || scene.Covers(c.Spans.Content, at) {
			continue
		}
		if d := max(k-c.Anchor, c.Anchor-k); d < far {
			best, far = ch, d
		}
	}
	return best
}

// channelOfTold reads those who were told: "told reporters", "told parliament", and a carrier of news: "told the Times".
func (r *resolver) channelOfTold(p *passage) record.Channel {
	s, c := r.Body, p.c
	if c.CueHi <= c.CueLo {
		return ""
	}
	for k := c.CueHi; k < min(c.CueHi+7, len(s.Lower)); k++ {
		if ch := channelWords()["house"][s.Lower[k]]; ch != "" {
			return ch
		}
		if ch := channelWords()["event"][s.Lower[k]]; ch != "" && strings.HasPrefix(s.Lower[c.CueLo], "t") {
			return ch
		}
		if m := s.MentionAt(k); m != nil && m.Actor.Kind == actors.Medium {
			return record.Interview
		}
		if s.At(k) == "," || s.At(k) == "." {
			break
		}
	}
	return ""
}

// channelCandidate is a channel with those who propose it.
type channelCandidate struct {
	channel record.Channel
	by      marks
	at      int
}

// channelCandidates are the different channels that are put forward for a quote.
func (r *resolver) channelCandidates(p *passage) []channelCandidate {
	var out []channelCandidate
	for i := range channelProposers {
		ch := channelProposers[i].propose(r, p)
		if ch == "" {
			continue
		}
		k := 0
		for k < len(out) && out[k].channel != ch {
			k++
		}
		if k == len(out) {
			out = append(out, channelCandidate{channel: ch, at: i})
		}
		out[k].by.add(i)
	}
	return out
}

// channelList numbers the channels for the model.
var channelList = []record.Channel{
	record.Message, record.Letter, record.Call, record.Meeting, record.Speech, record.PressConference, record.Interview,
	record.StatementText, record.JointStatement, record.ArticleText, record.Post, record.Document, record.UnknownChannel,
}

// row is the features of the candidate.
func (k *channelCandidate) row(traits []float32, rivals int) []float32 {
	row := k.by.appendTo(append(make([]float32, 0, len(traits)+40), traits...), len(channelProposers))
	for _, ch := range channelList {
		row = append(row, bit(ch == k.channel))
	}
	return append(row, float32(k.by.count()), float32(rivals))
}
