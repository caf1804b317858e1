package quotes

import "strings"

// sources finds the name of a speaker in a sentence, with its appositions, where it is not the subject of the cue.
type sources struct{ *sentence }

// firstSubject is the subject of the sentence's first finite verb before a token.
func (r sources) firstSubject(before int) (tokens, bool) {
	f := r.verbs.finiteIn(r.lo, before, true)
	if f < 0 {
		return tokens{}, false
	}
	vg := r.verbs.group(f, r.lo)
	if vg > r.lo && r.marks.closesAt(vg-1) && r.nouns.starts(f+1, before) { // "“Varn burns,” said | the envoy |, adding"
		t := tokens{f + 1, min(before, r.nameTail(f+1))}
		t.hi = r.end(t.lo, t.hi)
		return t, r.subjects.names(t)
	}
	return r.subjects.before(vg, r.lo)
}

// announcer is the source of a finite verb at i before a colon: its subject, before or after it, or where it only
// goes on ("and added:") the source of the aside before it or the main subject.
func (r sources) announcer(i, vg int, outer tokens) (source tokens) {
	if vg > r.lo && r.is(vg-1, "and", ",") && !outer.empty() {
		return outer
	}
	if vg > r.lo && r.is(vg-1, "and") {
		if m, ok := r.firstSubject(vg); ok {
			return m
		}
	}
	if s, ok := r.subjects.before(vg, r.lo); ok {
		r.subjects.antecedent(&s)
		if !s.empty() {
			return s
		}
	} else if i+1 < r.hi && r.nouns.starts(i+1, r.hi) {
		return r.subjects.dropTail(tokens{i + 1, r.nameTail(i + 1)})
	}
	return tokens{}
}

// nameTail goes over a name with appositives and "of" phrases after an inverted cue.
func (r sources) nameTail(k int) int {
	for k < r.hi {
		e := r.nouns.end(k, r.hi)
		if e == k {
			return k
		}
		if k = e; k+2 < r.hi && r.is(k, "(") && r.is(k+2, ")") {
			k += 3
		}
		switch {
		case k+1 < r.hi && r.in(k, words.AsideJoin) && r.nouns.starts(k+1, r.hi):
			k++
		case k+1 < r.hi && r.is(k, ",") && (r.appositiveAt(k) || r.nameAt(k)):
			k++
		default:
			return k
		}
	}
	return k
}

// end ends the source before adjuncts that the name's tail took in.
func (r sources) end(lo, hi int) int {
	for k := lo + 1; k < hi; k++ {
		if r.in(k, words.AsideSubordinator) || r.has(k, flagTime) ||
			r.in(k, words.PlacePreposition) && r.adverbials.end(k, hi) > k {
			return k
		}
	}
	return hi
}

// appositive reports whether the phrase after the comma at c names an office, up to the comma at k.
func (r sources) appositive(c, k int) bool {
	for j := c + 1; j < k && j < c+6; j++ {
		if r.w[j].noun&nounOffice != 0 || r.in(j, words.IndefiniteArticle) {
			return true
		}
	}
	return false
}

// nameAt reports whether nothing but the name of who holds an office before the comma at c stands up to another one:
// "the minister |, Karl Moss,".
func (r sources) nameAt(c int) bool {
	k := c + 1
	for k < r.hi && r.tag(k) == "NNP" && !r.has(k, flagTime) {
		k++
	}
	return r.w[c-1].noun&nounOffice != 0 && k > c+1 && k < r.hi && r.is(k, ",")
}

// appositiveAt reports whether an article or an office stands after the comma at c.
func (r sources) appositiveAt(c int) bool {
	return c+1 < r.hi && (r.in(c+1, words.Article) || r.w[c+1].noun&nounOffice != 0)
}

// legalText reports whether the phrase at k is of what words and deeds accord with: "the Ferry Law of Norland".
func (r sources) legalText(k int) bool {
	end := r.nouns.end(k, r.hi)
	for j := k + 1; j < end; j++ {
		if r.has(j, flagPrep) {
			end = j
		}
	}
	return end > k && r.in(end-1, words.LegalText)
}

// notSource reports "according to plan" and the like: the head of what follows is no name, office, document or medium.
func (r sources) notSource(k int) bool {
	if r.legalText(k) {
		return true
	}
	head := k
	for j := k; j < r.hi && j < k+14; j++ {
		if r.has(j, flagPronoun) || r.tag(j) == "NNP" || r.tag(j) == "NNPS" {
			return false
		}
		issued := j > k && r.tag(j) == "VBN" && strings.HasPrefix(r.tag(j-1), "NN") // "a statement | released by"
		if issued || !inNP(r.tag(j)) {
			break
		}
		if r.tag(j) != "JJ" || j == k { // "people | familiar with the plan"
			head = j
		}
	}
	if r.tag(head) == "PRP" || r.w[head].noun&(nounOffice|nounMedium|nounSaying) != 0 {
		return false
	}
	if r.w[head].noun&nounDocument != 0 {
		return r.in(head, words.Decree)
	}
	return !r.in(head, words.UnnamedSource)
}
