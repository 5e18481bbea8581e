package main

import (
	"fmt"
	"math/rand"
	"time"

	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/cometbft/cometbft/crypto/ed25519"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	cmtversion "github.com/cometbft/cometbft/proto/tendermint/version"
	"github.com/cometbft/cometbft/state"
	"github.com/cometbft/cometbft/types"
	"github.com/cometbft/cometbft/version"
)

type Vectors struct {
	CometBFT string         `json:"cometbft"`
	Headers  []HeaderVector `json:"headers"`
	Sets     []SetVector    `json:"validatorSets"`
	Commits  []CommitVector `json:"commits"`
	Blocks   []BlockVector  `json:"blocks"`
	Parts    []PartsVector  `json:"parts"`
	Results  []ResultVector `json:"results"`
	Params   []ParamsVector `json:"params"`
	Evidence Hex            `json:"noEvidenceHash"`
}

type HeaderVector struct {
	Header Header `json:"header"`
	Bytes  Hex    `json:"bytes"`
	Hash   Hex    `json:"hash"`
}

// SetVector lists validators in the order of the set; Given is the order before.
type SetVector struct {
	Seeds      []Hex       `json:"seeds"`
	Given      []Validator `json:"given"`
	Validators []Validator `json:"validators"`
	Proposer   Validator   `json:"proposer"`
	Addresses  []Hex       `json:"addresses"`
	Bytes      Hex         `json:"bytes"`
	Hash       Hex         `json:"hash"`
}

type Vote struct {
	Flag string `json:"flag"`
	Time
	SignBytes Hex `json:"signBytes"`
	Signature Hex `json:"signature"`
}

type CommitVector struct {
	ChainID     string  `json:"chainId"`
	Set         int     `json:"set"`
	Height      int64   `json:"height"`
	Round       int32   `json:"round"`
	BlockID     BlockID `json:"blockId"`
	Votes       []Vote  `json:"votes"`
	Bytes       Hex     `json:"bytes"`
	Hash        Hex     `json:"hash"`
	Median      Time    `json:"median"`
	Verify      string  `json:"verifyCommit"`
	VerifyLight string  `json:"verifyCommitLight"`
}

type BlockVector struct {
	Header       Header  `json:"header"`
	Transactions []Hex   `json:"transactions"`
	LastCommit   Hex     `json:"lastCommit"`
	Bytes        Hex     `json:"bytes"`
	ID           BlockID `json:"id"`
}

// PartsVector is the part set of Length bytes of which byte i is i mod 251.
type PartsVector struct {
	Length int           `json:"length"`
	Parts  PartSetHeader `json:"parts"`
}

type Result struct {
	Code      uint32 `json:"code"`
	Data      Hex    `json:"data"`
	GasWanted int64  `json:"gasWanted"`
	GasUsed   int64  `json:"gasUsed"`
}

type ResultVector struct {
	Results []Result `json:"results"`
	Hash    Hex      `json:"hash"`
}

type ParamsVector struct {
	MaxBytes int64 `json:"maxBytes"`
	MaxGas   int64 `json:"maxGas"`
	Hash     Hex   `json:"hash"`
}

// The same numbers at every run: the vectors can be made again and compared.
var chance = rand.New(rand.NewSource(38))

func vectors() Vectors {
	sets, keys := validatorSets()
	commits, made := commitVectors(sets, keys)
	return Vectors{
		CometBFT: "v" + version.TMCoreSemVer,
		Headers:  headerVectors(),
		Sets:     setVectors(sets, keys),
		Commits:  commits,
		Blocks:   blockVectors(made),
		Parts:    partsVectors(),
		Results:  resultVectors(),
		Params:   paramsVectors(),
		Evidence: Hex((&types.EvidenceData{}).Hash()),
	}
}

func random(length int) []byte {
	bytes := make([]byte, length)
	chance.Read(bytes)
	return bytes
}

// Half of the times are whole milliseconds, as our own engine writes them.
func randomTime() time.Time {
	nanos := chance.Int63n(1_000_000_000)
	if chance.Intn(2) == 0 {
		nanos -= nanos % 1_000_000
	}
	return time.Unix(chance.Int63n(4_000_000_000), nanos).UTC()
}

func randomBlockID() types.BlockID {
	return types.BlockID{
		Hash:          random(32),
		PartSetHeader: types.PartSetHeader{Total: 1 + uint32(chance.Intn(1600)), Hash: random(32)},
	}
}

