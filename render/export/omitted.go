package export

// Omitted counts what a format has no place for, by the reason why.
type Omitted map[string]int

// omit counts an event or statement that the format leaves out.
func (d *Dataset) omit(why string) {
	if d.Omitted == nil {
		d.Omitted = Omitted{}
	}
	d.Omitted[why]++
}
