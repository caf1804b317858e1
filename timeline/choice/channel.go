package choice

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
	propose func(p *Passage) record.Channel
}

// channelProposers is the table of those who propose channels, in the order in which ties are broken.
var channelProposers = []channelProposer{
	{"chain", func(p *Passage) record.Channel { return p.Report.Channel }},
	{"act", func(p *Passage) record.Channel {
		if p.Act == nil {
			return ""
		}
		return p.Act.Channel
	}},
	{"cue-verb", channelOfVerb},
	{"platform", channelOfPlatform},
	{"text-in-source", func(p *Passage) record.Channel { return channelWords()["text"][p.Quote.Document] }},
	{"text-beside", func(p *Passage) record.Channel { return channelNoun(p, p.Quote, "text") }},
	{"event-beside", func(p *Passage) record.Channel { return channelNoun(p, p.Quote, "event") }},
	{"told", channelOfTold},
	{"same-speaker", func(p *Passage) record.Channel { return channelOf(p.last) }},
	{"same-speaker-later", func(p *Passage) record.Channel { return channelOf(p.next) }},
	{"quote-before", func(p *Passage) record.Channel { return channelOf(p.prior) }},
	{"outer-words", func(p *Passage) record.Channel { return channelOf(p.outer) }},
	{"first-occasion", func(p *Passage) record.Channel { return channelOf(p.first) }},
	{"spokesperson", func(p *Passage) record.Channel {
		if len(p.Speakers) == 1 && p.Speakers[0].CalledSpokesperson() {
			return record.PressConference
		}
		return ""
	}},
	{"carrier", func(p *Passage) record.Channel {
		if acts.OnlyMedium(p.Speakers) {
			return record.ArticleText
		}
		return ""
	}},
	{"body", func(p *Passage) record.Channel {
		if len(p.Speakers) == 1 && (p.Speakers[0].Kind == actors.Organisation || p.Speakers[0].Kind == actors.State) {
			return record.StatementText
		}
		return ""
	}},
	{"page", func(p *Passage) record.Channel { return Transcript(p.Article.Title) }},
	{"none", func(p *Passage) record.Channel { return record.UnknownChannel }},
}

func channelOf(x *Passage) record.Channel {
	if x == nil {
		return ""
	}
	return x.Report.Channel
}

// channelOfVerb is the channel that the cue itself names: "tweeted".
func channelOfVerb(p *Passage) record.Channel {
	for k := p.Quote.CueLo; k < p.Quote.CueHi; k++ {
		if ch := channelWords()["verb"][p.Body.Lower[k]]; ch != "" {
			return ch
		}
	}
	return ""
}

// channelOfPlatform reads "on X", "took to Telegram", "his account on Facebook" beside the words.
func channelOfPlatform(p *Passage) record.Channel {
	s := p.Body
	for k := p.Quote.Lo + 1; k < p.Quote.Hi; k++ {
		ch := channelWords()["platform"][s.Lower[k]]
		if ch == "" || scene.Covers(p.Quote.Spans.Content, s.Doc.Tokens[k].Span) || !s.Capital(k) && s.At(k+1) != "media" {
			continue
		}
		if b := s.At(k - 1); b == "on" || b == "to" || b == "via" || b == "an" || b == "his" || b == "her" || b == "a" {
			return ch
		}
	}
	return ""
}

// channelNoun is the channel of the noun of that kind which stands nearest to the cue in its sentence, outside of words reported.
func channelNoun(p *Passage, c *scene.Quote, where string) record.Channel {
	s := p.Body
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
func channelOfTold(p *Passage) record.Channel {
	s, c := p.Body, p.Quote
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

func (k *channelCandidate) name() string { return channelProposers[k.at].name }

// channelCandidates are the different channels that are put forward for a quote.
func channelCandidates(p *Passage) []channelCandidate {
	var out []channelCandidate
	for i := range channelProposers {
		ch := channelProposers[i].propose(p)
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

// Transcript is the channel of a page that gives what was said turn by turn, by its title.
func Transcript(title string) record.Channel {
	t := strings.ToLower(title)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(t, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("press statement", "press conference", "news conference", "statements for the press", "press briefing", "answers to journalists", "answers to media", "reporters"):
		return record.PressConference
	case has("interview"):
		return record.Interview
	case has("speech", "address", "opening", "ceremony", "reception", "forum", "session", "congress", "gala", "remarks", "concert", "presentation", "parade"):
		return record.Speech
	case has("meeting", "talks", "conversation", "consultations", "conference with", "met with", "greeting"):
		return record.Meeting
	}
	return record.Speech
}
