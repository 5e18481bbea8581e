/** Everything that the scenario and the demonstration know of people, and may lie nowhere in clear. */
import { generatePopulation } from '#demonstration'
import { systemClock } from '#kernel'

import type { Message } from './demonstration.ts'
import { castAt } from './people.ts'
import { BUNDLE_WORDS } from './steps/bundle.ts'
import { PASSWORD } from './steps/account.ts'
import { NOTE, WORDS } from './words.ts'

const SEED = 'twinchart'

/** Of one word alone there are many meanings: what is clinical is told from what is common by its length. */
const LEAST_SAID = 12

export function secretsOfScenario(widths: readonly number[]): readonly string[] {
  const casts = widths.map(castAt)
  const people = casts.flatMap(({ asha, girish, administrator, doctor, clerk }) => [
    ...[asha, girish, administrator, doctor, clerk].flatMap(({ name, contact }) => [name, contact]),
  ])
  const said = [...Object.values(WORDS), NOTE, ...BUNDLE_WORDS, PASSWORD]
  return [...people, ...casts.flatMap(({ phone, hospital }) => [phone, phone.slice(3), hospital]), ...said]
}

/** The codes of all messages, and what else stands in them. */
export function secretsOfMessages(messages: readonly Message[]): readonly string[] {
  return messages.flatMap(({ to, text }) => [to, text, ...(text.match(/\b\d{6}\b/g) ?? [])])
}

/** Names, numbers and all that is written in the charts. */
export function secretsOfDemonstration(people: number): readonly string[] {
  const population = generatePopulation({ seed: SEED, people, until: systemClock.now() })
  const known = population.people.flatMap(({ name, phone, email }) => [
    name.displayed,
    phone ?? '',
    email ?? '',
  ])
  const written = population.entries.flatMap((entry) =>
    entry.kind === 'resource' ? textsIn(entry.resource) : entry.document.lines,
  )
  return [...known, ...written.filter((text) => text.length >= LEAST_SAID && text.includes(' '))]
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
