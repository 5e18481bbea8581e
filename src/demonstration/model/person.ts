import type { Day } from './calendar.ts'
import type { Community } from './tables/names.ts'
import type { District, Place } from './tables/places.ts'

export type Sex = 'female' | 'male'

export interface DemoName {
  readonly displayed: string
  readonly given: string
  /** Village and father, as in *Manjunatha H. R.* */
  readonly initials: string | undefined
  readonly family: string | undefined
}

interface DemoAddress {
  readonly place: string
  readonly rural: boolean
  readonly taluk: string
  readonly district: District
  readonly state: 'Karnataka'
  readonly pin: string
}

export interface DemoPerson {
  readonly key: string
  /** What resources name as their subject: `urn:uuid:…`. */
  readonly reference: string
  readonly household: string
  readonly name: DemoName
  readonly sex: Sex
  /** YYYY-MM-DD, as are all dates without a time. */
  readonly birthDate: string
  readonly deathDate: string | undefined
  /** Serves the whole family unless the person works in care. */
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly address: DemoAddress
  readonly language: 'en' | 'hi' | 'kn'
}

/** A person with what the generator must know and a chart would not say. */
export interface Resident {
  readonly person: DemoPerson
  readonly born: Day
  readonly died: Day | undefined
  readonly place: Place
  readonly community: Community
  readonly mother: string | undefined
  /** Where a household goes first when ill. */
  readonly firstDoor: 'public' | 'private'
}
