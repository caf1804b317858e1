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
	return "x" + hex.EncodeToString(h[:6])
}
