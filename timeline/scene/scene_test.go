package scene

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// read parses a text and marks its names, offices and times as they are on 14 June 2023.
func read(t testing.TB, written string) *Scene {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := New(text.Parse(written), false)
	s.Honour = make([]bool, len(s.Lower))
	for _, m := range g.Find(s.Text) {
		span := text.Span{Start: m.Start, End: m.End}
		switch best := actors.Best(m.Candidates, "2023-06-14"); {
		case m.Kind == actors.ByTitle:
			for lo, hi := s.Range(span); lo < hi; lo++ {
				s.Honour[lo] = true
			}
		case m.Kind == actors.ByOffice:
			s.Posts = append(s.Posts, Post{Span: span, Office: m.Candidates[0].Office})
		case len(best) > 0:
			s.Mentions = append(s.Mentions, Mention{Span: span, Kind: m.Kind, Actor: best[0].Actor})
		}
	}
	s.Index()
	s.Dateline = Datelines(s)
	s.Times = dates.Find(s.Text, "2023-06-14")
	return s
}

// marked reads a text with one mark "|" and returns the token after it.
func marked(t testing.TB, written string) (s *Scene, at int) {
	t.Helper()
	before, after, ok := strings.Cut(written, "|")
	if !ok {
		t.Fatalf("no mark in %q", written)
	}
	s = read(t, before+after)
	at, _ = s.Range(text.Span{Start: len(before), End: len(before) + 1})
	return s, at
}

// TestPhraseEnd ends the noun phrase with which each text begins at its mark.
func TestPhraseEnd(t *testing.T) {
	for _, c := range []string{
		"The spokesman |said nothing.",
		"The foreign minister of Kenya |said nothing.",
		"A spokesman for the ministry |said nothing.",
		"The ambassador to Russia |said nothing.",
		"The president of Kenya and the prime minister |met.",
		"The president of Kenya |and said nothing.",
		"Ada Lind, a spokesman for the ministry|, said nothing.",
		"Ada Lind (right) |said nothing.",
		"The minister |on Monday said nothing.",
		"The minister |today said nothing.",
		"The minister |who met her said nothing.",
		"The minister |at the talks said nothing.",
		"The minister |; nothing was said.",
		"The visiting delegation |said nothing.",
		"The delegation |visiting Oslo said nothing.",
		"The Committee on the Peaceful Use of Atoms |said nothing.",
		"The \"free\" press |said nothing.",
		"Kenya's minister |said nothing.",
		"Russia, Kenya and Peru |met.",
	} {
		s, want := marked(t, c)
		if got := s.PhraseEnd(0, len(s.Lower)); got != want {
			t.Errorf("%s: ends at token %d %q, want %d", c, got, s.At(got), want)
		}
	}
}

// TestMembers splits phrases; members stand with their appositions in brackets.
func TestMembers(t *testing.T) {
	for phrase, want := range map[string]string{
		"Russia and Kenya":                                   "Russia | Kenya",
		"Russia, Kenya and Peru":                             "Russia | Kenya | Peru",
		"the president and the prime minister":               "the president | the prime minister",
		"he and his Kenyan colleague Ada Lind":               "he | his Kenyan colleague Ada Lind",
		"the presidents of Russia and Kenya":                 "the presidents of Russia and Kenya",
		"Ada Lind, a spokesman for the ministry":             "Ada Lind (a spokesman for the ministry)",
		"Ada Lind, 52, and Bo Berg":                          "Ada Lind (52) | Bo Berg",
		"Ada Lind, addressing the meeting, and Bo Berg":      "Ada Lind (addressing the meeting) | Bo Berg",
		"President Ada Lind, his companion":                  "President Ada Lind",
		"Oslo City, Norway":                                  "Oslo City (Norway)",
		"an officer, Ada Lind":                               "an officer , Ada Lind",
		"China, Peru's largest customer":                     "China (Peru 's largest customer)",
		"the Ministry of Education, Culture and Sports":      "the Ministry of Education , Culture and Sports",
		"Peru and the European Commission":                   "Peru | the European Commission",
		"participants, guests and organisers":                "participants , guests and organisers",
		"the Committee for Peace and Unity":                  "the Committee for Peace and Unity",
		"Prime Minister Ada Lind and Foreign Minister Bo Li": "Prime Minister Ada Lind | Foreign Minister Bo Li",
	} {
		s := read(t, phrase)
		var got []string
		for _, m := range s.Lists.Members(0, len(s.Lower)) {
			one := joined(s, m.Lo, m.Hi)
			if m.End > m.Hi {
				one += " (" + strings.TrimPrefix(joined(s, m.Hi, m.End), ", ") + ")"
			}
			got = append(got, one)
		}
		if g := strings.Join(got, " | "); g != want {
			t.Errorf("%s: %s, want %s", phrase, g, want)
		}
	}
}

