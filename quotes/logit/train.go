package logit

import (
	"math"
	"math/rand/v2"
)

// Choice is a set of features for each of several candidates, with those that are right: none, one, or several.
type Choice struct {
	Sets  [][]uint32
	Right []bool
}

// The training: passes over the choices, step of the first one, and how much a weight that is used shrinks. On texts
// held out the choices are right as often with more passes, longer steps and less shrinking.
const (
	passes = 3
	step   = 0.05
	shrink = 1e-3
)

// Train fits a model to the choices by stochastic gradient steps, each as long as those that its weight had before
// allow (AdaGrad, Duchi et al. 2011).
func Train(choices []Choice) *Model {
	t := &trainer{weight: make([]float32, 1<<bits), power: make([]float32, 1<<bits)}
	order := make([]int, len(choices))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.learn(&choices[i])
		}
	}
	return packed(t.weight)
}

type trainer struct {
	weight, power []float32 // power is the sum of the squares of a weight's gradients
}

// learn steps toward a greater probability of the right candidates, or of none where no candidate is right.
func (t *trainer) learn(c *Choice) {
	p := make([]float64, len(c.Sets))
	for i, set := range c.Sets {
		for _, f := range set {
			p[i] += float64(t.weight[f>>(32-bits)])
		}
	}
	Share(p)
	right := 0.0
	for i, yes := range c.Right {
		if yes {
			right += p[i]
		}
	}
	for i, set := range c.Sets {
		toward := -p[i]
		if c.Right[i] {
			toward += p[i] / max(right, math.SmallestNonzeroFloat32)
		}
		if math.Abs(toward) >= least {
			t.move(set, float32(toward))
		}
	}
}

// least is a gradient below which a candidate teaches nothing.
const least = 1e-3

func (t *trainer) move(set []uint32, toward float32) {
	for _, f := range set {
		k := f >> (32 - bits)
		g := toward - shrink*t.weight[k]
		t.power[k] += g * g
		t.weight[k] += step * g / float32(math.Sqrt(float64(t.power[k])+1))
	}
}

// Share turns the scores of the candidates of a choice into their probabilities, in place. None of them has the score
// 0.
func Share(score []float64) {
	top := 0.0
	for _, s := range score {
		top = max(top, s)
	}
	sum := math.Exp(-top)
	for i, s := range score {
		score[i] = math.Exp(s - top)
		sum += score[i]
	}
	for i := range score {
		score[i] /= sum
	}
}