func randomHeader() types.Header {
	return types.Header{
		Version:            cmtversion.Consensus{Block: version.BlockProtocol, App: uint64(chance.Int63n(1 << uint(chance.Intn(53))))},
		ChainID:            fmt.Sprintf("twinchart-%d-%x", chance.Intn(1000), random(chance.Intn(8))),
		Height:             1 + chance.Int63n(1<<uint(chance.Intn(53))),
		Time:               randomTime(),
		LastBlockID:        randomBlockID(),
		LastCommitHash:     random(32),
		DataHash:           random(32),
		ValidatorsHash:     random(32),
		NextValidatorsHash: random(32),
		ConsensusHash:      random(32),
		AppHash:            random(32),
		LastResultsHash:    random(32),
		EvidenceHash:       random(32),
		ProposerAddress:    random(20),
	}
}

func headerVectors() []HeaderVector {
	first := randomHeader()
	first.Height, first.LastBlockID = 1, types.BlockID{}
	bare := types.Header{
		Version:         cmtversion.Consensus{Block: version.BlockProtocol},
		Height:          1,
		Time:            time.Unix(0, 0).UTC(),
		ValidatorsHash:  random(32),
		ProposerAddress: random(20),
	}
	hindi := randomHeader()
	hindi.ChainID = "ट्विनचार्ट-1"
	long := randomHeader()
	long.AppHash = random(300)
	headers := []types.Header{first, bare, hindi, long}
	for len(headers) < 24 {
		headers = append(headers, randomHeader())
	}
	var out []HeaderVector
	for _, h := range headers {
		fail(h.ValidateBasic())
		out = append(out, HeaderVector{viewHeader(h), must(h.ToProto().Marshal()), Hex(h.Hash())})
	}
	return out
}

func validatorSets() ([]*types.ValidatorSet, map[string]ed25519.PrivKey) {
	keys := map[string]ed25519.PrivKey{}
	var sets []*types.ValidatorSet
	for _, powers := range [][]int64{{10}, {10, 10, 10, 10}, {1, 2, 3, 4, 5, 6, 7}, {1 << 48, 1, 0x7fff_ffff, 300}} {
		var members []*types.Validator
		for _, power := range powers {
			key := ed25519.GenPrivKeyFromSecret(random(16))
			keys[string(key.PubKey().Address())] = key
			members = append(members, types.NewValidator(key.PubKey(), power))
		}
		set := types.NewValidatorSet(members)
		sets = append(sets, set, set.CopyIncrementProposerPriority(1+int32(chance.Intn(9))))
	}
	return sets, keys
}

func setVectors(sets []*types.ValidatorSet, keys map[string]ed25519.PrivKey) []SetVector {
	var out []SetVector
	for _, set := range sets {
		proto := must(set.ToProto())
		v := SetVector{Bytes: must(proto.Marshal()), Hash: set.Hash(), Proposer: viewValidator(set.Proposer)}
		for _, member := range set.Validators {
			v.Seeds = append(v.Seeds, Hex(keys[string(member.Address)][:32]))
			v.Addresses = append(v.Addresses, Hex(member.Address))
			v.Validators = append(v.Validators, viewValidator(member))
		}
		for _, i := range chance.Perm(len(v.Validators)) {
			v.Given = append(v.Given, v.Validators[i])
		}
		out = append(out, v)
	}
	return out
}

var flags = map[types.BlockIDFlag]string{
	types.BlockIDFlagAbsent: "absent", types.BlockIDFlagCommit: "commit", types.BlockIDFlagNil: "nil",
}

func commitVectors(sets []*types.ValidatorSet, keys map[string]ed25519.PrivKey) ([]CommitVector, []*types.Commit) {
	var out []CommitVector
	var made []*types.Commit
	for i, set := range sets {
		for range 4 {
			commit, v := commitVector(set, keys, len(out)%4)
			v.Set = i
			out, made = append(out, v), append(made, commit)
		}
	}
	return out, made
}

// Of four commits the first is signed by all; in the others votes are missing or for nil, until too few are left.
func commitVector(set *types.ValidatorSet, keys map[string]ed25519.PrivKey, missing int) (*types.Commit, CommitVector) {
	chainID := fmt.Sprintf("chain-%x", random(4))
	commit := &types.Commit{Height: 1 + chance.Int63n(1<<40), Round: int32(chance.Intn(3)), BlockID: randomBlockID()}
	for i, member := range set.Validators {
		flag := types.BlockIDFlagCommit
		if chance.Intn(6) < missing {
			flag = []types.BlockIDFlag{types.BlockIDFlagAbsent, types.BlockIDFlagNil}[(i+missing)%2]
		}
		if flag == types.BlockIDFlagAbsent {
			commit.Signatures = append(commit.Signatures, types.NewCommitSigAbsent())
			continue
		}
		vote := types.Vote{
			Type: cmtproto.PrecommitType, Height: commit.Height, Round: commit.Round, Timestamp: randomTime(),
			ValidatorAddress: member.Address, ValidatorIndex: int32(i),
		}
		if flag == types.BlockIDFlagCommit {
			vote.BlockID = commit.BlockID
		}
		vote.Signature = must(keys[string(member.Address)].Sign(types.VoteSignBytes(chainID, vote.ToProto())))
		commit.Signatures = append(commit.Signatures, vote.CommitSig())
	}
	return commit, viewCommit(chainID, set, commit)
}

