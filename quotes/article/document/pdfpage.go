package document

import (
	"github.com/ledongthuc/pdf"
)

// run is a piece of text as it is set on a page, in points from the lower left corner.
type run struct {
	x, y, w float64 // of its beginning and its width
	size    float64 // of its letters
	text    string
}

// pdfBudget is what the pages of a PDF may cost together.
type pdfBudget struct{ ops, text int }

// errBudget is the panic that ends a page that costs too much.
const errBudget fault = "too large: its pages have more marks or text than an article can have; split it"

// matrix is an affine map: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

func identity() matrix { return matrix{a: 1, d: 1} }

// then returns the map that does m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d, m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// textState is the state of the text of a page.
type textState struct {
	ctm                    matrix
	face                   *face
	size, charGap, wordGap float64
	scale, leading, rise   float64
	invisible              bool
	line, at               matrix // where the line and the next letter begin
}

// painter follows the operators of a page.
type painter struct {
	budget *pdfBudget
	runs   []run
	textState
	stack []textState
	faces map[string]*face
	res   pdf.Value // resources
	depth int       // of forms in forms
}

// pageRuns returns the texts of a page, in the order in which they are set.
func pageRuns(page pdf.Value, budget *pdfBudget) []run {
	p := &painter{budget: budget, textState: textState{ctm: identity(), scale: 1, line: identity(), at: identity()}}
	node := page
	for range 40 { // resources may stand in a node above
		if p.res = node.Key("Resources"); !p.res.IsNull() {
			break
		}
		node = node.Key("Parent")
	}
	p.paint(page.Key("Contents"))
	return p.runs
}

// paint follows a stream of operators.
func (p *painter) paint(content pdf.Value) {
	if content.Kind() != pdf.Stream && content.Kind() != pdf.Array {
		return
	}
	p.faces = map[string]*face{}
	pdf.Interpret(content, func(stk *pdf.Stack, op string) {
		if p.budget.ops++; p.budget.ops > maxOps {
			panic(errBudget)
		}
		args := make([]pdf.Value, min(stk.Len(), 1<<16))
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stk.Pop()
		}
		p.do(op, args)
	})
}

// num is an operand as a number, 0 where it is missing.
func num(args []pdf.Value, i int) float64 {
	if i >= len(args) {
		return 0
	}
	return args[i].Float64()
}

func matrixOf(args []pdf.Value) matrix {
	return matrix{num(args, 0), num(args, 1), num(args, 2), num(args, 3), num(args, 4), num(args, 5)}
}

// do follows an operator.
func (p *painter) do(op string, args []pdf.Value) {
	switch op {
	case "q":
		if len(p.stack) < 1000 {
			p.stack = append(p.stack, p.textState)
		}
	case "Q":
		if n := len(p.stack); n > 0 {
			p.textState, p.stack = p.stack[n-1], p.stack[:n-1]
		}
	case "cm":
		p.ctm = matrixOf(args).then(p.ctm)
	case "Do":
		p.form(args)
	case "Tf":
		if len(args) == 2 {
			p.face, p.size = p.faceOf(args[0].Name()), num(args, 1)
		}
	case "Tc":
		p.charGap = num(args, 0)
	case "Tw":
		p.wordGap = num(args, 0)
	case "Tz":
		p.scale = num(args, 0) / 100
	case "TL":
		p.leading = num(args, 0)
	case "Ts":
		p.rise = num(args, 0)
	case "Tr":
		p.invisible = num(args, 0) == 7
	default:
		p.doText(op, args)
	}
}

// doText follows an operator that moves or shows text.
func (p *painter) doText(op string, args []pdf.Value) {
	switch op {
	case "BT":
		p.line, p.at = identity(), identity()
	case "Td":
		p.move(num(args, 0), num(args, 1))
	case "TD":
		p.leading = -num(args, 1)
		p.move(num(args, 0), num(args, 1))
	case "Tm":
		p.line = matrixOf(args)
		p.at = p.line
	case "T*":
		p.move(0, -p.leading)
	case "'", "\"":
		if op == "\"" && len(args) == 3 {
			p.wordGap, p.charGap = num(args, 0), num(args, 1)
		}
		p.move(0, -p.leading)
		p.show(args[max(0, len(args)-1):])
	case "Tj":
		p.show(args)
	case "TJ":
		if len(args) > 0 {
			list := make([]pdf.Value, min(args[0].Len(), 1<<16))
			for i := range list {
				list[i] = args[0].Index(i)
			}
			p.show(list)
		}
	}
}

func (p *painter) move(x, y float64) {
	p.line = matrix{a: 1, d: 1, e: x, f: y}.then(p.line)
	p.at = p.line
}

// wideGap is the room, in parts of the size of the letters, from which on it stands for a space.
const wideGap = 0.17

// show sets strings, with numbers between them that move the next one.
func (p *painter) show(pieces []pdf.Value) {
	if p.face == nil || p.invisible {
		return
	}
	start := matrix{a: p.size * p.scale, d: p.size, f: p.rise}.then(p.at).then(p.ctm)
	var text []byte
	advance := 0.0
	for _, v := range pieces {
		if v.Kind() != pdf.String {
			move := -v.Float64() / 1000 * p.size * p.scale
			if move > wideGap*p.size && len(text) > 0 && text[len(text)-1] != ' ' {
				text = append(text, ' ')
			}
			advance += move
			continue
		}
		for _, g := range p.face.glyphs(v.RawString()) {
			gap := p.charGap
			if g.text == " " {
				gap += p.wordGap
			}
			text = append(text, g.text...)
			advance += (g.width/1000*p.size + gap) * p.scale
		}
	}
	p.at = matrix{a: 1, d: 1, e: advance}.then(p.at)
	if p.budget.text += len(text); p.budget.text > maxPDFText {
		panic(errBudget)
	}
	end := matrix{a: 1, d: 1}.then(p.at).then(p.ctm)
	if len(text) > 0 && start.b == 0 { // words along the margin are none of the text
		size := start.d
		if size < 0 {
			size = -size
		}
		p.runs = append(p.runs, run{start.e, start.f, max(0, end.e-start.e), size, string(text)})
	}
}

// maxForms is how deep forms may stand in forms.
const maxForms = 6

// form paints a form that a page refers to.
func (p *painter) form(args []pdf.Value) {
	if len(args) != 1 || p.depth >= maxForms {
		return
	}
	x := p.res.Key("XObject").Key(args[0].Name())
	if x.Key("Subtype").Name() != "Form" {
		return
	}
	inner := &painter{budget: p.budget, textState: p.textState, res: x.Key("Resources"), depth: p.depth + 1}
	if inner.res.IsNull() {
		inner.res = p.res
	}
	if m := x.Key("Matrix"); m.Len() == 6 {
		list := make([]pdf.Value, 6)
		for i := range list {
			list[i] = m.Index(i)
		}
		inner.ctm = matrixOf(list).then(p.ctm)
	}
	inner.paint(x)
	p.runs = append(p.runs, inner.runs...)
}
