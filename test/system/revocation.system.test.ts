import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DomainError, fromHex } from '#kernel'
import {
  visitEntryEndpoint,
  visitOutlineEndpoint,
  visitSearchEndpoint,
  visitTimelineEndpoint,
} from '#records/model'

import { openTestNode, type TestNode } from '../fixtures/node.ts'
import {
  newDoctor,
  newHospital,
  newOfficer,
  newPatient,
  type Doctor,
  type House,
  type Resident,
} from '../fixtures/town.ts'
import { openVisit, revoke } from '../fixtures/visits.ts'

const TRIALS = 1000
/** Patients who take back at the same time, each one trial after another. */
const PATIENTS = 10
/** Milliseconds from the first read to the revocation, at most. */
const LONGEST_WAIT = 12

let world: TestNode
let house: House
let doctor: Doctor
let patients: readonly Resident[]

beforeAll(async () => {
  world = await openTestNode()
  house = await newHospital(world, 'Sahyadri Hospital')
  doctor = await newDoctor(world, house, await newOfficer(world, 'Officer Nair'), 'Asha Hegde')
  patients = await Promise.all(
    Array.from({ length: PATIENTS }, (_, i) => newPatient(world, house, `Patient ${i}`, 4)),
  )
})
afterAll(() => world[Symbol.asyncDispose]())

/** A read by the doctor: when it began, and what came of it. */
interface Read {
  readonly began: number
  /** Not refused. */
  readonly answered: boolean
  /** Something was opened, of which there must be a look. */
  readonly opened: boolean
}

/** Whether an answer opened anything: a revocation between the gate and the statement leaves an empty page. */
type Way = (consent: string, entry: string) => Promise<boolean>

/** Every way in which a doctor's page reads. */
const ways: readonly Way[] = [
  async (consent, entry) => {
    await doctor.browser.call(visitEntryEndpoint, { params: { consent, entry } })
    return true
  },
  async (consent) => {
    const { lines } = await doctor.browser.call(visitTimelineEndpoint, { params: { consent } })
    return lines.length > 0
  },
  async (consent) => {
    const query = { q: 'temperature' }
    return (await doctor.browser.call(visitSearchEndpoint, { params: { consent }, query })).lines.length > 0
  },
  // Counting opens nothing.
  async (consent) => {
    await doctor.browser.call(visitOutlineEndpoint, { params: { consent } })
    return false
  },
]

const REFUSALS = new Set(['NO_SUCH_CONSENT', 'NO_SUCH_ENTRY'])

async function read(way: Way, consent: string, entry: string): Promise<Read> {
  const began = performance.now()
  try {
    return { began, answered: true, opened: await way(consent, entry) }
  } catch (error) {
    if (!(error instanceof DomainError && REFUSALS.has(error.code))) throw error
    return { began, answered: false, opened: false }
  }
}

/** Reads again and again until it is refused. */
async function readOn(way: Way, consent: string, entry: string): Promise<readonly Read[]> {
  const reads: Read[] = []
  for (;;) {
    const each = await read(way, consent, entry)
    reads.push(each)
    if (!each.answered) return reads
  }
}

interface Trial {
  /** Reads that began after the revocation was acknowledged, and were not refused. */
  readonly late: number
  readonly opened: number
  readonly looks: number
}

async function trial(patient: Resident): Promise<Trial> {
  const consent = await openVisit(doctor, house.id, patient)
  const { lines } = await doctor.browser.call(visitTimelineEndpoint, { params: { consent } })
  const entry = lines[0]?.entry ?? ''
  const reading = ways.map((way) => readOn(way, consent, entry))
  await sleep(Math.random() * LONGEST_WAIT)
  await revoke(patient, consent)
  const acknowledged = performance.now()
  const after = await Promise.all(ways.map((way) => read(way, consent, entry)))
  const reads = [...(await Promise.all(reading)).flat(), ...after]
  return {
    late: reads.filter(({ began, answered }) => answered && began >= acknowledged).length,
    opened: reads.filter(({ opened }) => opened).length,
    looks: await looksUnder(consent),
  }
}

async function looksUnder(consent: string): Promise<number> {
  const text = 'select count(*)::int4 as looks from consent.look where consent = $1'
  const [row] = await world.node.database.rows<{ looks: number }>({ text }, [fromHex(consent)])
  return row?.looks ?? 0
}

describe('revocation', () => {
  it('is before every read that begins after it was acknowledged, in 1,000 trials; what was read has its look', async () => {
    const trials: Trial[] = []
    const work = async (patient: Resident) => {
      while (trials.length < TRIALS) trials.push(await trial(patient))
    }
    await Promise.all(patients.map(work))
    expect(trials.length).toBeGreaterThanOrEqual(TRIALS)
    expect(trials.reduce((sum, { late }) => sum + late, 0)).toBe(0)
    // The first timeline is a look too, so there is one more than reads that raced.
    expect(trials.filter(({ opened, looks }) => looks < opened + 1)).toEqual([])
    // It was a race: most revocations came while there were answers.
    expect(trials.filter(({ opened }) => opened > 0).length).toBeGreaterThan(TRIALS / 2)
  }, 900_000)

  it('had no error of the node', async () => {
    expect((await world.log()).filter((line) => line.includes('failed'))).toEqual([])
  })
})