// joined writes the tokens with a space between.
func joined(s *Scene, lo, hi int) string {
	var words []string
	for k := lo; k < hi; k++ {
		words = append(words, s.Doc.Word(k))
	}
	return strings.Join(words, " ")
}

// TestNameAfter finds the name after the office that begins each phrase at its mark; a mark at the end stands for none.
func TestNameAfter(t *testing.T) {
	for _, c := range []string{
		"ambassador |Ada Lind",
		"spokesman , |Ada Lind",
		"minister of Cambodia |Ada Lind",
		"Minister for Foreign Affairs Dr |Ada Lind",
		"Minister in the Presidency |Ada Lind",
		"minister of Kenya |",
		"minister of the interior |",
	} {
		s, want := marked(t, c)
		if want == len(s.Lower) {
			want = 0
		}
		if got := s.Bearers.After(0, len(s.Lower)); got != want {
			t.Errorf("%s: token %d, want %d", c, got, want)
		}
	}
}

// TestNamesBesideBodies finds the end of a name before a state or a body.
func TestNamesBesideBodies(t *testing.T) {
	for _, c := range []string{"President Ada Lind |of Kenya", "President Ada Lind |of Kenya (KEN)", "Minister of Foreign Affairs of Kenya|"} {
		s, want := marked(t, c)
		if got := s.Bearers.BeforeState(0, len(s.Lower)); got != want {
			t.Errorf("%s: token %d, want %d", c, got, want)
		}
	}
	for _, c := range []string{"Ada Lind |of the Harbour Watch", "Dr Ada Lind |from the Harbour Watch", "|the Ministry of Defence", "|Lind of Kenya"} {
		s, want := marked(t, c)
		if got := s.Bearers.BeforeBody(0, len(s.Lower)); got != want {
			t.Errorf("%s: token %d, want %d", c, got, want)
		}
	}
	for _, c := range []string{"the astronomer |Ada Lind", "Kenyan actress |Ada Lind", "artist and sculptor |Ada Lind", "|Ada Lind"} {
		s, want := marked(t, c)
		if got := s.Bearers.AfterRole(0, len(s.Lower)); got != want {
			t.Errorf("%s: token %d, want %d", c, got, want)
		}
	}
}

// TestSubject finds the subject of the clause before the mark.
func TestSubject(t *testing.T) {
	for written, want := range map[string]string{
		"The minister |said nothing.":                           "The minister",
		"On Monday, the minister |said nothing.":                "the minister",
		"Yesterday the minister |said nothing.":                 "the minister",
		"On Monday she |said nothing.":                          "she",
		"On Monday the harbour board |issued a note.":           "the harbour board",
		"In 2019 Norway |sent a note.":                          "Norway",
		"At Monday's fish market |lay a note.":                  "",
		"In a short note Erik Lind |said nothing.":              "Erik Lind",
		"What Erik Lind |wrote is this.":                        "Erik Lind",
		"In June 2023 they |said nothing.":                      "they",
		"In Oslo, the minister |said nothing.":                  "the minister",
		"Speaking in Oslo, the minister |said nothing.":         "the minister",
		"Asked about it, the minister |said nothing.":           "the minister",
		"Acting President Ada Lind |said nothing.":              "President Ada Lind",
		"OSLO, June 12 (Agency) -- The minister |said nothing.": "The minister",
	} {
		s, at := marked(t, written)
		got := ""
		if lo, hi, ok := s.Clauses.Subject(at); ok {
			got = s.Words(lo, hi)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", written, got, want)
		}
	}
}

