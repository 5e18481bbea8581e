/**
 * What doctors write for when: `1-0-1`, `BD`, `SOS`, `q8h`. Three figures are morning, noon and night; four have the
 * evening before the night. The abbreviations are those of the British National Formulary ("Latin abbreviations") with
 * their times as they are used in India: OD is the morning, BD morning and night, and neither is ever written on paper.
 */
import { readAmount, toAmount, WHOLE, type Amount } from './amount.ts'
import { at, isHours, TIMES, type Rhythm } from './rhythm.ts'

const ONE = toAmount(WHOLE)
/** How often "when needed" is at most, until the doctor says otherwise: nothing is taken without a limit. */
const MOST_NEEDED = 3

const WORDS: ReadonlyMap<string, (dose: Amount) => Rhythm> = new Map([
  ['OD', (dose) => at(['MORN'], dose)],
  ['BD', (dose) => at(['MORN', 'NIGHT'], dose)],
  ['BID', (dose) => at(['MORN', 'NIGHT'], dose)],
  ['TDS', (dose) => at(['MORN', 'NOON', 'NIGHT'], dose)],
  ['TID', (dose) => at(['MORN', 'NOON', 'NIGHT'], dose)],
  ['QID', (dose) => at(TIMES, dose)],
  ['QDS', (dose) => at(TIMES, dose)],
  ['HS', (dose) => at(['NIGHT'], dose)],
  ['SOS', (dose) => ({ kind: 'needed', dose, most: MOST_NEEDED })],
  ['PRN', (dose) => ({ kind: 'needed', dose, most: MOST_NEEDED })],
  ['STAT', (dose) => ({ kind: 'once', dose })],
])

/** Undefined where it is none of these, or would have nothing be taken. */
export function readShorthand(text: string): Rhythm | undefined {
  const written = text.trim().toUpperCase()
  return readFigures(written) ?? readHours(written) ?? readWord(written)
}

/** `1-0-1`, `½-0-½`, `1-1-1-1`, with any dash. */
function readFigures(written: string): Rhythm | undefined {
  const figures = written.split(/\s*[-–—]\s*/).map(readAmount)
  const doses = figures.filter((figure) => figure !== undefined)
  if (doses.length !== figures.length || doses.every((dose) => dose === 0)) return undefined
  const none = toAmount(0)
  const [first = none, second = none, third = none, fourth = none] = doses
  switch (doses.length) {
    case 3:
      return { kind: 'times', doses: { MORN: first, NOON: second, EVE: none, NIGHT: third } }
    case 4:
      return { kind: 'times', doses: { MORN: first, NOON: second, EVE: third, NIGHT: fourth } }
    default:
      return undefined
  }
}

/** `Q8H`, `EVERY 8 HOURS`. */
function readHours(written: string): Rhythm | undefined {
  const [, q, every] = /^(?:Q(\d{1,2})H|EVERY (\d{1,2}) HOURS?)$/.exec(written) ?? []
  const hours = Number(q ?? every)
  return isHours(hours) ? { kind: 'hourly', hours, dose: ONE } : undefined
}

/** `BD`, or with how much each time before it: `2 BD`, `½ HS`. */
function readWord(written: string): Rhythm | undefined {
  const [, amount = '1', word = ''] = /^(?:(\S.*)\s)?([A-Z.]+)$/.exec(written) ?? []
  const dose = readAmount(amount)
  return dose ? WORDS.get(word.replaceAll('.', ''))?.(dose) : undefined
}