func viewCommit(chainID string, set *types.ValidatorSet, commit *types.Commit) CommitVector {
	v := CommitVector{
		ChainID: chainID, Height: commit.Height, Round: commit.Round, BlockID: viewBlockID(commit.BlockID),
		Bytes: must(commit.ToProto().Marshal()), Hash: Hex(commit.Hash()),
		Median:      viewTime(must(state.MedianTime(commit, set))),
		Verify:      said(set.VerifyCommit(chainID, commit.BlockID, commit.Height, commit)),
		VerifyLight: said(set.VerifyCommitLight(chainID, commit.BlockID, commit.Height, commit)),
	}
	for i, sig := range commit.Signatures {
		vote := Vote{Flag: flags[sig.BlockIDFlag]}
		if sig.BlockIDFlag != types.BlockIDFlagAbsent {
			vote.Time, vote.Signature = viewTime(sig.Timestamp), sig.Signature
			vote.SignBytes = commit.VoteSignBytes(chainID, int32(i))
		}
		v.Votes = append(v.Votes, vote)
	}
	return v
}

func blockVectors(commits []*types.Commit) []BlockVector {
	blocks := []*types.Block{types.MakeBlock(1, nil, &types.Commit{}, nil)}
	for i, commit := range commits[:12] {
		var txs []types.Tx
		for range i % 6 {
			txs = append(txs, random(chance.Intn(200)))
		}
		blocks = append(blocks, types.MakeBlock(commit.Height+1, txs, commit, nil))
	}
	var out []BlockVector
	for _, block := range blocks {
		h := randomHeader()
		block.Populate(h.Version, h.ChainID, h.Time, h.LastBlockID, h.ValidatorsHash, h.NextValidatorsHash,
			h.ConsensusHash, h.AppHash, h.LastResultsHash, h.ProposerAddress)
		out = append(out, viewBlock(block))
	}
	return out
}

func viewBlock(block *types.Block) BlockVector {
	fail(block.ValidateBasic())
	parts := must(block.MakePartSet(types.BlockPartSizeBytes))
	v := BlockVector{
		Header:       viewHeader(block.Header),
		Transactions: []Hex{},
		LastCommit:   must(block.LastCommit.ToProto().Marshal()),
		Bytes:        must(must(block.ToProto()).Marshal()),
		ID:           viewBlockID(types.BlockID{Hash: block.Hash(), PartSetHeader: parts.Header()}),
	}
	for _, tx := range block.Txs {
		v.Transactions = append(v.Transactions, Hex(tx))
	}
	return v
}

func partsVectors() []PartsVector {
	var out []PartsVector
	for _, length := range []int{0, 1, 65535, 65536, 65537, 131072, 200000, 655361} {
		data := make([]byte, length)
		for i := range data {
			data[i] = byte(i % 251)
		}
		h := types.NewPartSetFromData(data, types.BlockPartSizeBytes).Header()
		out = append(out, PartsVector{length, PartSetHeader{h.Total, Hex(h.Hash)}})
	}
	return out
}

func resultVectors() []ResultVector {
	var out []ResultVector
	for count := range 6 {
		v := ResultVector{Results: []Result{}}
		var given []*abci.ExecTxResult
		for range count {
			r := Result{
				[]uint32{0, 1, 0xffff_ffff}[chance.Intn(3)], random(chance.Intn(40)), chance.Int63n(1 << 40), chance.Int63n(3),
			}
			v.Results = append(v.Results, r)
			given = append(given, &abci.ExecTxResult{
				Code: r.Code, Data: r.Data, GasWanted: r.GasWanted, GasUsed: r.GasUsed,
				Log: "not hashed", Info: "nor this", Codespace: "nor this",
			})
		}
		v.Hash = types.NewResults(given).Hash()
		out = append(out, v)
	}
	return out
}

func paramsVectors() []ParamsVector {
	var out []ParamsVector
	for _, p := range [][2]int64{{22020096, -1}, {-1, -1}, {1, 0}, {104857600, 1 << 40}} {
		params := types.DefaultConsensusParams()
		params.Block = types.BlockParams{MaxBytes: p[0], MaxGas: p[1]}
		out = append(out, ParamsVector{p[0], p[1], params.Hash()})
	}
	return out
}

func said(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
