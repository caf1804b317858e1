package acts

import (
	"strings"
	"sync"

	"demarche/timeline/discourse"
	"demarche/timeline/scene"
)

// trigger reads the act that token i of the sentence lo to hi-1 may open; nil when it opens none.
type trigger func(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act

// triggers are the words that may open an act, each with what reads it.
var triggers = sync.OnceValue(triggerWords)

// triggerWords pairs the readers with their words; see triggers.
func triggerWords() map[string]trigger {
	m := map[string]trigger{}
	for words, open := range map[string]trigger{
		"message messages letter letters telegram telegrams cable congratulations condolences greetings replies": messageAt,
		"congratulated congratulates wished wishes":                                                              wishAt,
		"telephone phone telephoned phoned call":                                                                 callAt,
		"spoke speaks":                                                                                           spokeAt,
		"credentials":                                                                                            credentialsAt,
		"met meets meet meeting received receives talks talk conversation conversed negotiations":                                                                                                    meetingAt,
		"statement statements declaration communique communiqué memorandum appeal announcement release disclosure proclamation":                                                                      statementAt,
		"speech speeches address lecture report rally ceremony seminar reception gathering symposium conference protest demonstration forum event session events meetings lectures seminars rallies": speechAt,
		"addressed addressing": addressAt,
		"briefing reporters journalists newsmen correspondents media press": pressAt,
		"interview answer answers": interviewAt,
		"article articles commentary editorial op-ed column write-up write-ups bulletin bulletins": articleAt,
		"tweet tweeted tweets twitter posted facebook telegram's weibo social":                     postAt,
		"decision resolution decree": documentAt,
	} {
		for _, w := range strings.Fields(words) {
			m[w] = open
		}
	}
	return m
}
