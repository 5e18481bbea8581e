/** Reads what the page beside this says: who there is, what each door says, and every outcome. */
import { readFile } from 'node:fs/promises'

import type { Endpoint } from '#http/model'

/** A status, with the code of the problem where it is a refusal: `200`, `404 NO_SUCH_ENTRY`. */
export type Outcome = string

export interface Door {
  /** Undefined for everybody. */
  readonly admits: ReadonlySet<string> | undefined
  readonly refuses: ReadonlyMap<string, Outcome>
  readonly rest: Outcome
}

export interface Row {
  readonly endpoint: string
  readonly door: string
  readonly about: string
  readonly named: ReadonlyMap<string, Outcome>
  /** Empty where everybody whom the door lets in is named. */
  readonly rest: Outcome
}

export interface Outcomes {
  readonly callers: readonly string[]
  readonly doors: ReadonlyMap<string, Door>
  readonly rows: readonly Row[]
}

const OPEN_DOOR = 'anyone'
const NOWHERE = 'staff of no organisation'
const WITHOUT_SESSION: ReadonlySet<string> = new Set(['nobody', 'gone'])

export async function readOutcomes(): Promise<Outcomes> {
  return parseOutcomes(await readFile(new URL('outcomes.md', import.meta.url), 'utf8'))
}

export function parseOutcomes(page: string): Outcomes {
  const [, who = '', doors = '', outcomes = ''] = page.split(/^## /m)
  return {
    callers: cellsOf(who).map(([caller = '']) => caller),
    doors: new Map(cellsOf(doors).map(([door = '', ...cells]) => [door, toDoor(cells)])),
    rows: toRows(cellsOf(outcomes)),
  }
}

/** What this caller must be answered. */
export function expectedOf({ doors }: Outcomes, row: Row, caller: string): Outcome {
  const door = doors.get(row.door)
  if (!door) throw new Error(`${row.endpoint}: there is no door ${row.door}`)
  if (row.door !== OPEN_DOOR && WITHOUT_SESSION.has(caller)) return '401 SIGN_IN_FIRST'
  const comesIn = door.admits === undefined || door.admits.has(caller)
  const outcome = comesIn ? (row.named.get(caller) ?? row.rest) : (door.refuses.get(caller) ?? door.rest)
  if (outcome === '') throw new Error(`${row.endpoint}, ${row.about}: nothing is said of ${caller}`)
  return outcome
}

/** The endpoints of the one list that are not in the other, both ways. */
export function unspoken(
  { rows }: Outcomes,
  endpoints: readonly Pick<Endpoint, 'name'>[],
): readonly string[] {
  const spoken = new Set(rows.map(({ endpoint }) => endpoint))
  return [...spoken.symmetricDifference(new Set(endpoints.map(({ name }) => name)))]
}

/** What is asked for at the hospital, asked for elsewhere: at a suspended organisation and at none. */
export function elsewhere({ rows }: Outcomes): readonly (Row & { readonly at: 'closed' | 'none' })[] {
  const first = new Map(
    rows.filter(({ door }) => door.endsWith(' of hospital')).map((row) => [row.endpoint, row]),
  )
  return [...first.values()].flatMap((row) => [
    { ...row, door: NOWHERE, at: 'closed' },
    { ...row, door: NOWHERE, at: 'none' },
  ])
}

/** The cells of every line of the tables in a piece of Markdown, without their heads. */
function cellsOf(markdown: string): readonly (readonly string[])[] {
  const tables = markdown.split(/^\| -.*\n/m).slice(1)
  return tables.flatMap((table) => {
    const lines = table.split('\n')
    const end = lines.findIndex((line) => !line.startsWith('|'))
    return lines.slice(0, end < 0 ? undefined : end).map(toCells)
  })
}

function toCells(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function toDoor([admits = '', refuses = '', rest = '']: readonly string[]): Door {
  return {
    admits: admits === 'everybody' ? undefined : new Set(admits.split(' ')),
    refuses: toNamed(refuses),
    rest,
  }
}

function toRows(lines: readonly (readonly string[])[]): readonly Row[] {
  let [endpoint, door] = ['', '']
  return lines.map((cells) => {
    const [first = '', second = '', about = '', named = '', rest = ''] = cells
    endpoint = first || endpoint
    door = second || door
    return { endpoint, door, about, named: toNamed(named), rest }
  })
}

/** `403 OWN_LICENCE: officer; 200: second` */
function toNamed(cell: string): ReadonlyMap<string, Outcome> {
  const groups = cell.split(';').filter((group) => group.trim() !== '')
  return new Map(
    groups.flatMap((group) => {
      const [outcome = '', callers = ''] = group.split(':').map((part) => part.trim())
      return callers.split(' ').map((caller) => [caller, outcome] as const)
    }),
  )
}
