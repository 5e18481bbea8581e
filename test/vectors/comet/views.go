package main

import (
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/cometbft/cometbft/types"
)

// Hex is written as lower-case hexadecimal.
type Hex []byte

func (h Hex) MarshalJSON() ([]byte, error) { return json.Marshal(hex.EncodeToString(h)) }

func (h *Hex) UnmarshalJSON(text []byte) (err error) {
	var digits string
	if err = json.Unmarshal(text, &digits); err == nil {
		*h, err = hex.DecodeString(digits)
	}
	return err
}

// Time is whole milliseconds since 1970, and the nanoseconds beyond.
type Time struct {
	Time  int64 `json:"time"`
	Nanos int64 `json:"nanos"`
}

type PartSetHeader struct {
	Total uint32 `json:"total"`
	Hash  Hex    `json:"hash"`
}

type BlockID struct {
	Hash  Hex           `json:"hash"`
	Parts PartSetHeader `json:"parts"`
}

type Version struct {
	Block uint64 `json:"block"`
	App   uint64 `json:"app"`
}

type Header struct {
	Version Version `json:"version"`
	ChainID string  `json:"chainId"`
	Height  int64   `json:"height"`
	Time
	LastBlockID        BlockID `json:"lastBlockId"`
	LastCommitHash     Hex     `json:"lastCommitHash"`
	DataHash           Hex     `json:"dataHash"`
	ValidatorsHash     Hex     `json:"validatorsHash"`
	NextValidatorsHash Hex     `json:"nextValidatorsHash"`
	ConsensusHash      Hex     `json:"consensusHash"`
	AppHash            Hex     `json:"appHash"`
	LastResultsHash    Hex     `json:"lastResultsHash"`
	EvidenceHash       Hex     `json:"evidenceHash"`
	ProposerAddress    Hex     `json:"proposerAddress"`
}

type Validator struct {
	PublicKey Hex   `json:"publicKey"`
	Power     int64 `json:"power"`
	Priority  int64 `json:"priority"`
}

func viewTime(t time.Time) Time {
	return Time{t.UnixMilli(), int64(t.Nanosecond() % 1_000_000)}
}

func viewBlockID(id types.BlockID) BlockID {
	return BlockID{Hex(id.Hash), PartSetHeader{id.PartSetHeader.Total, Hex(id.PartSetHeader.Hash)}}
}

func viewHeader(h types.Header) Header {
	return Header{
		Version:            Version{h.Version.Block, h.Version.App},
		ChainID:            h.ChainID,
		Height:             h.Height,
		Time:               viewTime(h.Time),
		LastBlockID:        viewBlockID(h.LastBlockID),
		LastCommitHash:     Hex(h.LastCommitHash),
		DataHash:           Hex(h.DataHash),
		ValidatorsHash:     Hex(h.ValidatorsHash),
		NextValidatorsHash: Hex(h.NextValidatorsHash),
		ConsensusHash:      Hex(h.ConsensusHash),
		AppHash:            Hex(h.AppHash),
		LastResultsHash:    Hex(h.LastResultsHash),
		EvidenceHash:       Hex(h.EvidenceHash),
		ProposerAddress:    Hex(h.ProposerAddress),
	}
}

func viewValidator(v *types.Validator) Validator {
	return Validator{v.PubKey.Bytes(), v.VotingPower, v.ProposerPriority}
}
