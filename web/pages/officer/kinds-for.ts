import type { LicenceState } from '#identity/model'
import type { KnownOrder } from './questions.ts'

type Kinds = readonly [KnownOrder['kind'], ...KnownOrder['kind'][]]

/** Which orders make sense while a licence stands so. The first is what is proposed. */
export function kindsFor(state: LicenceState): Kinds {
  switch (state) {
    case 'active':
      return ['suspend', 'hold']
    case 'held':
      return ['suspend', 'reinstate']
    case 'suspended':
      return ['reinstate']
    case 'expired':
      return ['suspend']
  }
}
