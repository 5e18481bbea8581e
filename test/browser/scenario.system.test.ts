import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { tool } from '../tools.ts'
import { tracesIn } from '../traces/places.ts'
import { newSearch } from '../traces/search.ts'
import * as becoming from './becoming.ts'
import * as caring from './caring.ts'
import { openDemonstration, type Demonstration } from './demonstration.ts'
import { castAt } from './people.ts'
import { secretsOfDemonstration, secretsOfMessages, secretsOfScenario } from './secrets.ts'
import { ofTheDemonstration } from './steps/account.ts'
import { inTown, PLANTED, type Town } from './town.ts'

const PORT = 18_471
const PEOPLE = 40
const WIDTHS = [360, 1280] as const

/** From an empty machine to a doctor reading by one-time password, and what remains of it: in a real browser. */
describe.skipIf(!tool('chromium'))('a chart its patient owns', () => {
  const healthIds: string[] = []
  let demonstration: Demonstration
  beforeAll(async () => {
    demonstration = await openDemonstration(PORT, PEOPLE)
  }, 240_000)
  afterAll(() => demonstration?.[Symbol.asyncDispose]())

  it.each(WIDTHS)(
    'is signed up for, added to, read, asked for, shown, taken back and proved at %i px',
    async (width) => {
      expect(await inTown(demonstration, width, (town) => live(town, healthIds))).toEqual([])
    },
    400_000,
  )

  it('leaves no name, number, code or clinical word in database, files, ledger and log', async () => {
    const secrets = [
      ...secretsOfScenario(WIDTHS),
      ...secretsOfDemonstration(PEOPLE),
      ...secretsOfMessages(await demonstration.mailbox()),
      ...demonstration.signIns.map(({ healthId }) => healthId),
      ...healthIds,
    ]
    expect(healthIds).toHaveLength(2 * WIDTHS.length)
    await demonstration.stop()
    const traces = await tracesIn(demonstration.data, newSearch([...secrets, PLANTED]))
    expect(traces.filter(({ what }) => !what.startsWith(PLANTED))).toEqual([])
    const planted = traces.map(({ place }) => place)
    expect(planted).toContain('auth.session "userAgent"')
    expect(planted.some((place) => place.startsWith('postgres/'))).toBe(true)
  }, 120_000)
})

/** Lines 1 to 11 of what a person can do, in their order. */
async function live(town: Town, healthIds: string[]): Promise<void> {
  const cast = castAt(town.width)
  const asha = await becoming.patient(town, cast)
  const officer = await ofTheDemonstration(town, /Officer of the health authority/)
  const { clerk, doctor } = await becoming.hospital(town, officer, cast)
  await becoming.practitioner(doctor, officer, cast)
  const girish = await becoming.husband(town, cast)
  const token = await becoming.known(clerk, asha, girish, cast)
  healthIds.push(asha.healthId, girish.healthId)
  await caring.added(clerk, asha, girish, cast)
  await caring.read(asha, cast)
  await caring.asked(doctor, asha, cast)
  await caring.visited(doctor, cast)
  await caring.askedOtherwise(doctor, asha, cast)
  await caring.takenBack(doctor, asha, token, cast)
  await caring.looked(asha, girish, cast)
  await caring.verified(asha)
}
