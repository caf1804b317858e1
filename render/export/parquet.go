package export

import (
	"io"
	"time"

	"github.com/parquet-go/parquet-go"
)

// rowGroup is the number of rows that are held before they are written.
const rowGroup = 2000

// writeParquet draws the table of statements as Apache Parquet, with missing values as nulls and days as dates. What
// made it stands in the file's metadata too.
func writeParquet(w io.Writer, d *Dataset) error {
	columns := statementColumns()
	schema, order := parquetSchema(columns)
	out := parquet.NewWriter(
		w,
		schema,
		parquet.MaxRowsPerRowGroup(rowGroup),
		parquet.Compression(&parquet.Zstd),
		parquet.DataPageStatistics(true),
		parquet.CreatedBy("demarche", d.Generator, d.Model),
		parquet.KeyValueMetadata("generator", d.Program()),
		parquet.KeyValueMetadata("model", d.Model),
		parquet.KeyValueMetadata("generated", d.Generated),
		parquet.KeyValueMetadata("query", d.Query),
		parquet.KeyValueMetadata("schema_version", d.Version),
		parquet.KeyValueMetadata("citation", d.Citation),
	)
	line := make(parquet.Row, len(columns))
	err := d.eachRow(func(r *row) error {
		for i, c := range columns {
			at := order[i]
			line[at] = parquetValue(c, c.value(r)).Level(0, 1, at)
			if line[at].IsNull() {
				line[at] = parquet.NullValue().Level(0, 0, at)
			}
		}
		_, err := out.WriteRows([]parquet.Row{line})
		return err
	})
	if err != nil {
		return err
	}
	return out.Close()
}

// parquetSchema has every column as an optional one, in their order. The slice gives the place of each in a row.
func parquetSchema[R any](columns []column[R]) (*parquet.Schema, []int) {
	group := parquetGroup{Group: parquet.Group{}}
	order := make([]int, len(columns))
	for i, c := range columns {
		node := parquet.String()
		switch c.typ {
		case Integer:
			node = parquet.Int(64)
		case Real:
			node = parquet.Leaf(parquet.DoubleType)
		case Day:
			node = parquet.Date()
		}
		group.Group[c.name] = parquet.Optional(node)
		group.names = append(group.names, c.name)
		order[i] = i
	}
	return parquet.NewSchema("statement", group), order
}

// parquetGroup is a group whose fields keep their order; parquet.Group sorts them by name.
type parquetGroup struct {
	parquet.Group
	names []string
}

// Fields returns the columns in their order.
func (g parquetGroup) Fields() []parquet.Field {
	byName := map[string]parquet.Field{}
	for _, f := range g.Group.Fields() {
		byName[f.Name()] = f
	}
	out := make([]parquet.Field, len(g.names))
	for i, n := range g.names {
		out[i] = byName[n]
	}
	return out
}

func parquetValue[R any](c column[R], v any) parquet.Value {
	switch v := v.(type) {
	case int64:
		return parquet.Int64Value(v)
	case float64:
		return parquet.DoubleValue(v)
	case string:
		if c.typ != Day {
			return parquet.ByteArrayValue([]byte(v))
		}
		if t, err := time.Parse(time.DateOnly, v); err == nil {
			return parquet.Int32Value(int32(t.Unix() / (24 * 60 * 60))) //nolint:gosec // years have four digits
		}
	}
	return parquet.NullValue()
}
