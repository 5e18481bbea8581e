/** The last value of each test, and where it went since the one before. */
import type { Observation, Quantity } from '@medplum/fhirtypes'

import type { Kind } from '#consent/model'

import { abnormalOf, type Abnormal } from '../fhir/abnormal.ts'
import { codeIn } from '../fhir/concept.ts'
import { valueFigure } from '../fhir/observed.ts'
import { haveSameUnit } from '../fhir/quantity.ts'
import { LOINC } from '../fhir/systems.ts'
import { kindOf } from '../kinds.ts'
import { keysOf, newestFirst, newestOfEach, toBox, toItem, type Box, type Item, type Source } from './box.ts'

export type Direction = 'up' | 'down' | 'same'

export interface ResultItem extends Item {
  readonly abnormal: Abnormal | null
  readonly direction: Direction | null
  readonly before: { readonly figure: string; readonly careDay: string } | null
}

type Observed = Source & { readonly resource: Observation }

/** R4 observation-status: what has a value to go by. */
const STANDING = new Set(['final', 'amended', 'corrected', 'preliminary'])

export function resultsOf(sources: readonly Source[], kind: Kind, most: number): Box<ResultItem> {
  const observed = newestFirst(sources.filter(isObserved).filter((source) => isStanding(source, kind)))
  const last = newestOfEach(observed, ({ resource }) => resource.code).slice(0, most)
  return toBox(last.map((source) => toResult(source, observed)))
}

function isObserved(source: Source): source is Observed {
  return source.resource.resourceType === 'Observation'
}

function isStanding({ resource }: Observed, kind: Kind): boolean {
  return STANDING.has(resource.status) && kindOf(resource) === kind && valueFigure(resource) !== undefined
}

function toResult(source: Observed, newestFirst: readonly Observed[]): ResultItem {
  const before = comparableBefore(source, newestFirst)
  const figure = before && valueFigure(before.resource)
  return {
    ...toItem(source),
    abnormal: abnormalOf(source.resource) ?? null,
    direction: before ? directionOf(before.resource, source.resource) : null,
    before: before && figure !== undefined ? { figure, careDay: before.careDay } : null,
  }
}

/** The newest earlier one of the same test, in the same unit: 126 mg/dL and 7 mmol/L are not compared. */
function comparableBefore(source: Observed, newestFirst: readonly Observed[]): Observed | undefined {
  const keys = new Set(keysOf(source.resource.code))
  const measured = measuredIn(source.resource)
  if (!measured) return undefined
  return newestFirst.find(({ careAt, resource }) => {
    if (careAt >= source.careAt || !keysOf(resource.code).some((key) => keys.has(key))) return false
    const other = measuredIn(resource)
    return other !== undefined && haveSameUnit(measured, other)
  })
}

function directionOf(before: Observation, now: Observation): Direction | null {
  const [was, is] = [measuredIn(before)?.value, measuredIn(now)?.value]
  if (was === undefined || is === undefined) return null
  if (is === was) return 'same'
  return is > was ? 'up' : 'down'
}

/** The number of an observation: of blood pressure the systolic one (LOINC 8480-6). */
function measuredIn({ valueQuantity, component = [] }: Observation): Quantity | undefined {
  const quantity =
    valueQuantity ?? component.find(({ code }) => codeIn(code, LOINC) === '8480-6')?.valueQuantity
  return quantity?.value === undefined || quantity.comparator !== undefined ? undefined : quantity
}
