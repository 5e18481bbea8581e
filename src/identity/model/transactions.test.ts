import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'

import { HOUR, openSigner, toHex, toInstant, type Bytes, type Instant } from '#kernel'
import {
  NO_EVIDENCE,
  keyHolders,
  networks,
  organisations,
  type Authority,
  type OrganisationKind,
  type StateDraft,
  type TransactionType,
} from '#ledger/model'

import {
  approveOrganisation,
  licenceAt,
  licences,
  licensePractitioner,
  reinstateLicence,
  reinstateOrganisation,
  renewLicence,
  suspendLicence,
  suspendOrganisation,
} from './transactions.ts'

const YEAR = 365 * 24 * HOUR
const authorityId = id(1)
const authorityKey = openSigner(new Uint8Array(32).fill(1)).publicKey
const hospitalKey = openSigner(new Uint8Array(32).fill(2)).publicKey
const [anita, bashir] = [id(21), id(22)]
const order = new Uint8Array(32).fill(9)
const doctor = id(100)

let state: StateDraft

beforeEach(() => {
  state = newState()
})

describe('an organisation', () => {
  const hospital = id(2)
  const approval = {
    organisation: hospital,
    kind: 'hospital' as const,
    key: hospitalKey,
    number: null,
    details: order,
  }

  it('is let in by the authority and signs from then on', () => {
    run(approveOrganisation, approval, 10)
    expect(organisations.get(state, hospital)).toMatchObject({ kind: 'hospital', state: 'active' })
    expect(() => run(approveOrganisation, { ...approval, organisation: id(3) }, 11, hospitalKey)).toThrow(
      refusal('WRONG_NETWORK_AUTHORITY'),
    )
  })

  it('is let in by nobody else', () => {
    expect(() => run(approveOrganisation, approval, 10, hospitalKey)).toThrow(refusal('KEY_NOT_ON_LEDGER'))
  })

  it('has an id and a key of its own', () => {
    run(approveOrganisation, approval, 10)
    expect(() => run(approveOrganisation, approval, 11)).toThrow(refusal('ORGANISATION_EXISTS'))
    expect(() => run(approveOrganisation, { ...approval, organisation: id(3) }, 11)).toThrow(
      refusal('KEY_TAKEN'),
    )
  })

  it.each([999, 1000, 10_000])('cannot run node %i', (number) => {
    expect(() => run(approveOrganisation, { ...approval, number }, 10)).toThrow(refusal('NODE_NUMBER_TAKEN'))
  })

  it('keeps its node number to itself', () => {
    run(approveOrganisation, { ...approval, number: 1001 }, 10)
    const other = { ...approval, organisation: id(3), key: new Uint8Array(32).fill(7), number: 1001 }
    expect(() => run(approveOrganisation, other, 11)).toThrow(refusal('NODE_NUMBER_TAKEN'))
  })

  it('signs nothing while suspended, and again afterwards; an old suspension cannot be played again', () => {
    run(approveOrganisation, approval, 10)
    run(suspendOrganisation, { organisation: hospital, version: 1 }, 11)
    expect(() => run(suspendOrganisation, { organisation: hospital, version: 2 }, 12)).toThrow(
      refusal('NOT_ACTIVE'),
    )
    run(reinstateOrganisation, { organisation: hospital, version: 2 }, 12)
    expect(() => run(suspendOrganisation, { organisation: hospital, version: 1 }, 13)).toThrow(
      refusal('WRONG_VERSION'),
    )
    expect(organisations.get(state, hospital)?.state).toBe('active')
  })

  it('must exist to be suspended, and the authority cannot suspend itself', () => {
    expect(() => run(suspendOrganisation, { organisation: hospital, version: 1 }, 10)).toThrow(
      refusal('NO_SUCH_ORGANISATION'),
    )
    expect(() => run(suspendOrganisation, { organisation: authorityId, version: 1 }, 10)).toThrow(
      refusal('NOT_ACTIVE'),
    )
  })
})

