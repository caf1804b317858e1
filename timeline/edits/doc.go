// Package edits lays what people decided over what the program extracted. In come reports as extracted and the edits of
// them, out go the reports as they are to be shown, with their status and with the person's name in the place of
// the rule's. It also reads what a person types into an edit. It does not know how edits are stored.
//
// An edit is bound to a report by the report's id, which is made of the article's key and the words, so it holds as
// long as the article has those words, however often it is read again. Each field has its last edit; an edit
// without a value gives the field back to the program.
package edits
