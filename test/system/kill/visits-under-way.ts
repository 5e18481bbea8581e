/** Patients and a doctor of a node that is killed under their hands, with all that it told them. */
import { expect } from 'vitest'

import { consentsEndpoint, revokeEndpoint, waitingEndpoint, type State } from '#consent/model'
import { DomainError, systemClock, type Bytes } from '#kernel'
import {
  addReadingEndpoint,
  looksEndpoint,
  myEntryEndpoint,
  visitEntryEndpoint,
  visitTimelineEndpoint,
} from '#records/model'
import type { Database } from '#storage'

import { Browser } from '../../../src/identity/browser.fixture.ts'
import type { TestNode } from '../../fixtures/node.ts'
import { newDoctor, newHospital, newOfficer, newPatient, signIn, type Resident } from '../../fixtures/town.ts'
import { allow, ask } from '../../fixtures/visits.ts'
import type { ServedRoutes } from '../../serve-routes.ts'

/** A patient with a doctor, in browsers of their own, and what the node said is so. */
export interface Pair {
  readonly house: Bytes
  readonly patient: Resident
  readonly doctor: Browser
  readonly granted: Set<string>
  readonly revoked: Set<string>
  /** Taking back was asked for, and perhaps not answered. */
  readonly revoking: Set<string>
  readonly looks: Set<string>
  readonly readings: Set<string>
}

/** Makes a hospital with a doctor and so many patients, signed in where `served` will be. */
export async function openPairs(
  world: TestNode,
  served: ServedRoutes,
  count: number,
): Promise<readonly Pair[]> {
  const house = await newHospital(world, 'Sahyadri Hospital')
  const doctor = await newDoctor(world, house, await newOfficer(world, 'Officer Nair'), 'Asha Hegde')
  const pairs: Pair[] = []
  for (let i = 0; i < count; i++) {
    const patient = await newPatient(world, house, `Patient ${i}`)
    // Each with a session of the doctor's own: how often one session may ask is limited.
    const window = world.browser()
    await signIn(window, doctor.healthId)
    pairs.push({
      house: house.id,
      patient: { ...patient, browser: moved(patient.browser, served) },
      doctor: moved(window, served),
      granted: new Set(),
      revoked: new Set(),
      revoking: new Set(),
      looks: new Set(),
      readings: new Set(),
    })
  }
  return pairs
}

function moved(browser: Browser, served: ServedRoutes): Browser {
  const elsewhere = new Browser(served)
  for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value)
  return elsewhere
}

/** One visit after another, until the node answers no more. */
export async function visitOn(pair: Pair): Promise<void> {
  for (;;) {
    const isOver = await visit(pair).then(
      () => false,
      (error: unknown) => {
        if (error instanceof DomainError) throw error
        return true
      },
    )
    if (isOver) return
  }
}

async function visit(pair: Pair): Promise<void> {
  const { patient, doctor, house, granted } = pair
  const consent = await allow(patient, await ask({ browser: doctor }, house, patient))
  granted.add(consent)
  await read(pair, consent)
  await measure(pair)
  await takeBack(pair, consent)
}

async function read({ doctor, looks }: Pair, consent: string): Promise<void> {
  const { lines } = await doctor.call(visitTimelineEndpoint, { params: { consent } })
  const entry = lines[0]?.entry ?? ''
  const { receipt } = await doctor.call(visitEntryEndpoint, { params: { consent, entry } })
  if (receipt) looks.add(receipt.look)
}

async function measure({ patient, readings }: Pair): Promise<void> {
  const takenAt = systemClock.now()
  const body = { reading: 'temperature', value: 37.5, second: null, takenAt } as const
  readings.add((await patient.browser.call(addReadingEndpoint, { body })).entry)
}

async function takeBack({ patient, revoking, revoked }: Pair, consent: string): Promise<void> {
  revoking.add(consent)
  await patient.browser.call(revokeEndpoint, { params: { consent } })
  revoked.add(consent)
}

const CLAIMED = {
  text: `select from consent.request r join consent.consent c on c.id = r.answer where c.granted_at is null`,
}

/** Resolves when a consent is on its way to the ledger, and not there; or when the database ends. */
export async function untilClaimed(database: Database): Promise<void> {
  for (;;) {
    const claimed = await database.rows(CLAIMED).catch(() => [{}])
    if (claimed.length > 0) return
  }
}

/** All that the node ever said is so, and what it was doing when it died is done or not done, and can be gone on with. */
export async function settle(pair: Pair): Promise<void> {
  await expectTold(pair)
  await answerAll(pair)
  for (const [consent, state] of await states(pair)) {
    if (state !== 'granted') continue
    await read(pair, consent)
    await takeBack(pair, consent)
  }
  await expectTold(pair)
}

async function expectTold(pair: Pair): Promise<void> {
  const { patient, doctor, granted, revoked, looks, readings } = pair
  const found = await states(pair)
  for (const consent of new Set([...granted, ...found.keys()]))
    expect(statesOf(pair, consent)).toContain(found.get(consent))
  for (const consent of revoked)
    await expect(doctor.call(visitTimelineEndpoint, { params: { consent } })).rejects.toMatchObject({
      code: 'NO_SUCH_CONSENT',
    })
  const seen = await patient.browser.call(looksEndpoint, { query: { most: 200 } })
  expect([...looks.difference(new Set(seen.looks.map(({ look }) => look)))]).toEqual([])
  for (const entry of readings) await patient.browser.call(myEntryEndpoint, { params: { entry } })
}

/** What a consent may be, by what was told of it. */
function statesOf({ revoked, revoking }: Pair, consent: string): readonly State[] {
  if (revoked.has(consent)) return ['revoked']
  return revoking.has(consent) ? ['granted', 'revoked'] : ['granted']
}

async function states({ patient }: Pair): Promise<ReadonlyMap<string, State>> {
  const { consents } = await patient.browser.call(consentsEndpoint)
  return new Map(consents.map(({ consent, state }) => [consent, state]))
}

/** Whatever waits for an answer can be answered. */
async function answerAll({ patient, granted }: Pair): Promise<void> {
  const { requests } = await patient.browser.call(waitingEndpoint)
  for (const { request, state } of requests)
    if (state === 'requested') granted.add(await allow(patient, request))
}
