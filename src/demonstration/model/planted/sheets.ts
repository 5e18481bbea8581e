/** Sheets with a wrong line at the top. */
import { ageOn, dayOf, toDay } from '../calendar.ts'
import type { DemoEntry } from '../chart/entry.ts'
import type { DemoPerson } from '../person.ts'
import type { Planting } from './error.ts'

/** F for M: in documents only, for a resource of the other sex is refused at the door. */
export function otherSex(entry: DemoEntry, person: DemoPerson): Planting | undefined {
  const right = person.sex === 'female' ? ' / F ' : ' / M '
  const wrong = person.sex === 'female' ? ' / M ' : ' / F '
  return withLine(entry, right, wrong, 'sex', `the sheet has the other sex; the person is ${person.sex}`)
}

/** The age of a parent or of a typing finger: twenty years more. */
export function otherAge(entry: DemoEntry, person: DemoPerson): Planting | undefined {
  const age = ageOn(toDay(person.birthDate), dayOf(entry.careAt))
  return withLine(
    entry,
    `: ${age} Y /`,
    `: ${age + 20} Y /`,
    'age',
    `the sheet says ${age + 20} years; the person was ${age}`,
  )
}

function withLine(
  entry: DemoEntry,
  right: string,
  wrong: string,
  kind: 'sex' | 'age',
  says: string,
): Planting | undefined {
  if (entry.kind !== 'document' || !entry.document.lines.some((line) => line.includes(right)))
    return undefined
  const lines = entry.document.lines.map((line) => line.replace(right, wrong))
  return {
    entry: { ...entry, document: { ...entry.document, lines } },
    replaces: entry.key,
    error: { entry: entry.key, person: entry.person, kind, says, beside: undefined },
  }
}
