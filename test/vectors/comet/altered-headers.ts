/** Headers with one thing changed: under the old signatures, and signed anew by the chain's own validators. */
import { later, toInstant, type Bytes, type Instant } from '#kernel'

import {
  CLOCK_DRIFT,
  newValidatorSet,
  validatorSetHash,
  type Header,
  type LightBlock,
} from '../../../src/ledger/model/comet/index.ts'
import type { Altered, Answer } from './altered.ts'
import { member, signAgain } from './council.ts'

const HASHES = [
  'lastCommitHash',
  'dataHash',
  'validatorsHash',
  'nextValidatorsHash',
  'consensusHash',
  'appHash',
  'lastResultsHash',
  'evidenceHash',
  'proposerAddress',
] as const

/** The bytes with their last bit turned. */
export function turned(bytes: Bytes): Bytes {
  return Uint8Array.from(bytes, (byte, place) => (place === bytes.length - 1 ? byte ^ 1 : byte))
}

/** Each field of the header changed, the signatures left as they were. */
export function alteredHeaders(light: LightBlock): readonly Altered[] {
  const { header } = light
  const { version, lastBlockId } = header
  const parts = lastBlockId.parts
  const alter = (name: string, change: Partial<Header>, answer: Answer = 'WRONG_BLOCK'): Altered => {
    return { name: `header: ${name}`, light: { ...light, header: { ...header, ...change } }, answer }
  }
  return [
    alter('block protocol', { version: { ...version, block: 12 } }, 'MALFORMED_HEADER'),
    alter('version of the state machine', { version: { ...version, app: version.app + 1 } }),
    alter('chain id', { chainId: `${header.chainId}0` }, 'FOREIGN_CHAIN'),
    alter('chain id too long', { chainId: 'x'.repeat(51) }, 'MALFORMED_HEADER'),
    alter('height', { height: header.height + 1 }, 'NOT_ADJACENT'),
    alter('time', { time: later(header.time, 1) }),
    alter('nanoseconds', { nanos: header.nanos ^ 1 }),
    alter('last block', { lastBlockId: { ...lastBlockId, hash: turned(lastBlockId.hash) } }),
    alter(
      'last block cut',
      { lastBlockId: { ...lastBlockId, hash: lastBlockId.hash.subarray(1) } },
      'MALFORMED_HEADER',
    ),
    alter('count of parts', { lastBlockId: { ...lastBlockId, parts: { ...parts, total: parts.total + 1 } } }),
    alter('hash of parts', {
      lastBlockId: { ...lastBlockId, parts: { ...parts, hash: turned(parts.hash) } },
    }),
    ...HASHES.map((name) => alter(name, { [name]: turned(header[name]) })),
    alter('data hash cut', { dataHash: header.dataHash.subarray(1) }, 'MALFORMED_HEADER'),
    alter('proposer cut', { proposerAddress: header.proposerAddress.subarray(1) }, 'MALFORMED_HEADER'),
  ]
}

/** What even its own validators cannot make true: `before` is the header trusted, `now` the time of the question. */
export function signedHeaders(light: LightBlock, before: Header, now: Instant): readonly Altered[] {
  const sign = (name: string, change: Partial<Header>, answer: Answer): Altered => {
    return { name: `signed: ${name}`, light: signAgain(light, change), answer }
  }
  const others = newValidatorSet(['D', 'E', 'F', 'G'].map((letter) => member(letter, 10)))
  const stronger = newValidatorSet(light.validators.validators.map((each) => ({ ...each, power: 11 })))
  const nextPriority = light.validators.validators.map((each) => ({ ...each, priority: each.priority - 3 }))
  return [
    sign('nothing changed', {}, 'verified'),
    sign('another chain', { chainId: 'twinchart-council-2' }, 'FOREIGN_CHAIN'),
    sign('the time before', { time: toInstant(before.time - 1) }, 'TIME_NOT_LATER'),
    sign('the same time', { time: before.time, nanos: before.nanos }, 'TIME_NOT_LATER'),
    sign('a nanosecond later', { time: before.time, nanos: before.nanos + 1 }, 'verified'),
    sign('as far ahead as can be', { time: toInstant(now + CLOCK_DRIFT - 1), nanos: 999_999 }, 'verified'),
    sign('from the future', { time: later(now, CLOCK_DRIFT), nanos: 0 }, 'FROM_THE_FUTURE'),
    {
      name: 'signed: by others',
      light: signAgain({ ...light, validators: others }, { validatorsHash: validatorSetHash(others) }),
      answer: 'UNANNOUNCED_VALIDATORS',
    },
    { name: 'with other validators', light: { ...light, validators: others }, answer: 'WRONG_VALIDATORS' },
    { name: 'with other powers', light: { ...light, validators: stronger }, answer: 'WRONG_VALIDATORS' },
    {
      name: 'with other priorities',
      light: { ...light, validators: { ...light.validators, validators: nextPriority } },
      answer: 'verified',
    },
  ]
}
