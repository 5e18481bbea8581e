import { toInstant } from '#kernel'
import type { LicenceState } from '#identity/model'
import { LicenceMark, toLocalDay } from '../../ui/index.ts'

interface LicenceStateProps {
  readonly licence: {
    readonly state: LicenceState
    readonly council: string
    readonly number: string
    readonly issuedAt: number
    readonly validUntil: number
    readonly stoppedAt: number | null
  }
}

const WORDS = { active: 'active', held: 'held', suspended: 'suspended', expired: 'lapsed' } as const

/** How a licence stands, and since which day. */
export function LicenceStateMark({ licence }: LicenceStateProps) {
  const { state, council, number } = licence
  return (
    <LicenceMark
      state={WORDS[state]}
      council={council}
      number={number}
      since={toLocalDay(toInstant(sinceOf(licence)))}
    />
  )
}

function sinceOf({ state, issuedAt, validUntil, stoppedAt }: LicenceStateProps['licence']): number {
  if (state === 'expired') return validUntil
  return state === 'active' ? issuedAt : (stoppedAt ?? issuedAt)
}
