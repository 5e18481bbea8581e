/** Plants errors in three of a hundred entries, and keeps the key. */
import type { Instant } from '#kernel'

import type { DemoEntry } from '../chart/entry.ts'
import type { Dice } from '../dice.ts'
import type { Resident } from '../person.ts'
import { againstAllergy, duplicate, filedUnder, lastYear, prescribedAgain } from './copies.ts'
import type { PlantedError, Planting } from './error.ts'
import { misread } from './numbers.ts'
import { otherAge, otherSex } from './sheets.ts'

const SHARE = 0.03
/** Most that two of one name get mixed up in. */
const MIXED_UP = 6

export interface Ground {
  readonly residents: ReadonlyMap<string, Resident>
  readonly allergicToPenicillin: ReadonlySet<string>
  readonly namesakes: readonly (readonly [string, string])[]
  readonly until: Instant
}

interface Planted {
  readonly entries: readonly DemoEntry[]
  readonly errors: readonly PlantedError[]
}

export function plantErrors(entries: readonly DemoEntry[], ground: Ground, dice: Dice): Planted {
  const most = Math.round(SHARE * entries.length)
  const plantings = new Map<string, Planting>()
  const plant = (planting: Planting | undefined, on: string) => {
    if (planting && plantings.size < most) plantings.set(on, planting)
  }
  for (const entry of mixedUp(entries, ground, dice)) plant(filedUnderNamesake(entry, ground), entry.key)
  for (const entry of entries)
    plant(
      againstAllergy(
        entry,
        residentOf(entry, ground),
        ground.allergicToPenicillin.has(entry.person) && dice.happens(0.3),
      ),
      entry.key,
    )
  for (let tries = 0; plantings.size < most && tries < 40 * most; tries += 1) {
    const entry = dice.pick(entries)
    if (!plantings.has(entry.key)) plant(anyError(entry, ground, dice), entry.key)
  }
  return harvest(entries, plantings, ground)
}

function anyError(entry: DemoEntry, ground: Ground, dice: Dice): Planting | undefined {
  const resident = residentOf(entry, ground)
  switch (
    dice.weighted(['number', 'duplicate', 'again', 'year', 'sheet'] as const, (kind) => WEIGHTS[kind])
  ) {
    case 'number':
      return misread(entry)
    case 'duplicate':
      return duplicate(entry, dice)
    case 'again':
      return prescribedAgain(entry, resident, ground.until, dice)
    case 'year':
      return lastYear(entry, resident)
    case 'sheet':
      return dice.happens(0.5) ? otherSex(entry, resident.person) : otherAge(entry, resident.person)
  }
}

/** A sheet is picked far more seldom than a number, so that the errors of sheets need the greatest weight. */
const WEIGHTS = { number: 6, duplicate: 3, again: 2, year: 2, sheet: 8 } as const

function mixedUp(entries: readonly DemoEntry[], { namesakes }: Ground, dice: Dice): readonly DemoEntry[] {
  const alike = new Set(namesakes.flat())
  const theirs = entries.filter(
    (entry) => alike.has(entry.person) && (entry.kind === 'document' || dice.happens(0.1)),
  )
  return theirs.slice(0, MIXED_UP)
}

function filedUnderNamesake(entry: DemoEntry, { namesakes, residents }: Ground): Planting | undefined {
  const [one, two] = namesakes.find((pair) => pair.includes(entry.person)) ?? []
  const other = residents.get((entry.person === one ? two : one) ?? '')
  return other && filedUnder(entry, other.person)
}

function residentOf(entry: DemoEntry, { residents }: Ground): Resident {
  const resident = residents.get(entry.person)
  if (!resident) throw new Error(`an entry is of nobody: ${entry.key}`)
  return resident
}

/** With the errors in their places, each chart by date of care again. */
function harvest(
  entries: readonly DemoEntry[],
  plantings: ReadonlyMap<string, Planting>,
  ground: Ground,
): Planted {
  const charts = new Map<string, DemoEntry[]>([...ground.residents.keys()].map((person) => [person, []]))
  for (const entry of entries) {
    const planting = plantings.get(entry.key)
    if (planting?.replaces === undefined) charts.get(entry.person)?.push(entry)
    if (planting) charts.get(planting.entry.person)?.push(planting.entry)
  }
  const inOrder = [...charts.values()].flatMap((chart) => chart.toSorted((a, b) => a.careAt - b.careAt))
  return { entries: inOrder, errors: [...plantings.values()].map(({ error }) => error) }
}
