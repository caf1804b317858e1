package acts

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// genre is what kind of page the title says that the article is.
type genre int

// The genres; news is what every other title says.
const (
	news    genre = iota
	readout       // an account of one call, meeting or trip by one side: "Readout of the President's call with X"
	remarks       // what two sides said beside a meeting: "Remarks by X and Y before bilateral meeting"
	account       // what an official tells of a talk of others: "Press call by officials on X's call with Y"
)

// page is what the title says of the whole article.
type page struct {
	genre   genre
	channel record.Channel // of everything that the page tells, unknown where the title does not say
	about   int            // token of the title from which it tells whose talk it is; before it stands who tells of it
}

// pageOf reads the genre of the page off its title.
func pageOf(s *scene.Scene) page {
	p := page{channel: record.UnknownChannel}
	at := false
	for i, w := range s.Lower {
		w = strings.TrimRight(w, "_,.:")
		switch {
		case words.Readout[w] && p.genre == news:
			p.genre = readout
		case words.Remarks[w] && p.genre == news:
			p.genre = remarks
		case words.Call[w] && p.channel == record.UnknownChannel && s.IsTitle:
			p.channel = record.Call
		case words.Encounter[w] && p.channel == record.UnknownChannel:
			p.channel = record.Meeting
			at = at || i > 0 && setAtEncounter(s, i)
		}
	}
	if p.genre == news {
		p.retold(s)
	}
	if p.genre == remarks && (p.channel != record.Meeting || !at) {
		p.genre = news
	}
	if p.genre == news {
		p.channel = record.UnknownChannel
	}
	return p
}

// retold reads a title such as "Statement by a spokesperson on X's call with Y" or "Press briefing by officials on
// X's call with Y": a readout, or an account of the call to the press.
func (p *page) retold(s *scene.Scene) {
	by := -1
	for k, w := range s.Lower {
		switch {
		case by < 0 && k > 0 && (w == "by" || w == "from"):
			by = k
		case by > 0 && words.RetoldLead[w] && p.heldWith(s, k+1):
			p.about = k + 1
			p.genre = account
			if words.StatementNoun[s.Lower[by-1]] {
				p.genre = readout
			}
			return
		}
	}
}

// heldWith reports whether the title tells from token lo of a call or meeting with somebody, and sets the channel.
func (p *page) heldWith(s *scene.Scene, lo int) bool {
	for k := lo; k+1 < len(s.Lower); k++ {
		call := words.Call[s.Lower[k]]
		if (call || words.Encounter[s.Lower[k]]) && s.Lower[k+1] == "with" {
			if p.channel = record.Meeting; call {
				p.channel = record.Call
			}
			return true
		}
	}
	return false
}

// OfText is the channel of the text that the title says the page to be: "Statement by X", "Letter to X", "Message on".
// Unknown for every other title.
func (r *Account) OfText() record.Channel {
	s := r.Title
	for k := 0; k+1 < len(s.Lower) && k < longestIssuer; k++ {
		if !words.TextTitleNext[s.Lower[k+1]] {
			continue
		}
		switch w := s.Lower[k]; {
		case words.StatementNoun[w]:
			return record.StatementText
		case words.LetterNoun[w]:
			return record.Letter
		case words.WrittenMessage[w]:
			return record.Message
		}
	}
	return record.UnknownChannel
}

// longestIssuer is how many words may stand before the noun for a text in its title: "Prime Minister Ana Lind's".
const longestIssuer = 6

// setAtEncounter reports whether the noun for a meeting at token i follows "before", "at" or the like.
func setAtEncounter(s *scene.Scene, i int) bool {
	const far = 8 // "at the third in-person leaders' summit"
	for k := i - 1; k >= 0 && k >= i-far; k-- {
		if words.AtEncounter[s.Lower[k]] {
			return true
		}
	}
	return false
}

// spokeAt reads "spoke today with", "spoke by phone with": a call or meeting as the sentence or the title says, else
// of unknown kind.
func spokeAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	f := &discourse.Act{Channel: r.page.channel, Mutual: true, Noun: "conversation"}
	f.To = r.Parties.persons(s, r.Parties.afterWithin(s, i, hi, 12, "with"))
	if len(f.To) == 0 {
		f.To = people(r.Parties.persons(s, r.Parties.afterWithin(s, i, hi, 2, "to")))
	}
	f.From = r.Parties.persons(s, r.Parties.subjectOf(s, i))
	f.To = naming.Without(f.To, f.From)
	if len(f.From) == 0 || len(f.To) == 0 {
		return nil
	}
	for k := i + 1; k < hi && k < i+8 && !s.FiniteVerb(k); k++ {
		if words.Call[s.Lower[k]] {
			f.Channel, f.Noun = record.Call, "call"
		}
	}
	return f
}

// people keeps the persons of a list.
func people(list []*naming.Entity) []*naming.Entity {
	var out []*naming.Entity
	for _, e := range list {
		if e.Person() {
			out = append(out, e)
		}
	}
	return out
}

// asking is the channel of an article that lays out questions turn by turn: an interview where the turns bear the label
// of who asks, "Q:", "Host:" or the name of one carrier; a press conference where journalists or several carriers ask.
// The site of a government lays out its briefings with "Q:" too. Unknown where nobody asks.
func (r *Reader) asking() record.Channel {
	carrier, ch := "", record.UnknownChannel
	for _, p := range r.Body.Doc.Paragraphs {
		label, rest, ok := strings.Cut(p.Of(r.Body.Text), ":")
		if !ok || len(label) >= longestLabel {
			continue
		}
		switch {
		case words.PressAsker[strings.ToLower(label)]:
			return record.PressConference
		case !r.OwnSite && r.asks(label):
			ch = record.Interview
		case strings.HasSuffix(strings.TrimSpace(rest), "?") && r.carrierAsks(p.Start, len(label)):
			if carrier != "" && carrier != label {
				return record.PressConference
			}
			carrier, ch = label, record.Interview
		}
	}
	return ch
}

// longestLabel is the length of the label of a turn at most.
const longestLabel = 60

// asks reports whether the label of a turn is that of who asks.
func (r *Reader) asks(label string) bool {
	label, outlet := strings.ToLower(label), strings.ToLower(r.Article.Outlet)
	return words.Asker[label] || outlet != "" && (label == outlet || strings.HasSuffix(outlet, " "+label))
}

// carrierAsks reports whether the n bytes from start on are the name of a carrier of news.
func (r *Reader) carrierAsks(start, n int) bool {
	lo, hi := r.Body.Range(text.Span{Start: start, End: start + n})
	m := r.Body.MentionAt(lo)
	return m != nil && hi > lo && m.Actor.Kind == actors.Medium && m.Span == r.Body.Span(lo, hi)
}
