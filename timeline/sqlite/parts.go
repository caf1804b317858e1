package sqlite

// Sources reads the articles of the file.
func (s *Store) Sources() SourceReader { return SourceReader{s} }

// Events reads events and their statements by their ids.
func (s *Store) Events() EventReader { return EventReader{s} }

// Relations reads what passed between states.
func (s *Store) Relations() RelationReader { return RelationReader{s} }

// Reports reads and searches reports.
func (s *Store) Reports() ReportReader { return ReportReader{s} }

// Queue lists what is to be reviewed.
func (s *Store) Queue() Queue { return Queue{s} }

// Edits reads what people have decided.
func (s *Store) Edits() EditReader { return EditReader{s} }

// Runs notes and lists the runs that added articles.
func (s *Store) Runs() RunLog { return RunLog{s} }

// Visits notes and lists what became of the sources that were visited.
func (s *Store) Visits() VisitLog { return VisitLog{s} }

// People reads the actors, and completes what a person types.
func (s *Store) People() PeopleReader { return PeopleReader{s} }

// SourceReader reads stored articles, their versions and what was marked in them, without their events.
type SourceReader struct{ s *Store }

// EventReader reads events and statements by the ids that they have or had.
type EventReader struct{ s *Store }

// RelationReader reads the events between two states, and which states share any. It knows no single report.
type RelationReader struct{ s *Store }

// ReportReader reads reports by id, article, actor or words. It knows no events.
type ReportReader struct{ s *Store }

// Queue lists the reports to be reviewed, the least certain first, and the edits that wait for their words.
type Queue struct{ s *Store }

// EditReader reads edits; [Store.Edit] makes them.
type EditReader struct{ s *Store }

// RunLog knows when which run began and how it ended.
type RunLog struct{ s *Store }

// VisitLog knows what became of each source when it was visited last.
type VisitLog struct{ s *Store }

// PeopleReader reads the actors of reports, their names and how often they speak.
type PeopleReader struct{ s *Store }
