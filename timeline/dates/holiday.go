package dates

type holiday struct {
	name       string
	month, day int
}

func (h *holiday) on(y int) (int, int, bool) { return h.month, h.day, true }

func holidayIndex() map[string][]*holiday { return nil }

func (p *parser) holidayName(i int) (meaning, int) { return meaning{}, 0 }
func (p *parser) anniversary(i int) (meaning, int) { return meaning{}, 0 }
