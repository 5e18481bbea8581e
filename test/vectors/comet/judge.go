package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/cometbft/cometbft/crypto/ed25519"
	"github.com/cometbft/cometbft/crypto/merkle"
	"github.com/cometbft/cometbft/libs/log"
	"github.com/cometbft/cometbft/light"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	"github.com/cometbft/cometbft/state"
	"github.com/cometbft/cometbft/types"
)

// Chains is chains.json, written by write-chains.ts.
type Chains struct {
	TrustingPeriod int64 `json:"trustingPeriod"`
	ClockDrift     int64 `json:"clockDrift"`
	Chains         []struct {
		Name    string  `json:"name"`
		Genesis Genesis `json:"genesis"`
		Steps   []Step  `json:"steps"`
	} `json:"chains"`
	Cases []struct {
		Name string `json:"name"`
		Question
	} `json:"cases"`
	Shaken []struct {
		Question
		Flips []struct {
			At   int  `json:"at"`
			Mask byte `json:"mask"`
		} `json:"flips"`
	} `json:"shaken"`
}

type Genesis struct {
	ChainID       string      `json:"chainId"`
	Time          int64       `json:"time"`
	InitialHeight int64       `json:"initialHeight"`
	AppVersion    uint64      `json:"appVersion"`
	Limits        Limits      `json:"limits"`
	AppHash       Hex         `json:"appHash"`
	Members       []Validator `json:"members"`
}

type Limits struct {
	MaxBytes int64 `json:"maxBytes"`
	MaxGas   int64 `json:"maxGas"`
}

type Step struct {
	Block   Hex         `json:"block"`
	Light   Hex         `json:"light"`
	Results []Result    `json:"results"`
	AppHash Hex         `json:"appHash"`
	Updates []Validator `json:"updates"`
}

// Question names a true block by chain and height; Untrusted is what came.
type Question struct {
	Question  string `json:"question"`
	Chain     string `json:"chain"`
	Trusted   int64  `json:"trusted"`
	Untrusted Hex    `json:"untrusted"`
	Now       int64  `json:"now"`
}

// Verdicts is verdicts.json. An empty string means accepted.
type Verdicts struct {
	ChainsSHA256 Hex                 `json:"chainsSha256"`
	Blocks       map[string][]string `json:"blocks"`
	Cases        []string            `json:"cases"`
	// For each altered byte 1 where the block was still accepted, else 0.
	Shaken []string `json:"shaken"`
}

type judge struct {
	Chains
	trusted map[string]*types.LightBlock
}

func judgeAll(chains Chains, text []byte) Verdicts {
	sum := sha256.Sum256(text)
	verdicts := Verdicts{ChainsSHA256: sum[:], Blocks: map[string][]string{}}
	j := judge{chains, map[string]*types.LightBlock{}}
	for _, chain := range chains.Chains {
		verdicts.Blocks[chain.Name] = walk(chain.Genesis, chain.Steps)
		for _, step := range chain.Steps {
			block := must(decode(step.Light))
			fail(block.ValidateBasic(chain.Genesis.ChainID))
			j.trusted[key(block.ChainID, block.Height)] = block
		}
	}
	for _, c := range chains.Cases {
		verdicts.Cases = append(verdicts.Cases, said(j.answer(c.Question)))
	}
	for _, shaken := range chains.Shaken {
		fail(j.answer(shaken.Question))
		marks := ""
		for _, flip := range shaken.Flips {
			altered := shaken.Question
			altered.Untrusted = bytes.Clone(altered.Untrusted)
			altered.Untrusted[flip.At] ^= flip.Mask
			marks += map[bool]string{true: "1", false: "0"}[j.answer(altered) == nil]
		}
		verdicts.Shaken = append(verdicts.Shaken, marks)
	}
	return verdicts
}

