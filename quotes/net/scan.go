package net

import "math"

// A gated recurrence: what is remembered moves towards a new value by a share, and both come from the position alone:
//
//	h[t] = h[t-1] + gate[t]·(new[t] - h[t-1])
//
// (the minimal gated unit without its recurrent weights, Feng et al. 2024). Half of the units read forwards, half
// backwards. Both squashing functions are x/(1+|x|), which needs no exponentials.
//
// A row of g holds gates and new values forwards, then backwards.

// squash has no jump, as its input is below 0 half of the time.
func squash(x float32) float32 {
	return x / (1 + math.Float32frombits(math.Float32bits(x)&math.MaxInt32))
}

// scan sets out (n × units) from g (n × 2·units).
func scan(g, out *matrix) {
	u := out.cols / 2
	for dir := range 2 {
		var before []float32
		for i := range g.rows {
			t := i
			if dir == 1 {
				t = g.rows - 1 - i
			}
			row := g.row(t)[2*dir*u:]
			gate, value, h := row[:u], row[u:2*u], out.row(t)[dir*u:dir*u+u]
			for j := range h {
				p := float32(0)
				if before != nil {
					p = before[j]
				}
				h[j] = p + (0.5+0.5*squash(gate[j]))*(squash(value[j])-p)
			}
			before = h
		}
	}
}

// recur sets out to the input and what the recurrence r makes of it; read is the input without what training drops, g
// its gates and new values, read · w and the bias.
func recur(w, bias, input, read, g, r, out *matrix) {
	g.grow(read.rows, w.cols)
	multiply(read, w, g)
	addRows(g, bias.w)
	r.grow(read.rows, w.cols/2)
	scan(g, r)
	sum(input, r, out)
}

// slope is the derivative of squash.
func slope(x float32) float32 {
	d := 1 + max(x, -x)
	return 1 / (d * d)
}

// scanBack sets dg from the gradient of out.
func scanBack(g, out, dout, dg *matrix) {
	u := out.cols / 2
	dg.grow(g.rows, g.cols)
	carry := make([]float32, u)
	for dir := range 2 {
		clear(carry)
		for i := range g.rows {
			t, before := g.rows-1-i, g.rows-2-i
			if dir == 1 {
				t, before = i, i+1
			}
			row, drow := g.row(t)[2*dir*u:], dg.row(t)[2*dir*u:]
			d := dout.row(t)[dir*u : dir*u+u]
			for j := range carry {
				p := float32(0)
				if before >= 0 && before < g.rows {
					p = out.row(before)[dir*u+j]
				}
				x, y := row[j], row[u+j]
				share := 0.5 + 0.5*squash(x)
				dh := d[j] + carry[j]
				drow[j] = dh * (squash(y) - p) * 0.5 * slope(x)
				drow[u+j] = dh * share * slope(y)
				carry[j] = dh * (1 - share)
			}
		}
	}
}
