/** Whose hand writes, of whom, for which institution and when: what every resource of one visit shares. */
import type { Encounter, Organization, Patient, Practitioner, Reference } from '@medplum/fhirtypes'

import type { Instant } from '#kernel'

import type { Dice } from '../dice.ts'
import type { DemoPractitioner } from '../people/workforce.ts'
import type { DemoPerson } from '../person.ts'
import type { DemoOrganisation } from '../tables/organisations.ts'

export interface Hand {
  readonly person: DemoPerson
  /** The name as this institution spells it. */
  readonly spelling: string
  readonly organisation: DemoOrganisation
  readonly practitioner: DemoPractitioner | undefined
  readonly at: Instant
  readonly encounter: string | undefined
  readonly isSensitive: boolean
  readonly dice: Dice
}

export function subjectOf({ person, spelling }: Hand): Reference<Patient> {
  return { reference: person.reference, display: spelling }
}

export function organisationOf({ organisation }: Hand): Reference<Organization> {
  return { reference: organisation.reference, display: organisation.name }
}

export function practitionerOf({ practitioner }: Hand): Reference<Practitioner> | undefined {
  return practitioner && { reference: practitioner.reference, display: practitioner.name }
}

/** Who signs: a practitioner where one is known, else the institution. */
export function signerOf(hand: Hand): Reference<Organization | Practitioner> {
  return practitionerOf(hand) ?? organisationOf(hand)
}

/** `{ encounter }` where the writing belongs to a visit, nothing where it does not. */
export function withinVisit({ encounter }: Hand): { readonly encounter?: Reference<Encounter> } {
  return encounter === undefined ? {} : { encounter: { reference: toUrn(encounter) } }
}

export function toUrn(id: string): string {
  return `urn:uuid:${id}`
}
