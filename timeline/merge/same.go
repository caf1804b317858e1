package merge

// Same reports whether two tellings are of one event by themselves.
func (t *Telling) Same(u *Telling) bool {
	sum, _ := t.same(u)
	return sum > 0
}

// mayBe reports whether nothing stands against two tellings being of one event: they are of two articles, their days
// meet, and so do their parties.
func (t *Telling) mayBe(u *Telling) bool {
	return t.dated && u.dated && t.article != u.article && t.meets(u) && !t.apart(u)
}

// meets reports whether the windows of both hold a time in common, and have both a start or neither.
func (t *Telling) meets(u *Telling) bool {
	_, ok := t.win.meet(u.win)
	return ok && t.win.open() == u.win.open()
}

// overlaps reports whether the days themselves have one in common, without any slack.
func (t *Telling) overlaps(u *Telling) bool {
	m, _ := t.win.meet(u.win)
	return m.last > m.first
}
