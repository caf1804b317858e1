package boost

// Average joins models of the same features to one whose score is the mean of theirs: what one of them owes to the
// chance of its rows and features weighs less. It returns an empty model for none.
func Average(models ...*Model) *Model {
	if len(models) == 0 {
		return &Model{}
	}
	out := &Model{features: models[0].features}
	share := 1 / float32(len(models))
	for _, m := range models {
		out.base += m.base * share
		for _, t := range m.trees {
			scaled := make([]node, len(t))
			for i, n := range t {
				if n.left == 0 {
					n.value *= share
				}
				scaled[i] = n
			}
			out.trees = append(out.trees, scaled)
		}
	}
	out.forest = newForest(out.features, out.trees)
	return out
}
