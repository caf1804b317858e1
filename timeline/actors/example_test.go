package actors_test

import (
	"fmt"

	"demarche/timeline/actors"
)

func Example() {
	g, err := actors.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "Mr Medvedev said in Moscow that the DPRK leader had written."
	for _, m := range g.Find(text) {
		fmt.Printf("%s (%s)\n", text[m.Start:m.End], m.Kind)
	}
	m, _ := g.ParseOffice("the Russian president")
	for _, day := range []string{"2010-06-12", "2023-06-12"} {
		a, _ := g.Resolve(m, day)
		fmt.Println(day, a.Name, "-", g.Office(a.ID, day))
	}
	// Output:
	// Mr (title)
	// Medvedev (surname)
	// Moscow (capital)
	// DPRK (name)
	// leader (office)
	// 2010-06-12 Dmitry Medvedev - President of Russia
	// 2023-06-12 Vladimir Putin - President of Russia
}
