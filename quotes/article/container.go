package article

import "demarche/quotes/article/format"

// container refuses a file of several articles, and files of formats that hold none. The room container reads them.
func container(text, name string) error {
	f := format.OfText(cut(text, format.HeadSize), name)
	switch f.Kind {
	case format.Page, format.Text, format.Markdown:
		return nil
	}
	return &Refusal{"container", f.Name}
}