// As a light client does: from bytes to a verdict.
func (j judge) answer(q Question) error {
	trusted := j.trusted[key(q.Chain, q.Trusted)]
	untrusted, err := decode(q.Untrusted)
	if err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	period, drift := milliseconds(j.TrustingPeriod), milliseconds(j.ClockDrift)
	now := time.UnixMilli(q.Now).UTC()
	switch q.Question {
	case "adjacent":
		return light.VerifyAdjacent(trusted.SignedHeader, untrusted.SignedHeader, untrusted.ValidatorSet, period, now, drift)
	case "non-adjacent":
		return light.VerifyNonAdjacent(trusted.SignedHeader, trusted.ValidatorSet, untrusted.SignedHeader,
			untrusted.ValidatorSet, period, now, drift, light.DefaultTrustLevel)
	case "commit":
		return untrusted.ValidatorSet.VerifyCommit(q.Chain, trusted.Commit.BlockID, trusted.Height, untrusted.Commit)
	default:
		return fmt.Errorf("there is no question %q", q.Question)
	}
}

// walk validates each block as a full node does before it executes it, and gives what was said of each.
func walk(genesis Genesis, steps []Step) []string {
	executor := state.NewBlockExecutor(nil, log.NewNopLogger(), nil, nil, state.EmptyEvidencePool{}, nil)
	now := begin(genesis)
	var verdicts []string
	for _, step := range steps {
		block, id := readBlock(step.Block)
		commit := must(decode(step.Light)).Commit
		verdicts = append(verdicts, said(errors.Join(
			executor.ValidateBlock(now, block),
			now.Validators.VerifyCommit(genesis.ChainID, id, block.Height, commit),
			now.Validators.VerifyCommitLight(genesis.ChainID, id, block.Height, commit),
		)))
		now = after(now, block, id, step)
	}
	return verdicts
}

func begin(genesis Genesis) state.State {
	params := types.DefaultConsensusParams()
	params.Block = types.BlockParams{MaxBytes: genesis.Limits.MaxBytes, MaxGas: genesis.Limits.MaxGas}
	doc := &types.GenesisDoc{
		GenesisTime: time.UnixMilli(genesis.Time).UTC(), ChainID: genesis.ChainID, InitialHeight: genesis.InitialHeight,
		ConsensusParams: params, AppHash: []byte(genesis.AppHash),
	}
	for _, m := range genesis.Members {
		doc.Validators = append(doc.Validators, types.GenesisValidator{PubKey: ed25519.PubKey(m.PublicKey), Power: m.Power})
	}
	first := must(state.MakeGenesisState(doc))
	// What the handshake with the application adds (consensus/replay.go, ReplayBlocks).
	first.Version.Consensus.App = genesis.AppVersion
	first.LastResultsHash = merkle.HashFromByteSlices(nil)
	return first
}

// As state/execution.go, updateState.
func after(now state.State, block *types.Block, id types.BlockID, step Step) state.State {
	next := now.NextValidators.Copy()
	var changes []*types.Validator
	for _, u := range step.Updates {
		changes = append(changes, types.NewValidator(ed25519.PubKey(u.PublicKey), u.Power))
	}
	fail(next.UpdateWithChangeSet(changes))
	next.IncrementProposerPriority(1)
	var results []*abci.ExecTxResult
	for _, r := range step.Results {
		results = append(results, &abci.ExecTxResult{Code: r.Code, Data: r.Data, GasWanted: r.GasWanted, GasUsed: r.GasUsed})
	}
	now.LastBlockHeight, now.LastBlockID, now.LastBlockTime = block.Height, id, block.Time
	now.LastValidators, now.Validators, now.NextValidators = now.Validators.Copy(), now.NextValidators.Copy(), next
	now.LastResultsHash, now.AppHash = types.NewResults(results).Hash(), step.AppHash
	return now
}

func readBlock(text []byte) (*types.Block, types.BlockID) {
	var proto cmtproto.Block
	fail(proto.Unmarshal(text))
	block := must(types.BlockFromProto(&proto))
	parts := must(block.MakePartSet(types.BlockPartSizeBytes))
	return block, types.BlockID{Hash: block.Hash(), PartSetHeader: parts.Header()}
}

func decode(text []byte) (*types.LightBlock, error) {
	var proto cmtproto.LightBlock
	if err := proto.Unmarshal(text); err != nil {
		return nil, err
	}
	block, err := types.LightBlockFromProto(&proto)
	if err == nil && (block.SignedHeader == nil || block.ValidatorSet == nil || block.Header == nil || block.Commit == nil) {
		err = fmt.Errorf("something is missing")
	}
	return block, err
}

func key(chain string, height int64) string { return fmt.Sprintf("%s/%d", chain, height) }

func milliseconds(count int64) time.Duration { return time.Duration(count) * time.Millisecond }
