// Package main asks CometBFT's own code what its formats look like, and what it says of the chains that we make.
//
//	go run . vectors > vectors.json              headers, blocks, commits, validators, hashes, sign bytes
//	go run . judge < chains.json > verdicts.json  verifies our chains, and what was altered in them
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("say what to do: vectors or judge"))
	}
	switch os.Args[1] {
	case "vectors":
		print(vectors())
	case "judge":
		var chains Chains
		text := must(io.ReadAll(os.Stdin))
		fail(json.Unmarshal(text, &chains))
		print(judgeAll(chains, text))
	default:
		fail(fmt.Errorf("say what to do: vectors or judge"))
	}
}

func print(answer any) {
	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", " ")
	fail(out.Encode(answer))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func must[T any](value T, err error) T {
	fail(err)
	return value
}
