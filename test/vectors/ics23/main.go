// Verifies the proofs of proofs.json with the reference library of ICS 23 and writes down what it said to each.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	ics23 "github.com/cosmos/ics23/go"
)

type proofCase struct {
	Name  string  `json:"name"`
	Root  string  `json:"root"`
	Key   string  `json:"key"`
	Value *string `json:"value"`
	Proof string  `json:"proof"`
}

type answers struct {
	Library string            `json:"library"`
	Proofs  string            `json:"sha256OfProofs"`
	Answers map[string]string `json:"answers"`
}

func main() {
	file, err := os.ReadFile("proofs.json")
	stopOn(err)
	var cases []proofCase
	stopOn(json.Unmarshal(file, &cases))
	digest := sha256.Sum256(file)
	out := answers{"github.com/cosmos/ics23/go v0.11.0", hex.EncodeToString(digest[:]), map[string]string{}}
	for _, c := range cases {
		out.Answers[c.Name] = answer(c)
	}
	text, err := json.MarshalIndent(out, "", "  ")
	stopOn(err)
	stopOn(os.WriteFile("answers.json", append(text, '\n'), 0o644))
	fmt.Printf("%d proofs verified\n", len(cases))
}

// The library panics on some malformed paths, which is an answer too.
func answer(c proofCase) (said string) {
	defer func() {
		if recover() != nil {
			said = "panicked"
		}
	}()
	var proof ics23.CommitmentProof
	if proof.Unmarshal(bytes(c.Proof)) != nil {
		return "unreadable"
	}
	if verify(c, &proof) {
		return "accepted"
	}
	return "refused"
}

func verify(c proofCase, proof *ics23.CommitmentProof) bool {
	if c.Value == nil {
		return ics23.VerifyNonMembership(ics23.TendermintSpec, bytes(c.Root), proof, bytes(c.Key))
	}
	return ics23.VerifyMembership(ics23.TendermintSpec, bytes(c.Root), proof, bytes(c.Key), bytes(*c.Value))
}

func bytes(text string) []byte {
	decoded, err := hex.DecodeString(text)
	stopOn(err)
	return decoded
}

func stopOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