describe('a licence', () => {
  const suspend = { practitioner: doctor, order, proposer: anita, confirmer: bashir }
  const hold = { ...suspend, confirmer: null }

  beforeEach(() => {
    run(licensePractitioner, { practitioner: doctor, system: 'modern', validUntil: YEAR }, 100)
  })

  it('is active from its block to its last instant, which is too late', () => {
    expect(at(100)).toBe('active')
    expect(at(YEAR - 1)).toBe('active')
    expect(at(YEAR)).toBe('expired')
  })

  it('of nobody has no state', () => {
    expect(licenceAt(state, id(101), toInstant(100))).toBeUndefined()
  })

  it('is issued once, by the authority, for a time to come', () => {
    const issue = { practitioner: doctor, system: 'dental' as const, validUntil: YEAR }
    expect(() => run(licensePractitioner, issue, 101)).toThrow(refusal('PRACTITIONER_EXISTS'))
    expect(() => run(licensePractitioner, { ...issue, practitioner: id(102), validUntil: 101 }, 101)).toThrow(
      refusal('ALREADY_EXPIRED'),
    )
    expect(() => run(licensePractitioner, { ...issue, practitioner: id(102) }, 101, hospitalKey)).toThrow(
      refusal('KEY_NOT_ON_LEDGER'),
    )
  })

  it('is suspended by two different officers until two reinstate it', () => {
    run(suspendLicence, { ...suspend, version: 1 }, 200)
    expect(at(200)).toBe('suspended')
    expect(at(2 * YEAR)).toBe('suspended')
    expect(() => run(reinstateLicence, { ...hold, version: 2 }, 300)).toThrow(
      refusal('SECOND_OFFICER_NEEDED'),
    )
    expect(() => run(reinstateLicence, { ...suspend, confirmer: anita, version: 2 }, 300)).toThrow(
      refusal('SAME_OFFICER'),
    )
    run(reinstateLicence, { ...suspend, version: 2 }, 300)
    expect(at(300)).toBe('active')
  })

  it('is not suspended by the same officer twice over', () => {
    expect(() => run(suspendLicence, { ...suspend, confirmer: anita, version: 1 }, 200)).toThrow(
      refusal('SAME_OFFICER'),
    )
  })

  it('is not suspended twice', () => {
    run(suspendLicence, { ...suspend, version: 1 }, 200)
    expect(() => run(suspendLicence, { ...suspend, version: 2 }, 201)).toThrow(refusal('ALREADY_SUSPENDED'))
    expect(() => run(suspendLicence, { ...hold, version: 2 }, 201)).toThrow(refusal('ALREADY_SUSPENDED'))
  })

  it('is held by one officer for 72 hours of block time and no longer', () => {
    run(suspendLicence, { ...hold, version: 1 }, 200)
    expect(at(200)).toBe('held')
    expect(at(200 + 72 * HOUR - 1)).toBe('held')
    expect(at(200 + 72 * HOUR)).toBe('active')
  })

  it('is not held again by the officer who held it, lapsed or lifted; by another it may be', () => {
    run(suspendLicence, { ...hold, version: 1 }, 200)
    run(reinstateLicence, { ...hold, version: 2 }, 300)
    expect(at(300)).toBe('active')
    expect(() => run(suspendLicence, { ...hold, version: 3 }, 400)).toThrow(refusal('HOLD_USED'))
    run(suspendLicence, { ...hold, proposer: bashir, version: 3 }, 400)
    expect(at(400)).toBe('held')
    expect(() => run(suspendLicence, { ...hold, version: 4 }, 401)).toThrow(refusal('ALREADY_SUSPENDED'))
  })

  it('that is held can be suspended, and stays so when the hold would lapse', () => {
    run(suspendLicence, { ...hold, version: 1 }, 200)
    run(suspendLicence, { ...suspend, version: 2 }, 300)
    expect(at(200 + 72 * HOUR)).toBe('suspended')
  })

  it('is renewed while it is not stopped, also after it expired', () => {
    run(renewLicence, { practitioner: doctor, version: 1, validUntil: 2 * YEAR }, YEAR + 1)
    expect(at(YEAR + 1)).toBe('active')
    expect(() =>
      run(renewLicence, { practitioner: doctor, version: 2, validUntil: 2 * YEAR }, YEAR + 2),
    ).toThrow(refusal('RENEWAL_TOO_EARLY'))
    expect(() => run(renewLicence, { practitioner: doctor, version: 2, validUntil: 5 }, YEAR + 2)).toThrow(
      refusal('ALREADY_EXPIRED'),
    )
    run(suspendLicence, { ...hold, version: 2 }, YEAR + 2)
    expect(() =>
      run(renewLicence, { practitioner: doctor, version: 3, validUntil: 3 * YEAR }, YEAR + 3),
    ).toThrow(refusal('LICENCE_NOT_ACTIVE'))
  })

  it('is changed only by who saw its present version, and only if it exists and is stopped', () => {
    expect(() => run(suspendLicence, { ...suspend, version: 2 }, 200)).toThrow(refusal('WRONG_VERSION'))
    expect(() => run(suspendLicence, { ...suspend, practitioner: id(101), version: 1 }, 200)).toThrow(
      refusal('NO_SUCH_LICENCE'),
    )
    expect(() => run(reinstateLicence, { ...suspend, version: 1 }, 200)).toThrow(refusal('NOT_SUSPENDED'))
  })
})

