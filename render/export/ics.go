package export

import (
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// writeICS draws a calendar of the events whose day is known, as all-day events. A calendar has no uncertain dates:
// other events are left out.
func writeICS(w io.Writer, d *Dataset) error {
	config := &ics.SerializationConfiguration{MaxLength: 75, PropertyMaxLength: 75, NewLine: "\r\n"}
	out := &calendarWriter{w: w, config: config}
	cal := ics.NewCalendarFor("demarche")
	cal.SetProductId("-//demarche//" + oneLine(d.Program()) + "//EN")
	cal.SetXWRCalName(oneLine(d.Title))
	cal.SetXWRCalDesc(oneLine(d.made()))
	head, _ := strings.CutSuffix(cal.Serialize(out.config), "END:VCALENDAR\r\n")
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		day, err := time.Parse(time.DateOnly, e.day())
		if err != nil {
			d.omit("events whose day is not known")
			continue
		}
		if err := out.event(d, e, day); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "END:VCALENDAR\r\n")
	return err
}

// calendarWriter writes the events of a calendar one by one.
type calendarWriter struct {
	w      io.Writer
	config *ics.SerializationConfiguration
}

// event writes an event on a day. Its time stamp is the day on which the calendar was made, where that is given, so
// that the same data give the same bytes.
func (c *calendarWriter) event(d *Dataset, e *Entry, day time.Time) error {
	v := ics.NewEvent(e.ID + "@demarche.invalid")
	stamp := day
	if made, err := time.Parse(time.DateOnly, d.Generated); err == nil {
		stamp = made
	}
	v.SetDtStampTime(stamp)
	v.SetAllDayStartAt(day)
	v.SetAllDayEndAt(day.AddDate(0, 0, 1))
	v.SetSummary(oneLine(e.headline()))
	v.SetDescription(calendarText(e.plainText()))
	if e.Place != "" {
		v.SetLocation(oneLine(e.Place))
	}
	if link := webAddress(e.article(e.Statements[0].Reports[0].Source).URL); link != "" {
		v.SetURL(link)
	}
	v.SetStatus(ics.ObjectStatusConfirmed)
	v.SetTimeTransparency(ics.TransparencyTransparent)
	return v.SerializeTo(c.w, c.config)
}

// calendarText keeps a text of several lines free of characters that end a line of a calendar.
func calendarText(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = oneLine(lines[i])
	}
	return strings.Join(lines, "\n")
}

// plainText is the first wording of each statement with its source.
func (e *Entry) plainText() string {
	var out []string
	for i := range e.Statements {
		x := &e.Statements[i].Reports[0]
		out = append(out, x.Text+" ("+e.article(x.Source).label()+")")
	}
	return strings.Join(out, "\n")
}
