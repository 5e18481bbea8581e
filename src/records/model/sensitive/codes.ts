/** What a code says by itself. */
import { ATC, LOINC, SNOMED } from '../fhir/systems.ts'
import type { Ground, Row } from './category.ts'
import { ATC_CLASSES } from './tables/atc.ts'
import { ICD10 } from './tables/icd10.ts'
import { ICD11 } from './tables/icd11.ts'
import { LABELS } from './tables/labels.ts'
import { LOINC_CODES } from './tables/loinc.ts'
import { SNOMED_CODES } from './tables/snomed.ts'

interface CodeHit {
  readonly row: Row
  readonly ground: Ground
}

type Find = (code: string) => readonly CodeHit[]

const NONE: readonly CodeHit[] = []
const MOST_SYSTEMS = 200
const MOST_KNOWN = 20_000
const known = new Map<string | undefined, Map<string, readonly CodeHit[]>>()

/** The rows that a code falls under. A code without a system is tried as ICD-10, which paper forms write alone. */
export function rowsOfCode(system: string | undefined, code: string): readonly CodeHit[] {
  const ofSystem = known.get(system)
  const before = ofSystem?.get(code)
  if (before) return before
  const hits = finderOf(system)(code)
  if (known.size >= MOST_SYSTEMS || (ofSystem?.size ?? 0) >= MOST_KNOWN) known.clear()
  const codes = known.get(system) ?? new Map<string, readonly CodeHit[]>()
  known.set(system, codes.set(code, hits))
  return hits
}

export const rowsOfLabel: Find = oneOf(LABELS, 'label')

const inIcd10 = inRanges(ICD10)
const inIcd11 = inRanges(ICD11)
const inLoinc = oneOf(LOINC_CODES, 'test')
const inSnomed = oneOf(SNOMED_CODES, 'code')
const inAtc = beginning(ATC_CLASSES, 'medicine')

/** ICD-10 comes under many names: hl7.org/fhir/sid/icd-10, icd-10-cm, national ones, HL7's object identifiers. */
const ICD10_SYSTEM = /icd-?10|2\.16\.840\.1\.113883\.6\.(?:3|90)$/i
const ICD11_SYSTEM = /icd-?11|icd\/release\/11/i
const LOOKS_LIKE_ICD10 = /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/

function finderOf(system: string | undefined): Find {
  if (system === undefined) return (code) => (LOOKS_LIKE_ICD10.test(code) ? inIcd10(code) : NONE)
  if (system === SNOMED) return inSnomed
  if (system === LOINC) return inLoinc
  if (system === ATC) return inAtc
  if (ICD10_SYSTEM.test(system)) return inIcd10
  return ICD11_SYSTEM.test(system) ? inIcd11 : () => NONE
}

function oneOf(table: readonly Row[], ground: Ground): Find {
  const byCode = new Map<string, CodeHit[]>()
  for (const row of table) byCode.set(row.match, [...(byCode.get(row.match) ?? []), { row, ground }])
  return (code) => byCode.get(code) ?? NONE
}

function beginning(table: readonly Row[], ground: Ground): Find {
  return (code) => table.filter(({ match }) => code.startsWith(match)).map((row) => ({ row, ground }))
}

/** Ranges are of the same length on both sides, and codes are compared without their point. */
function inRanges(table: readonly Row[]): Find {
  const ranges = table.map((row) => {
    const [from = '', to = ''] = row.match.split('–')
    return { row, from, to }
  })
  return (code) => {
    const bare = code.toUpperCase().replaceAll('.', '')
    return ranges
      .filter(({ from, to }) => bare.slice(0, from.length) >= from && bare.slice(0, to.length) <= to)
      .map(({ row }) => ({ row, ground: 'code' as const }))
  }
}
