/** Reads elements by path, and remembers which have been read, so that nothing of an entry is left out of the page. */
import { codingsOf, type Directory } from '../fhir/concept.ts'
import { isConcept } from '../fhir/words.ts'
import { isObject, listAt, type JsonObject } from '../read.ts'
import { CODED_CONCEPTS, CODES } from './facts.ts'
import { code, date, valueOf, type Value } from './value.ts'

const DATED =
  /(?:Date|DateTime|Instant|Time|date|issued|created|authored|recorded|started|start|end|sent|received|timestamp|On|HandedOver|Prepared)$/
const FHIR_DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\S+)?)?)?$/

/** All values at the end of a path, ready to read. */
export function valuesAt(holder: JsonObject, path: string, directory: Directory): readonly Value[] {
  const [step = '', ...rest] = path.split('.')
  return namesOf(holder, step).flatMap((name) =>
    listAt(holder, name).flatMap((value) => {
      if (rest.length > 0) return isObject(value) ? valuesAt(value, rest.join('.'), directory) : []
      return elementValue(name, value, directory) ?? []
    }),
  )
}

/** One element as a value: a code that the page has words for, a date, else by its shape. */
export function elementValue(name: string, value: unknown, directory: Directory): Value | undefined {
  const coded = codeOf(name, value)
  if (coded !== undefined) return code(coded)
  if (typeof value === 'string' && DATED.test(name) && FHIR_DATE.test(value)) return date(value)
  return valueOf(value, directory)
}

function codeOf(name: string, value: unknown): string | undefined {
  if (typeof value === 'string') return CODES.has(name) ? value : undefined
  if (!CODED_CONCEPTS.has(name)) return undefined
  if (isConcept(value)) return codingsOf([value])[0]?.code
  return isObject(value) && typeof value['code'] === 'string' ? value['code'] : undefined
}

/** The names an element goes by: of a choice, all that begin so. */
export function namesOf(holder: JsonObject, step: string): readonly string[] {
  if (!step.endsWith('[x]')) return step in holder ? [step] : []
  const stem = step.slice(0, -3)
  return Object.keys(holder).filter((name) => name.startsWith(stem) && /^[A-Z]/.test(name.slice(stem.length)))
}
