/** Whether a resource can be about the person it is being added to. What does not fit stops it until a person has looked. */
import type { Reference } from '@medplum/fhirtypes'

import { firstOfPaths, steps } from '../fhir/path.ts'
import type { Resource } from '../fhir/resource.ts'
import { nameWords } from '../fhir/words.ts'
import { isObject, textAt } from '../read.ts'
import { areSameBirth, fitsAge, type AgeOn } from './birth.ts'
import { areSameName } from './name.ts'

export type Sex = 'female' | 'male' | 'other' | 'unknown'

/** A person as registered: every spelling they go by. */
export interface Registered {
  readonly names: readonly string[]
  /** A FHIR date, perhaps a year only. */
  readonly birthDate: string | null
  readonly sex: Sex
}

/** What a record says of whom it is about. */
export interface Demographics extends Registered {
  readonly age: AgeOn | null
}

/** `unknown` where either side does not say. */
export type Verdict = 'fits' | 'differs' | 'unknown'

export const TRAITS = ['name', 'age', 'sex'] as const
type Trait = (typeof TRAITS)[number]
type Fit = Readonly<Record<Trait, Verdict>>

export function fitOf(record: Demographics, person: Registered): Fit {
  return { name: nameFit(record, person), age: ageFit(record, person), sex: sexFit(record.sex, person.sex) }
}

/** Which of name, age and sex speak against it. */
export function misfitsOf(resource: Resource, person: Registered): readonly Trait[] {
  const fit = fitOf(demographicsOf(resource), person)
  return TRAITS.filter((trait) => fit[trait] === 'differs')
}

const SUBJECTS = ['subject', 'patient', 'beneficiary'].map(steps)

/** What a resource says: a Patient all of it, any other at most the name beside its reference. */
export function demographicsOf(resource: Resource): Demographics {
  if (resource.resourceType !== 'Patient') {
    const name = firstOfPaths(resource, SUBJECTS, displayOf)
    return { names: name === undefined ? [] : [name], birthDate: null, sex: 'unknown', age: null }
  }
  const names = (resource.name ?? []).map(nameWords).filter((name) => name !== undefined)
  return { names, birthDate: resource.birthDate ?? null, sex: resource.gender ?? 'unknown', age: null }
}

function displayOf(reference: unknown): Reference['display'] {
  return isObject(reference) ? (textAt(reference, 'display') ?? undefined) : undefined
}

function nameFit(record: Demographics, person: Registered): Verdict {
  if (record.names.length === 0 || person.names.length === 0) return 'unknown'
  return toVerdict(record.names.some((one) => person.names.some((other) => areSameName(one, other))))
}

function ageFit({ birthDate, age }: Demographics, person: Registered): Verdict {
  if (person.birthDate === null) return 'unknown'
  if (birthDate !== null) return toVerdict(areSameBirth(birthDate, person.birthDate))
  return age === null ? 'unknown' : toVerdict(fitsAge(person.birthDate, age))
}

/** Only female against male speaks against it: whoever is neither is written down as either. */
function sexFit(a: Sex, b: Sex): Verdict {
  const isTold = (sex: Sex) => sex === 'female' || sex === 'male'
  return isTold(a) && isTold(b) ? toVerdict(a === b) : 'unknown'
}

function toVerdict(fits: boolean | undefined): Verdict {
  if (fits === undefined) return 'unknown'
  return fits ? 'fits' : 'differs'
}
