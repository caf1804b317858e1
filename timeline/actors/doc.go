// Package actors knows who is who: a name, office or metonym as written and a date go in, an actor with state and
// office comes out. It reads the gazetteer of package data and a researcher's own file, see [Extra]; it knows nothing
// of articles.
//
// [Load] gives a [Gazetteer]. [Gazetteer.Find] marks all names in a text, without regard to a date; [Gazetteer.Named]
// tells whom a name means on a day, [Gazetteer.Holder] who held an office then, and [Gazetteer.ParseOffice] with
// [Gazetteer.Resolve] whom a description such as "a spokesman for the Chinese Foreign Ministry" means.
package actors
