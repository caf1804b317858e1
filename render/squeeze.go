package render

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"runtime"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// squeeze is the base64 of the gzipped bytes.
func squeeze(b []byte) (string, error) {
	var buf bytes.Buffer
	z, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := z.Write(b); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(buf.Bytes()), nil
}

// squeezeAll marshals and squeezes the values on all cores and returns them in their order.
func squeezeAll(values []any) ([]string, error) {
	out, errs := make([]string, len(values)), make([]error, len(values))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(values)) {
		wg.Go(func() {
			for i := range next {
				b, err := json.Marshal(values[i])
				if err == nil {
					out[i], err = squeeze(b)
				}
				errs[i] = err
			}
		})
	}
	for i := range values {
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
