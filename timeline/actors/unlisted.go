package actors

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// UnlistedID is the stable identity of an actor that is not in the gazetteer: made of its name and state, it is the
// same in every article.
func UnlistedID(name, state string) string {
	h := sha256.Sum256([]byte(strings.ToLower(name) + "\x00" + state))
	return "x" + hex.EncodeToString(h[:unlistedBytes])
}

// Unlisted tells whether an id is one of those that [UnlistedID] makes. "xi-jinping" is none.
func Unlisted(id string) bool {
	if len(id) != 1+2*unlistedBytes || id[0] != 'x' {
		return false
	}
	_, err := hex.DecodeString(id[1:])
	return err == nil
}

// unlistedBytes is how much of a hash is in an id.
const unlistedBytes = 6
