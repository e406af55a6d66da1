package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"sigs.k8s.io/yaml"
)

func answer(t []byte) (out string) {
	defer func() {
		if r := recover(); r != nil {
			out = fmt.Sprintf("PANIC %v", r)
		}
	}()
	j, err := yaml.YAMLToJSON(t)
	if err != nil {
		return "ERR " + strings.ReplaceAll(err.Error(), "\n", " ")
	}
	return "OK " + string(j)
}

func main() {
	r := bufio.NewReaderSize(os.Stdin, 1<<20)
	w := bufio.NewWriter(os.Stdout)
	for {
		t, err := r.ReadBytes(0)
		if err == io.EOF {
			break
		}
		fmt.Fprintln(w, answer(t[:len(t)-1]))
		if r.Buffered() == 0 {
			w.Flush()
		}
	}
	w.Flush()
}
