import { toHex, type Bytes } from '#kernel'

import type { Context } from './context.ts'
import type { Queue } from './counter/queue.ts'
import { openRegister } from './licences/register.ts'
import { parseContact, parseHealthId, type LicenceState } from './model/index.ts'
import { readOrganisations } from './organisations/store.ts'
import { findPeople } from './people/find.ts'

/** How somebody at a desk names a patient. */
export interface Named {
  readonly by: 'health-id' | 'contact' | 'token'
  readonly value: string
}

/** A practitioner as a patient is shown one. */
export interface ReaderWords {
  readonly practitioner: string
  readonly name: string
  readonly qualification: string
  readonly registration: string
  readonly licence: 'active' | 'suspended' | 'expired'
  readonly organisation: string
  readonly organisationId: string
}

/** What others may know of people: by id, or by what a person told somebody. */
export interface KnownPeople {
  /** Whom this may mean: nobody, one, or a family on one phone. Tokens are the organisation's own, of today. */
  meant(named: Named, organisation: Bytes): Promise<readonly string[]>
  readerOf(person: string, practitioner: Bytes, organisation: Bytes): Promise<ReaderWords>
  nameOf(person: string): Promise<string>
}

/** A held licence is a suspended one to whoever is about to trust it. */
const WORDS: Readonly<Record<LicenceState, ReaderWords['licence']>> = {
  active: 'active',
  held: 'suspended',
  suspended: 'suspended',
  expired: 'expired',
}

export function openKnownPeople(context: Context, queue: Queue): KnownPeople {
  const { database, vault, people } = context
  const register = openRegister(context)
  return {
    async meant(named, organisation) {
      if (named.by === 'token') {
        const holder = await queue.holderOf(organisation, Number(named.value.replaceAll(/\D/g, '')))
        return holder === undefined ? [] : [holder]
      }
      const identifier = toIdentifier(named)
      return identifier ? findPeople(vault, database, identifier) : []
    },
    async readerOf(_, practitioner, organisation) {
      const { name, qualification, council, number, state } = await register.read(toHex(practitioner))
      const house = (await readOrganisations(vault, database, [organisation])).get(toHex(organisation))
      return {
        practitioner: toHex(practitioner),
        name,
        qualification,
        registration: `${council}, ${number}`,
        licence: WORDS[state],
        organisation: house?.name ?? '',
        organisationId: toHex(organisation),
      }
    },
    nameOf: async (person) => (await people.read(database, person)).name,
  }
}

/** What cannot be read means nobody: an answer must not tell one from the other. */
function toIdentifier({ by, value }: Named) {
  try {
    return by === 'contact'
      ? parseContact(value)
      : ({ channel: 'health-id', address: parseHealthId(value) } as const)
  } catch {
    return undefined
  }
}