describe('no sequence of orders', () => {
  const officers = fc.constantFrom(anita, bashir, id(23))
  const step = fc.record({
    type: fc.constantFrom(suspendLicence, reinstateLicence),
    proposer: officers,
    confirmer: fc.option(officers),
    wait: fc.integer({ min: 1, max: 100 * HOUR }),
    renew: fc.boolean(),
  })

  it('makes a licence active after a suspension unless two officers reinstated it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        state = newState()
        run(licensePractitioner, { practitioner: doctor, system: 'modern', validUntil: 50 * YEAR }, 1)
        let time = 1
        let suspended = false
        for (const { type, proposer, confirmer, wait, renew } of steps) {
          time += wait
          const version = licences.get(state, doctor)?.version ?? 0
          if (renew)
            attempt(renewLicence, { practitioner: doctor, version, validUntil: 50 * YEAR + time }, time)
          const now = licences.get(state, doctor)?.version ?? 0
          const done = attempt(type, { practitioner: doctor, version: now, order, proposer, confirmer }, time)
          const byTwo = confirmer !== null && toHex(proposer) !== toHex(confirmer)
          if (done && byTwo) suspended = type === suspendLicence
          expect(at(time) === 'suspended').toBe(suspended)
          expect(at(time + 100 * HOUR) === 'suspended').toBe(suspended)
        }
      }),
    )
  })

  it('lets one officer alone stop a licence for more than 72 hours', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        state = newState()
        run(licensePractitioner, { practitioner: doctor, system: 'modern', validUntil: 50 * YEAR }, 1)
        let time = 1
        let stoppedFor = 0
        for (const { type, wait } of steps) {
          const heldUntil = licences.get(state, doctor)?.hold?.until ?? 0
          stoppedFor += Math.max(0, Math.min(time + wait, heldUntil) - time)
          time += wait
          const version = licences.get(state, doctor)?.version ?? 0
          attempt(type, { practitioner: doctor, version, order, proposer: anita, confirmer: null }, time)
        }
        expect(stoppedFor).toBeLessThanOrEqual(72 * HOUR)
      }),
    )
  })
})

function at(time: number) {
  return licenceAt(state, doctor, toInstant(time))
}

function run<Body>(type: TransactionType<Body>, body: Body, time: number, key: Bytes = authorityKey): void {
  const authority: Authority = { kind: 'attested', method: 'node', key, evidence: NO_EVIDENCE }
  type.run(state, type.encode(body), { authority, time: instant(time), height: 1, chain: 'test' })
}

function attempt<Body>(type: TransactionType<Body>, body: Body, time: number): boolean {
  try {
    run(type, body, time)
    return true
  } catch {
    return false
  }
}

function newState(): StateDraft {
  const kept = new Map<string, Bytes>()
  const fresh: StateDraft = {
    get: (key) => kept.get(toHex(key)),
    put: (key, value) => void kept.set(toHex(key), value),
  }
  const kind: OrganisationKind = 'authority'
  organisations.put(fresh, authorityId, {
    kind,
    key: authorityKey,
    number: 1000,
    state: 'active',
    details: order,
  })
  keyHolders.put(fresh, authorityKey, { organisation: authorityId })
  networks.put(fresh, 'network', { authority: authorityId, genesisTime: 1 })
  return fresh
}

function id(n: number): Bytes {
  return new Uint8Array(16).fill(n)
}

function instant(time: number): Instant {
  return toInstant(time)
}

function refusal(code: string): unknown {
  return expect.objectContaining({ code })
}
