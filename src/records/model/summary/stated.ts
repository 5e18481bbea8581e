import type { AllergyIntolerance, Condition } from '@medplum/fhirtypes'

import { codingsOf } from '../fhir/concept.ts'
import { deniesAny, saysNothing } from './absent.ts'
import { newestOfEach, toBox, toItem, type Box, type Source } from './box.ts'

type Stated = AllergyIntolerance | Condition
type StatedSource<T extends Stated> = Source & { readonly resource: T }

/** R4 allergyintolerance-clinical and condition-clinical: what has ended. No state at all is taken for active. */
const ENDED = new Set(['inactive', 'resolved', 'remission'])
/** R4 …-verification: looked into and found not to be so. */
const REFUTED = new Set(['refuted', 'entered-in-error'])

/** The most dangerous first (R4 criticality), then the newest. */
export function allergiesOf(sources: readonly Source[]): Box {
  const stated = sources.filter((source) => isOf(source, 'AllergyIntolerance')).filter(isStanding)
  const current = newestOfEach(stated, ({ resource }) => resource.code).filter(isCurrent)
  const dangerousFirst = current.toSorted(
    (a, b) => Number(isDangerous(b.resource)) - Number(isDangerous(a.resource)),
  )
  return toBox(
    dangerousFirst.map((source) => toItem(source)),
    stated.filter(({ resource }) => deniesAny(resource.code)),
  )
}

/** Problems that have not ended, the newest statement of each. */
export function problemsOf(sources: readonly Source[], now: number): Box {
  const stated = sources.filter((source) => isOf(source, 'Condition')).filter(isStanding)
  const current = newestOfEach(stated, ({ resource }) => resource.code).filter(isCurrent)
  const going = current.filter(({ resource }) => !hasAbated(resource, now))
  return toBox(
    going.map((source) => toItem(source)),
    stated.filter(({ resource }) => deniesAny(resource.code)),
  )
}

function isOf<T extends Stated['resourceType']>(
  source: Source,
  type: T,
): source is StatedSource<Extract<Stated, { resourceType: T }>> {
  return source.resource.resourceType === type
}

function isStanding({ resource }: StatedSource<Stated>): boolean {
  return !has(resource.verificationStatus, REFUTED)
}

function isCurrent({ resource }: StatedSource<Stated>): boolean {
  return !has(resource.clinicalStatus, ENDED) && !deniesAny(resource.code) && !saysNothing(resource.code)
}

function isDangerous(resource: AllergyIntolerance): boolean {
  return resource.criticality === 'high'
}

function hasAbated(
  { abatementDateTime, abatementPeriod, abatementString, abatementAge, abatementRange }: Condition,
  now: number,
): boolean {
  const end = abatementDateTime ?? abatementPeriod?.end
  if (end !== undefined) return Date.parse(end) <= now
  return abatementString !== undefined || abatementAge !== undefined || abatementRange !== undefined
}

function has(concept: Stated['clinicalStatus'], codes: ReadonlySet<string>): boolean {
  return codingsOf([concept]).some(({ code }) => codes.has(code ?? ''))
}
