// Package actors knows who is who: a name, office or metonym as written and a date go in, an actor with state and office
// comes out. It reads the gazetteer of package data and a researcher's own file.
package actors
