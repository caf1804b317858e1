package actors

import (
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := build(nil); err != nil {
			b.Fatal(err)
		}
	}
}

const sample = `PYONGYANG, June 12 (KCNA) -- Kim Jong Un, president of the State Affairs of the DPRK, sent a message of greeting to
Russian President Vladimir Putin on the day of Russia. The two countries will go on growing closer, said the message. In Seoul a
spokesman for the South Korean Foreign Ministry told reporters that the government was watching. U.S. Secretary of State
Antony Blinken, who was in Beijing, called on Moscow and Pyongyang to keep to the resolutions of the UN Security Council.
The Kremlin said later that Mr Putin had thanked him, Yonhap reported, citing TASS. Nothing else was known at that time.
`

func BenchmarkFind(b *testing.B) {
	g := load(b)
	text := strings.Repeat(sample, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		g.Find(text)
	}
}

func BenchmarkParseOffice(b *testing.B) {
	g := load(b)
	for b.Loop() {
		g.ParseOffice("President of the United States of America Donald Trump")
	}
}