// TestVoice cuts sources to the phrase that names the speaker.
func TestVoice(t *testing.T) {
	for source, want := range map[string]string{
		"Ada Lind, who met her on Friday":          "Ada Lind",
		"Oslo and Lima each":                       "Oslo and Lima",
		"Minister Lind, for her part":              "Minister Lind",
		"First of all, Minister Lind":              "Minister Lind",
		"the spokesman":                            "the spokesman",
		"the minister (right), who came":           "the minister (right)",
		"the first time the office of the premier": "the office of the premier",
		"Russia, Kenya and Peru":                   "Russia, Kenya and Peru",
	} {
		s := read(t, source)
		if got := s.Words(s.Voices.Cut(0, len(s.Lower))); got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

// TestDatelines ends the dateline of each text at its mark.
func TestDatelines(t *testing.T) {
	for _, c := range []string{
		"SEOUL, June 12 (Agency) -- |The minister left.",
		"Dhaka, Sep 21 (Agency) |The minister left.",
		"OSLO - |The minister left.",
		"|The minister left for Oslo - and came back.",
		"|In Oslo, June 12 was cold.",
	} {
		s, want := marked(t, c)
		if got := s.AfterDateline(0); got != want {
			t.Errorf("%s: token %d, want %d", c, got, want)
		}
	}
}

// TestBodiesIn tells what a phrase says of the body of an office.
func TestBodiesIn(t *testing.T) {
	for phrase, want := range map[string]BodiesSeen{
		"the ministry of Kenya":            {State: "KEN", Organ: true},
		"the ambassador to Kenya":          {To: true},
		"the General Staff":                {Organ: true, Body: true},
		"the Harbour Company":              {Body: true, Private: true},
		"the delegation":                   {Organ: true},
		"the State Committee on Education": {To: true, Organ: true, Body: true},
	} {
		s := read(t, phrase)
		if got := s.Offices.Bodies(0, len(s.Lower)); got != want {
			t.Errorf("%s: %+v, want %+v", phrase, got, want)
		}
	}
}

// TestWording folds and writes names.
func TestWording(t *testing.T) {
	if got := Clean("  “The  Minister’s"); got != "The Minister" {
		t.Errorf("Clean: %q", got)
	}
	if got := TitleCase("minister of the interior"); got != "Minister of the Interior" {
		t.Errorf("TitleCase: %q", got)
	}
	s := read(t, "The Harbour Watch of Oslo met. The HWO said nothing. Ada Lind, Jr. left.")
	if got := s.Names.Unabbreviate("HWO"); got != "Harbour Watch of Oslo" {
		t.Errorf("Unabbreviate: %q", got)
	}
	if !s.Names.EndsInitials(5, "HWO") {
		t.Error("EndsInitials: HWO is not made of Harbour Watch of Oslo")
	}
	if s.Names.EndsInitials(5, "BWO") || s.Names.EndsInitials(len(s.Lower), "HWO") {
		t.Error("EndsInitials: other letters or words pass for it")
	}
	for w, want := range map[string]bool{"leaders": true, "workers": true, "scientists": true, "leader": false, "oslo": false} {
		if Many(w) != want {
			t.Errorf("Many(%q): %v", w, !want)
		}
	}
}

// sceneryPieces are words and marks that make phrases of every kind.
var sceneryPieces = strings.Fields(
	`the a of to for in and , ( ) “ ” - — . President minister spokesman Ministry Committee Kenya Peru
	Russia Putin Ada Lind who said visiting met on Monday June 12 's his Dr. which that Education Culture (KEN) § é 平壤`,
)

// TestPhrasesStayInText: whatever the text, the readers of phrases end within the range that they are given.
func TestPhrasesStayInText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := read(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(sceneryPieces), 1, 25).Draw(r, "text"), " "))
		n := len(s.Lower)
		lo := rapid.IntRange(0, n-1).Draw(r, "lo")
		hi := rapid.IntRange(lo, n).Draw(r, "hi")
		if e := s.PhraseEnd(lo, hi); e < lo || e > hi {
			r.Fatalf("PhraseEnd(%d, %d) of %q: %d", lo, hi, s.Text, e)
		}
		if a, b := s.Clauses.Core(lo, hi); a < lo || b > hi {
			r.Fatalf("Core(%d, %d) of %q: %d, %d", lo, hi, s.Text, a, b)
		}
		at := lo
		for _, m := range s.Lists.Members(lo, hi) {
			if m.Lo < at || m.Hi <= m.Lo || m.End < m.Hi || m.End > hi {
				r.Fatalf("Members(%d, %d) of %q: %+v behind %d", lo, hi, s.Text, m, at)
			}
			at = m.End
		}
		if a, b, ok := s.Clauses.Subject(hi); ok && (a >= b || b > max(hi, 1)) {
			r.Fatalf("Subject(%d) of %q: %d, %d", hi, s.Text, a, b)
		}
	})
}

// TestTimeAt finds the day that covers a token, and none past the end of the text.
func TestTimeAt(t *testing.T) {
	s := read(t, "Lind spoke on Monday")
	for k, want := range []bool{false, false, false, true, false} {
		if got := s.TimeAt(k) != nil; got != want {
			t.Errorf("token %d: %v, want %v", k, got, want)
		}
	}
}

// TestAsks holds that the letter that marks a question at the head of a line begins no name, and tells what stands in
// marks.
func TestAsks(t *testing.T) {
	for written, want := range map[string]bool{
		"It rains.\n\n|Q Ana said so.": false, "It rains.\n\nMr. |Q said so.": true, "|Ana said so.": true,
	} {
		if s, at := marked(t, written); s.Capital(at) != want {
			t.Errorf("%s: capital %v", written, !want)
		}
	}
	for written, want := range map[string]bool{
		"She said, “Then |I go.”": true, "“Then I go.” |I said so.": false, "\"Go\", she said. |I went.": false,
	} {
		if s, at := marked(t, written); s.InMarks(at) != want {
			t.Errorf("%s: in marks %v", written, !want)
		}
	}
}
