package article

// Key is the stable identity of the source: the id that its input gives it, else its URL, else the SHA-256 of its
// bytes. What is read again under the same key is the same source, perhaps in a new version.
func (a *Article) Key() string {
	switch {
	case a.ID != "":
		return a.ID
	case a.URL != "":
		return a.URL
	}
	return "sha256:" + a.SHA256
}
