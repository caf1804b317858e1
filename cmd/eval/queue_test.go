package main

import (
	"strings"
	"testing"

	"demarche/cmd/gold"
	"demarche/timeline/record"
)

// newJudged makes a record by the name of its channel, whose speaker is right or wrong, with the probabilities of its
// quote and its speaker.
func newJudged(name string, right bool, quote, speaker float64) judged {
	j := judged{gold: &gold.Record{Speakers: []gold.Party{{Name: "Ada"}}}, p: quote}
	j.printed = gold.Record{Channel: name, Speakers: []gold.Party{{Name: "Piet"}}}
	if right {
		j.printed.Speakers[0].Name = "ada"
	}
	j.decided.Speaker = record.Decision{By: "beside-cue", P: speaker}
	return j
}

// sample has a record with a wrong speaker, c, and a spurious one, e.
func sample() *comparison {
	c := &comparison{printed: []judged{
		newJudged("a", true, 0.9, 0.4), newJudged("b", true, 0.9, 0.9),
		newJudged("c", false, 0.5, 0.5), newJudged("d", true, 0.8, 0.8),
		{p: 0.3, printed: gold.Record{Channel: "e"}},
	}}
	c.printed[1].decided.Channel.P = 0.4
	return c
}

func TestQueueBeginsWithTheLeastProbable(t *testing.T) {
	want := map[string]string{"least P": "eabcd", "product of P": "cebad", "tuple product": "ceadb"}
	for _, o := range orders() {
		got := ""
		for _, j := range sample().queue(o) {
			got += j.printed.Channel
		}
		if got != want[o.name] {
			t.Errorf("%s: got %s, want %s", o.name, got, want[o.name])
		}
	}
}

func TestProbabilitiesLeaveOutWhatIsNotStated(t *testing.T) {
	j := newJudged("a", true, 0.9, 0)
	j.decided.Day.P, j.decided.Tone.P = 0.5, 0.1
	if p := j.probabilities([]string{"speaker", "day"}); len(p) != 2 || least(p) != 0.5 || product(p) != 0.45 {
		t.Errorf("got %v", p)
	}
	if least(nil) != 1 || product(nil) != 1 {
		t.Error("nothing stated is not certain")
	}
}

func TestQueueTable(t *testing.T) {
	var b strings.Builder
	sample().printQueues(&b)
	for _, want := range []string{
		"5 records, 2 wrong: 1 with a wrong field, 1 spurious\n",
		"least P         records   wrong  at most  wrong field  spurious\n",
		"  first 20 %          1   50.0%    50.0%         0.0%    100.0%\n",
		"  first 30 %          2   50.0%   100.0%         0.0%    100.0%\n", // e, a
		"  first 30 %          2  100.0%   100.0%       100.0%    100.0%\n", // c, e
		"best order, by the first 20 %: least P\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
